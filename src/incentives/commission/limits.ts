import { readNumber, readRatio } from "../../kernel/number.js";
import type { Piece, Piecewise } from "../../kernel/piecewise.js";
import { compare, multiply, negate, ONE, type Rational, subtract, ZERO } from "../../kernel/rational.js";
import { mirrored } from "./mirror.js";
import type { CheckedCommission } from "./plan.js";

type Cap = NonNullable<CheckedCommission["cap"]>;

/** What is paid of a commission under a cap: what exceeds it counts by its share. What is taken back is capped as what was paid. */
export function capFunction(cap: Cap): Piecewise {
  const [above, share] = [readNumber(cap.above), readRatio(cap.share)];
  return mirrored({
    pieces: [
      { includesFrom: false, coefficients: [ZERO, ONE] },
      { from: above, includesFrom: false, coefficients: [multiply(above, subtract(ONE, share)), share] },
    ],
  });
}

/** The commission, or the floor where it is less. */
export function floorFunction(floor: number | string): Piecewise {
  const least = readNumber(floor);
  return {
    pieces: [
      { includesFrom: false, coefficients: [least] },
      { from: least, includesFrom: true, coefficients: [ZERO, ONE] },
    ],
  };
}

/** A deal's commission, or the floor where it is less and not nothing. What is taken back is at least the floor as well. */
export function dealFloorFunction(floor: number | string): Piecewise {
  const least = readNumber(floor);
  return mirrored({
    pieces: [
      { from: ZERO, includesFrom: false, coefficients: [least] },
      { from: least, includesFrom: true, coefficients: [ZERO, ONE] },
    ],
  });
}

/** Whether a threshold is reached, as 1 or 0; what is returned reaches it as what was sold does, but a ratio of margin has no such mirror. */
export function gateFunction(from: Rational, isSigned: boolean): Piecewise {
  const none: Piece = { includesFrom: false, coefficients: [ZERO] };
  const reached: Piece = { from, includesFrom: true, coefficients: [ONE] };
  if (!isSigned) return { pieces: [none, reached] };
  return {
    pieces: [
      { includesFrom: false, coefficients: [ONE] },
      { from: negate(from), includesFrom: false, coefficients: [ZERO] },
      reached,
    ],
  };
}

/** Whether a cap holds a commission back. */
export function isAbove(cap: Cap, commission: Rational): boolean {
  return compare(commission, readNumber(cap.above)) > 0;
}
