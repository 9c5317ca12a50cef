import type { CodesColumn, FloatColumn, InputColumn, UnitsColumn } from "../columns/columns.js";
import { isCodes, isList, isOffsets, isTyped, isValid } from "../columns/kinds.js";
import type { Label } from "./inputs.js";

/** Reads a block of labels as positions in a dictionary: -1 is a missing one; a label that is not in it is set aside, or counts as missing. */
export interface LabelSource {
  from: number;
  read(codes: Int32Array, aside: Uint8Array, count: number): void;
}

/** What becomes of labels that are missing or not known; `otherwise` is the position that stands in for a missing one. */
export interface LabelRules {
  readonly missing: "stays" | "set-aside";
  readonly unknown: "missing" | "set-aside";
  readonly otherwise?: number;
}

export function labelSource(
  column: InputColumn,
  meant: ReadonlyMap<Label, number>,
  rules: LabelRules,
): LabelSource {
  const table = isCodes(column) && isWorthATable(column) ? meaningsOf(column, meant) : undefined;
  const codeAt = isCodes(column) ? codesBy(column, meant, table) : codesIn(column, meant);
  const known = isCodes(column) && column.valid === undefined ? column.codes : undefined;
  const source: ReadLabels = { from: 0, codeAt, known, table, rules, read: readLabels };
  return source;
}

interface ReadLabels extends LabelSource {
  readonly codeAt: (row: number) => number;
  /** Codes that each row has, and the position of each. */
  readonly known: CodesColumn["codes"] | undefined;
  readonly table: Int32Array | undefined;
  readonly rules: LabelRules;
}

function readLabels(this: ReadLabels, codes: Int32Array, aside: Uint8Array, count: number): void {
  const { from, codeAt, known, table, rules } = this;
  if (known !== undefined && table !== undefined && areAllKnown(codes, known, table, from, count)) return;
  const { missing, unknown, otherwise = MISSING } = rules;
  for (let row = 0; row < count; row += 1) {
    const code = codeAt(from + row);
    codes[row] = code === MISSING ? otherwise : Math.max(code, MISSING);
    if ((code === MISSING && missing === "set-aside") || (code === UNKNOWN && unknown === "set-aside"))
      aside[row] = 1;
  }
}

const MISSING = -1;
const UNKNOWN = -2;

/** Few rows of many labels, such as some of the ids of a file, are looked up one by one. */
function isWorthATable({ codes, dictionary }: CodesColumn): boolean {
  return dictionary.length <= codes.length;
}

function codesBy(
  { codes, dictionary, valid }: CodesColumn,
  meant: ReadonlyMap<Label, number>,
  table: Int32Array | undefined,
): (row: number) => number {
  if (table !== undefined)
    return (row) => (isValid(valid, row) ? (table[codes[row] as number] ?? UNKNOWN) : MISSING);
  return (row) =>
    isValid(valid, row) ? (meant.get(dictionary[codes[row] as number] as Label) ?? UNKNOWN) : MISSING;
}

function codesIn(
  column: Exclude<InputColumn, CodesColumn>,
  meant: ReadonlyMap<Label, number>,
): (row: number) => number {
  if (isList(column))
    return (row) => {
      const value = column[row];
      if (value === null || value === undefined) return MISSING;
      return typeof value === "object" ? UNKNOWN : (meant.get(value) ?? UNKNOWN);
    };
  if (isOffsets(column)) return (row) => (isValid(column.valid, row) ? UNKNOWN : MISSING);
  const { values, valid } = isTyped(column) ? { values: column, valid: undefined } : numbersOf(column);
  return (row) => (isValid(valid, row) ? (meant.get(values[row] as number) ?? UNKNOWN) : MISSING);
}

function meaningsOf({ dictionary }: CodesColumn, meant: ReadonlyMap<Label, number>): Int32Array {
  return Int32Array.from(dictionary, (text) => meant.get(text) ?? UNKNOWN);
}

/** Reads codes that all stand for a known label, as they do in most blocks; false where one does not. */
function areAllKnown(
  out: Int32Array,
  codes: CodesColumn["codes"],
  table: Int32Array,
  from: number,
  count: number,
): boolean {
  let isKnown = true;
  for (let row = 0; row < count; row += 1) {
    const code = table[codes[from + row] as number] ?? UNKNOWN;
    out[row] = code;
    if (code < 0) isKnown = false;
  }
  return isKnown;
}

/** Numbers that name something, such as a step; units are no names. */
function numbersOf(column: FloatColumn | UnitsColumn): Pick<FloatColumn, "values" | "valid"> {
  return "values" in column ? column : { values: new Float64Array() };
}
