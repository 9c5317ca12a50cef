import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type BatchInput, batch, type InputColumn } from "../../src/batch/index.js";
import type { Policy } from "../../src/index.js";
import { issuesOf } from "../issues-of.js";
import { type Axis, oneAxis } from "./one-axis.js";
import { rowOf } from "./one-person.js";

const policy: Policy = {
  format: 1,
  id: "small",
  effectiveFrom: "2026-01-01",
  axes: [
    {
      id: "capability",
      bands: [{ id: "low" }, { id: "high", from: 80 }],
      margin: 2,
      indicators: [
        { id: "skill", weight: "62.5%", measure: { kind: "points" } },
        { id: "care", weight: "37.5%", measure: { kind: "rating", from: 1, to: 5 } },
      ],
    },
    {
      id: "performance",
      bands: [{ id: "low" }, { id: "high", from: 80 }],
      indicators: [
        {
          id: "sales",
          weight: 1,
          measure: {
            kind: "attainment",
            cap: "120%",
            targets: {
              by: "tier",
              rows: [
                { is: "junior", target: 90 },
                { is: "senior", target: "1000/7" },
              ],
            },
          },
        },
      ],
    },
  ],
  tiers: [{ id: "junior" }, { id: "senior" }],
  matrix: { gates: [{ id: "trained", fact: "courses", atLeast: 2, onFail: "cap-tier", tier: "junior" }] },
  adjustment: { cycle: "quarter" },
};

const columns = {
  tier: ["junior", "senior", "junior", "senior"],
  "evidence.skill": [79.995, 80, 0, 100],
  "evidence.care": [4.2, 5, 1, 3],
  "evidence.sales": [72, 114.28, 108, 0],
  "facts.courses": [2, 1, 3, 0],
  "bands.capability": ["high", null, "low", "high"],
};

const run = (changed: Record<string, unknown>, rest: Partial<BatchInput> = {}) =>
  batch(policy)({ columns: { ...columns, ...changed } as Record<string, InputColumn>, ...rest });

const rowsOf = (changed: Record<string, unknown>) => {
  const found = run(changed);
  return columns.tier.map((_, row) => rowOf(found, row));
};

test("a column of any kind is the same column", () => {
  const expected = rowsOf({});
  expect(run({}).paths).toEqual({ columns: 4, exact: 0, person: 0, failed: 0 });
  const same: Record<string, unknown>[] = [
    { "evidence.skill": Float64Array.of(79.995, 80, 0, 100) },
    { "evidence.skill": { values: Float64Array.of(79.995, 80, 0, 100), valid: Uint8Array.of(15) } },
    { "evidence.skill": { units: Int32Array.of(79_995, 80_000, 0, 100_000), scale: 3 } },
    { "evidence.skill": { units: BigInt64Array.of(79_995n, 80_000n, 0n, 100_000n), scale: 3 } },
    { "evidence.skill": ["79.995", "80", "0.000", "100."] },
    { "evidence.skill": ["7.9995e1", "240/3", "0", "100"] },
    { "facts.courses": Uint8Array.of(2, 1, 3, 0) },
    { tier: { codes: Uint8Array.of(1, 0, 1, 0), dictionary: ["senior", "junior"] } },
  ];
  for (const changed of same) expect(rowsOf(changed)).toEqual(expected);
});

test("numbers as positions in a dictionary: one outside it is missing, and so is a part that others stand beside", () => {
  const growth = (missing: object) =>
    oneAxis({
      indicators: [
        {
          id: "g",
          weight: 1,
          missing,
          measure: {
            kind: "growth",
            points: [
              { at: -1, score: 0 },
              { at: 2, score: 100 },
            ],
            baseZero: { kind: "error" },
            baseNegative: { kind: "error" },
          },
        } as Axis["indicators"][number],
      ],
    });
  const actual = [2, 3, null];
  for (const missing of [{ kind: "zero" }, { kind: "fixed", score: 50 }])
    for (const base of [
      { codes: Int8Array.of(0, -1, -1), dictionary: [2] },
      { codes: Int8Array.of(0, 1, 1), dictionary: ["2", null] },
      { codes: Int8Array.of(0, 0, -1), dictionary: [2], valid: Uint8Array.of(0b101) },
    ]) {
      const columns = { "evidence.g.actual": actual, "evidence.g.base": base as InputColumn };
      const { issues, scores } = batch(growth(missing))({ columns });
      expect(issues.map(({ row, issues: own }) => [row, own[0]?.code])).toEqual([[1, "evidence-missing"]]);
      expect(Array.from(scores.a?.units ?? [])).toEqual([
        3333,
        Number.NaN,
        missing.kind === "zero" ? 0 : 5000,
      ]);
    }
});

test("the number beside a short one is not the short one", () => {
  const found = run({ "evidence.skill": Float64Array.of(0.1 + 0.2, 79.99499999999999, 79.99, 100) });
  expect(found.paths).toEqual({ columns: 2, exact: 2, person: 0, failed: 0 });
  const texts = run({ "evidence.skill": ["0.30000000000000004", "79.99499999999999", "79.99", "100"] });
  for (const row of [0, 1, 2, 3]) expect(rowOf(found, row)).toEqual(rowOf(texts, row));
});

test("a target that is a fraction is exact", () => {
  const found = run({});
  expect(rowOf(found, 1)).toMatchObject({ scores: ["87.5", "80"], bands: ["high", "high"] });
});

test("what is wrong with a row is said of it, and harms no other", () => {
  const found = run({ "evidence.skill": [101, Number.NaN, "x", 100], "evidence.sales": [72, 1, 2, null] });
  expect(found.issues.map(({ row, issues }) => [row, issues.map(({ code }) => code)])).toEqual([
    [0, ["out-of-range"]],
    [1, ["number-not-finite"]],
    [2, ["number-invalid"]],
    [3, ["evidence-missing"]],
  ]);
  expect(Array.from(found.cell.codes)).toEqual([-1, -1, -1, -1]);
  expect(found.paths).toEqual({ columns: 0, exact: 0, person: 0, failed: 4 });
});

test("what no step reads is looked at all the same", () => {
  const issues = (changed: Record<string, unknown>) =>
    run(changed).issues.map(({ row, issues: own }) => [row, own[0]?.path.join("."), own[0]?.code]);
  expect(issues({ "attributes.region": ["north", "", null, "south"] })).toEqual([
    [1, "attributes.region", "key-invalid"],
  ]);
  expect(issues({ "facts.other": [1, Number.POSITIVE_INFINITY, null, "3/4"] })).toEqual([
    [1, "facts.other", "number-not-finite"],
  ]);
  const long = { "facts.other": [1, "1/3", "0.12345678901234567890", "1e2"] };
  expect(run(long).paths.person).toBe(run({}).paths.person);
  expect(issues({ "bands.performance": ["high", "higher", null, "low"] })).toEqual([
    [1, "previous.performance", "unknown-band"],
  ]);
});

describe("an input that is wrong as a whole", () => {
  it.each<[Record<string, unknown>, readonly (readonly string[])[]]>([
    [{ "evidence.skil": [1, 2, 3, 4] }, [["columns.evidence.skil", "unknown-column"]]],
    [{ absences: [1, 2, 3, 4] }, [["columns.absences", "unknown-column"]]],
    [{ claims: [1, 2, 3, 4] }, [["columns.claims", "not-over-columns"]]],
    [{ "standing.tier": [1, 2, 3, 4] }, [["columns.standing.tier", "not-over-columns"]]],
    [{ "evidence.skill": [1, 2, 3] }, [["columns.evidence.skill", "column-length"]]],
    [{ "evidence.skill": BigInt64Array.of(1n, 2n, 3n, 4n) }, [["columns.evidence.skill", "wrong-type"]]],
    [{ "evidence.skill": "many" }, [["columns.evidence.skill", "wrong-type"]]],
    [{ "evidence.sales.actual": [1, 2, 3, 4] }, [["columns.evidence.sales", "one-of"]]],
    [
      { "evidence.skill": { units: Int32Array.of(1, 2, 3, 4), scale: 0.5 } },
      [["columns.evidence.skill.scale", "out-of-range"]],
    ],
    [
      { "evidence.skill": { values: Float64Array.of(1, 2, 3, 4), valid: new Uint8Array(0) } },
      [["columns.evidence.skill.valid", "column-length"]],
    ],
  ])("%#", (changed, expected) => {
    expect(issuesOf(() => run(changed))).toEqual(expected);
  });

  it("says so of the period and of what nobody asked for", () => {
    expect(issuesOf(() => run({}, { period: "2026-Q5" }))).toEqual([["period", "period-invalid"]]);
    expect(issuesOf(() => batch(policy)({ colums: {} } as never))).toEqual([
      ["colums", "unknown-property"],
      ["columns", "wrong-type"],
    ]);
  });
});

test("no rows make a result without any", () => {
  const none = batch(policy)({ columns: {} });
  expect(none).toMatchObject({ rows: 0, issues: [], paths: { columns: 0, exact: 0, person: 0, failed: 0 } });
});

test("the order of rows, and how many there are, change nothing", () => {
  const people = fc.array(
    fc.record({
      tier: fc.constantFrom("junior", "senior", "chief"),
      skill: fc.integer({ min: -5, max: 10_005 }).map((units) => units / 100),
      care: fc.integer({ min: 95, max: 505 }).map((units) => units / 100),
      sales: fc.integer({ min: 0, max: 20_000 }).map((units) => units / 100),
      courses: fc.integer({ min: 0, max: 3 }),
    }),
    { minLength: 1, maxLength: 40 },
  );
  const review = batch(policy);
  const found = (list: readonly { readonly [name: string]: string | number }[]) =>
    review({
      columns: {
        tier: list.map(({ tier }) => tier),
        "evidence.skill": Float64Array.from(list, ({ skill }) => Number(skill)),
        "evidence.care": Float64Array.from(list, ({ care }) => Number(care)),
        "evidence.sales": list.map(({ sales }) => sales),
        "facts.courses": Int32Array.from(list, ({ courses }) => Number(courses)),
      } as Record<string, InputColumn>,
    });
  fc.assert(
    fc.property(people, (list) => {
      const whole = found(list);
      const back = found([...list].reverse());
      for (const [row, person] of list.entries()) {
        expect(rowOf(back, list.length - 1 - row)).toEqual(rowOf(whole, row));
        expect(rowOf(found([person]), 0)).toEqual(rowOf(whole, row));
      }
    }),
    { numRuns: 40 },
  );
});
