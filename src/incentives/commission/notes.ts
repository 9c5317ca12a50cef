import { exactDecimal, shownDecimal } from "../../kernel/decimal.js";
import { readNumber, readRatio } from "../../kernel/number.js";
import { HUNDRED, multiply, type Rational } from "../../kernel/rational.js";
import type { LineNote, LinePart } from "../line.js";
import { type Count, isRatioCount } from "../rate-table/terms.js";
import { mirroredMode, roundedPartsNotes } from "../rounded-notes.js";
import type { LimitedDeal } from "./deals.js";
import type { Limits, Stages } from "./limited-parts.js";
import type { ExactPart } from "./parts.js";
import { type CommissionPlan, countOf, type Quantities } from "./plan.js";
import type { TableTotal } from "./total.js";

/** What the brackets of each table counted, where that is not plainly what is paid on. */
export function countNotes(
  plan: CommissionPlan,
  totals: readonly TableTotal[],
  quota: Rational,
): readonly LineNote[] {
  const { counts, counted, kind, shared, tables } = plan;
  if (kind === "direct" && counts !== "attainment") return [];
  return totals.slice(0, shared ? 1 : totals.length).map(({ table, total }) => {
    const of = tables.length === 1 || shared || table.id === undefined ? {} : { table: table.id };
    const count = countValue(
      counts,
      counts === "margin-percent" ? total.count : multiply(total.count, total.sign),
    );
    if (counts !== "attainment")
      return { kind: "commission-counted", values: { ...of, counts, counted: count } };
    const attained = exactDecimal(multiply(total.sums[counted], total.sign));
    const values = { ...of, quantity: counted, attained, quota: exactDecimal(quota), attainment: count };
    return { kind: "commission-attainment", values };
  });
}

/** That a threshold was not reached, or that only what exceeds it is paid on. */
export function thresholdNotes(
  { threshold }: CommissionPlan,
  { isBelowThreshold }: Stages,
  qualifying: Quantities,
  quota: Rational,
): readonly LineNote[] {
  if (threshold === undefined || (threshold.all && !isBelowThreshold)) return [];
  const { counts, counted, from, all } = threshold;
  const values = { counts, threshold: countValue(counts, from) };
  if (!all) return [{ kind: "commission-threshold-above", values }];
  const reached = countValue(counts, countOf(counts, counted, qualifying, quota));
  return [{ kind: "commission-threshold", values: { ...values, counted: reached } }];
}

/** What a cap or a floor changed. `of` is what they are of: a deal, or all. */
export function limitNotes(
  { qualified, capped, floored }: Stages,
  { cap, floor }: Limits,
  of: "deal" | "all",
): readonly LineNote[] {
  const named = of === "deal" ? "commission-deal" : "commission";
  const notes: LineNote[] = [];
  if (cap !== undefined && differs(qualified, capped))
    notes.push({
      kind: `${named}-cap`,
      values: {
        earned: exactDecimal(qualified),
        above: exactDecimal(readNumber(cap.above)),
        share: exactDecimal(readRatio(cap.share)),
      },
    });
  if (floor !== undefined && differs(capped, floored))
    notes.push({
      kind: `${named}-floor`,
      values: { earned: exactDecimal(capped), floor: exactDecimal(readNumber(floor)) },
    });
  return notes;
}

/** Very large deals that are credited only in part. */
export function dealNotes({ config }: CommissionPlan, limited: readonly LimitedDeal[]): readonly LineNote[] {
  return limited.map(({ deal, credited, counted }) => ({
    kind: "commission-deal-limit",
    values: {
      deal: deal.slice(deal.indexOf(" ") + 1),
      quantity: config.perDeal?.credited?.quantity ?? "amount",
      credited: exactDecimal(credited),
      counted: exactDecimal(counted),
    },
  }));
}

/** That parts sum to what they are of, where that moved one of them. `isTaken` says that they take away what was rounded before. */
export function partsNotes(
  { config: { currency, rounding } }: CommissionPlan,
  parts: readonly LinePart[],
  exact: readonly ExactPart[],
  isTaken = false,
): readonly LineNote[] {
  const mode = isTaken ? mirroredMode(rounding) : rounding;
  return roundedPartsNotes(
    parts,
    exact.map((part) => part.exact),
    currency,
    mode,
  );
}

function differs(a: Rational, b: Rational): boolean {
  return a.n !== b.n || a.d !== b.d;
}

/** A count as it is written: ratios in percent. */
function countValue(counts: Count, count: Rational) {
  return isRatioCount(counts) ? `${shownDecimal(multiply(count, HUNDRED))}%` : exactDecimal(count);
}
