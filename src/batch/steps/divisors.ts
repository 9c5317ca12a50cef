import { compare, rational } from "../../kernel/rational.js";
import {
  type Divisor,
  type Form,
  fits,
  greater,
  lesser,
  type NumberForm,
  type Refusal,
} from "../forms/forms.js";
import { product } from "../forms/number-kernels.js";
import { numbers, operate, type Planning } from "../forms/planning.js";

/** Gives columns the one divisor that some of them have; refused where two have different ones. */
export function sharedDivisor(
  forms: readonly NumberForm[],
  planning: Planning,
): { readonly forms: readonly NumberForm[]; readonly by?: Divisor } | Refusal {
  const [first, ...others] = [...new Set(forms.flatMap(({ by }) => by?.n ?? []))];
  if (first === undefined) return { forms };
  if (others.length > 0) return { because: "two-divisors" };
  const by = forms.find((form) => form.by !== undefined)?.by as Divisor;
  const made: NumberForm[] = [];
  for (const form of forms) {
    if (form.by !== undefined) {
      made.push(form);
      continue;
    }
    const ends = [form.least * by.most, form.most * by.most, form.least, form.most];
    if (!fits(...ends)) return { because: "too-large" };
    const n = numbers();
    operate(planning, product, n, form.n, by.n);
    const { known: _changes, ...others } = form;
    made.push({
      ...others,
      n,
      by,
      least: lesser(ends),
      most: greater(ends),
      values: form.values ?? [
        rational(form.least * form.num, form.den),
        rational(form.most * form.num, form.den),
      ],
    });
  }
  return { forms: made, by };
}

/** The bounds of values of which each is one of these columns'. */
export function valuesOf(forms: readonly NumberForm[]): Pick<NumberForm, "values"> {
  const bounds = forms.map(({ values }) => values);
  if (!bounds.every((one) => one !== undefined)) return {};
  const least = bounds.map(([low]) => low).reduce((a, b) => (compare(a, b) <= 0 ? a : b));
  const most = bounds.map(([, high]) => high).reduce((a, b) => (compare(a, b) >= 0 ? a : b));
  return { values: [least, most] };
}

/** Runs a step's plan on number columns, unless one of them has a divisor of each row, which the step cannot have. */
export function withoutDivisors(forms: readonly NumberForm[], plan: () => Form | Refusal): Form | Refusal {
  return forms.some(({ by }) => by !== undefined) ? { because: "two-divisors" } : plan();
}
