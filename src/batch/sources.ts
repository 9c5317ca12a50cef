import type { Rational } from "../kernel/rational.js";
import type { CodesColumn, FloatColumn, InputColumn, ListColumn, UnitsColumn } from "./columns.js";
import { EXACT, type Source } from "./forms.js";
import type { Label } from "./inputs.js";
import { formatOf, type NumberFormat, readFloats, type Sizes, unitsOfText } from "./read-numbers.js";

/** A source and the denominator of its whole numbers. */
export interface MadeSource {
  readonly den: bigint;
  readonly source: Source;
  readonly mayMiss: boolean;
}

/** How a column of numbers is read. */
export interface Reading {
  readonly rows: number;
  /** Missing numbers stay missing, or set their row aside. */
  readonly missing: "stays" | "set-aside";
  readonly sizes: Sizes;
}

/** The reader of a column of numbers, of which missing ones stay missing or set their row aside; undefined where no whole numbers fit most of them. */
export function numberSource(column: InputColumn, reading: Reading): MadeSource | undefined {
  const { missing } = reading;
  if (isTyped(column)) return typedSource(column, undefined, reading);
  if (isList(column)) return listSource(column, reading);
  if ("values" in column) return typedSource(column.values, column.valid, reading);
  if ("units" in column) return unitsSource(column, missing);
  return undefined;
}

type Typed = Extract<InputColumn, { readonly BYTES_PER_ELEMENT: number }>;

export function isTyped(column: InputColumn): column is Typed {
  return ArrayBuffer.isView(column);
}

export function isList(column: InputColumn): column is ListColumn {
  return Array.isArray(column);
}

/** Whether a row has a value. */
export function isValid(valid: Uint8Array | undefined, row: number): boolean {
  return valid === undefined || (((valid[row >> 3] as number) >> (row & 7)) & 1) === 1;
}

function typedSource(
  values: Typed,
  valid: Uint8Array | undefined,
  { rows, missing, sizes }: Reading,
): MadeSource | undefined {
  const format = formatOf((row) => (isValid(valid, row) ? values[row] : undefined), rows, sizes);
  if (format === undefined) return undefined;
  const mayMiss = valid !== undefined && missing === "stays";
  if (values instanceof Float64Array && valid === undefined)
    return { den: scaleOf(format), source: floatSource(values, format), mayMiss };
  const read = (row: number) => (isValid(valid, row) ? (values[row] as number) : undefined);
  return { den: scaleOf(format), source: rowSource(read, format, missing), mayMiss };
}

function listSource(list: ListColumn, { rows, missing, sizes }: Reading): MadeSource | undefined {
  const format = formatOf(
    (row) => {
      const value = list[row];
      return value === null || value === undefined ? undefined : Number(value);
    },
    rows,
    sizes,
  );
  if (format === undefined) return undefined;
  const read = (row: number) => {
    const value = list[row];
    if (value === null || value === undefined || typeof value === "number") return value ?? undefined;
    return String(value);
  };
  return {
    den: scaleOf(format),
    source: rowSource(read, format, missing),
    mayMiss: missing === "stays",
  };
}

function unitsSource({ units, scale, valid }: UnitsColumn, missing: "stays" | "set-aside"): MadeSource {
  const greatest = BigInt(greatestOf(units));
  const source: Source = {
    from: 0,
    least: -greatest,
    most: greatest,
    read(n, aside, count) {
      const [least, most] = [Number(this.least), Number(this.most)];
      for (let row = 0; row < count; row += 1) {
        const value = Number(units[this.from + row]);
        const there = isValid(valid, this.from + row);
        n[row] = there ? value : Number.NaN;
        const sound = there
          ? Number.isInteger(value) && value >= least && value <= most
          : missing === "stays";
        if (!sound) aside[row] = 1;
      }
    },
  };
  return { den: 10n ** BigInt(scale), source, mayMiss: valid !== undefined && missing === "stays" };
}

/** The greatest size of whole units that floating-point numbers hold exactly. */
function greatestOf(units: UnitsColumn["units"]): number {
  let greatest = 1;
  for (const unit of units) {
    const size = Math.abs(Number(unit));
    if (size > greatest && size < Number(EXACT)) greatest = size;
  }
  return Math.ceil(greatest);
}

function scaleOf({ decimals }: NumberFormat): bigint {
  return 10n ** BigInt(decimals);
}

function floatSource(values: Float64Array, { decimals, most }: NumberFormat): Source {
  const scale = 10 ** decimals;
  return {
    from: 0,
    least: -most,
    most,
    floats: { values, scale },
    read(n, aside, count) {
      readFloats(n, values, this.from, scale, Number(this.least), Number(this.most), aside, count);
    },
  };
}

/** Reads row by row: numbers, decimal texts, nothing. */
function rowSource(
  valueAt: (row: number) => number | string | undefined,
  { decimals, most: greatest }: NumberFormat,
  missing: "stays" | "set-aside",
): Source {
  const scale = 10 ** decimals;
  return {
    from: 0,
    least: -greatest,
    most: greatest,
    read(n, aside, count) {
      const [least, most] = [Number(this.least), Number(this.most)];
      for (let row = 0; row < count; row += 1) {
        const value = valueAt(this.from + row);
        if (value === undefined) {
          n[row] = Number.NaN;
          if (missing === "set-aside") aside[row] = 1;
          continue;
        }
        const units = typeof value === "string" ? unitsOfText(value, decimals) : unitsOf(value, scale);
        n[row] = units;
        if (!(units >= least && units <= most)) aside[row] = 1;
      }
    },
  };
}

function unitsOf(value: number, scale: number): number {
  const units = Math.round(value * scale);
  return units / scale === value ? units : Number.NaN;
}

/** The same number in every row. */
export function constantSource({ n, d }: Rational): MadeSource | undefined {
  if (n > EXACT || n < -EXACT || d > EXACT) return undefined;
  const value = Number(n);
  const source: Source = {
    from: 0,
    least: n,
    most: n,
    same: true,
    read(out, aside, count) {
      out.fill(value, 0, count);
      if (n < this.least || n > this.most) aside.fill(1, 0, count);
    },
  };
  return { den: d, source, mayMiss: false };
}

/** A number that is missing in every row. */
export function nothingSource(missing: "stays" | "set-aside"): MadeSource {
  const source: Source = {
    from: 0,
    least: 0n,
    most: 0n,
    read(out, aside, count) {
      out.fill(Number.NaN, 0, count);
      if (missing === "set-aside") aside.fill(1, 0, count);
    },
  };
  return { den: 1n, source, mayMiss: true };
}

/** Reads a block of labels as positions in a dictionary: -1 is a missing one; a label that is not in it is set aside, or counts as missing. */
export interface LabelSource {
  from: number;
  read(codes: Int32Array, aside: Uint8Array, count: number): void;
}

export function labelSource(
  column: InputColumn,
  meant: ReadonlyMap<Label, number>,
  { missing, unknown }: { missing: "stays" | "set-aside"; unknown: "missing" | "set-aside" },
): LabelSource {
  const codeAt = codesIn(column, meant);
  return {
    from: 0,
    read(codes, aside, count) {
      for (let row = 0; row < count; row += 1) {
        const code = codeAt(this.from + row);
        codes[row] = code < 0 ? -1 : code;
        if ((code === MISSING && missing === "set-aside") || (code === UNKNOWN && unknown === "set-aside"))
          aside[row] = 1;
      }
    },
  };
}

const MISSING = -1;
const UNKNOWN = -2;

function codesIn(column: InputColumn, meant: ReadonlyMap<Label, number>): (row: number) => number {
  if (isCodes(column)) {
    const { codes, dictionary, valid } = column;
    const table = dictionary.map((text) => meant.get(text) ?? UNKNOWN);
    return (row) => (isValid(valid, row) ? (table[codes[row] as number] ?? UNKNOWN) : MISSING);
  }
  if (isList(column))
    return (row) => {
      const value = column[row];
      if (value === null || value === undefined) return MISSING;
      return typeof value === "object" ? UNKNOWN : (meant.get(value) ?? UNKNOWN);
    };
  const { values, valid } = isTyped(column) ? { values: column, valid: undefined } : numbersOf(column);
  return (row) => (isValid(valid, row) ? (meant.get(values[row] as number) ?? UNKNOWN) : MISSING);
}

/** Numbers that name something, such as a step; units are no names. */
function numbersOf(column: FloatColumn | UnitsColumn): Pick<FloatColumn, "values" | "valid"> {
  return "values" in column ? column : { values: new Float64Array() };
}

export function isCodes(column: InputColumn): column is CodesColumn {
  return !isTyped(column) && !isList(column) && "codes" in column;
}
