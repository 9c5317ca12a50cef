import { readRationalText } from "../../kernel/rational.js";
import type { StepOf } from "../../program/program.js";
import {
  type Form,
  fits,
  greater,
  type LabelForm,
  lesser,
  type NumberForm,
  type Refusal,
  withCommonDenominator,
} from "../forms/forms.js";
import { labelAt, numberAt, type Placed } from "../forms/label-kernels.js";
import { codes, labelForm, noneForm, numbers, operate, type Planning } from "../forms/planning.js";

export function planLookUp(step: StepOf<"look-up">, planning: Planning): Form | Refusal {
  const by = step.by.map((column) => labelForm(planning, column));
  if (step.type === "number" && by.some(({ isNone }) => isNone)) return noneForm();
  const worth = by.map((_, index) =>
    by.slice(index + 1).reduce((all, { dictionary }) => all * (dictionary.length + 1), 1),
  );
  const places = by.reduce((all, { dictionary }) => all * (dictionary.length + 1), 1);
  if (places > 1_000_000) return { because: "too-large" };
  const placeOf = (labels: readonly string[]) => {
    const found = labels.map((label, index) => by[index]?.dictionary.indexOf(label) ?? -1);
    if (labels.length !== by.length || found.includes(-1)) return undefined;
    return found.reduce((all, code, index) => all + (code + 1) * (worth[index] as number), 0);
  };
  const rows = step.rows.flatMap(({ labels, value }) => {
    const place = placeOf(labels);
    return place === undefined ? [] : [{ place, value }];
  });
  const placed = by.map((form, index) => ({ codes: form.codes, worth: worth[index] as number }));
  return step.type === "label"
    ? labelsAt(rows, placed, places, planning)
    : numbersAt(rows, placed, places, planning);
}

type Rows = readonly { readonly place: number; readonly value: string }[];

function labelsAt(rows: Rows, by: readonly Placed[], places: number, planning: Planning): LabelForm {
  const dictionary = [...new Set(rows.map(({ value }) => value))];
  const table = new Int32Array(places).fill(-1);
  for (const { place, value } of rows) table[place] = dictionary.indexOf(value);
  const out = codes();
  operate(planning, labelAt, out, table, by);
  return { type: "label", codes: out, dictionary };
}

function numbersAt(
  rows: Rows,
  by: readonly Placed[],
  places: number,
  planning: Planning,
): NumberForm | Refusal {
  const { den, whole } = withCommonDenominator(rows.map(({ value }) => readRationalText(value)));
  if (!fits(...whole)) return { because: "too-large" };
  const table = new Float64Array(places).fill(Number.NaN);
  for (const [index, { place }] of rows.entries()) table[place] = Number(whole[index]);
  const out = numbers();
  operate(planning, numberAt, out, table, by, codes());
  return {
    type: "number",
    n: out,
    least: lesser([0n, ...whole]),
    most: greater([0n, ...whole]),
    num: 1n,
    den,
    mayMiss: true,
  };
}
