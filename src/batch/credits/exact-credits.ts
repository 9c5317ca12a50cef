import { exactSums } from "../../incentives/commission/exact-sums.js";
import type { CommissionPlan } from "../../incentives/commission/plan.js";
import { sumColumns } from "../../incentives/commission/sum-columns.js";
import { rationalText } from "../../kernel/rational.js";
import { isAbsent } from "../../scoring/evidence.js";
import type { InputColumn } from "../columns/columns.js";
import { valuesOf } from "../columns/rows.js";
import { BLOCK } from "../forms/forms.js";

/** What the one-person function makes of the credits of a row. */
export interface ExactCredits {
  readonly number: number;
  /** The sums as texts, by column. */
  readonly sums: ReadonlyMap<string, string>;
}

/** The credits of a row; none where it has no list, wrong where something is wrong with one of them. */
export type ExactCreditsAt = (row: number) => ExactCredits | "none" | "wrong";

/** So many sums are kept, so that they are worked out once for all columns that are one of them. */
const KEPT = 2 ** 20;

export function exactCreditsAt(plan: CommissionPlan, column: InputColumn): ExactCreditsAt {
  const creditsAt = valuesOf(column);
  const room = Math.max(BLOCK, Math.floor(KEPT / Math.max(1, sumColumns(plan).length)));
  const kept: { readonly row: number; readonly found: ReturnType<ExactCreditsAt> }[] = [];
  return (row) => {
    const known = kept[row % room];
    if (known?.row === row) return known.found;
    const found = exactIn(plan, creditsAt(row));
    kept[row % room] = { row, found };
    return found;
  };
}

function exactIn(plan: CommissionPlan, credits: unknown): ReturnType<ExactCreditsAt> {
  if (isAbsent(credits)) return "none";
  const sums = exactSums(plan, credits);
  if (sums === undefined) return "wrong";
  return {
    number: (credits as readonly unknown[]).length,
    sums: new Map(sums.map(([column, sum]) => [column, rationalText(sum)])),
  };
}
