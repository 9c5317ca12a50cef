import type { Rational } from "../../kernel/rational.js";
import type { Value } from "../../program/interpreter.js";

/** The exact value of a column in a row of the block that is not set aside. */
export type ExactAt = (row: number) => Value;

/**
 * Numbers of one block as balls, as ball arithmetic has them: the value of a row is at most `radius` away from `middle`. A radius below zero is a missing number, and that is always known
 * exactly; an infinite one says nothing. Who cannot decide by a ball asks for the exact value.
 */
export interface BallForm {
  readonly type: "ball";
  readonly middle: Float64Array;
  readonly radius: Float64Array;
  /** The least and the greatest value of any row that is not set aside, where they are known. */
  readonly bounds?: Bounds;
  readonly exactAt: ExactAt;
}

/** The least and the greatest value. */
export type Bounds = readonly [Rational, Rational];

/** The radius of a missing number. */
export const MISSING = -1;

/** Twice the greatest relative error of one operation: the errors of a radius itself are within the other half. */
export const ERROR = 2 ** -52;
/** More than all that underflows on the way to one ball. */
const UNDERFLOW = 2 ** -1000;
/** Makes up for the rounding of up to a thousand operations on a radius. */
const GROWTH = 1 + 2 ** -40;

/** Writes one ball; what is not finite says nothing. */
export function putBall(
  { middle, radius }: Pick<BallForm, "middle" | "radius">,
  row: number,
  value: number,
  error: number,
): void {
  const bound = error * GROWTH + UNDERFLOW;
  const isKnown = bound < Number.POSITIVE_INFINITY && Math.abs(value) < Number.POSITIVE_INFINITY;
  middle[row] = isKnown ? value : 0;
  radius[row] = isKnown ? bound : Number.POSITIVE_INFINITY;
}

export function putMissing({ middle, radius }: Pick<BallForm, "middle" | "radius">, row: number): void {
  middle[row] = 0;
  radius[row] = MISSING;
}

/** A number as a float, with a relative error of less than 2 `ERROR`; NaN where it is too large or too small for that. */
export function floatOf({ n, d }: Rational): number {
  if (n === 0n) return 0;
  const value = Number(n) / Number(d);
  const size = Math.abs(value);
  return size > UNDERFLOW && size < Number.POSITIVE_INFINITY ? value : Number.NaN;
}

/** A constant as a ball: whether a float is it exactly. */
export function constantBall(number: Rational): { readonly middle: number; readonly radius: number } {
  const middle = floatOf(number);
  const isExact = number.d === 1n && Number.isSafeInteger(middle);
  return { middle, radius: isExact ? 0 : Math.abs(middle) * 2 * ERROR };
}
