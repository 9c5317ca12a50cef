import { ONE, rational, readRationalText } from "../../kernel/rational.js";
import type { StepOf } from "../../program/program.js";
import {
  type Form,
  fits,
  greater,
  lesser,
  type Refusal,
  sizeOf,
  withCommonDenominator,
} from "../forms/forms.js";
import * as kernels from "../forms/number-kernels.js";
import { numberForm, numbers, operate, type Planning } from "../forms/planning.js";
import { withoutDivisors } from "./divisors.js";
import { common } from "./sums.js";

export function planWeightedMean(step: StepOf<"weighted-mean">, planning: Planning): Form | Refusal {
  const { whole: parts } = withCommonDenominator(step.of.map(({ weight }) => readRationalText(weight)));
  const forms = step.of.map(({ column }) => numberForm(planning, column));
  return withoutDivisors(forms, () => {
    const { den, terms } = common(forms.map((form) => ({ form, weight: ONE })));
    const size = terms.reduce(
      (all, { least, most }, index) => all + sizeOf({ least, most }) * (parts[index] as bigint),
      0n,
    );
    const all = parts.reduce((so, part) => so + part, 0n);
    if (!fits(size, all) || parts.some((part) => part < 0n)) return { because: "too-large" };
    const [out, total] = [numbers(), numbers()];
    operate(planning, kernels.same, out, 0);
    operate(planning, kernels.same, total, 0);
    for (const [index, { form, factor }] of terms.entries()) {
      const part = parts[index] as bigint;
      if (part !== 0n)
        operate(planning, kernels.addPresent, out, total, form.n, Number(factor * part), Number(part));
    }
    operate(planning, kernels.missingWithout, out, total);
    return {
      type: "number",
      n: out,
      least: -size,
      most: size,
      num: 1n,
      den,
      by: { n: total, most: all > 0n ? all : 1n },
      values: [
        rational(lesser(terms.map(({ least }) => least)), den),
        rational(greater(terms.map(({ most }) => most)), den),
      ],
      mayMiss: true,
    };
  });
}
