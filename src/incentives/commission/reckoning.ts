import { evaluate } from "../../kernel/piecewise.js";
import { type Rational, sum } from "../../kernel/rational.js";
import { type Credit, sumsOf } from "./deals.js";
import { type ExactPart, runsOf, tableParts } from "./parts.js";
import type { CommissionPlan, Quantities } from "./plan.js";
import { earnedColumn } from "./program.js";
import { sumColumns } from "./sum-columns.js";
import { ownSum, type TableTotal, tableTotals } from "./total.js";

/** Columns of a program, by name. */
export type Columns = readonly (readonly [string, Rational])[];

/** What credits that are counted together come to, for the program, and the parts that it is made of. */
export interface Reckoning {
  readonly columns: Columns;
  readonly parts: readonly ExactPart[];
  /** What the tables that have credits count. */
  readonly totals: readonly TableTotal[];
  /** All that is paid on. */
  readonly paidOn: Rational;
  /** A count that is above the end of its table. */
  readonly above?: { readonly total: TableTotal; readonly count: Rational };
}

/**
 * Reckons credits that are counted together, for the columns that begin with `name`. `qualifying` is what a threshold looks at, and `quota` is above
 * zero where there is one.
 */
export function reckon(
  plan: CommissionPlan,
  credits: readonly Credit[],
  qualifying: Quantities,
  quota: Rational,
  name?: string,
): Reckoning {
  const totals = tableTotals(plan, credits, quota);
  const used = totals.filter(({ own }) => own.length > 0 || totals.length === 1);
  const above = used.map((total) => aboveEnd(plan, total, quota)).find((one) => one !== undefined);
  return {
    columns: [...earnedColumns(plan, totals, quota, name), ...summedColumns(plan, totals, qualifying, name)],
    parts: used.flatMap((total) => tableParts(plan, total, quota)),
    totals: used,
    paidOn: sumsOf(credits)[plan.paidOn],
    ...(above === undefined ? {} : { above }),
  };
}

/** The first count of a table that is above its end. */
function aboveEnd(plan: CommissionPlan, total: TableTotal, quota: Rational): Reckoning["above"] {
  const { rate } = total.table.rates;
  if (rate.to === undefined) return undefined;
  const running =
    plan.kind === "spread" ? runsOf(plan, total.total.credits, quota).map(({ high }) => high) : [];
  const count = [...running, total.total.count].find((one) => evaluate(rate, one) === undefined);
  return count === undefined ? undefined : { total, count };
}

/** The columns of what the tables count and pay on, or of what credits earn in turn. */
function earnedColumns(
  plan: CommissionPlan,
  totals: readonly TableTotal[],
  quota: Rational,
  name: string | undefined,
): Columns {
  if (plan.kind !== "spread") return [];
  return totals.map((one) => {
    const earned = sum(tableParts(plan, one, quota).map(({ exact }) => exact));
    return [earnedColumn(plan, one.table, name), earned];
  });
}

/** The columns of sums over credits. */
export function summedColumns(
  plan: CommissionPlan,
  totals: readonly TableTotal[],
  qualifying: Quantities,
  name?: string,
): Columns {
  return sumColumns(plan, name).map(({ column, quantity, over, turned }) => {
    if (over === "input") return [column, qualifying[quantity]];
    const one = totals[over === "together" ? 0 : over] as TableTotal;
    return [column, turned ? one.total.sums[quantity] : ownSum(one, quantity)];
  });
}
