import { readNumber } from "../kernel/number.js";
import { add, type Rational, subtract, ZERO } from "../kernel/rational.js";
import type { ConditionResult } from "./conditions/result.js";
import type { CheckedRules } from "./rules.js";

/** The points after a review, before its decision. */
export function collected(
  { points }: CheckedRules,
  before: Rational,
  at: Readonly<Record<string, string>> | undefined,
): Rational {
  const award = points?.awards.find((one) =>
    Object.entries(one.at).every(([axis, band]) => at?.[axis] === band),
  );
  return award === undefined ? before : add(before, readNumber(award.points));
}

/** What a decision leaves of the points. */
export function pointsAfter(
  { points }: CheckedRules,
  now: Rational,
  outcome: "promoted" | "demoted" | "retained" | "crossed",
  conditions: readonly ConditionResult[],
): Rational {
  if (outcome === "demoted") return points?.onDemotion === "reset" ? ZERO : now;
  if (outcome !== "promoted" || points?.onPromotion === "keep") return now;
  if (points?.onPromotion === "reset") return ZERO;
  const asked = conditions.find(({ purpose, kind, met }) => purpose === "up" && kind === "points" && met);
  return asked?.threshold === undefined ? now : subtract(now, readNumber(asked.threshold));
}
