import { decimalFraction, powerOfTen, type Rational } from "./rational.js";

/**
 * The rounding modes by name. `half-up` (the default everywhere) goes away from zero on a tie, `half-even` to the even
 * neighbour (banker's rounding); `up` and `down` go away from and towards zero, `ceiling` and `floor` towards plus and
 * minus infinity.
 */
export const ROUNDING_MODES = [
  "half-up",
  "half-even",
  "half-down",
  "half-ceiling",
  "half-floor",
  "up",
  "down",
  "ceiling",
  "floor",
] as const;

/** The name of a rounding mode, such as `"half-up"`. */
export type RoundingMode = (typeof ROUNDING_MODES)[number];

/** Rounds to a whole multiple of 10^-decimals and returns how many of those units there are. */
export function roundToUnits(value: Rational, decimals: number, mode: RoundingMode): bigint {
  const scaled = value.n * powerOfTen(decimals);
  if (value.d === 1n) return scaled;
  const quotient = scaled / value.d;
  const remainder = scaled - quotient * value.d;
  if (remainder === 0n) return quotient;
  const below = remainder < 0n ? quotient - 1n : quotient;
  const twice = 2n * (remainder < 0n ? remainder + value.d : remainder);
  const againstHalf = Number(twice > value.d) - Number(twice < value.d);
  return goesUp(mode, againstHalf, below < 0n, below % 2n !== 0n) ? below + 1n : below;
}

/** Rounds to `decimals` digits after the point. */
export function round(value: Rational, decimals: number, mode: RoundingMode): Rational {
  return decimalFraction(roundToUnits(value, decimals, mode), decimals);
}

/** Whether a value strictly between a whole number and the next is rounded to the upper of the two: it lies below, at or above the half, and the lower one is negative or odd. */
export function goesUp(mode: RoundingMode, againstHalf: number, negative: boolean, odd: boolean): boolean {
  switch (mode) {
    case "up":
      return !negative;
    case "down":
      return negative;
    case "ceiling":
      return true;
    case "floor":
      return false;
    default:
      if (againstHalf !== 0) return againstHalf > 0;
  }
  switch (mode) {
    case "half-up":
      return !negative;
    case "half-down":
      return negative;
    case "half-ceiling":
      return true;
    case "half-floor":
      return false;
    case "half-even":
      return odd;
  }
}
