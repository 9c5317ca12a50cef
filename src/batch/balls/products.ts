import { type Rational, readRationalText } from "../../kernel/rational.js";
import type { StepOf } from "../../program/program.js";
import { type BallForm, constantBall, ERROR, putBall, putMissing } from "../forms/ball-form.js";
import type { Form } from "../forms/forms.js";
import { operate, type Planning } from "../forms/planning.js";
import { ballOf, emptyBalls } from "./ball-of.js";
import { bounded, productBounds } from "./bounds.js";
import { exactStep } from "./exact.js";

export function ballProduct(step: StepOf<"product">, planning: Planning): Form {
  const forms = step.of.map((column) => ballOf(planning, column));
  const out = emptyBalls();
  operate(planning, multiplyBalls, out, forms);
  return { ...out, ...bounded(productBounds(forms)), exactAt: exactStep(step, planning) };
}

type Out = Pick<BallForm, "middle" | "radius">;

function multiplyBalls(out: Out, forms: readonly BallForm[], count: number): void {
  for (let row = 0; row < count; row += 1) {
    let value = 1;
    let error = 0;
    let isMissing = false;
    for (const { middle, radius } of forms) {
      const x = middle[row] as number;
      const r = radius[row] as number;
      if (r < 0) isMissing = true;
      const product = value * x;
      error =
        Math.abs(value) * r + error * (Math.abs(x) + r) + ERROR * Math.abs(product) + 4 * Number.MIN_VALUE;
      value = product;
    }
    if (isMissing) putMissing(out, row);
    else putBall(out, row, value, error);
  }
}

/** Rows whose divisor is not positive are set aside, but where the step says what counts when it is zero. */
export function ballRatio(step: StepOf<"ratio">, planning: Planning): Form {
  const [top, bottom] = [ballOf(planning, step.of), ballOf(planning, step.by)];
  const out = emptyBalls();
  const whenZero = step.whenZero === undefined ? undefined : constantBall(readRationalText(step.whenZero));
  operate(planning, divideBalls, out, top, bottom, planning.aside, whenZero);
  return { ...out, exactAt: exactStep(step, planning) };
}

function divideBalls(
  out: Out,
  top: BallForm,
  bottom: BallForm,
  aside: Uint8Array,
  whenZero: ReturnType<typeof constantBall> | undefined,
  count: number,
): void {
  for (let row = 0; row < count; row += 1) {
    const a = top.middle[row] as number;
    const r = top.radius[row] as number;
    const b = bottom.middle[row] as number;
    const s = bottom.radius[row] as number;
    if (r < 0 || s < 0) putMissing(out, row);
    else if (b > 2 * s) {
      const value = a / b;
      putBall(out, row, value, (r + Math.abs(value) * s) / (b - s) + 2 * ERROR * Math.abs(value));
    } else {
      const divisor = aside[row] === 1 ? undefined : (bottom.exactAt(row) as Rational).n;
      if (divisor === 0n && whenZero !== undefined) putBall(out, row, whenZero.middle, whenZero.radius);
      else {
        if (divisor !== undefined && divisor <= 0n) aside[row] = 1;
        putBall(out, row, Number.NaN, Number.NaN);
      }
    }
  }
}
