import * as z from "zod/mini";
import { comparePeriods, periodEnd, periodUnit } from "../kernel/calendar.js";
import { type Decimal, exactDecimal } from "../kernel/decimal.js";
import type { Path } from "../kernel/errors.js";
import { id, inputNumber, period } from "../kernel/fields.js";
import { label, labels } from "../kernel/label.js";
import { readNumber } from "../kernel/number.js";
import { type Rational, rationalText } from "../kernel/rational.js";
import type { Report } from "../kernel/report.js";
import { type Checked, lazySchema, type Written } from "../kernel/schema.js";
import { show, showChoices } from "../kernel/show.js";
import type { CheckedRules } from "./rules.js";
import { type PastReview, standingSchema } from "./standing.js";
import type { ReviewedPeriod } from "./triggers.js";

/** The schema of what goes into a decision. */
export const adjustmentInputSchema = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    period: period(),
    standing: standingSchema(),
    placement: z.object({
      scores: z.record(z.string(), inputNumber()),
      cell: z.optional(
        z.object({
          tier: z.optional(id()),
          move: z.optional(z.enum(["up", "stay", "down"])),
          actions: z.optional(labels()),
        }),
      ),
      gates: z.optional(z.array(z.object({ id: id(), label: z.optional(label()), passed: z.boolean() }))),
    }),
  }),
);

/**
 * A standing, the placement of the period (or its scores alone), and the period.
 *
 * @useDeclaredType
 */
export type AdjustmentInput = Written<typeof adjustmentInputSchema>;

/** The same after the check, with defaults filled in. */
export type CheckedInput = Checked<typeof adjustmentInputSchema>;

/** Notes what the schema cannot see in an input. */
export function checkInput(
  { period: present, standing, placement }: CheckedInput,
  rules: CheckedRules,
  tiers: ReadonlyMap<string, number>,
  axes: ReadonlySet<string>,
  report: Report,
): void {
  if (periodUnit(present) !== rules.cycle) {
    report.add(
      ["period"],
      "wrong-cycle",
      `expected a ${rules.cycle}, as the rules review by ${rules.cycle}, got ${show(present)}`,
    );
    return;
  }
  const expected = `expected ${showChoices([...tiers.keys()])}`;
  if (!tiers.has(standing.tier)) {
    report.add(["standing", "tier"], "unknown-tier", `${show(standing.tier)} is not a tier: ${expected}`, {
      tier: standing.tier,
    });
  }
  const named = placement.cell?.tier;
  if (named !== undefined && !tiers.has(named)) {
    report.add(["placement", "cell", "tier"], "unknown-tier", `${show(named)} is not a tier: ${expected}`, {
      tier: named,
    });
  }
  if (standing.since > periodEnd(present)) {
    const message = `expected a day before the end of ${present}, got ${show(standing.since)}`;
    report.add(["standing", "since"], "since-after-period", message);
  }
  for (const [index, past] of standing.history.entries()) {
    const here = ["standing", "history", index];
    const later = standing.history[index + 1]?.period ?? present;
    if (periodUnit(past.period) !== rules.cycle) {
      report.add([...here, "period"], "wrong-cycle", `expected a ${rules.cycle}, got ${show(past.period)}`);
    } else if (comparePeriods(past.period, later) >= 0) {
      const message = `expected reviews in order, each period once: ${past.period} is not before ${later}`;
      report.add(
        index === standing.history.length - 1 ? ["period"] : [...here, "period"],
        "period-not-after",
        message,
      );
    }
    checkScores(past.scores, axes, [...here, "scores"], report);
  }
  checkScores(placement.scores, axes, ["placement", "scores"], report);
}

function checkScores(
  scores: Readonly<Record<string, unknown>>,
  axes: ReadonlySet<string>,
  path: Path,
  report: Report,
): void {
  for (const axis of axes) {
    if (!Object.hasOwn(scores, axis))
      report.add([...path, axis], "score-missing", `a condition needs the score of ${show(axis)}`);
  }
}

/** The scores of one review, exact. */
export function readScores(scores: CheckedInput["placement"]["scores"]): ReadonlyMap<string, Rational> {
  return new Map(Object.entries(scores).map(([axis, score]) => [axis, readNumber(score)]));
}

/** One review as the standing keeps it. */
export function writeReview({ period: reviewed, scores, proposal }: ReviewedPeriod): PastReview {
  return {
    period: reviewed,
    scores: Object.fromEntries([...scores].map(([axis, score]) => [axis, lossless(score)])),
    proposal,
  };
}

function lossless(score: Rational): Decimal | string {
  const text = rationalText(score);
  return text.includes("/") ? text : exactDecimal(score);
}
