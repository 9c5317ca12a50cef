import { allConditions, type CheckedRules } from "../../../adjustment/rules.js";
import { dayAfter, monthsAfter, nextPeriod, periodOf } from "../../../kernel/calendar.js";
import { readNumber } from "../../../kernel/number.js";
import {
  add,
  compare,
  divide,
  floor,
  multiply,
  type Rational,
  rational,
  rationalText,
  subtract,
  ZERO,
} from "../../../kernel/rational.js";
import type { CheckedPolicy } from "../../policy.js";
import type { ScoreRange } from "../ranges.js";
import { type AxisScores, scoresOn } from "./axis-scores.js";
import { namesOfPromotion, type Setting } from "./circumstances.js";
import { compileReviewer, type Person } from "./reviewer.js";

/** By axis: the least scores that are enough for the promotion scores that conditions ask for, with the other axes at either end. */
export function promotionStarts(
  policy: CheckedPolicy,
  rules: CheckedRules,
  settings: readonly Setting[],
  ranges: ReadonlyMap<string, ScoreRange>,
): ReadonlyMap<string, readonly Rational[]> {
  const levels = allConditions(rules).flatMap((one) =>
    one.kind === "promotion-score" ? [readNumber(one.atLeast)] : [],
  );
  if (levels.length === 0 || policy.promotionScore === undefined) return new Map();
  const names = namesOfPromotion(policy.promotionScore);
  const axes = policy.axes.map((axis) => scoresOn(axis, policy, rules, ranges.get(axis.id) ?? {}, []));
  const counted = axes.filter(({ axis }) => names.includes(axis));
  const scoreOf = promotionScorer(policy, rules);
  const facts = [...new Map(settings.map((one) => [JSON.stringify(one.facts), one])).values()];
  return new Map(
    counted.map((own) => {
      const starts = facts.flatMap((setting) =>
        (["lowest", "highest"] as const).flatMap((end) =>
          ["1", "1212"].flatMap((months) =>
            levels.flatMap((level) => {
              const others = Object.fromEntries(axes.map((one) => [one.axis, rationalText(one[end])]));
              const reaches = (score: Rational) => {
                const value = scoreOf(
                  { ...others, [own.axis]: rationalText(score) },
                  setting,
                  Number(months),
                );
                return value !== undefined && compare(value, level) >= 0;
              };
              return leastScore(own, reaches);
            }),
          ),
        ),
      );
      return [own.axis, starts];
    }),
  );
}

function promotionScorer(policy: CheckedPolicy, { cycle }: CheckedRules) {
  const reviewer = compileReviewer(policy);
  const period = nextPeriod(periodOf(policy.effectiveFrom, cycle));
  return (scores: Person["scores"], setting: Setting, months: number): Rational | undefined => {
    const since = monthsAfter(dayAfter(period), -months);
    const person = { ...setting, scores, indicators: {}, groups: {} };
    const score = reviewer.promotionScore(period, { tier: policy.tiers[0]?.id ?? "", since }, person);
    return score && readNumber(score.value);
  };
}

/** The least score on an axis that is enough, where not every one is; found by halves. */
function leastScore(
  { lowest, highest, step }: AxisScores,
  isEnough: (score: Rational) => boolean,
): readonly Rational[] {
  if (isEnough(lowest) || !isEnough(highest)) return [];
  const at = (steps: bigint) => add(lowest, multiply(step, rational(steps)));
  let [short, enough] = [0n, floor(divide(subtract(highest, lowest), step))];
  if (compare(subtract(highest, at(enough)), ZERO) > 0) enough += 1n;
  while (enough - short > 1n) {
    const half = (short + enough) / 2n;
    if (isEnough(at(half))) enough = half;
    else short = half;
  }
  return [at(enough)];
}
