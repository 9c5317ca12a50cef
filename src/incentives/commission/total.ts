import { multiply, ONE, type Rational, rational } from "../../kernel/rational.js";
import type { Quantity } from "../rate-table/terms.js";
import { type Credit, scaled, sumsOf } from "./deals.js";
import { type CommissionPlan, countOf, type PlanTable, type Quantities } from "./plan.js";

/** What is summed up together: the credits of one table, or those of all where totals are shared. */
export interface Total {
  readonly credits: readonly Credit[];
  readonly sums: Quantities;
  readonly count: Rational;
  /** -1 where more comes back than is sold; credits, sums and count are turned round then, as if the same had been sold. */
  readonly sign: Rational;
}

/** A table and what it pays on. */
export interface TableTotal {
  readonly table: PlanTable;
  /** The position of the table in the plan. */
  readonly position: number;
  /** What its brackets count. */
  readonly total: Total;
  /** Its own credits, turned round as the total is. */
  readonly own: readonly Credit[];
}

/** The totals of a plan's tables over credits that are counted together. */
export function tableTotals(
  plan: CommissionPlan,
  credits: readonly Credit[],
  quota: Rational,
): readonly TableTotal[] {
  const all = totalOf(plan, credits, quota);
  return plan.tables.map((table, position) => {
    const isOwn = (credit: Credit) => credit.table === position;
    const total = plan.shared ? all : totalOf(plan, credits.filter(isOwn), quota);
    return { table, position, total, own: total.credits.filter(isOwn) };
  });
}

function totalOf(plan: CommissionPlan, credits: readonly Credit[], quota: Rational): Total {
  const sums = sumsOf(credits);
  const [counted, paidOn] = [sums[plan.counted], sums[plan.paidOn]];
  const sign = isTurned(plan, counted.n < 0n, paidOn.n > 0n) ? rational(-1n) : ONE;
  const turned = scaled(sums, sign);
  return {
    credits:
      sign === ONE
        ? credits
        : credits.map((credit) => ({ ...credit, quantities: scaled(credit.quantities, sign) })),
    sums: turned,
    count: countOf(plan.counts, plan.counted, turned, quota),
    sign,
  };
}

/** Whether more comes back than is sold: less than nothing is counted, and not for a loss that is paid on. */
export function isTurned({ kind }: CommissionPlan, countsBelow: boolean, paysAbove: boolean): boolean {
  return countsBelow && (kind === "direct" || !paysAbove);
}

/** The sum of a quantity over a table's own credits, with its sign. */
export function ownSum({ total, own }: TableTotal, quantity: Quantity): Rational {
  return multiply(sumsOf(own)[quantity], total.sign);
}
