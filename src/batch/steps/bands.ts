import { rationalText, readRationalText } from "../../kernel/rational.js";
import type { BandThreshold, StepOf } from "../../program/program.js";
import {
  ceilingDivide,
  type Form,
  fits,
  type LabelForm,
  type NumberForm,
  type Refusal,
  sizeOf,
} from "../forms/forms.js";
import { bandOfPresent, missingLabels, raiseBand, thresholdsReached } from "../forms/label-kernels.js";
import {
  codes,
  constantForm,
  numberForm,
  operate,
  type Planning,
  sameIn,
  unreadForm,
  withinBounds,
} from "../forms/planning.js";
import { withoutDivisors } from "./divisors.js";

export function planBand(step: StepOf<"band">, planning: Planning): Form | Refusal {
  const given = numberForm(planning, step.of);
  const bands = step.bands.map((band) => withSameThreshold(band, planning));
  const others = bands.flatMap(({ fromColumn }) =>
    fromColumn === undefined ? [] : [numberForm(planning, fromColumn)],
  );
  return withoutDivisors([given, ...others], () => {
    const out = codes();
    const made: LabelForm = { type: "label", codes: out, dictionary: step.bands.map(({ label }) => label) };
    const from = bands.map((band) => (band.from === undefined ? undefined : leastWhole(band.from, given)));
    const form = withinBounds(given, { least: from[0] }, planning);
    if (step.bands[0]?.fromColumn !== undefined) return { because: "two-divisors" };
    const rising = from.every(
      (one, index) => index === 0 || (one !== undefined && one >= (from[index - 1] ?? one)),
    );
    if (others.length === 0 && rising) {
      if (!fits(...from.flatMap((one) => one ?? []))) return { because: "too-large" };
      const thresholds = Float64Array.from(from, (one) => Number(one ?? 0n));
      operate(planning, thresholdsReached, out, form.n, thresholds);
      if (!form.mayMiss) return { ...made, isThere: true };
      operate(planning, missingLabels, out, form.n);
      return made;
    }
    return raised({ ...step, bands }, form, out, planning) ?? made;
  });
}

/** A threshold that is the same in all rows is no column. */
function withSameThreshold(band: BandThreshold, planning: Planning): BandThreshold {
  const { label, fromColumn } = band;
  const same = fromColumn === undefined ? undefined : sameIn(unreadForm(planning, fromColumn));
  return same === undefined ? band : { label, from: rationalText(same) };
}

/** Bands whose thresholds are columns: each that is reached takes the place of those before. */
function raised(
  { bands }: StepOf<"band">,
  form: NumberForm,
  out: Int32Array,
  planning: Planning,
): Refusal | undefined {
  const raises = bands.slice(1).map(({ from, fromColumn }) => {
    const threshold = fromColumn === undefined ? constantForm(from ?? "0") : numberForm(planning, fromColumn);
    return {
      n: threshold.n,
      factors: [form.num * threshold.den, threshold.num * form.den] as const,
      threshold,
    };
  });
  const sound = raises.every(({ factors: [own, other], threshold }) =>
    fits(sizeOf(form) * own, sizeOf(threshold) * other),
  );
  if (!sound) return { because: "too-large" };
  operate(planning, bandOfPresent, out, form.n);
  for (const [index, { n, factors }] of raises.entries())
    operate(
      planning,
      raiseBand,
      out,
      form.n,
      n,
      [Number(factors[0]), Number(factors[1])] as const,
      index + 1,
    );
  return undefined;
}

/** The least n whose value is not below a number. */
function leastWhole(text: string, { num, den }: NumberForm): bigint {
  const { n, d } = readRationalText(text);
  return ceilingDivide(n * den, d * num);
}
