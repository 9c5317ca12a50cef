import { greatestCommonDivisor, rational } from "../kernel/rational.js";
import type { RoundingMode } from "../kernel/rounding.js";
import type { Step } from "../program/program.js";
import {
  ceilingDivide,
  type Form,
  fits,
  floorDivide,
  type NumberForm,
  type Refusal,
  sizeOf,
} from "./forms.js";
import { numberForm, numbers, type Planning, unreadForm } from "./planning.js";
import { roundBy, roundHalfUp, roundHalfUpBy } from "./rounding-kernels.js";

/** Rounds a column to whole units of 10^-decimals. */
export function planRound(step: Extract<Step, { step: "round" }>, planning: Planning): Form | Refusal {
  const form = unreadForm(planning, step.of);
  const unit = 10n ** BigInt(step.decimals);
  if (
    form.by === undefined &&
    (form.num * unit) % form.den === 0n &&
    ((form.plus ?? 0n) * unit) % form.den === 0n
  )
    return form;
  return roundedForm(numberForm(planning, step.of), step.decimals, step.mode, planning);
}

export function roundedForm(
  form: NumberForm,
  decimals: number,
  mode: RoundingMode,
  planning: Planning,
): NumberForm | Refusal {
  const unit = 10n ** BigInt(decimals);
  const shared = greatestCommonDivisor(form.num * unit, form.den);
  const [factor, divisor] = [(form.num * unit) / shared, form.den / shared];
  const made = { type: "number" as const, num: 1n, den: unit, mayMiss: form.mayMiss };
  const { by } = form;
  const greatest = divisor * (by?.most ?? 1n);
  const size = sizeOf(form) * factor;
  if (!fits(2n * size + greatest, 2n * greatest)) return { because: "too-large" };
  const out = numbers();
  planning.operations.push(operation(out, form, { factor, divisor, mode }));
  return { ...made, n: out, ...roundedBounds(form, unit) };
}

/** The bounds of a number after it is rounded, by whatever mode. */
function roundedBounds(
  { least, most, num, den, values }: NumberForm,
  unit: bigint,
): Pick<NumberForm, "least" | "most"> {
  const [low, high] = values ?? [rational(least * num, den), rational(most * num, den)];
  const lowest = values === undefined && low.n > 0n ? 0n : floorDivide(low.n * unit, low.d);
  const highest = values === undefined && high.n < 0n ? 0n : ceilingDivide(high.n * unit, high.d);
  return { least: lowest, most: highest };
}

function operation(
  out: Float64Array,
  { n, by, least }: NumberForm,
  { factor, divisor, mode }: { factor: bigint; divisor: bigint; mode: RoundingMode },
): (count: number) => void {
  const simple = mode === "half-up" && least >= 0n;
  if (!simple) return (count) => roundBy(out, n, by?.n, [Number(factor), Number(divisor)], mode, count);
  if (by !== undefined) {
    const numbersOf = [Number(2n * factor), Number(divisor), Number(2n * divisor)] as const;
    return (count) => roundHalfUpBy(out, n, by.n, numbersOf, count);
  }
  const even = divisor % 2n === 0n;
  const [by2, half] = even ? [1n, divisor / 2n] : [2n, divisor];
  const [f, h, d] = [Number(by2 * factor), Number(half), Number(by2 * divisor)];
  return (count) => roundHalfUp(out, n, f, h, d, count);
}
