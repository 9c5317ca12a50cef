import { readNumber } from "../kernel/number.js";
import { add, greater, type Rational, subtract, ZERO } from "../kernel/rational.js";
import { conditionsFor } from "./conditions/condition.js";
import type { ConditionResult } from "./conditions/result.js";
import type { Condition } from "./conditions/schema.js";
import type { CheckedRules } from "./rules.js";
import type { Because } from "./sources.js";

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

/** What made a decision on a tier. */
interface Decided {
  readonly outcome: "promoted" | "demoted" | "retained" | "crossed";
  readonly because?: Because | undefined;
  readonly tier: string;
  readonly conditions: readonly ConditionResult[];
  readonly requirements: readonly ConditionResult[];
}

/** What a decision leaves of the points. */
export function pointsAfter(rules: CheckedRules, now: Rational, decided: Decided): Rational {
  const { points } = rules;
  if (points === undefined) return now;
  if (decided.outcome === "demoted") return points.onDemotion === "reset" ? ZERO : now;
  if (decided.outcome !== "promoted" || points.onPromotion === "keep") return now;
  return points.onPromotion === "reset" ? ZERO : subtract(now, pointsAsked(rules, decided));
}

/** The points that a promotion asked for: the most of the condition that moves the person and of the requirements. */
function pointsAsked(
  { promote }: CheckedRules,
  { because, tier, conditions, requirements }: Decided,
): Rational {
  if (because?.source !== "condition") return ZERO;
  const promotions = conditions.filter(({ purpose }) => purpose === "up");
  const moving = promotions.findIndex(({ id }) => id === because.id);
  const when = conditionsFor((promote?.when ?? []) as readonly Condition[], tier).slice(moving, moving + 1);
  const requires = (promote?.requires ?? []) as readonly Condition[];
  return greater(mostPoints(when, promotions.slice(moving), tier), mostPoints(requires, requirements, tier));
}

/** The most that conditions of points ask for that are met, those inside others too. */
function mostPoints(
  conditions: readonly Condition[],
  results: readonly ConditionResult[],
  tier: string,
): Rational {
  return conditionsFor(conditions, tier).reduce((most, condition, index) => {
    const { met, of = [] } = results[index] as ConditionResult;
    const own = condition.kind === "points" && met ? readNumber(condition.atLeast) : ZERO;
    const inside = "of" in condition ? mostPoints(condition.of, of, tier) : ZERO;
    return greater(most, greater(own, inside));
  }, ZERO);
}
