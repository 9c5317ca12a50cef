import {
  compare,
  multiply,
  ONE,
  type Rational,
  rational,
  rationalText,
  readRationalText,
  sum,
  ZERO,
} from "../../kernel/rational.js";
import type { StepOf } from "../../program/program.js";
import { type AddedFloats, type AddedTogether, addedTogether, addFloats } from "../forms/add-floats.js";
import {
  absolute,
  type FloatSource,
  type Form,
  fits,
  hasFloats,
  leastCommonMultiple,
  type NumberForm,
  type Refusal,
  sizeOf,
  withCommonDenominator,
} from "../forms/forms.js";
import * as kernels from "../forms/number-kernels.js";
import {
  constantForm,
  numbers,
  operate,
  type Planning,
  reading,
  sameIn,
  unreadForm,
} from "../forms/planning.js";
import { withoutDivisors } from "./divisors.js";

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

type Weighted = readonly { readonly form: NumberForm; readonly weight: Rational }[];

/** Brings columns, each times a weight, over one denominator. */
export function common(terms: Weighted): Common {
  const ratios = terms.map(({ form, weight }) => multiply(weight, rational(form.num, form.den)));
  const { den, whole } = withCommonDenominator(ratios);
  return {
    den,
    terms: terms.map(({ form }, index) => {
      const factor = whole[index] as bigint;
      const ends = [factor * form.least, factor * form.most];
      const [least, most] = factor < 0n ? [ends[1], ends[0]] : ends;
      return { form, factor, least: least as bigint, most: most as bigint };
    }),
  };
}

export function planWeightedSum(step: StepOf<"weighted-sum">, planning: Planning): Form | Refusal {
  const terms = step.of.map(({ column, weight }) => ({
    form: unreadForm(planning, column),
    weight: readRationalText(weight),
  }));
  const [only] = terms;
  if (terms.length === 1 && only !== undefined && compare(only.weight, ONE) === 0) return only.form;
  const same = terms.map(({ form, weight }) => multiply(weight, sameIn(form) ?? ZERO));
  const whole = terms.every(({ form }) => sameIn(form) !== undefined) ? sum(same) : undefined;
  if (whole !== undefined && fits(whole.n, whole.d)) return constantForm(rationalText(whole));
  return withoutDivisors(
    terms.map(({ form }) => form),
    () => {
      const { den, constant, scaled } = shiftedTerms(terms);
      const size = scaled.reduce((all, { least, most }) => all + sizeOf({ least, most }), absolute(constant));
      if (!fits(size)) return { because: "too-large" };
      const out = numbers();
      operate(planning, kernels.same, out, Number(constant));
      planAdding(out, scaled, planning);
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

/** Columns over one denominator, and what is added on the way to all of them. */
function shiftedTerms(terms: Weighted) {
  const { den: ofTerms, terms: unshifted } = common(terms);
  const plus = sum(terms.map(({ form, weight }) => multiply(weight, rational(form.plus ?? 0n, form.den))));
  const den = leastCommonMultiple(ofTerms, plus.d);
  const times = den / ofTerms;
  const scaled = unshifted.map(({ form, factor, least, most }) => ({
    form,
    factor: factor * times,
    least: least * times,
    most: most * times,
  }));
  return { den, constant: plus.n * (den / plus.d), scaled };
}

/** Adds columns, each times its factor: those that are still to be read as they are read. */
function planAdding(
  out: Float64Array,
  terms: readonly { readonly form: NumberForm; readonly factor: bigint }[],
  planning: Planning,
): void {
  const unread: AddedFloats[] = [];
  const read: kernels.Scaled[] = [];
  for (const { form, factor } of terms) {
    const { n, source } = form;
    if (source !== undefined && hasFloats(source)) unread.push({ source, factor: Number(factor) });
    else {
      if (source !== undefined) planning.operations.push(reading(source, n, planning));
      read.push({ n, factor: Number(factor) });
    }
  }
  const [first] = unread;
  if (first !== undefined) {
    const addition: Addition = { unread, together: [] };
    planning.starts.push(findTogether.bind(undefined, addition));
    operate(planning, addUnread, out, first.source, addition, planning.aside);
  }
  if (read.length > 0) operate(planning, kernels.addScaled, out, read);
}

/** Columns that are added as they are read, and which of them one loop adds. */
interface Addition {
  readonly unread: readonly AddedFloats[];
  together: readonly AddedTogether[];
}

function findTogether(addition: Addition): void {
  addition.together = addedTogether(addition.unread);
}

function addUnread(
  out: Float64Array,
  { from }: FloatSource,
  { together }: Addition,
  aside: Uint8Array,
  count: number,
): void {
  for (const group of together) addFloats(group, out, from, aside, count);
}
