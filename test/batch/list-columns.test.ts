// Lists at their boundaries, in columns of every kind, and columns of lists that are none.
import { Decimal } from "decimal.js";
import { describe, expect, it, test } from "vitest";
import { batch, batchRows, type InputColumn, reviewChunks } from "../../src/batch/index.js";
import { type Policy, TierwiseError } from "../../src/index.js";
import { PLAIN_REDUCERS } from "./generate/lists.js";
import { offsetsOf } from "./offsets.js";
import { onePerson, rowOf } from "./one-person.js";

const policyOf = (...indicators: readonly unknown[]) =>
  ({
    format: 1,
    id: "lists",
    effectiveFrom: "2026-01-01",
    currency: "USD",
    axes: [
      {
        id: "results",
        bands: [{ id: "low" }, { id: "high", from: 80 }],
        raters: {
          kinds: [
            { id: "superior", weight: "60%" },
            { id: "peer", weight: "40%", minimum: 2, belowMinimum: { kind: "drop" } },
          ],
        },
        normalise: true,
        indicators: indicators.map((one, at) => ({ id: `i${at}`, weight: 1, ...(one as object) })),
      },
    ],
    tiers: [{ id: "t" }],
    matrix: {},
    adjustment: { cycle: "quarter" },
    incentives: [{ use: "basePay", table: [{ tier: "t", amount: 1000 }] }],
  }) as unknown as Policy;

const over = (reducer: object) => ({ measure: { kind: "points", outOfRange: "clamp", over: reducer } });
const rated = (measure: object = { kind: "rating", from: 1, to: 5 }) => ({ measure, raters: {} });

/** Expects lists in cells and as Arrow has them to come to what the one-person functions come to; their paths. */
function expectSame(policy: Policy, lists: readonly unknown[], tier = "t") {
  const alone = onePerson(policy, "2026-Q3");
  const tiers = lists.map(() => tier);
  const found = [lists, offsetsOf(lists)].map((column) =>
    batch(policy)({
      period: "2026-Q3",
      pay: true,
      columns: { "evidence.i0": column as InputColumn, tier: tiers },
    }),
  );
  for (const one of found)
    for (const [row, list] of lists.entries())
      expect(rowOf(one, row), JSON.stringify(list)).toEqual(alone({ i0: list }, tier, {}));
  return found.map(({ paths }) => paths);
}

describe("a summary", () => {
  const lists = [
    [],
    [80],
    [1, 2],
    [2, 1, 3],
    [50, 50, 51, 51],
    [100, 0, 100, 0, 100],
    [1, 1, 2],
    [10.25, 99.75, 0.5],
    ["1/3", "2/3", 1],
    ["33.3333333333333333333", 1],
    [0.1 + 0.2, 1, 2],
    Array.from({ length: 1009 }, (_, at) => at % 101),
    Array.from({ length: 70_000 }, (_, at) => at % 3),
  ];
  it.each([
    ...PLAIN_REDUCERS,
    { kind: "trimmed-mean", trim: "1/3" },
    { kind: "trimmed-mean", trim: "49.99%" },
    { kind: "weighted-mean", weights: [1, "1/3", 0] },
    { kind: "highest", count: 2 },
    { kind: "lowest", count: 3 },
  ])("$kind of few, of one, of none, of many, and of long numbers", (reducer) => {
    for (const { person } of expectSame(policyOf(over(reducer)), lists)) expect(person).toBe(0);
  });

  it("with weights of its own: zero, all zero, missing, shares", () => {
    const weighed = [
      [{ value: 50, weight: 1 }],
      [{ value: 50, weight: 0 }],
      [
        { value: 50, weight: 0 },
        { value: 90, weight: 3 },
      ],
      [
        { value: 1, weight: 1 },
        { value: 2, weight: 2 },
      ],
      [
        { value: 50, weight: "20%" },
        { value: 10, weight: "80%" },
      ],
      [
        { value: 3, weight: "1/7" },
        { value: 10, weight: "0.12345678901234567" },
      ],
      [{ value: 3 }],
      [{ weight: 3 }],
      [{ value: 3, weight: -1 }],
      [],
    ];
    for (const { person } of expectSame(policyOf(over({ kind: "weighted-mean" })), weighed))
      expect(person).toBe(0);
  });
});

test("a weight that is none spoils its own row alone, however its lists are divided", () => {
  const offsets = Int32Array.of(0, 2, 4);
  const values = Float64Array.of(40, 70, 50, 90);
  for (const wrong of [Number.POSITIVE_INFINITY, 2 ** 60, 0.1 + 0.2 - 0.3, -1]) {
    const weights = Float64Array.of(1, 2, 1, wrong);
    const column = { offsets, values, weights };
    const policy = policyOf(over({ kind: "weighted-mean" }));
    const alone = onePerson(policy, "2026-Q3");
    const found = batch(policy)({
      period: "2026-Q3",
      pay: true,
      columns: { "evidence.i0": column, tier: ["t", "t"] },
    });
    for (const row of [0, 1]) {
      const i0 = [0, 1].map((at) => ({ value: values[2 * row + at], weight: weights[2 * row + at] }));
      expect(rowOf(found, row), `${wrong}`).toEqual(alone({ i0 }, "t", {}));
    }
  }
});

test("divisors that have no small common multiple are worked out in a second run, over columns all the same", () => {
  const lists = Array.from({ length: 4000 }, (_, row) =>
    Array.from(
      { length: [7, 11, 13, 17, 19, 23, 29, 31][row % 8] as number },
      (_, at) => (row + at * 7) % 101,
    ),
  );
  const { scores, paths } = batch(policyOf(over({ kind: "mean" })))({ columns: { "evidence.i0": lists } });
  expect(paths).toMatchObject({ person: 0, failed: 0 });
  const units = (list: readonly number[]) => Math.round((list.reduce((a, b) => a + b) / list.length) * 100);
  expect(Array.from(scores.results?.units ?? [])).toEqual(lists.map(units));
});

test("sums of weights that have no common multiple: on a tie of the score, beside it, and with numbers of many digits", () => {
  const primes = [7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47];
  const lists = Array.from({ length: 240 }, (_, row) => [
    { value: "62.505", weight: primes[row % 12] },
    { value: row % 2 === 0 ? 62.505 : 70.25, weight: 1 + (row % 4) },
    {
      value: row % 11 === 0 ? "62.50499999999999999999999" : "62.505",
      weight: row % 3 === 0 ? "1e-25" : row % 3,
    },
  ]);
  for (const { person, failed } of expectSame(policyOf(over({ kind: "weighted-mean" })), lists))
    expect([person, failed]).toEqual([0, 0]);
});

test("goals: levels and weights", () => {
  const goals = { measure: { kind: "goal-attainment" } };
  const lists = [
    [{ level: 0 }],
    [
      { level: 2, weight: 1 },
      { level: -2, weight: "1/3" },
    ],
    [{ level: 1, weight: 0 }],
    [{ level: 3 }],
    [],
    null,
    [{ level: 1 }, { level: -1, weight: null }],
  ];
  for (const { person, exact } of expectSame(policyOf(goals), lists)) expect([person, exact]).toEqual([0, 3]);
});

describe("ratings", () => {
  const policy = policyOf(rated());
  const ratings = [
    [{ kind: "superior", value: 4 }],
    [
      { kind: "superior", value: 4 },
      { kind: "peer", value: 3 },
    ],
    [
      { kind: "superior", value: 4 },
      { kind: "peer", value: 3 },
      { kind: "peer", value: 5, rater: "a" },
    ],
    [
      { kind: "superior", value: "3.5" },
      { kind: "peer", value: 3 },
      { kind: "peer", value: null },
      { kind: "peer" },
    ],
    [{ kind: "superior", value: new Decimal("4.25") }],
    [{ kind: "superior", value: 0.5 }],
    [{ kind: "superior", value: 4, weight: 1 }],
    [
      { kind: "superior", value: 4, rater: "a" },
      { kind: "peer", value: 4, rater: "a" },
    ],
    [{ kind: "customer", value: 4 }],
    [{ kind: "superior", value: 4, by: "a" }],
    [
      { kind: "peer", value: 4 },
      { kind: "peer", value: 5 },
    ],
    [],
    null,
    "good",
    { kind: "superior", value: 4 },
    [4, 5],
  ];

  it("as the one-person functions take them", () => {
    const alone = onePerson(policy, "2026-Q3");
    const shared = { period: "2026-Q3", pay: true };
    const tier = "t";
    const found = [
      batch(policy)({
        ...shared,
        columns: { "evidence.i0": ratings as InputColumn, tier: ratings.map(() => tier) },
      }),
      batchRows(policy)({ ...shared, rows: ratings.map((i0) => ({ tier, evidence: { i0 } })) as never }),
    ];
    for (const one of found) {
      for (const [row, i0] of ratings.entries())
        expect(rowOf(one, row), JSON.stringify(i0)).toEqual(alone(i0 === null ? {} : { i0 }, tier, {}));
      expect(one.paths).toEqual({ columns: 5, exact: 0, person: 0, failed: 11 });
    }
  });

  const units = (columns: Record<string, unknown>) => {
    const { scores, paths } = batch(policy)({ columns: columns as Record<string, InputColumn> });
    return [Array.from(scores.results?.units ?? []), paths.person];
  };

  it("a column for each kind, of any kind of column; what a row that is not valid has between its offsets counts for nothing", () => {
    const superior = Float64Array.of(4, 5, 3);
    const offsets = Uint32Array.of(2, 4, 6, 9);
    const items = [99, 99, 3, 4, 9, 9, 5, 5, 4];
    const expected = [[6000 + 1500, 10_000, 5000 * 0.6 + (275 / 3) * 40], 0];
    expected[0] = (expected[0] as number[]).map((one, at) => (at === 0 ? 7000 : at === 2 ? 6667 : one));
    for (const values of [
      Float64Array.from(items),
      Int16Array.from(items),
      items,
      items.map(String),
      { units: Int32Array.from(items, (item) => item * 10), scale: 1 },
      { values: Float64Array.from(items), valid: Uint8Array.of(255, 255) },
    ])
      expect(
        units({
          "evidence.i0.superior": superior,
          "evidence.i0.peer": { offsets, values, valid: Uint8Array.of(0b101) },
        }),
      ).toEqual(expected);
  });

  it("of a kind that has no column there are none, and an unknown kind is an issue of its row, or of its column", () => {
    expect(units({ "evidence.i0.superior": [4, 5, null] })).toEqual([[7500, 10_000, Number.NaN], 0]);
    const ratings = [[{ kind: "superior", value: 4 }], [{ kind: "pear", value: 5 }]] as const;
    const found = batch(policy)({ columns: { "evidence.i0": ratings } });
    expect(found.issues.map(({ row, issues }) => [row, issues[0]?.code])).toEqual([[1, "unknown-kind"]]);
    const columns = { "evidence.i0.superior": [4, 4], "evidence.i0.pear": [null, [5]] };
    expect(() => batch(policy)({ columns })).toThrow(/evidence.i0.pear.*did you mean "evidence.i0.peer"/);
  });

  it("by kind in an object is what the one-person functions do not take", () => {
    const found = batchRows(policy)({ rows: [{ evidence: { i0: { superior: 4 } } }] as never });
    expect(found.issues[0]?.issues[0]).toMatchObject({ code: "wrong-type", path: ["evidence", "i0"] });
  });

  it("with labels", () => {
    const options = [
      { id: "A", score: 100 },
      { id: "B", score: "66.67" },
    ];
    const labelled = batch(policyOf(rated({ kind: "choice", options })));
    const codes = { codes: Uint8Array.of(0, 1, 1, 2), dictionary: ["A", "B", "C"] };
    const { scores, issues } = labelled({
      columns: { "evidence.i0.superior": { offsets: Int32Array.of(0, 2, 3, 4), values: codes } },
    });
    expect([...(scores.results?.units ?? [])]).toEqual([8334, 6667, Number.NaN]);
    expect(issues.map(({ row, issues: own }) => [row, own[0]?.code])).toEqual([[2, "unknown-option"]]);
  });
});

describe("a column of lists that is none", () => {
  const offsets = Int32Array.of(0, 1, 3);
  const values = Float64Array.of(1, 2, 3);
  it.each<[string, unknown, readonly unknown[][]]>([
    ["falls", { offsets: Int32Array.of(0, 3, 1), values }, [["out-of-range", "offsets", 2]]],
    ["begins below 0", { offsets: Int32Array.of(-1, 0, 1), values }, [["out-of-range", "offsets", 0]]],
    ["goes beyond its items", { offsets: Int32Array.of(0, 1, 4), values }, [["column-length", "values"]]],
    ["has too few weights", { offsets, values, weights: [1] }, [["column-length", "weights"]]],
    [
      "has items of too few bits",
      { offsets, values: { values, valid: new Uint8Array() } },
      [["column-length", "values", "valid"]],
    ],
    ["has too few bits", { offsets, values, valid: new Uint8Array() }, [["column-length", "valid"]]],
    ["has lists of lists", { offsets, values: { offsets, values } }, [["wrong-type", "values"]]],
    ["has offsets of another kind", { offsets: [0, 1, 3], values }, [["wrong-type", "offsets"]]],
    [
      "has offsets of 64 bits",
      { offsets: BigInt64Array.of(0n, 1n, 3n), values },
      [["wrong-type", "offsets"]],
    ],
    ["has no values", { offsets }, [["wrong-type", "values"]]],
    ["has weights that are none", { offsets, values, weights: 3 }, [["wrong-type", "weights"]]],
    ["is too short", { offsets: Int32Array.of(0, 1), values }, [["column-length"]]],
    ["has no offsets", { offsets: new Int32Array(), values }, [["column-length"]]],
  ])("%s", (_, column, expected) => {
    const run = () =>
      batch(policyOf(over({ kind: "mean" })))({
        columns: { tier: ["t", "t"], "evidence.i0": column as InputColumn },
      });
    expect(run).toThrow(TierwiseError);
    try {
      run();
    } catch (error) {
      const { issues } = error as TierwiseError;
      expect(issues.map(({ code, path }) => [code, ...path])).toEqual(
        expected.map(([code, ...path]) => [code, "columns", "evidence.i0", ...path]),
      );
    }
  });

  it("is one issue where a measure takes one value, and where it takes lists and has one value in each row", () => {
    const lists = { offsets, values };
    const said = (policy: Policy, column: InputColumn) => {
      try {
        return batch(policy)({ columns: { "evidence.i0": column } }).issues.map(
          ({ issues }) => issues[0]?.code,
        );
      } catch (error) {
        return error instanceof TierwiseError
          ? error.issues.map(({ path, code }) => `${path.join(" ")} ${code}`)
          : [];
      }
    };
    const one = ["columns evidence.i0 wrong-type"];
    expect(said(policyOf({ measure: { kind: "points" } }), lists)).toEqual(one);
    expect(said(policyOf({ measure: { kind: "yes-no" } }), lists)).toEqual(one);
    expect(said(policyOf(over({ kind: "sum" })), values)).toEqual(one);
    expect(said(policyOf(rated()), values)).toEqual(one);
    expect(said(policyOf(over({ kind: "sum" })), [...values])).toEqual(Array(3).fill("wrong-type"));
    expect(said(policyOf({ measure: { kind: "points" } }), [[1], [2]])).toEqual(
      Array(2).fill("number-invalid"),
    );
    expect(said(policyOf(over({ kind: "sum" })), { ...lists, weights: values })).toEqual(
      Array(2).fill("number-invalid"),
    );
  });
});

test("chunks may share their items", async () => {
  const review = batch(policyOf(over({ kind: "sum" })));
  const values = Float64Array.from({ length: 30 }, (_, at) => at);
  const offsets = Int32Array.from({ length: 11 }, (_, at) => at * 3);
  const chunk = (from: number, to: number) => ({
    columns: { "evidence.i0": { offsets: offsets.subarray(from, to + 1), values } },
  });
  const whole = review(chunk(0, 10)).scores.results?.units;
  const parts: number[] = [];
  for await (const { batch: part } of reviewChunks(review, [chunk(0, 4), chunk(4, 5), chunk(5, 10)]))
    parts.push(...(part.scores.results?.units ?? []));
  expect(parts).toEqual([...(whole ?? [])]);
});
