import { add, divide, floor, multiply, negate, type Rational, rational, subtract } from "./rational.js";

/** The multiple of a unit at a number or next below it. */
export function atOrBelow(x: Rational, unit: Rational): Rational {
  return multiply(rational(floor(divide(x, unit))), unit);
}

/** The multiple of a unit at a number or next above it. */
export function atOrAbove(x: Rational, unit: Rational): Rational {
  return negate(atOrBelow(negate(x), unit));
}

/** The multiple of a unit next below a number. */
export function nextBelow(x: Rational, unit: Rational): Rational {
  return subtract(atOrAbove(x, unit), unit);
}

/** The multiple of a unit next above a number. */
export function nextAbove(x: Rational, unit: Rational): Rational {
  return add(atOrBelow(x, unit), unit);
}
