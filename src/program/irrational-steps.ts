import { fixedPoint, GUARD_DIGITS, roundIrrational } from "../kernel/irrational.js";
import {
  absolute,
  add,
  divide,
  floor,
  greater,
  negate,
  ONE,
  type Rational,
  ZERO,
} from "../kernel/rational.js";
import type { RoundingMode } from "../kernel/rounding.js";

/**
 * e to the mean of the logarithms, rounded as if exact; zero where a number of some weight is zero. No number is negative. What is left out of a power
 * of e grows with it, and so the digits before the point are worked out beside those after it.
 */
export function geometricMean(
  terms: readonly { readonly number: Rational; readonly weight: Rational }[],
  {
    total,
    least,
    decimals,
    mode,
  }: {
    readonly total: Rational;
    readonly least: Rational | undefined;
    readonly decimals: number;
    readonly mode: RoundingMode;
  },
): Rational {
  const counted = terms
    .filter(({ weight }) => weight.n !== 0n)
    .map(({ number, weight }) => ({
      number: least === undefined ? number : greater(number, least),
      weight: divide(weight, total),
    }));
  if (counted.some(({ number }) => number.n === 0n)) return ZERO;
  const largest = counted.map(({ number }) => number).reduce(greater, ONE);
  const point = fixedPoint(decimals + GUARD_DIGITS + floor(largest).toString().length);
  const power = counted.reduce(
    (all, { number, weight }) => all + (point.logarithm(number) * weight.n) / weight.d,
    0n,
  );
  return roundIrrational(point.value(point.exponential(power)), decimals, mode);
}

/** `plus` and the square root of a number's size with its sign, rounded as if exact. */
export function signedRoot(number: Rational, plus: Rational, decimals: number, mode: RoundingMode): Rational {
  const point = fixedPoint(decimals + GUARD_DIGITS);
  const root = point.value(point.squareRoot(absolute(number)));
  return roundIrrational(add(plus, number.n < 0n ? negate(root) : root), decimals, mode);
}
