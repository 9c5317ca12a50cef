import { allConditions, type CheckedRules } from "../../adjustment/rules.js";
import { readNumber } from "../../kernel/number.js";
import { add, type Rational } from "../../kernel/rational.js";
import type { CheckedAxis } from "../policy.js";

/** Where something begins on an axis: bands, thresholds of conditions, and rises from the present score. */
export function cornersOf(
  { id: axis, bands }: CheckedAxis,
  rules: CheckedRules,
  present: Rational,
): readonly Rational[] {
  return [
    ...bands.flatMap(({ from }) => (from === undefined ? [] : [readNumber(from)])),
    ...allConditions(rules).flatMap((one) => {
      if ("score" in one && one.axis === axis) return [readNumber(one.score)];
      return "by" in one && one.axis === axis ? [add(present, readNumber(one.by))] : [];
    }),
  ];
}
