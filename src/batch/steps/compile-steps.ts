import type { Step } from "../../program/program.js";
import type { Form, Refusal } from "../forms/forms.js";
import type { Planning } from "../forms/planning.js";
import { planBand } from "./bands.js";
import { planChoice } from "./choices.js";
import { planPiecewise } from "./functions.js";
import { planLookUp } from "./look-ups.js";
import { planWeightedMean } from "./means.js";
import { planProduct } from "./products.js";
import { planPiecewiseBy, planRatio } from "./quotients.js";
import { planRound } from "./rounding.js";
import { planWeightedSum } from "./sums.js";

/** Plans one step in whole numbers of 53 bits, or says why that cannot be done. */
export function planStep(step: Step, planning: Planning): Form | Refusal {
  switch (step.step) {
    case "ratio":
      return planRatio(step, planning);
    case "product":
      return planProduct(step, planning);
    case "weighted-sum":
      return planWeightedSum(step, planning);
    case "weighted-mean":
      return planWeightedMean(step, planning);
    case "minimum":
    case "at-most":
    case "first-present":
      return planChoice(step, planning);
    case "piecewise":
      return planPiecewise(step, planning);
    case "piecewise-by":
      return planPiecewiseBy(step, planning);
    case "round":
      return planRound(step, planning);
    case "band":
      return planBand(step, planning);
    case "look-up":
      return planLookUp(step, planning);
    case "geometric-mean":
    case "signed-root":
      return { because: "irrational" };
  }
}
