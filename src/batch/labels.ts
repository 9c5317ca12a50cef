import { type Rational, readRationalText } from "../kernel/rational.js";
import type { Step } from "../program/program.js";
import {
  ceilingDivide,
  type Form,
  fits,
  type LabelForm,
  leastCommonMultiple,
  type NumberForm,
  type Refusal,
  sizeOf,
} from "./forms.js";
import { addPosition, bandOf, bandOfPresent, labelAt, numberAt, raiseBand } from "./label-kernels.js";
import {
  codes,
  constantForm,
  labelForm,
  numberForm,
  numbers,
  type Planning,
  withinBounds,
  withoutDivisors,
} from "./planning.js";

type StepOf<Kind extends Step["step"]> = Extract<Step, { step: Kind }>;

export function planBand(step: StepOf<"band">, planning: Planning): Form | Refusal {
  const given = numberForm(planning, step.of);
  const others = step.bands.flatMap(({ fromColumn }) =>
    fromColumn === undefined ? [] : [numberForm(planning, fromColumn)],
  );
  return withoutDivisors([given, ...others], () => {
    const out = codes();
    const made: LabelForm = { type: "label", codes: out, dictionary: step.bands.map(({ label }) => label) };
    const from = step.bands.map((band) =>
      band.from === undefined ? undefined : leastWhole(band.from, given),
    );
    const form = withinBounds(given, { least: from[0] }, planning);
    if (step.bands[0]?.fromColumn !== undefined) return { because: "two-divisors" };
    const rising = from.every(
      (one, index) => index === 0 || (one !== undefined && one >= (from[index - 1] ?? one)),
    );
    if (others.length === 0 && rising) {
      if (!fits(...from.flatMap((one) => one ?? []))) return { because: "too-large" };
      const thresholds = Float64Array.from(from, (one) => Number(one ?? 0n));
      planning.operations.push((count) => bandOf(out, form.n, thresholds, count));
      return made;
    }
    return raised(step, form, out, planning) ?? made;
  });
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
  planning.operations.push((count) => {
    bandOfPresent(out, form.n, count);
    for (const [index, { n, factors }] of raises.entries())
      raiseBand(out, form.n, n, [Number(factors[0]), Number(factors[1])], index + 1, count);
  });
  return undefined;
}

/** The least n whose value is not below a number. */
function leastWhole(text: string, { num, den }: NumberForm): bigint {
  const { n, d } = readRationalText(text);
  return ceilingDivide(n * den, d * num);
}

export function planLookUp(step: StepOf<"look-up">, planning: Planning): Form | Refusal {
  const by = step.by.map((column) => labelForm(planning, column));
  const worth = by.map((_, index) =>
    by.slice(index + 1).reduce((all, { dictionary }) => all * dictionary.length, 1),
  );
  const places = by.reduce((all, { dictionary }) => all * dictionary.length, 1);
  if (places > 1_000_000) return { because: "too-large" };
  const placeOf = (labels: readonly string[]) => {
    const found = labels.map((label, index) => by[index]?.dictionary.indexOf(label) ?? -1);
    if (labels.length !== by.length || found.includes(-1)) return undefined;
    return found.reduce((all, code, index) => all + code * (worth[index] as number), 0);
  };
  const positions = codes();
  planning.operations.push((count) => {
    positions.fill(0, 0, count);
    for (const [index, form] of by.entries())
      addPosition(positions, form.codes, worth[index] as number, count);
  });
  const rows = step.rows.flatMap(({ labels, value }) => {
    const place = placeOf(labels);
    return place === undefined ? [] : [{ place, value }];
  });
  return step.type === "label"
    ? labelsAt(rows, positions, places, planning)
    : numbersAt(rows, positions, places, planning);
}

type Rows = readonly { readonly place: number; readonly value: string }[];

function labelsAt(rows: Rows, positions: Int32Array, places: number, planning: Planning): LabelForm {
  const dictionary = [...new Set(rows.map(({ value }) => value))];
  const table = new Int32Array(places).fill(-1);
  for (const { place, value } of rows) table[place] = dictionary.indexOf(value);
  const out = codes();
  planning.operations.push((count) => labelAt(out, positions, table, count));
  return { type: "label", codes: out, dictionary };
}

function numbersAt(
  rows: Rows,
  positions: Int32Array,
  places: number,
  planning: Planning,
): NumberForm | Refusal {
  const values = rows.map(({ value }) => readRationalText(value));
  const den = values.reduce((all, { d }) => leastCommonMultiple(all, d), 1n);
  const whole = values.map(({ n, d }: Rational) => n * (den / d));
  if (!fits(...whole)) return { because: "too-large" };
  const table = new Float64Array(places).fill(Number.NaN);
  for (const [index, { place }] of rows.entries()) table[place] = Number(whole[index]);
  const out = numbers();
  planning.operations.push((count) => numberAt(out, positions, table, count));
  return {
    type: "number",
    n: out,
    least: whole.reduce((a, b) => (a < b ? a : b), 0n),
    most: whole.reduce((a, b) => (a > b ? a : b), 0n),
    num: 1n,
    den,
    mayMiss: true,
  };
}
