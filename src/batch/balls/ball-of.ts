import { type Rational, rational } from "../../kernel/rational.js";
import { type BallForm, type Bounds, ERROR, floatOf, putBall, putMissing } from "../forms/ball-form.js";
import type { NumberForm } from "../forms/forms.js";
import { numberForm, numbers, operate, type Planning } from "../forms/planning.js";
import { exactOf } from "./exact.js";

/** A column of numbers as balls; whole numbers become balls once for all steps that ask for them. */
export function ballOf(planning: Planning, column: string): BallForm {
  const form = planning.columns.get(column);
  if (form?.type === "ball") return form;
  const known = planning.balls.get(column);
  if (known !== undefined) return known;
  const whole = numberForm(planning, column);
  const made: BallForm = { ...emptyBalls(), bounds: boundsOf(whole), exactAt: exactOf(planning, column) };
  operate(planning, writeBalls, made, whole, factorsOf(whole));
  planning.balls.set(column, made);
  return made;
}

/** The middles and radii of a new column. */
export function emptyBalls(): Pick<BallForm, "type" | "middle" | "radius"> {
  return { type: "ball", middle: numbers(), radius: numbers() };
}

/** By what whole numbers are multiplied, what is added, and whether neither changes them. */
interface Factors {
  readonly factor: number;
  readonly constant: number;
  readonly isWhole: boolean;
}

function factorsOf({ num, den, plus = 0n, by }: NumberForm): Factors {
  return {
    factor: floatOf(rational(num, den)),
    constant: floatOf(rational(plus, den)),
    isWhole: num === 1n && den === 1n && plus === 0n && by === undefined,
  };
}

/** Makes balls: n * num / (den * by) + plus / den, with the errors of each operation. */
function writeBalls(
  out: Pick<BallForm, "middle" | "radius">,
  { n, by }: NumberForm,
  { factor, constant, isWhole }: Factors,
  count: number,
): void {
  for (let row = 0; row < count; row += 1) {
    const whole = n[row] as number;
    if (Number.isNaN(whole)) putMissing(out, row);
    else if (isWhole) {
      out.middle[row] = whole;
      out.radius[row] = 0;
    } else {
      const divisor = by === undefined ? 1 : (by.n[row] as number);
      const product = (whole * factor) / divisor;
      putBall(out, row, product + constant, 4 * ERROR * (Math.abs(product) + Math.abs(constant)));
    }
  }
}

/** A divisor is at least 1, so that a quotient lies between its numerator and 0. */
function boundsOf({ least, most, num, den, plus = 0n, by, values }: NumberForm): Bounds {
  if (values !== undefined) return values;
  const at = (n: bigint): Rational => rational(n * num + plus, den);
  const ends = [at(least), at(most)];
  const [low, high] = num < 0n ? ends.reverse() : ends;
  const [lower, higher] = [low as Rational, high as Rational];
  if (by === undefined) return [lower, higher];
  return [lower.n > 0n ? rational(0n) : lower, higher.n < 0n ? rational(0n) : higher];
}
