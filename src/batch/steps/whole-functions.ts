import type { Piece, Piecewise } from "../../kernel/piecewise.js";
import { compare, divide, multiply, type Rational, rational, ZERO } from "../../kernel/rational.js";
import {
  absolute,
  ceilingDivide,
  fits,
  floorDivide,
  greater,
  leastCommonMultiple,
  lesser,
  type NumberForm,
  sizeOf,
} from "../forms/forms.js";

/** One piece over whole numbers: it holds from `from` on, and its value is a polynomial of n over the common denominator. */
export interface WholePiece {
  readonly from?: Rational;
  readonly includesFrom: boolean;
  readonly coefficients: readonly [bigint, bigint, bigint];
}

/** A function whose pieces have one denominator. */
export interface WholeFunction {
  readonly den: bigint;
  readonly pieces: readonly WholePiece[];
}

/** The pieces of a function of n * num / den, as polynomials of n with one denominator. */
export function wholeFunction({ pieces }: Piecewise, { num, den }: NumberForm): WholeFunction {
  const unit = rational(num, den);
  const powers = [rational(1n), unit, multiply(unit, unit)];
  const written = joined(pieces).map(({ from, includesFrom, coefficients }) => ({
    ...(from === undefined ? {} : { from: divide(from, unit) }),
    includesFrom,
    exact: powers.map((power, index) => multiply(coefficients[index] ?? ZERO, power)),
  }));
  const common = written
    .flatMap(({ exact }) => exact)
    .reduce((all, { d }) => leastCommonMultiple(all, d), 1n);
  return {
    den: common,
    pieces: written.map(({ exact, ...piece }) => ({
      ...piece,
      coefficients: exact.map(({ n, d }) => n * (common / d)) as unknown as WholePiece["coefficients"],
    })),
  };
}

/** Pieces that go on with the same polynomial are one. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const same = (a: Piece, b: Piece | undefined) =>
    b !== undefined &&
    [0, 1, 2].every((power) => compare(a.coefficients[power] ?? ZERO, b.coefficients[power] ?? ZERO) === 0);
  return pieces.filter((piece, index) => index === 0 || !same(piece, pieces[index - 1]));
}

/** The least whole number of a piece. */
export function firstOf({
  from,
  includesFrom,
}: Pick<WholePiece, "from" | "includesFrom">): bigint | undefined {
  if (from === undefined) return undefined;
  return includesFrom ? ceilingDivide(from.n, from.d) : floorDivide(from.n, from.d) + 1n;
}

/** The least and the greatest value between two whole numbers, where all that is worked out on the way is exact. */
export function valueBounds(
  pieces: readonly WholePiece[],
  least: bigint,
  most: bigint,
): Pick<NumberForm, "least" | "most"> | undefined {
  const ends: bigint[] = [];
  for (const [index, piece] of pieces.entries()) {
    const first = firstOf(piece) ?? least;
    const next = pieces[index + 1];
    const last = next === undefined ? most : (firstOf(next) as bigint) - 1n;
    const [from, to] = [first > least ? first : least, last < most ? last : most];
    if (from > to) continue;
    const [constant, linear, square] = piece.coefficients;
    const size = sizeOf({ least: from, most: to });
    const inner = absolute(linear) + size * absolute(square);
    if (!fits(inner, size * inner, absolute(constant) + size * inner)) return undefined;
    const at = (n: bigint) => constant + n * (linear + n * square);
    ends.push(at(from), at(to));
    if (square !== 0n) ends.push(constant - size * inner, constant + size * inner);
  }
  if (ends.length === 0) return { least: 0n, most: 0n };
  return { least: lesser(ends), most: greater(ends) };
}
