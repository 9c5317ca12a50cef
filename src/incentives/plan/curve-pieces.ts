import { type Curve, polynomial } from "../../kernel/curve.js";
import { type Decimal, lossless, resultValue } from "../../kernel/decimal.js";
import { type Rational, readRationalText } from "../../kernel/rational.js";
import type { Stored } from "../../kernel/stored.js";

/** A number of a curve: a decimal, or a fraction text where the decimal does not end. */
export type CurveNumber = Decimal | string;

/** One piece of a payout curve: a polynomial of degree two at most, between two results. */
export interface PayoutPiece {
  readonly from: CurveNumber;
  readonly includesFrom: boolean;
  readonly to: CurveNumber;
  readonly includesTo: boolean;
  /** Constant, linear and square coefficient, as many as are needed: the pay before rounding. */
  readonly coefficients: readonly CurveNumber[];
  /** The pay before rounding at the ends of the piece, or where they are not included, what it comes to there. */
  readonly payFrom: CurveNumber;
  readonly payTo: CurveNumber;
}

/** Pay against result, as exact pieces in rising order, without holes. */
export interface PayoutCurve {
  readonly kind: "payout-curve";
  readonly currency: string;
  /** What the result is: an amount, units, a margin, an attainment, a score. */
  readonly result: string;
  /** The decimals of the grid on which results lie. */
  readonly resultDecimals: number;
  readonly from: Decimal;
  readonly to: Decimal;
  readonly pieces: readonly PayoutPiece[];
}

/** The pieces of a curve as plain data. */
export function writePieces(curve: Curve): readonly PayoutPiece[] {
  return curve.pieces.map(({ start, coefficients = [] }, index) => {
    const next = curve.pieces[index + 1]?.start ?? { x: curve.to, after: true };
    return {
      from: lossless(start.x),
      includesFrom: !start.after,
      to: lossless(next.x),
      includesTo: next.after,
      coefficients: coefficients.map(lossless),
      payFrom: lossless(polynomial(coefficients, start.x)),
      payTo: lossless(polynomial(coefficients, next.x)),
    };
  });
}

/** A curve that may have been stored as JSON, to compute with. */
export function readCurve(stored: PayoutCurve | Stored<PayoutCurve>): Curve {
  const { from, to, pieces } = stored as PayoutCurve;
  return {
    from: readCurveNumber(from),
    to: readCurveNumber(to),
    pieces: pieces.map((piece) => ({
      start: { x: readCurveNumber(piece.from), after: !piece.includesFrom },
      coefficients: piece.coefficients.map(readCurveNumber),
    })),
  };
}

export function readCurveNumber(value: CurveNumber): Rational {
  const text = String(value);
  return text.includes("/") ? readRationalText(text) : resultValue(value);
}
