import { add, compare, divide, multiply, negate, type Rational, subtract, ZERO } from "./rational.js";

/** One piece: a polynomial of degree two at most (constant, linear, square coefficient) from a corner on. */
export interface Piece {
  /** Where the piece begins; without it, it has no lower end. */
  readonly from?: Rational;
  /** Whether `from` itself belongs to this piece, and not to the one before. */
  readonly includesFrom: boolean;
  readonly coefficients: readonly Rational[];
}

/**
 * A piecewise function with exact corners; jumps are allowed. Pieces are in rising order, each holds until the next begins,
 * the last until `to`, which belongs to it. Below the first piece and above `to` the function has no value.
 */
export interface Piecewise {
  readonly pieces: readonly Piece[];
  readonly to?: Rational;
}

/** A point of a line. */
export interface Point {
  readonly x: Rational;
  readonly y: Rational;
}

/** The position of the piece that holds at `x`, or -1 outside the function's range. */
export function pieceAt({ pieces, to }: Piecewise, x: Rational): number {
  if (to !== undefined && compare(x, to) > 0) return -1;
  for (let index = pieces.length - 1; index >= 0; index -= 1) {
    const { from, includesFrom } = pieces[index] as Piece;
    const difference = from === undefined ? 1 : compare(x, from);
    if (difference > 0 || (difference === 0 && includesFrom)) return index;
  }
  return -1;
}

/** The function's exact value at `x`, or undefined outside its range. */
export function evaluate(piecewise: Piecewise, x: Rational): Rational | undefined {
  const piece = piecewise.pieces[pieceAt(piecewise, x)];
  if (piece === undefined) return undefined;
  let value = ZERO;
  for (let degree = piece.coefficients.length - 1; degree >= 0; degree -= 1)
    value = add(multiply(value, x), piece.coefficients[degree] as Rational);
  return value;
}

/** The coefficients of the line through two points with different `x`. */
export function lineThrough(a: Point, b: Point): readonly Rational[] {
  const slope = divide(subtract(b.y, a.y), subtract(b.x, a.x));
  return [add(a.y, negate(multiply(slope, a.x))), slope];
}

/** The straight lines from point to point, in rising order of `x`: a function on the closed range from the first to the last. */
export function linesThrough(points: readonly Point[]): Piecewise {
  const pieces = points.slice(1).map((end, index) => {
    const start = points[index] as Point;
    return { from: start.x, includesFrom: true, coefficients: lineThrough(start, end) };
  });
  const last = points.at(-1);
  return last === undefined ? { pieces } : { pieces, to: last.x };
}

/** A point of lines that may jump: from the left they come to `below`, which is `y` where there is no jump. */
export interface Corner extends Point {
  readonly below?: Rational;
}

/** The straight lines from corner to corner, in rising order of `x`, on the closed range from the first to the last; at a jump `y` holds. */
export function linesWithJumps(corners: readonly Corner[]): Piecewise {
  const pieces = corners.slice(1).map((end, index) => {
    const start = corners[index] as Corner;
    return {
      from: start.x,
      includesFrom: true,
      coefficients: lineThrough(start, { x: end.x, y: end.below ?? end.y }),
    };
  });
  const last = corners.at(-1) as Corner;
  const end = { from: last.x, includesFrom: true, coefficients: [last.y] };
  return { pieces: last.below === undefined ? pieces : [...pieces, end], to: last.x };
}

/** The same function, whose first and last pieces go on without end. */
export function extended({ pieces }: Piecewise): Piecewise {
  return { pieces: pieces.map((piece, index) => (index === 0 ? withoutFrom(piece) : piece)) };
}

function withoutFrom({ coefficients }: Piece): Piece {
  return { includesFrom: false, coefficients };
}

/** The same function, continued below and above its range with the values at its ends. */
export function clamped(piecewise: Piecewise): Piecewise {
  const { pieces, to } = piecewise;
  const first = pieces[0]?.from;
  const continued = [...pieces];
  if (first !== undefined)
    continued.unshift({ includesFrom: false, coefficients: [evaluate(piecewise, first) ?? ZERO] });
  if (to !== undefined)
    continued.push({ from: to, includesFrom: false, coefficients: [evaluate(piecewise, to) ?? ZERO] });
  return { pieces: continued };
}
