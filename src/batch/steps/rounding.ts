import { greatestCommonDivisor, rational } from "../../kernel/rational.js";
import type { RoundingMode } from "../../kernel/rounding.js";
import type { StepOf } from "../../program/program.js";
import {
  ceilingDivide,
  type Form,
  fits,
  floorDivide,
  hasFloats,
  type NumberForm,
  type Refusal,
  sizeOf,
} from "../forms/forms.js";
import {
  numberForm,
  numbers,
  type Operation,
  operation,
  type Planning,
  unreadForm,
} from "../forms/planning.js";
import { roundBy, roundHalfUp, roundHalfUpBy } from "../forms/rounding-kernels.js";
import { planHeld } from "./held-quotients.js";

type StepRound = StepOf<"round">;

/** Rounds a column to whole units of 10^-decimals. */
export function planRound(step: StepRound, planning: Planning): Form | Refusal {
  const form = unreadForm(planning, step.of);
  const unit = 10n ** BigInt(step.decimals);
  if (
    form.by === undefined &&
    (form.num * unit) % form.den === 0n &&
    ((form.plus ?? 0n) * unit) % form.den === 0n
  )
    return form;
  const unread = unreadRounding(form, step, planning);
  if (unread === undefined)
    return roundedForm(numberForm(planning, step.of), step.decimals, step.mode, planning);
  const out = numbers();
  return roundedOf(form, step, out, (scales) => unread(out, scales));
}

/** What a number is multiplied by and divided by before it is rounded to whole ones. */
interface Scales {
  readonly factor: bigint;
  readonly divisor: bigint;
}

/** Rounds the function of a quotient as its columns are read; undefined where that cannot be. */
function unreadRounding(
  { unread, least }: NumberForm,
  { mode }: Pick<StepRound, "mode">,
  planning: Planning,
): ((out: Float64Array, scales: Scales) => void) | undefined {
  if (unread?.held === undefined || mode !== "half-up" || least < 0n) return undefined;
  const [top, bottom] = [unread.of, unread.by].map((column) => unreadForm(planning, column).source);
  if (top === undefined || bottom === undefined || !hasFloats(top) || !hasFloats(bottom)) return undefined;
  const { held } = unread;
  return (out, scales) => planHeld(out, [top, bottom], held, scales, planning);
}

function roundedForm(
  form: NumberForm,
  decimals: number,
  mode: RoundingMode,
  planning: Planning,
): NumberForm | Refusal {
  const out = numbers();
  return roundedOf(form, { decimals }, out, (scales) =>
    planning.operations.push(roundingOf(out, form, { ...scales, mode })),
  );
}

/** The form of a rounded number, where all that is worked out on the way is exact; then `plan` plans it. */
function roundedOf(
  form: NumberForm,
  { decimals }: Pick<StepRound, "decimals">,
  n: Float64Array,
  plan: (scales: Scales) => void,
): NumberForm | Refusal {
  const unit = 10n ** BigInt(decimals);
  const shared = greatestCommonDivisor(form.num * unit, form.den);
  const [factor, divisor] = [(form.num * unit) / shared, form.den / shared];
  const greatest = divisor * (form.by?.most ?? 1n);
  const size = sizeOf(form) * factor;
  if (!fits(2n * size + greatest, 2n * greatest)) return { because: "too-large" };
  plan({ factor, divisor });
  return { type: "number", n, num: 1n, den: unit, mayMiss: form.mayMiss, ...roundedBounds(form, unit) };
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

function roundingOf(
  out: Float64Array,
  { n, by, least }: NumberForm,
  { factor, divisor, mode }: Scales & { readonly mode: RoundingMode },
): Operation {
  const simple = mode === "half-up" && least >= 0n;
  const [whole, whole2] = [Number(factor), Number(divisor)];
  if (!simple) return operation(roundBy, out, n, by?.n, whole, whole2, mode);
  if (by !== undefined) {
    const [f, h, d] = [Number(2n * factor), Number(divisor), Number(2n * divisor)];
    return operation(roundHalfUpBy, out, n, by.n, f, h, d);
  }
  const even = divisor % 2n === 0n;
  const [by2, half] = even ? [1n, divisor / 2n] : [2n, divisor];
  const [f, h, d] = [Number(by2 * factor), Number(half), Number(by2 * divisor)];
  return operation(roundHalfUp, out, n, f, h, d);
}
