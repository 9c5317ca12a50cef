import type { Piecewise } from "../../kernel/piecewise.js";
import { greatestCommonDivisor, ONE, readRationalText } from "../../kernel/rational.js";
import type { StepOf } from "../../program/program.js";
import {
  type Form,
  fits,
  greater,
  hasFloats,
  lesser,
  type NumberForm,
  type Refusal,
  sizeOf,
} from "../forms/forms.js";
import { missingQuotient, product, same } from "../forms/number-kernels.js";
import {
  labelForm,
  noneForm,
  numberForm,
  numbers,
  operate,
  type Planning,
  sameIn,
  unreadForm,
  withinBounds,
} from "../forms/planning.js";
import { functionOf } from "../forms/read-functions.js";
import { sharedDivisor } from "./divisors.js";
import { planOf } from "./functions.js";
import { common } from "./sums.js";

/** A quotient needs no work: the divisor stays beside the number. Rows whose divisor is not positive are set aside. */
export function planRatio(step: StepOf<"ratio">, planning: Planning): Form | Refusal {
  const isLate = isReadLate(unreadForm(planning, step.of)) && isReadLate(unreadForm(planning, step.by));
  const formOf = isLate ? unreadForm : numberForm;
  const [top, given] = [formOf(planning, step.of), unreadForm(planning, step.by)];
  if (step.whenZero !== undefined && sameIn(given)?.n === 0n)
    return planOf(levelAt(step.whenZero), numberForm(planning, step.of), planning);
  if (given.plus !== undefined || given.num < 0n) return { because: "divisor-not-positive" };
  if (top.by !== undefined || given.by !== undefined)
    return ratioWithDivisor(top, numberForm(planning, step.by), planning);
  if (given.most < 1n) return { because: "divisor-not-positive" };
  const positive = withinBounds(given, { least: 1n }, planning);
  planning.columns.set(step.by, positive);
  const bottom = { ...formOf(planning, step.by), least: positive.least };
  const [num, den] = [top.num * bottom.den, top.den * bottom.num];
  const shared = greatestCommonDivisor(num, den);
  const [n, by] = bottom.mayMiss ? [numbers(), numbers()] : [top.n, bottom.n];
  if (bottom.mayMiss) operate(planning, missingQuotient, n, by, top.n, bottom.n);
  return {
    type: "number",
    n,
    least: top.least,
    most: top.most,
    num: num / shared,
    den: den / shared,
    by: { n: by, most: bottom.most },
    mayMiss: top.mayMiss || bottom.mayMiss,
    ...(isLate ? { unread: { of: step.of, by: step.by } } : {}),
  };
}

/** A quotient of which one part has a divisor already: that divides the other, so that there is one divisor again. */
function ratioWithDivisor(top: NumberForm, given: NumberForm, planning: Planning): NumberForm | Refusal {
  if (given.most < 1n) return { because: "divisor-not-positive" };
  const bottom = withinBounds(given, { least: 1n }, planning);
  const [above, below] = [top.by, bottom.by];
  if (above !== undefined && below !== undefined) return { because: "two-divisors" };
  const times = below?.most ?? 1n;
  const ends = [top.least * times, top.most * times, top.least, top.most];
  const most = bottom.most * (above?.most ?? 1n);
  if (!fits(...ends, most)) return { because: "too-large" };
  const [n, by] = [numbers(), numbers()];
  if (below !== undefined) operate(planning, product, n, top.n, below.n);
  if (above !== undefined) operate(planning, product, by, bottom.n, above.n);
  const [numerators, divisors] = [below === undefined ? top.n : n, above === undefined ? bottom.n : by];
  operate(planning, missingQuotient, n, by, numerators, divisors);
  const [num, den] = [top.num * bottom.den, top.den * bottom.num];
  const shared = greatestCommonDivisor(num, den);
  return {
    type: "number",
    n,
    least: lesser(ends),
    most: greater(ends),
    num: num / shared,
    den: den / shared,
    by: { n: by, most },
    mayMiss: top.mayMiss || bottom.mayMiss,
  };
}

/** The same number wherever there is any. */
function levelAt(text: string): Piecewise {
  return { pieces: [{ includesFrom: false, coefficients: [readRationalText(text)] }] };
}

/** Whether a column is still to be read, of floating-point numbers that are all there, and nothing else is to be done to it. */
function isReadLate({ source, mayMiss, plus, num }: NumberForm): boolean {
  return source !== undefined && hasFloats(source) && !mayMiss && plus === undefined && num > 0n;
}

/** The function that belongs to a label, for each row. */
export function planPiecewiseBy(step: StepOf<"piecewise-by">, planning: Planning): Form | Refusal {
  const labels = labelForm(planning, step.by);
  if (labels.isNone) return noneForm();
  const form = numberForm(planning, step.of);
  const made: { readonly at: number; readonly form: Extract<Form, { type: "number" }> }[] = [];
  for (const { label, function: data } of step.functions) {
    const at = labels.dictionary.indexOf(label);
    if (at < 0) continue;
    const value = planOf(functionOf(data), form, planning);
    if ("because" in value) return value;
    made.push({ at, form: value });
  }
  if (made.length === 0) return noneForm();
  const shared = sharedDivisor(
    made.map((one) => one.form),
    planning,
  );
  if ("because" in shared) return shared;
  const { den, terms } = common(shared.forms.map((one) => ({ form: one, weight: ONE })));
  const ends = terms.flatMap(({ least, most }) => [least, most]);
  if (!fits(...ends.map((end) => sizeOf({ least: end, most: end })))) return { because: "too-large" };
  const out = numbers();
  operate(planning, same, out, Number.NaN);
  for (const [index, { at }] of made.entries()) {
    const { form: from, factor } = terms[index] as (typeof terms)[number];
    operate(planning, pick, out, from.n, Number(factor), labels.codes, at);
  }
  return {
    type: "number",
    n: out,
    least: lesser([0n, ...ends]),
    most: greater([0n, ...ends]),
    num: 1n,
    den,
    ...(shared.by === undefined ? {} : { by: shared.by }),
    mayMiss: true,
  };
}

/** out = factor * a in the rows of one label. */
function pick(
  out: Float64Array,
  a: Float64Array,
  factor: number,
  codes: Int32Array,
  code: number,
  count: number,
): void {
  for (let row = 0; row < count; row += 1) if (codes[row] === code) out[row] = factor * (a[row] as number);
}
