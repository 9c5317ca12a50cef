import { readRationalText } from "../../kernel/rational.js";
import type { StepOf } from "../../program/program.js";
import { type BallForm, constantBall, MISSING } from "../forms/ball-form.js";
import type { Form } from "../forms/forms.js";
import { operate, type Planning } from "../forms/planning.js";
import { ballOf, emptyBalls } from "./ball-of.js";
import { bounded, hull } from "./bounds.js";
import { exactStep } from "./exact.js";

type Choice = StepOf<"minimum" | "at-most" | "first-present">;

/** One of several columns for each row: the least, the first that is there, or one held down. */
export function ballChoice(step: Choice, planning: Planning): Form {
  const names = step.step === "at-most" ? [step.of, ...step.limits] : step.of;
  const forms = names.map((column) => ballOf(planning, column));
  const out = emptyBalls();
  const exactAt = exactStep(step, planning);
  if (step.step === "first-present") {
    const otherwise = step.otherwise === undefined ? undefined : readRationalText(step.otherwise);
    const last = otherwise === undefined ? { middle: 0, radius: MISSING } : constantBall(otherwise);
    operate(planning, takeFirsts, out, forms, last);
    const constant = otherwise === undefined ? [] : [bounded([otherwise, otherwise])];
    return { ...out, ...bounded(hull([...forms, ...constant])), exactAt };
  }
  operate(planning, takeLeasts, out, forms, step.step === "at-most");
  return { ...out, ...bounded(hull(forms)), exactAt };
}

type Out = Pick<BallForm, "middle" | "radius">;

function takeFirsts(
  out: Out,
  forms: readonly BallForm[],
  last: { readonly middle: number; readonly radius: number },
  count: number,
): void {
  for (let row = 0; row < count; row += 1) takeFirst(out, forms, last, row);
}

function takeFirst(
  { middle, radius }: Out,
  forms: readonly BallForm[],
  last: { readonly middle: number; readonly radius: number },
  row: number,
): void {
  const found = forms.find((form) => (form.radius[row] as number) >= 0);
  middle[row] = found === undefined ? last.middle : (found.middle[row] as number);
  radius[row] = found === undefined ? last.radius : (found.radius[row] as number);
}

function takeLeasts(out: Out, forms: readonly BallForm[], isHeld: boolean, count: number): void {
  for (let row = 0; row < count; row += 1) takeLeast(out, forms, row, isHeld);
}

/** The least of those that are there is no further from its middle than any of them. */
function takeLeast({ middle, radius }: Out, forms: readonly BallForm[], row: number, isHeld: boolean): void {
  let least = Number.POSITIVE_INFINITY;
  let furthest = MISSING;
  for (const form of forms) {
    const own = form.radius[row] as number;
    if (own < 0) continue;
    least = Math.min(least, form.middle[row] as number);
    furthest = Math.max(furthest, own);
  }
  const isMissing = furthest < 0 || (isHeld && ((forms[0] as BallForm).radius[row] as number) < 0);
  middle[row] = isMissing ? 0 : least;
  radius[row] = isMissing ? MISSING : furthest;
}
