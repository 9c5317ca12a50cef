import type { CheckedMatrix } from "../../classification/matrix.js";
import { bandColumn, gateColumn, scoreColumn } from "../../classification/placement-program.js";
import { ballWriter } from "../balls/write.js";
import type { DecimalColumn, LabelColumn, PlacementColumns } from "../columns/result-columns.js";
import type { BallForm } from "../forms/ball-form.js";
import { EXACT, type LabelForm, type NumberForm, sizeOf } from "../forms/forms.js";
import { setAside } from "../forms/number-kernels.js";
import type { Plan } from "./plan.js";

/** Writes one block of a plan's outputs into the columns of the result, and sets rows aside that have no score or no answer of a gate. */
export type WriteBlock = (from: number, count: number) => void;

export function blockWriters(
  plan: Plan,
  config: CheckedMatrix,
  columns: PlacementColumns,
): readonly WriteBlock[] {
  const { axes } = config;
  const label = (column: string) => plan.outputs.get(column) as LabelForm;
  const scores = axes.flatMap(({ id }) =>
    writeNumbers(plan, scoreColumn(id), columns.scores[id] as DecimalColumn),
  );
  const labels = [
    ...axes.map(({ id }) => ({ form: label(bandColumn(id)), column: columns.bands[id] as LabelColumn })),
    { form: label("cell"), column: columns.cell },
  ].map(({ form, column }) => writeLabels(form, column));
  const gates = gateWriters(plan, config, columns);
  return [...scores, ...labels, ...gates];
}

/** Writes numbers as whole units of a column's scale, which they are rounded to. Rows with more units than are exact are set aside. */
export function writeNumbers(
  { outputs, aside }: Plan,
  output: string,
  column: DecimalColumn,
): readonly WriteBlock[] {
  const form = outputs.get(output) as NumberForm | BallForm;
  if (form.type === "ball") return [ballWriter(form, column, aside)];
  const { n, num, den } = form;
  const { units, scale } = column;
  const exact = (10n ** BigInt(scale) * num) / den;
  const factor = Number(exact);
  const write = writeUnits.bind(undefined, units, n, factor);
  if (exact === 0n || sizeOf(form) <= EXACT / exact) return [write];
  return [write, setBeyondAside.bind(undefined, aside, n, Number(EXACT / exact))];
}

function setBeyondAside(
  aside: Uint8Array,
  n: Float64Array,
  most: number,
  _from: number,
  count: number,
): void {
  setAside(aside, n, -most, most, count);
}

function writeUnits(units: Float64Array, n: Float64Array, factor: number, from: number, count: number): void {
  for (let row = 0; row < count; row += 1) units[from + row] = factor * (n[row] as number) + 0;
}

/** Writes labels as positions in a column's dictionary. */
function writeLabels({ codes, dictionary }: LabelForm, column: LabelColumn): WriteBlock {
  const table = Int16Array.of(-1, ...dictionary.map((label) => column.dictionary.indexOf(label)));
  return table.every((place, at) => place === at - 1)
    ? writeCodes.bind(undefined, column.codes, codes)
    : writeCodesBy.bind(undefined, column.codes, codes, table);
}

function writeCodes(out: Int16Array, codes: Int32Array, from: number, count: number): void {
  for (let row = 0; row < count; row += 1) out[from + row] = codes[row] as number;
}

/** By a table of the position of each code, and first of all of none. */
function writeCodesBy(
  out: Int16Array,
  codes: Int32Array,
  table: Int16Array,
  from: number,
  count: number,
): void {
  for (let row = 0; row < count; row += 1) out[from + row] = table[(codes[row] as number) + 1] as number;
}

/** What failed gates do: they block, veto, or cap the tier. */
function gateWriters(
  plan: Plan,
  { gates = [], tiers = [] }: CheckedMatrix,
  columns: PlacementColumns,
): readonly WriteBlock[] {
  const { promotionBlocked, vetoed, capTier, cell } = columns;
  return [
    clearGates.bind(undefined, columns),
    ...gates.flatMap(({ id, onFail, tier }): readonly WriteBlock[] => {
      const { codes, dictionary, isThere } = plan.outputs.get(gateColumn(id)) as LabelForm;
      const failed = dictionary.indexOf("failed");
      const place = tiers.findIndex((one) => one.id === tier);
      return [
        ...(isThere === true ? [] : [setUnjudgedAside.bind(undefined, plan.aside, codes)]),
        onFail === "cap-tier"
          ? capFailed.bind(undefined, capTier.codes, codes, failed, place)
          : noteFailed.bind(undefined, promotionBlocked, codes, failed),
        ...(onFail === "veto" ? [veto.bind(undefined, vetoed, cell.codes, codes, failed)] : []),
      ];
    }),
  ];
}

function clearGates(
  { promotionBlocked, vetoed, capTier }: PlacementColumns,
  from: number,
  count: number,
): void {
  promotionBlocked.fill(0, from, from + count);
  vetoed.fill(0, from, from + count);
  capTier.codes.fill(-1, from, from + count);
}

function setUnjudgedAside(aside: Uint8Array, codes: Int32Array, _from: number, count: number): void {
  for (let row = 0; row < count; row += 1) if ((codes[row] as number) < 0) aside[row] = 1;
}

function noteFailed(flags: Uint8Array, codes: Int32Array, failed: number, from: number, count: number): void {
  for (let row = 0; row < count; row += 1)
    flags[from + row] = (flags[from + row] as number) | (+(codes[row] === failed) | 0);
}

/** A veto puts the row into the cell of the lowest bands, which is the first. */
function veto(
  flags: Uint8Array,
  cells: Int16Array,
  codes: Int32Array,
  failed: number,
  from: number,
  count: number,
): void {
  for (let row = 0; row < count; row += 1) {
    const is = +(codes[row] === failed) | 0;
    flags[from + row] = (flags[from + row] as number) | is;
    cells[from + row] = (cells[from + row] as number) * (1 - is);
  }
}

/** The lowest of the tiers that failed gates cap. */
function capFailed(
  tiers: Int16Array,
  codes: Int32Array,
  failed: number,
  tier: number,
  from: number,
  count: number,
): void {
  for (let row = 0; row < count; row += 1) {
    if (codes[row] !== failed) continue;
    const before = tiers[from + row] as number;
    if (before < 0 || tier < before) tiers[from + row] = tier;
  }
}
