import {
  greatestCommonDivisor,
  multiply,
  type Rational,
  rational,
  readRationalText,
  sum,
} from "../kernel/rational.js";
import type { Step } from "../program/program.js";
import {
  absolute,
  type Divisor,
  type Form,
  fits,
  leastCommonMultiple,
  type NumberForm,
  type Refusal,
  sizeOf,
} from "./forms.js";
import * as kernels from "./number-kernels.js";
import {
  constantForm,
  greater,
  lesser,
  numberForm,
  numbers,
  type Planning,
  sharedDivisor,
  unreadForm,
  valuesOf,
  withoutDivisors,
} from "./planning.js";
import { addFloats } from "./read-numbers.js";

type StepOf<Kind extends Step["step"]> = Extract<Step, { step: Kind }>;

/** Columns over one denominator: by what each n is multiplied, and the least and the greatest it comes to. */
interface Common {
  readonly den: bigint;
  readonly terms: readonly {
    readonly form: NumberForm;
    readonly factor: bigint;
    readonly least: bigint;
    readonly most: bigint;
  }[];
}

/** Brings columns, each times a weight, over one denominator. */
export function common(terms: readonly { readonly form: NumberForm; readonly weight: Rational }[]): Common {
  const ratios = terms.map(({ form, weight }) => multiply(weight, rational(form.num, form.den)));
  const den = ratios.reduce((all, { d }) => leastCommonMultiple(all, d), 1n);
  return {
    den,
    terms: terms.map(({ form }, index) => {
      const { n, d } = ratios[index] as Rational;
      const factor = n * (den / d);
      const ends = [factor * form.least, factor * form.most];
      const [least, most] = factor < 0n ? [ends[1], ends[0]] : ends;
      return { form, factor, least: least as bigint, most: most as bigint };
    }),
  };
}

const ONE = rational(1n);

export function planWeightedSum(step: StepOf<"weighted-sum">, planning: Planning): Form | Refusal {
  const terms = step.of.map(({ column, weight }) => ({
    form: unreadForm(planning, column),
    weight: readRationalText(weight),
  }));
  return withoutDivisors(
    terms.map(({ form }) => form),
    () => {
      const { den: ofTerms, terms: unshifted } = common(terms);
      const plus = sum(
        terms.map(({ form, weight }) => multiply(weight, rational(form.plus ?? 0n, form.den))),
      );
      const den = leastCommonMultiple(ofTerms, plus.d);
      const times = den / ofTerms;
      const constant = plus.n * (den / plus.d);
      const scaled = unshifted.map(({ form, factor, least, most }) => ({
        form,
        factor: factor * times,
        least: least * times,
        most: most * times,
      }));
      const size = scaled.reduce((all, { least, most }) => all + sizeOf({ least, most }), absolute(constant));
      if (!fits(size)) return { because: "too-large" };
      const out = numbers();
      const add = addAll(out, scaled, planning.aside);
      planning.operations.push((count) => {
        out.fill(Number(constant), 0, count);
        add(count);
      });
      return {
        type: "number",
        n: out,
        least: scaled.reduce((all, { least }) => all + least, constant),
        most: scaled.reduce((all, { most }) => all + most, constant),
        num: 1n,
        den,
        mayMiss: terms.some(({ form }) => form.mayMiss),
      };
    },
  );
}

/** Adds columns, each times its factor: those that are still to be read as they are read. */
function addAll(
  out: Float64Array,
  terms: readonly { readonly form: NumberForm; readonly factor: bigint }[],
  aside: Uint8Array,
): (count: number) => void {
  const additions = terms.map(({ form: { n, source }, factor }): ((count: number) => void) => {
    const by = Number(factor);
    if (source === undefined) return (count) => kernels.addScaled(out, n, by, count);
    const { floats } = source;
    if (floats !== undefined) return (count) => addFloats(out, floats, source, by, aside, count);
    return (count) => {
      source.read(n, aside, count);
      kernels.addScaled(out, n, by, count);
    };
  });
  return (count) => {
    for (const add of additions) add(count);
  };
}

export function planWeightedMean(step: StepOf<"weighted-mean">, planning: Planning): Form | Refusal {
  const weights = step.of.map(({ weight }) => readRationalText(weight));
  const forms = step.of.map(({ column }) => numberForm(planning, column));
  return withoutDivisors(forms, () => {
    const whole = weights.reduce((all, { d }) => leastCommonMultiple(all, d), 1n);
    const { den, terms } = common(forms.map((form) => ({ form, weight: ONE })));
    const parts = weights.map(({ n, d }) => n * (whole / d));
    const size = terms.reduce(
      (all, { least, most }, index) => all + sizeOf({ least, most }) * (parts[index] as bigint),
      0n,
    );
    const all = parts.reduce((so, part) => so + part, 0n);
    if (!fits(size, all) || parts.some((part) => part < 0n)) return { because: "too-large" };
    const [out, total] = [numbers(), numbers()];
    planning.operations.push((count) => {
      out.fill(0, 0, count);
      total.fill(0, 0, count);
      for (const [index, { form, factor }] of terms.entries()) {
        const part = parts[index] as bigint;
        if (part !== 0n) kernels.addPresent(out, total, form.n, Number(factor * part), Number(part), count);
      }
      kernels.missingWithout(out, total, count);
    });
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

export function planProduct(step: StepOf<"product">, planning: Planning): Form | Refusal {
  const forms = step.of.map((column) => numberForm(planning, column));
  return forms
    .slice(1)
    .reduce<Form | Refusal>(
      (so, form) => ("because" in so || so.type !== "number" ? so : productOf(so, form, planning)),
      forms[0] as NumberForm,
    );
}

function productOf(a: NumberForm, b: NumberForm, planning: Planning): NumberForm | Refusal {
  const size = sizeOf(a) * sizeOf(b);
  if (a.by !== undefined && b.by !== undefined) return { because: "two-divisors" };
  if (!fits(size)) return { because: "too-large" };
  const out = numbers();
  planning.operations.push((count) => kernels.product(out, a.n, b.n, count));
  const ends = [a.least * b.least, a.least * b.most, a.most * b.least, a.most * b.most];
  const [num, den] = [a.num * b.num, a.den * b.den];
  const shared = greatestCommonDivisor(num, den);
  const by = a.by ?? b.by;
  return {
    type: "number",
    n: out,
    least: ends.reduce((x, y) => (x < y ? x : y)),
    most: ends.reduce((x, y) => (x > y ? x : y)),
    num: num / shared,
    den: den / shared,
    ...(by === undefined ? {} : { by }),
    mayMiss: a.mayMiss || b.mayMiss,
  };
}

/** One of several columns for each row: the least, the first that is there, or one held down. */
export function planChoice(
  step: StepOf<"minimum"> | StepOf<"at-most"> | StepOf<"first-present">,
  planning: Planning,
): Form | Refusal {
  if (step.step === "first-present" && step.of.length === 1 && step.otherwise === undefined)
    return unreadForm(planning, step.of[0] as string);
  const names = step.step === "at-most" ? [step.of, ...step.limits] : step.of;
  const otherwise =
    step.step === "first-present" && step.otherwise !== undefined ? [constantForm(step.otherwise)] : [];
  const shared = sharedDivisor(
    [...names.map((column) => numberForm(planning, column)), ...otherwise],
    planning,
  );
  return "because" in shared ? shared : choice(step, shared, planning);
}

function choice(
  { step }: StepOf<"minimum"> | StepOf<"at-most"> | StepOf<"first-present">,
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
  planning.operations.push((count) => {
    if (first === undefined) out.fill(Number.NaN, 0, count);
    else kernels.scaled(out, first.form.n, Number(first.factor), count);
    for (const { form, factor } of others) kernel(out, form.n, Number(factor), count);
  });
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
