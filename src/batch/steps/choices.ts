import { ONE } from "../../kernel/rational.js";
import type { StepOf } from "../../program/program.js";
import {
  type Divisor,
  type Form,
  fits,
  greater,
  lesser,
  type NumberForm,
  type Refusal,
} from "../forms/forms.js";
import * as kernels from "../forms/number-kernels.js";
import {
  constantForm,
  noneForm,
  numberForm,
  numbers,
  operate,
  type Planning,
  unreadForm,
} from "../forms/planning.js";
import { sharedDivisor, valuesOf } from "./divisors.js";
import { common } from "./sums.js";

type Choice = StepOf<"minimum" | "at-most" | "first-present">;

/** One of several columns for each row: the least, the first that is there, or one held down. */
export function planChoice(step: Choice, planning: Planning): Form | Refusal {
  const isSome = (column: string) => unreadForm(planning, column).known !== "none";
  if (step.step === "at-most") {
    const limits = step.limits.filter(isSome);
    return limits.length === 0 ? unreadForm(planning, step.of) : chosen(step, [step.of, ...limits], planning);
  }
  const names = step.of.filter(isSome);
  if (step.step === "minimum") return names.length === 0 ? noneForm() : chosen(step, names, planning);
  const [first] = names;
  const { otherwise } = step;
  if (first === undefined) return otherwise === undefined ? noneForm() : constantForm(otherwise);
  const form = unreadForm(planning, first);
  if (!form.mayMiss || (names.length === 1 && otherwise === undefined)) return form;
  return chosen(step, names, planning, otherwise);
}

function chosen(
  step: Choice,
  names: readonly string[],
  planning: Planning,
  otherwise?: string,
): Form | Refusal {
  const others = otherwise === undefined ? [] : [constantForm(otherwise)];
  const shared = sharedDivisor([...names.map((column) => numberForm(planning, column)), ...others], planning);
  return "because" in shared ? shared : choice(step, shared, planning);
}

function choice(
  { step }: Choice,
  { forms, by }: { readonly forms: readonly NumberForm[]; readonly by?: Divisor },
  planning: Planning,
): Form | Refusal {
  const { den, terms } = common(forms.map((form) => ({ form, weight: ONE })));
  const ends = terms.flatMap(({ least, most }) => [least, most]);
  if (!fits(...ends)) return { because: "too-large" };
  const out = numbers();
  const kernel =
    step === "minimum" ? kernels.lesserPresent : step === "at-most" ? kernels.atMost : kernels.fillIn;
  const [first, ...others] = terms;
  if (first === undefined) operate(planning, kernels.same, out, Number.NaN);
  else operate(planning, kernels.scaled, out, first.form.n, Number(first.factor));
  for (const { form, factor } of others) operate(planning, kernel, out, form.n, Number(factor));
  return {
    type: "number",
    n: out,
    least: lesser([...ends, ...(first === undefined ? [0n] : [])]),
    most: greater([...ends, ...(first === undefined ? [0n] : [])]),
    num: 1n,
    den,
    ...(by === undefined ? {} : { by, ...valuesOf(forms) }),
    mayMiss: step === "at-most" ? (forms[0] as NumberForm).mayMiss : forms.every(({ mayMiss }) => mayMiss),
  };
}
