// What depends on others or on other periods, at its boundaries: over columns, with the results of the one-person functions.
import { describe, expect, test } from "vitest";
import { type Batch, batch, batchContext, batchRows, type InputColumn } from "../../src/batch/index.js";
import { type BandContext, bandContext, cohortContext, compilePolicy, type Policy } from "../../src/index.js";
import { type Axis, oneAxis } from "./one-axis.js";
import { onePerson, rowOf } from "./one-person.js";

const PERIOD = "2026-Q3";
type Item = Axis["indicators"][number];

const policyOf = (axis: Partial<Axis> & Pick<Axis, "indicators">) =>
  oneAxis({ id: "results", bands: [{ id: "low" }, { id: "high", from: 60 }], ...axis });

/** Expects each row to have what the one-person functions have, and none to have gone to them but those that fail. */
function expectOverColumns(
  policy: Policy,
  columns: Record<string, readonly unknown[]>,
  shared: Parameters<typeof onePerson>[2] = {},
): Batch {
  const found = batch(policy)({ period: PERIOD, columns: columns as Record<string, InputColumn>, ...shared });
  const alone = onePerson(policy, PERIOD, shared);
  const rows = Object.values(columns)[0]?.length ?? 0;
  for (let row = 0; row < rows; row += 1) {
    const named = Object.entries(columns).map(([name, column]) => [name, column[row]] as const);
    const evidence: Record<string, unknown> = {};
    for (const [name, value] of named) {
      const [first, id = "", part] = name.split(".");
      if (first !== "evidence" || value === null) continue;
      if (part === undefined) evidence[id] = value;
      else evidence[id] = { ...(evidence[id] as object), [part]: value };
    }
    const details = Object.fromEntries(named.filter(([name]) => !name.startsWith("evidence.")));
    expect(rowOf(found, row), `row ${row}`).toEqual(alone(evidence, "t1", details));
  }
  expect(found.notOverColumns).toBeUndefined();
  expect(found.paths.person).toBe(0);
  return found;
}

const VALUES = ["-3", "0", "2.5", "1/3", "7", "7.000001"] as const;
const people = [0, 0, 2, 3, 3, 3, 4].map((at, index) => ({
  id: `p${index}`,
  evidence: { sales: VALUES[at] as string },
}));
const asked = [
  -3.01,
  -3,
  "-2.9999999999999999999999",
  0,
  "1/3",
  "0.3333333333",
  2.5,
  3,
  7,
  "7.0",
  "7e0",
  7.000_001,
  8,
  1e300,
  "many",
];

describe("places among the values of a cohort: below, at, between and beyond them", () => {
  const comparisons: readonly Item["measure"][] = [
    {
      kind: "rank",
      scores: [
        { from: 1, score: 100 },
        { from: 2, score: 80 },
        { from: 4, score: "33.33" },
      ],
      ties: "average",
    },
    {
      kind: "rank",
      better: "lower",
      scores: [
        { from: 1, score: 90 },
        { from: 3, score: 10 },
      ],
      ties: "worst",
    },
    { kind: "percentile-rank", definition: "mid" },
    { kind: "percentile-rank", definition: "among-others", better: "lower" },
    { kind: "stanine" },
    { kind: "min-max", outOfRange: "clamp" },
    { kind: "min-max" },
    { kind: "z-score" },
    { kind: "z-score", deviation: "sample", better: "lower" },
  ];
  for (const measure of comparisons)
    test(JSON.stringify(measure), () => {
      const policy = policyOf({ indicators: [{ id: "sales", weight: 1, measure } as Item] });
      const cohort = cohortContext(compilePolicy(policy).parts.axes.results as never)({ people });
      expectOverColumns(policy, { "evidence.sales": asked }, { cohort });
      const numbers = asked.filter((one) => typeof one === "number");
      expectOverColumns(policy, { "evidence.sales": numbers }, { cohort });
      expectOverColumns(policy, { "evidence.sales": [-4, -3, 0, 1, 2, 3, 7, 8] }, { cohort });
      expectOverColumns(policy, { "evidence.sales": [0.3333, 0.3334, 7, 7.0001] }, { cohort });
    });

  test("one person, all the same, and nobody", () => {
    for (const measure of [
      ...comparisons,
      { kind: "z-score", whenEqual: 50 },
      { kind: "min-max", whenEqual: "66.67" },
    ])
      for (const few of [people.slice(0, 1), people.slice(0, 2), []]) {
        const policy = policyOf({
          indicators: [{ id: "sales", weight: 1, measure, missing: { kind: "zero" } } as Item],
        });
        const cohort = cohortContext(compilePolicy(policy).parts.axes.results as never)({ people: few });
        expectOverColumns(policy, { "evidence.sales": [-3, 0, null, "7", 8] }, { cohort });
      }
  });

  test("a context in another order, with a value twice, and without any", () => {
    const policy = policyOf({ indicators: [{ id: "sales", weight: 1, measure: { kind: "stanine" } }] });
    const values = [
      { value: 7, count: 1 },
      { value: "2.5", count: 2 },
      { value: "2.50", count: 1 },
      { value: -3, count: 3 },
    ];
    const cohort = { kind: "cohort", indicators: { sales: { count: 7, values } } } as const;
    expectOverColumns(policy, { "evidence.sales": [-4, -3, 2.5, 3, 7, 9] }, { cohort });
    const found = expectOverColumns(policy, { "evidence.sales": [1, 2] });
    expect(found.issues.map(({ issues }) => issues[0]?.code)).toEqual(["cohort-missing", "cohort-missing"]);
  });

  test("units of 53 bits, and more", () => {
    const policy = policyOf({ indicators: [{ id: "sales", weight: 1, measure: { kind: "stanine" } }] });
    const values = [0, 2 ** 51, 2 ** 52, 2 ** 53].map((value) => ({ value: String(value), count: 1 }));
    const cohort = { kind: "cohort", indicators: { sales: { count: 4, values } } } as const;
    const near = [0, 2 ** 51 - 1, 2 ** 51, 2 ** 51 + 1, 2 ** 53 - 1];
    const alone = onePerson(policy, PERIOD, { cohort });
    const units = { units: BigInt64Array.from(near, BigInt), scale: 0 };
    const found = batch(policy)({ period: PERIOD, cohort, columns: { "evidence.sales": units } });
    for (const [row, sales] of near.entries()) expect(rowOf(found, row)).toEqual(alone({ sales }, "t1", {}));
  });
});

test("coverage just at the minimum, above and below it; weights of long denominators too", () => {
  for (const [weights, minimumCoverage] of [
    [["30%", "30%", "40%"], "60%"],
    [["1/7", "2/7", "4/7"], "3/7"],
  ] as const) {
    const indicators = weights.map((weight, at) => ({
      id: `i${at}`,
      weight,
      measure: { kind: "points" },
      missing: [{ kind: "reweight" }, { kind: "zero" }, { kind: "fixed", score: 50 }][at],
    }));
    const policy = policyOf({ indicators: indicators as never, minimumCoverage });
    const { issues } = expectOverColumns(policy, {
      "evidence.i0": [80, 80, null, null, 70],
      "evidence.i1": [60, 60, null, 50, null],
      "evidence.i2": [null, 90, 10, null, 20],
    });
    expect(issues.map(({ row }) => row)).toEqual(minimumCoverage === "60%" ? [2, 3] : [3]);
  }
});

test("growth on bases of zero and less, by the rules and without", () => {
  const rules = [
    [{ kind: "fixed", score: 55 }, { kind: "absolute" }],
    [{ kind: "fixed", score: 55 }, { kind: "error" }],
    [{ kind: "error" }, { kind: "fixed", score: "12.5" }],
    [{ kind: "error" }, { kind: "error" }],
  ];
  for (const [baseZero, baseNegative] of rules) {
    const points = [
      { at: "-50%", score: 0 },
      { at: 0, score: 60 },
      { at: "50%", score: 100 },
    ];
    const measure = { kind: "growth", points, outOfRange: "clamp", baseZero, baseNegative };
    const policy = policyOf({ indicators: [{ id: "sales", weight: 1, measure } as never] });
    expectOverColumns(policy, {
      "evidence.sales.actual": [0, 5, -5, 10, 12.5, -12, 0, "1/3", 5],
      "evidence.sales.base": [0, 0, -10, -10, 10, -0.5, 10, "-1/3", null],
    });
  }
});

describe("earlier scores", () => {
  const rule = (otherwise: string) => ({ kind: "previous", periods: 2, otherwise });
  const columns = {
    "evidence.sales": [null, null, null, null, null, null, 90, null, null],
    "previous.sales.period": [
      "2026-Q2",
      "2026-Q1",
      "2025-Q4",
      "2026-Q3",
      "2026-06",
      null,
      "2026-Q9",
      "2026-Q2",
      "2026-Q2",
    ],
    "previous.sales.score": [70.12345, "80", 70, 70, 70, null, 50, 101, null],
  };
  const policyWith = (otherwise: string) =>
    policyOf({
      indicators: [
        { id: "sales", weight: "50%", measure: { kind: "points" }, missing: rule(otherwise) as never },
        { id: "skill", weight: "50%", measure: { kind: "points" }, missing: { kind: "fixed", score: 40 } },
      ],
    });

  test("recent enough or not, of another kind of period, in part, and one that no score can be", () => {
    for (const otherwise of ["zero", "reweight", "error"]) expectOverColumns(policyWith(otherwise), columns);
  });

  test("without a period nobody can tell; in rows of objects it stands as policy.score takes it", () => {
    const policy = policyWith("zero");
    const { period, ...rest } = { period: PERIOD, columns: columns as never };
    expect(batch(policy)(rest).issues.map(({ row }) => row)).toEqual([0, 1, 2, 3, 4, 6, 7, 8]);
    const rows = [
      { evidence: {}, previous: { sales: { period: "2026-Q2", score: 70 } } },
      { evidence: {}, previous: { sale: { period: "2026-Q2", score: 70 } } },
    ];
    const { scores, issues, paths } = batchRows(policy)({ period, rows: rows as never });
    expect([...(scores.results?.units ?? [])]).toEqual([5500, Number.NaN]);
    expect([issues[0]?.issues[0]?.code, paths.person]).toEqual(["unknown-indicator", 0]);
  });
});

test("presence: the whole where nothing is said, a part, too little, none, more than there is, and said in part", () => {
  for (const minimumPresence of ["50%", undefined])
    for (const formula of ["ratio", "inverse", "mirror"] as const) {
      const measure = { kind: "attainment", formula, target: 80, cap: "150%", proRate: true } as const;
      const policy = policyOf({
        indicators: [{ id: "sales", weight: 1, measure }],
        ...(minimumPresence && { minimumPresence }),
      });
      expectOverColumns(policy, {
        "evidence.sales": [40, 40, 40, 40, 40, 40, 40, 40],
        "presence.present": [null, 46, 45.9, 0, 93, 92, null, 30],
        "presence.of": [null, 92, 92, 92, 92, 92, 92, null],
      });
    }
});

test("ties at a cut: who is named is in, others of the same score are not, with a margin and without", () => {
  for (const margin of [undefined, 5]) {
    const policy = policyOf({
      indicators: [{ id: "sales", weight: 1, measure: { kind: "points" } }],
      bands: [{ id: "low" }, { id: "middle" }, { id: "high" }],
      relative: {
        kind: "top-count",
        cuts: [
          { band: "middle", count: 3 },
          { band: "high", count: 1 },
        ],
        ties: { keys: [{ key: "visits", order: "descending" }] },
      },
      ...(margin === undefined ? {} : { margin }),
    });
    const columns = {
      id: ["a", "b", "c", "d", "e", null],
      "evidence.sales": [80, 80, 80, "80.00", 79.99, 80.01],
      "bands.results": [null, null, "high", null, "middle", null],
      "facts.visits": [1, 5, 3, 4, 9, 1],
    };
    const scores = [80, 80, 80, 80, 79.99];
    const bands: BandContext = bandContext(compilePolicy(policy).parts.matrix)({
      people: scores.map((results, at) => ({
        id: "abcde"[at] as string,
        scores: { results },
        keys: { visits: [1, 5, 3, 4, 9][at] as number },
      })),
    });
    expect(bands.axes.results?.bands.map(({ tied }) => tied)).toEqual([["b", "c", "d"], ["b"]]);
    const { issues } = expectOverColumns(policy, columns, { bands });
    expect(issues.map(({ row, issues: own }) => [row, own[0]?.code])).toEqual([[5, "missing"]]);
  }
});

test("lists are summarised before people are compared, and what is no group of the policy is an error of the input", () => {
  const measure = { kind: "percentile-rank", definition: "mid", over: { kind: "mean" } } as const;
  const policy = policyOf({ indicators: [{ id: "sales", weight: 1, measure }] });
  const columns = { "evidence.sales": [[1, 2], [3], [1.5], "none", null] as never };
  const { context, issues } = batchContext(policy)({ columns });
  expect(context.cohort?.indicators.sales).toEqual({
    count: 3,
    values: [
      { value: "1.5", count: 2 },
      { value: "3", count: 1 },
    ],
  });
  expect(issues.map(({ row }) => row)).toEqual([3, 4]);
  const codes = (input: object) => codesOf(() => batch(policy)({ columns, ...input }));
  expect(codes({ groups: 3 })).toEqual(["wrong-type"]);
  expect(codes({ groups: [{ within: "north" }] })).toEqual(["unknown-property"]);
  expect(codes({ groups: [], cohort: context.cohort })).toEqual(["one-of"]);
});

function codesOf(work: () => unknown): readonly string[] {
  try {
    work();
    return [];
  } catch (error) {
    return (error as { issues: readonly { code: string }[] }).issues.map(({ code }) => code);
  }
}

test("of groups that are worked out together, one in which nobody deviates fails alone, and harms no other", () => {
  const policy = {
    ...policyOf({
      indicators: [{ id: "sales", weight: 1, measure: { kind: "z-score", deviation: "sample" } }],
    }),
    comparedWithin: "region",
  } as Policy;
  const columns = {
    "attributes.region": ["north", "north", "south", "south", "south"],
    "evidence.sales": [7, 7, 1, 2, 6],
  };
  const { context, issues } = batchContext(policy)({ columns });
  expect(issues.map(({ row, issues: own }) => [row, own[0]?.code])).toEqual([
    [0, "cohort-constant"],
    [1, "cohort-constant"],
  ]);
  const groups = (context.groups ?? []).concat({
    within: "north",
    cohort: { kind: "cohort", indicators: { sales: { count: 2, mean: 7, deviation: 0 } } },
  });
  const found = batch(policy)({ columns, groups });
  expect(found.issues.map(({ row, issues: own }) => [row, own[0]?.code])).toEqual([
    [0, "cohort-constant"],
    [1, "cohort-constant"],
  ]);
  const cohort = context.groups?.[0]?.cohort as never;
  const alone = onePerson(policy, PERIOD, { cohort });
  for (const [at, sales] of [1, 2, 6].entries())
    expect(rowOf(found, at + 2)).toEqual(alone({ sales }, "t1", { "attributes.region": "south" }));
});
