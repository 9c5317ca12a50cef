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

export function blockWriter(plan: Plan, config: CheckedMatrix, columns: PlacementColumns): WriteBlock {
  const { axes } = config;
  const label = (column: string) => plan.outputs.get(column) as LabelForm;
  const scores = axes.map(({ id }) =>
    writeNumbers(plan, scoreColumn(id), columns.scores[id] as DecimalColumn),
  );
  const labels = [
    ...axes.map(({ id }) => ({ form: label(bandColumn(id)), column: columns.bands[id] as LabelColumn })),
    { form: label("cell"), column: columns.cell },
  ].map(({ form, column }) => ({ form, column, table: codesIn(form, column) }));
  const gates = gateWriter(plan, config, columns);
  return (from, count) => {
    for (const write of scores) write(from, count);
    for (const { form, column, table } of labels) writeCodes(column.codes, from, form.codes, table, count);
    gates(from, count);
  };
}

/** Writes numbers as whole units of a column's scale, which they are rounded to. Rows with more units than are exact are set aside. */
export function writeNumbers({ outputs, aside }: Plan, output: string, column: DecimalColumn): WriteBlock {
  const form = outputs.get(output) as NumberForm | BallForm;
  if (form.type === "ball") return ballWriter(form, column, aside);
  const { n, num, den } = form;
  const { units, scale } = column;
  const exact = (10n ** BigInt(scale) * num) / den;
  const factor = Number(exact);
  const write: WriteBlock = (from, count) => {
    writeUnits(units, n, factor, from, count);
  };
  if (exact === 0n || sizeOf(form) <= EXACT / exact) return write;
  const most = Number(EXACT / exact);
  return (from, count) => {
    write(from, count);
    setAside(aside, n, -most, most, count);
  };
}

function writeUnits(units: Float64Array, n: Float64Array, factor: number, from: number, count: number): void {
  for (let row = 0; row < count; row += 1) units[from + row] = factor * (n[row] as number) + 0;
}

/** The position in a column's dictionary of each label of a form, and first of all of none. */
function codesIn({ dictionary }: LabelForm, column: LabelColumn): Int16Array {
  return Int16Array.of(-1, ...dictionary.map((label) => column.dictionary.indexOf(label)));
}

function writeCodes(
  out: Int16Array,
  from: number,
  codes: Int32Array,
  table: Int16Array,
  count: number,
): void {
  if (table.every((place, at) => place === at - 1))
    for (let row = 0; row < count; row += 1) out[from + row] = codes[row] as number;
  else for (let row = 0; row < count; row += 1) out[from + row] = table[(codes[row] as number) + 1] as number;
}

/** What failed gates do: they block, veto, or cap the tier. */
function gateWriter(
  plan: Plan,
  { gates = [], tiers = [] }: CheckedMatrix,
  columns: PlacementColumns,
): WriteBlock {
  const read = gates.map(({ id, onFail, tier }) => {
    const { codes, dictionary, isThere } = plan.outputs.get(gateColumn(id)) as LabelForm;
    return {
      codes,
      isThere,
      failed: dictionary.indexOf("failed"),
      caps: onFail === "cap-tier",
      vetoes: onFail === "veto",
      tier: tiers.findIndex((one) => one.id === tier),
    };
  });
  const { promotionBlocked, vetoed, capTier, cell } = columns;
  return (from, count) => {
    promotionBlocked.fill(0, from, from + count);
    vetoed.fill(0, from, from + count);
    capTier.codes.fill(-1, from, from + count);
    for (const { codes, isThere, failed, caps, vetoes, tier } of read) {
      if (isThere !== true) setUnjudgedAside(plan.aside, codes, count);
      if (caps) capFailed(capTier.codes, from, codes, failed, tier, count);
      else noteFailed(promotionBlocked, from, codes, failed, count);
      if (vetoes) veto(vetoed, cell.codes, from, codes, failed, count);
    }
  };
}

function setUnjudgedAside(aside: Uint8Array, codes: Int32Array, count: number): void {
  for (let row = 0; row < count; row += 1) if ((codes[row] as number) < 0) aside[row] = 1;
}

function noteFailed(flags: Uint8Array, from: number, codes: Int32Array, failed: number, count: number): void {
  for (let row = 0; row < count; row += 1)
    flags[from + row] = (flags[from + row] as number) | (+(codes[row] === failed) | 0);
}

/** A veto puts the row into the cell of the lowest bands, which is the first. */
function veto(
  flags: Uint8Array,
  cells: Int16Array,
  from: number,
  codes: Int32Array,
  failed: number,
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
  from: number,
  codes: Int32Array,
  failed: number,
  tier: number,
  count: number,
): void {
  for (let row = 0; row < count; row += 1) {
    if (codes[row] !== failed) continue;
    const before = tiers[from + row] as number;
    if (before < 0 || tier < before) tiers[from + row] = tier;
  }
}
