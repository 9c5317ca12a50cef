import { greatestCommonDivisor, multiply, ONE, type Rational } from "../../kernel/rational.js";
import type { StepOf } from "../../program/program.js";
import { type Form, fits, greater, lesser, type NumberForm, type Refusal, sizeOf } from "../forms/forms.js";
import { product } from "../forms/number-kernels.js";
import { numberForm, numbers, operate, type Planning, sameIn, unreadForm } from "../forms/planning.js";

/** The same number in all rows needs no work: it changes what the others are multiplied by. */
export function planProduct(step: StepOf<"product">, planning: Planning): Form | Refusal {
  const constants = step.of.map((column) => sameIn(unreadForm(planning, column)));
  const factor = constants.reduce<Rational>((all, one) => multiply(all, one ?? ONE), ONE);
  const others = step.of.filter((_, index) => constants[index] === undefined);
  const [first, ...rest] = others.length === 0 ? step.of.slice(0, 1) : others;
  if (others.length === 0)
    return multiplied(
      unreadForm(planning, first as string),
      constants.slice(1).reduce<Rational>((all, one) => multiply(all, one ?? ONE), ONE),
    );
  const made = rest.reduce<NumberForm | Refusal>(
    (so, column) => ("because" in so ? so : productOf(so, numberForm(planning, column), planning)),
    numberForm(planning, first as string),
  );
  return "because" in made ? made : multiplied(made, factor);
}

function multiplied(form: NumberForm, { n, d }: Rational): NumberForm {
  if (n === d) return form;
  const [num, den] = [form.num * n, form.den * d];
  const shared = greatestCommonDivisor(num, den);
  const { values, ...rest } = form;
  const scaled = values?.map((value) => multiply(value, { n, d }));
  return {
    ...rest,
    num: num / shared,
    den: den / shared,
    ...(scaled === undefined || n <= 0n ? {} : { values: scaled as [Rational, Rational] }),
  };
}

function productOf(a: NumberForm, b: NumberForm, planning: Planning): NumberForm | Refusal {
  const [num, den] = [a.num * b.num, a.den * b.den];
  const shared = greatestCommonDivisor(num, den);
  const unit = { num: num / shared, den: den / shared, mayMiss: a.mayMiss || b.mayMiss };
  if (a.by?.n === b.n && b.by === undefined) {
    const { by: _divisor, values: _values, ...top } = a;
    return { ...top, ...unit };
  }
  if (a.by !== undefined && b.by !== undefined) return { because: "two-divisors" };
  if (!fits(sizeOf(a) * sizeOf(b))) return { because: "too-large" };
  const out = numbers();
  operate(planning, product, out, a.n, b.n);
  const ends = [a.least * b.least, a.least * b.most, a.most * b.least, a.most * b.most];
  const by = a.by ?? b.by;
  return {
    type: "number",
    n: out,
    least: lesser(ends),
    most: greater(ends),
    ...unit,
    ...(by === undefined ? {} : { by }),
  };
}
