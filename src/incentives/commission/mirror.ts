import type { Piece, Piecewise } from "../../kernel/piecewise.js";
import { compare, negate, type Rational, ZERO } from "../../kernel/rational.js";

/**
 * The odd function that a function is above zero: below zero the negative of what the same number above it gives, and nothing at zero. So what is returned takes back what the
 * same amount earned.
 */
export function mirrored({ pieces, to }: Piecewise): Piecewise {
  const upper = aboveZero(pieces);
  const corners = upper.map(({ from }) => from ?? ZERO);
  const lower = upper.map(({ coefficients }, index): Piece => {
    const end = corners[index + 1] ?? to;
    const flipped = coefficients.map((one, degree) => (degree === 1 ? one : negate(one)));
    const next = upper[index + 1];
    return end === undefined
      ? { includesFrom: false, coefficients: flipped }
      : { from: negate(end), includesFrom: next === undefined || !next.includesFrom, coefficients: flipped };
  });
  const all = [...lower.reverse(), ...atZero(upper)];
  return to === undefined ? { pieces: all } : { pieces: all, to };
}

/** The pieces from zero on; a piece that begins with nothing anyway begins at zero itself. */
function atZero([first, ...others]: readonly Piece[]): readonly Piece[] {
  const zero: Piece = { from: ZERO, includesFrom: true, coefficients: [ZERO] };
  if (first === undefined) return [zero];
  return first.coefficients[0]?.n === 0n
    ? [{ ...first, includesFrom: true }, ...others]
    : [zero, first, ...others];
}

/** The pieces above zero, of which the first begins just above it. */
function aboveZero(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.flatMap((piece, index) => {
    const next = pieces[index + 1]?.from;
    if (next !== undefined && compare(next, ZERO) <= 0) return [];
    return [startsAbove(piece.from) ? piece : { ...piece, from: ZERO, includesFrom: false }];
  });
}

function startsAbove(from: Rational | undefined): boolean {
  return from !== undefined && from.n > 0n;
}
