import { expect } from "vitest";
import { batch, type InputColumn } from "../../src/batch/index.js";
import type { Policy } from "../../src/index.js";
import { detailColumns } from "./columns.js";
import { onePerson, rowOf } from "./one-person.js";
import { isOfCredits, recordsOf, sayable } from "./records.js";

export const PERIOD = "2026-Q3";

/** A policy that pays commissions on the credits of sales. */
export const policyOf = (...commissions: readonly object[]) =>
  ({
    format: 1,
    id: "deals",
    effectiveFrom: "2026-01-01",
    currency: "USD",
    axes: [
      {
        id: "results",
        bands: [{ id: "low" }, { id: "high", from: 80 }],
        indicators: [{ id: "sales", weight: 1, measure: { kind: "attainment", target: 100_000 } }],
      },
    ],
    tiers: [{ id: "t" }],
    matrix: {},
    adjustment: { cycle: "quarter" },
    incentives: commissions.map((one) => ({ use: "commission", on: "sales", ...one })),
  }) as unknown as Policy;

/** Pays people who sold 50,000. */
export const paid = (policy: Policy, columns: Record<string, unknown>, rows: number) =>
  batch(policy)({
    period: PERIOD,
    pay: true,
    columns: {
      tier: Array(rows).fill("t"),
      "evidence.sales": new Float64Array(rows).fill(50_000),
      ...columns,
    } as Record<string, InputColumn>,
  });

export type Details = Readonly<Record<string, unknown>>;

/** Expects credits in cells and as records to come to what the one-person functions come to; the results of both. */
export function expectSame(policy: Policy, rows: readonly Details[]) {
  const alone = onePerson(policy, PERIOD);
  const cells = detailColumns(rows);
  const records = Object.entries(cells).map(([name, column]) => [
    name,
    isOfCredits(name) ? recordsOf(sayable(column), true) : column,
  ]);
  const found = [cells, Object.fromEntries(records)].map((columns) => paid(policy, columns, rows.length));
  for (const one of found)
    for (const [row, details] of rows.entries())
      expect(rowOf(one, row), JSON.stringify(details)).toEqual(alone({ sales: 50_000 }, "t", details));
  return found;
}

export const credit = (id: string, amount: unknown, more: object = {}) => ({ id, amount, ...more });
export const lists = (...found: readonly unknown[]) => found.map((list) => ({ "credits.sales": list }));
