import type { Step } from "../../program/program.js";
import { columnsRead } from "../../program/rename.js";
import { type Form, refused } from "../forms/forms.js";
import { type Planning, sameIn, unreadForm } from "../forms/planning.js";
import { planStep } from "../steps/compile-steps.js";
import { ballBand } from "./bands.js";
import { ballChoice } from "./choices.js";
import { planExactly, planLabelsExactly } from "./exactly.js";
import { ballPiecewise, ballPiecewiseBy } from "./functions.js";
import { ballProduct, ballRatio } from "./products.js";
import { ballRound } from "./rounding.js";
import { ballWeightedMean, ballWeightedSum } from "./sums.js";

/** Plans one step in whole numbers of 53 bits where they hold all that it reads and makes, and in balls where they do not. */
export function planStepAnyway(step: Step, planning: Planning): Form {
  const readsBalls = columnsRead(step).some((column) => planning.columns.get(column)?.type === "ball");
  if (!readsBalls && !mayDivideByZero(step, planning)) {
    const form = planStep(step, planning);
    if (!refused(form)) return form;
  }
  return planBalls(step, planning);
}

/** Whether a divisor can be zero in some rows, for which the step says what counts: whole numbers set such rows aside. */
function mayDivideByZero(step: Step, planning: Planning): boolean {
  if (step.step !== "ratio" || step.whenZero === undefined) return false;
  const divisor = unreadForm(planning, step.by);
  return sameIn(divisor) === undefined && divisor.least < 1n;
}

function planBalls(step: Step, planning: Planning): Form {
  switch (step.step) {
    case "ratio":
      return ballRatio(step, planning);
    case "product":
      return ballProduct(step, planning);
    case "weighted-sum":
      return ballWeightedSum(step, planning);
    case "weighted-mean":
      return ballWeightedMean(step, planning);
    case "minimum":
    case "at-most":
    case "first-present":
      return ballChoice(step, planning);
    case "piecewise":
      return ballPiecewise(step, planning);
    case "piecewise-by":
      return ballPiecewiseBy(step, planning);
    case "round":
      return ballRound(step, planning);
    case "band":
      return ballBand(step, planning);
    case "look-up":
      return step.type === "label" ? planLabelsExactly(step, planning) : planExactly(step, planning);
    case "geometric-mean":
    case "signed-root":
      return planExactly(step, planning);
  }
}
