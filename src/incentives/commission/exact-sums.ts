import { ONE } from "../../kernel/rational.js";
import { createReport } from "../../kernel/report.js";
import { parseInner } from "../../kernel/schema.js";
import { readGiven } from "./credits.js";
import { placeCredits, sumsOf } from "./deals.js";
import { commissionInput } from "./fields.js";
import { asksForQuota, type CommissionPlan } from "./plan.js";
import { type Columns, summedColumns } from "./reckoning.js";
import { tableTotals } from "./total.js";

/** The sums over credits that are counted together; undefined where something is wrong with a credit. */
export function exactSums(plan: CommissionPlan, credits: unknown): Columns | undefined {
  const report = createReport("invalid-input", "commission");
  const input = { credits, ...(asksForQuota(plan) ? { quota: 1 } : {}) };
  const checked = parseInner(commissionInput(), input, report);
  if (checked === undefined) return undefined;
  const { now } = readGiven(checked, plan, 0, report);
  if (report.count() > 0) return undefined;
  const placed = placeCredits(plan, now).credits;
  return summedColumns(plan, tableTotals(plan, placed, ONE), sumsOf(placed));
}
