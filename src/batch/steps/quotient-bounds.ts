import type { Piece, Piecewise } from "../../kernel/piecewise.js";
import { add, greater, lesser, multiply, type Rational, ZERO } from "../../kernel/rational.js";
import { ceilingDivide, floorDivide, type NumberForm } from "../forms/forms.js";

/** The least and the greatest value of a function of lines whose first and last pieces are level, or which begins at a quotient that cannot be below zero. */
export function quotientBounds(
  { pieces }: Piecewise,
  { least }: NumberForm,
): readonly [Rational, Rational] | undefined {
  const last = pieces.at(-1) as Piece;
  if ((last.coefficients[1] ?? ZERO).n !== 0n) return undefined;
  const first = pieces[0] as Piece;
  const start = least >= 0n ? ZERO : undefined;
  if ((first.coefficients[1] ?? ZERO).n !== 0n && start === undefined) return undefined;
  const ends = pieces.flatMap(({ from, coefficients }, index) => {
    const [constant = ZERO, linear = ZERO] = coefficients;
    const at = (x: Rational | undefined) => (x === undefined ? [] : [add(constant, multiply(linear, x))]);
    return linear.n === 0n ? [constant] : [...at(from ?? start), ...at(pieces[index + 1]?.from)];
  });
  return [ends.reduce(lesser), ends.reduce(greater)];
}

/** A value times the common denominator and the greatest divisor, away from zero. */
export function outward(value: Rational, den: bigint, divisor: bigint, isLeast: boolean): bigint {
  const whole = value.n * den;
  if (isLeast) return whole >= 0n ? 0n : floorDivide(whole * divisor, value.d);
  return whole <= 0n ? 0n : ceilingDivide(whole * divisor, value.d);
}
