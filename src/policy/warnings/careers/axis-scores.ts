import { allConditions, type CheckedRules } from "../../../adjustment/rules.js";
import { readNumber } from "../../../kernel/number.js";
import {
  add,
  compare,
  divide,
  floor,
  greater,
  lesser,
  multiply,
  ONE,
  type Rational,
  rational,
  subtract,
  ZERO,
} from "../../../kernel/rational.js";
import type { CheckedAxis, CheckedPolicy } from "../../policy.js";
import type { ScoreRange } from "../ranges.js";

/** The scores on an axis: their ends, the step from one to the next, and those at which something begins. */
export interface AxisScores {
  readonly axis: string;
  readonly lowest: Rational;
  readonly highest: Rational;
  readonly step: Rational;
  /** In rising order, the ends included. */
  readonly corners: readonly Rational[];
}

/** The scores on an axis, with the least scores that bands, gates and levels ask for, and those of `more`. */
export function scoresOn(
  axis: CheckedAxis,
  policy: CheckedPolicy,
  rules: CheckedRules,
  range: ScoreRange,
  more: readonly Rational[],
): AxisScores {
  const step = stepOf(axis);
  const conditions = allConditions(rules).filter((one) => "axis" in one && one.axis === axis.id);
  const levels = conditions.flatMap((one) => ("score" in one ? [readNumber(one.score)] : []));
  const changes = conditions.flatMap((one) => ("by" in one ? [readNumber(one.by)] : []));
  const gates = (policy.matrix.gates ?? []).flatMap(({ axis: of, atLeast }) =>
    of === axis.id && atLeast !== undefined ? [readNumber(atLeast)] : [],
  );
  const starts = [...beginsOf(axis, range), ...gates, ...levels, ...more].map((one) => roundedUp(one, step));
  const own = starts.length === 0 ? [ZERO] : starts;
  const room = add(ONE, multiply(changes.reduce(greater, ZERO), rational(4n)));
  const first = axis.relative === undefined ? axis.bands[0]?.from : undefined;
  const ends = {
    lowest: range.lowest ?? subtract(own.reduce(lesser), room),
    highest: range.highest ?? add(own.reduce(greater), room),
  };
  const lowest = first === undefined ? ends.lowest : greater(ends.lowest, readNumber(first));
  const scores = { axis: axis.id, lowest, highest: ends.highest, step };
  const corners = [lowest, ...own, ends.highest].filter((one) => isInside(one, scores));
  return { ...scores, corners: inRisingOrder(corners) };
}

/** Where the bands of an axis begin, and where a margin keeps them. */
function beginsOf(axis: CheckedAxis, range: ScoreRange): readonly Rational[] {
  const fixed = axis.bands.flatMap(({ from }) => (from === undefined ? [] : [readNumber(from)]));
  const begins = axis.relative === undefined ? fixed : relativeBegins(axis, range);
  const margin = readNumber(axis.margin ?? 0);
  return [...begins, ...begins.map((one) => subtract(one, margin))];
}

/** Where bands that depend on a group are tried to begin: at equal distances. */
export function relativeBegins({ bands, ...axis }: CheckedAxis, range: ScoreRange): readonly Rational[] {
  const lowest = range.lowest ?? ZERO;
  const width = subtract(range.highest ?? add(lowest, rational(100n)), lowest);
  const share = (index: number) => rational(BigInt(index + 1), BigInt(bands.length));
  return bands
    .slice(1)
    .map((_, index) => roundedUp(add(lowest, multiply(width, share(index))), stepOf(axis)));
}

function stepOf({ scoreDecimals }: Pick<CheckedAxis, "scoreDecimals">): Rational {
  return rational(1n, 10n ** BigInt(scoreDecimals));
}

/** The least score that is not below a value. */
export function roundedUp(value: Rational, step: Rational): Rational {
  const whole = multiply(step, rational(floor(divide(value, step))));
  return compare(whole, value) < 0 ? add(whole, step) : whole;
}

/** The least score that is above a value. */
export function justAbove(value: Rational, step: Rational): Rational {
  return add(multiply(step, rational(floor(divide(value, step)))), step);
}

export function isInside(
  score: Rational,
  { lowest, highest }: Pick<AxisScores, "lowest" | "highest">,
): boolean {
  return compare(score, lowest) >= 0 && compare(score, highest) <= 0;
}

/** Whether a score is in a range, which may have no ends. */
export function isWithin(score: Rational, { lowest = score, highest = score }: ScoreRange): boolean {
  return isInside(score, { lowest, highest });
}

export function inRisingOrder(numbers: readonly Rational[]): readonly Rational[] {
  const sorted = [...numbers].sort(compare);
  return sorted.filter((one, index) => index === 0 || compare(one, sorted[index - 1] as Rational) !== 0);
}
