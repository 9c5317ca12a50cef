import { readRationalText } from "../../kernel/rational.js";
import type { StepOf, WeightedColumn } from "../../program/program.js";
import { type BallForm, ERROR, floatOf, putBall, putMissing } from "../forms/ball-form.js";
import type { Form } from "../forms/forms.js";
import { operate, type Planning } from "../forms/planning.js";
import { ballOf, emptyBalls } from "./ball-of.js";
import { bounded, hull, sumBounds } from "./bounds.js";
import { exactStep } from "./exact.js";
import { planExactly } from "./exactly.js";

/** Columns as balls, and the weight of each as a float. */
function termsOf(columns: readonly WeightedColumn[], planning: Planning) {
  return columns.map(({ column, weight }) => {
    const exact = readRationalText(weight);
    return { form: ballOf(planning, column), weight: exact, float: floatOf(exact) };
  });
}

export function ballWeightedSum(step: StepOf<"weighted-sum">, planning: Planning): Form {
  const terms = termsOf(step.of, planning);
  const out = emptyBalls();
  operate(planning, sumBalls, out, terms);
  return { ...out, ...bounded(sumBounds(terms)), exactAt: exactStep(step, planning) };
}

type Out = Pick<BallForm, "middle" | "radius">;
type Terms = readonly { readonly form: BallForm; readonly float: number }[];

function sumBalls(out: Out, terms: Terms, count: number): void {
  const perTerm = (8 + terms.length) * ERROR;
  for (let row = 0; row < count; row += 1) {
    let value = 0;
    let error = 0;
    let isMissing = false;
    for (const { form, float } of terms) {
      const radius = form.radius[row] as number;
      const product = float * (form.middle[row] as number);
      value += product;
      error += Math.abs(float) * radius + perTerm * Math.abs(product);
      if (radius < 0) isMissing = true;
    }
    if (isMissing) putMissing(out, row);
    else putBall(out, row, value, error);
  }
}

/** A weight below zero makes a divisor that may be zero: nothing but exact numbers says so. */
export function ballWeightedMean(step: StepOf<"weighted-mean">, planning: Planning): Form {
  const terms = termsOf(step.of, planning);
  if (terms.some(({ weight }) => weight.n < 0n)) return planExactly(step, planning);
  const counted = terms.filter(({ weight }) => weight.n > 0n);
  const out = emptyBalls();
  operate(planning, meanOfBalls, out, counted);
  return { ...out, ...bounded(hull(terms.map(({ form }) => form))), exactAt: exactStep(step, planning) };
}

function meanOfBalls(out: Out, counted: Terms, count: number): void {
  const perTerm = (16 + 2 * counted.length) * ERROR;
  for (let row = 0; row < count; row += 1) {
    let value = 0;
    let error = 0;
    let total = 0;
    let isMissing = true;
    for (const { form, float } of counted) {
      const radius = form.radius[row] as number;
      if (radius < 0) continue;
      const product = float * (form.middle[row] as number);
      value += product;
      error += float * radius + perTerm * Math.abs(product) + 4 * Number.MIN_VALUE;
      total += float;
      isMissing = false;
    }
    if (isMissing) putMissing(out, row);
    else putBall(out, row, value / total, total < Number.POSITIVE_INFINITY ? error / total : total);
  }
}
