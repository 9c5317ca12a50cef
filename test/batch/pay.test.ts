import { expect, it, test } from "vitest";
import { type BatchInput, batch, type InputColumn } from "../../src/batch/index.js";
import type { Policy } from "../../src/index.js";
import { keyAccountManagers } from "../../src/presets/index.js";
import { issuesOf } from "../issues-of.js";

const policy: Policy = {
  format: 1,
  id: "paid",
  effectiveFrom: "2026-01-01",
  currency: "USD",
  axes: [
    {
      id: "results",
      bands: [{ id: "low" }, { id: "high", from: 80 }],
      indicators: [{ id: "sales", weight: 1, measure: { kind: "attainment", target: 100_000 } }],
    },
  ],
  tiers: [{ id: "junior" }, { id: "senior" }],
  matrix: {},
  adjustment: { cycle: "quarter" },
  incentives: [
    {
      use: "basePay",
      table: [
        { tier: "junior", step: 1, amount: 4000 },
        { tier: "junior", step: 2, amount: 4100 },
        { tier: "senior", step: 1, amount: "6500.50" },
      ],
    },
    {
      use: "commission",
      on: "sales",
      per: "credit",
      brackets: [{ rate: "1%" }, { from: 80_000, rate: "2.5%" }],
      cap: { above: 1000 },
    },
    {
      use: "benefits",
      items: [
        { id: "phone", pays: { kind: "amount", amount: 50 }, eligibility: [{ tier: ["senior"] }] },
        { id: "lunch", category: "food", pays: { kind: "rate", fact: "days", rate: "1/3", over: 10 } },
      ],
    },
  ],
};

const columns: Record<string, InputColumn> = {
  tier: ["junior", "senior", "junior"],
  step: Int8Array.of(2, 1, 1),
  "evidence.sales": Float64Array.of(79_999.99, 96_000, 0),
  "facts.days": ["62.5", 10, 3],
};

const run = (changed: Record<string, unknown> = {}, rest: Partial<BatchInput> = {}) =>
  batch(policy)({ period: "2026-Q3", pay: true, columns: { ...columns, ...changed } as never, ...rest });

test("lines of pay and their sum, in minor units", () => {
  const { pay, paths } = run();
  expect(paths).toEqual({ columns: 3, exact: 0, person: 0, failed: 0 });
  expect(pay?.currency).toBe("USD");
  expect(
    Object.entries(pay?.lines ?? {}).map(([id, { units, category }]) => [id, category, Array.from(units)]),
  ).toEqual([
    ["basePay", "base-pay", [1_230_000, 1_950_150, 1_200_000]],
    ["commission", "commission", [80_000, 120_000, 0]],
    ["commission.limits", "commission", [Number.NaN, -20_000, Number.NaN]],
    ["phone", "benefits", [Number.NaN, 15_000, Number.NaN]],
    ["lunch", "food", [1750, 0, 0]],
  ]);
  expect(Array.from(pay?.total.units ?? [])).toEqual([1_311_750, 2_065_150, 1_200_000]);
});

test("what is wrong with the pay of a row fails that row alone", () => {
  const found = run({ step: [2, 9, null], "evidence.sales": [79_999.99, 1, 5] });
  expect(found.issues.map(({ row, issues }) => [row, issues[0]?.path.join("."), issues[0]?.code])).toEqual([
    [1, "step", "unknown-row"],
    [2, "step", "missing"],
  ]);
  expect(Array.from(found.pay?.total.units ?? [])).toEqual([1_311_750, Number.NaN, Number.NaN]);
  expect(Array.from(found.bands.results?.codes ?? [])).toEqual([1, -1, -1]);
});

test("an amount that is stated goes before the evidence", () => {
  const { pay, issues } = run({ "amounts.sales": ["100000", null, "x"] });
  expect(Array.from(pay?.lines.commission?.units ?? [])).toEqual([130_000, 120_000, Number.NaN]);
  expect(issues.map(({ row, issues: own }) => [row, own[0]?.path.join(".")])).toEqual([[2, "amounts.sales"]]);
});

test("columns of pay that the policy has no use for are looked at all the same", () => {
  const { issues } = run({ share: [1, 1.01, 0.5], salary: [1, 1, -1], location: ["", "x", null] });
  expect(issues.map(({ row, issues: own }) => [row, own.map(({ path }) => path.join("."))])).toEqual([
    [0, ["location"]],
    [1, ["share"]],
    [2, ["salary"]],
  ]);
});

it.each<[string, () => unknown, readonly (readonly string[])[]]>([
  ["no period", () => batch(policy)({ pay: true, columns }), [["period", "missing"]]],
  [
    "no truth value",
    () => run({}, { pay: 1 as never }),
    [
      ["pay", "wrong-type"],
      ["columns.step", "unknown-column"],
    ],
  ],
  ["not asked for", () => run({}, { pay: false }), [["columns.step", "unknown-column"]]],
  [
    "a column for nothing",
    () => run({ "quotas.sales": [1, 1, 1] }),
    [["columns.quotas.sales", "unknown-column"]],
  ],
])("pay with an input that is wrong as a whole: %s", (_, work, expected) => {
  expect(issuesOf(work)).toEqual(expected);
});

test("a policy that pays nothing", () => {
  const { incentives: _, currency: __, ...unpaid } = policy;
  const { step: ___, ...others } = columns;
  expect(issuesOf(() => batch(unpaid)({ period: "2026-Q3", pay: true, columns: others }))).toEqual([
    ["pay", "unknown-property"],
  ]);
});

test("what has no columns is named, and its rows are paid one by one", () => {
  const [base, , benefits] = policy.incentives ?? [];
  const each = { use: "commission", on: "sales", method: "each", brackets: [{ rate: "1%" }] } as const;
  const found = batch({ ...policy, incentives: [base, each, benefits] as never })({
    period: "2026-Q3",
    pay: true,
    columns,
  });
  expect(found.notOverColumns).toEqual({ because: "no-columns", what: "commission" });
  expect(found.paths).toEqual({ columns: 0, exact: 0, person: 3, failed: 0 });
  expect(Array.from(found.pay?.total.units ?? [])).toEqual([1_311_750, 2_061_150, 1_200_000]);
});

test("a published policy pays over columns", () => {
  const ratings = [
    "communication",
    "relationships",
    "market-development",
    "business-knowledge",
    "adaptability",
    "teamwork",
  ];
  const { pay, notOverColumns } = batch(keyAccountManagers)({
    period: "2026-Q4",
    pay: true,
    columns: {
      tier: ["junior", "senior"],
      ...Object.fromEntries(ratings.map((id) => [`evidence.${id}`, Float64Array.of(3.25, 4.5)])),
      "evidence.sales.actual": Float64Array.of(80_000.5, 900_000),
      "evidence.sales.target": Float64Array.of(100_000, 1_000_000),
      "evidence.customers.actual": Int32Array.of(18, 22),
      "evidence.customers.target": Int32Array.of(20, 20),
      "evidence.satisfaction": ["79.995", "92.5"],
      "evidence.growth.actual": [0.04, 0.1],
      "evidence.growth.target": [0.05, 0.08],
      "evidence.delivery": [75, 90],
      experienceYears: [1, 7.5],
      "facts.violations": [0, 1],
    },
  });
  expect(notOverColumns).toBeUndefined();
  expect(Object.keys(pay?.lines ?? {})).toEqual([
    "basePay",
    "performanceBonus",
    "commission",
    "yearEndBonus",
    "phone",
    "festival",
  ]);
  expect(Array.from(pay?.lines.yearEndBonus?.units ?? [])).toEqual([600_000, 0]);
});
