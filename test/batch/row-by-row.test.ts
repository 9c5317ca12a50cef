import { expect, test } from "vitest";
import { type BatchInput, batch, batchRows } from "../../src/batch/index.js";
import { compilePolicy, type Policy } from "../../src/index.js";

const policy: Policy = {
  format: 1,
  id: "small",
  effectiveFrom: "2026-01-01",
  currency: "USD",
  axes: [
    {
      id: "results",
      bands: [{ id: "any" }],
      indicators: [{ id: "sales", weight: 1, measure: { kind: "rating", from: 1, to: 5 } }],
    },
  ],
  tiers: [{ id: "junior" }],
  matrix: {},
  adjustment: { cycle: "quarter" },
  incentives: [{ use: "basePay", table: [{ tier: "junior", amount: 3000 }] }],
};

const absence = { from: "2026-07-01", to: "2026-07-31" };
const columns: BatchInput["columns"] = {
  tier: ["junior", "junior", "junior", "junior", "junior"],
  "evidence.sales": Int8Array.of(3, 3, 3, 3, 3),
  absences: [null, [absence], [], [{ ...absence, to: "2026-06-30" }], null],
  employment: [null, null, null, null, { from: "2026-09-01" }],
};
const input = { period: "2026-Q3", pay: true, columns };

test("rows with absences or days of employment are paid as policy.pay pays them, and no others leave the columns", () => {
  const { pay, paths, issues } = batch(policy)(input);
  const one = compilePolicy(policy).pay?.({
    period: "2026-Q3",
    tier: "junior",
    absences: [absence],
    scores: { results: 50 },
  });
  expect(Array.from(pay?.total.units ?? [])).toEqual([
    900_000,
    Number(one?.total.times(100)),
    900_000,
    Number.NaN,
    293_478,
  ]);
  expect(paths).toEqual({ columns: 2, exact: 0, person: 2, failed: 1 });
  expect(issues.map(({ row, issues: own }) => [row, own[0]?.path.join(".")])).toEqual([[3, "absences.0.to"]]);
});

test("people as objects have them too", () => {
  const { absences, employment } = columns as Record<string, readonly never[]>;
  const rows = Array.from({ length: 5 }, (_, row) => ({
    tier: "junior",
    evidence: { sales: 3 },
    absences: absences?.[row],
    employment: employment?.[row],
  }));
  expect(batchRows(policy)({ period: "2026-Q3", pay: true, rows: rows as never })).toEqual(
    batch(policy)(input),
  );
});

test("what are no cells is an issue of the input", () => {
  const typed = { ...columns, absences: new Float64Array(5) };
  expect(() => batch(policy)({ ...input, columns: typed })).toThrow(/columns\.absences: expected/);
});
