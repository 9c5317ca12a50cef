import { isDecimal } from "../../kernel/decimal.js";
import type { InputColumn, ListColumn, UnitsColumn } from "../columns/columns.js";
import { isList, isOffsets, isTyped, isValid, type Typed } from "../columns/kinds.js";
import { formatOf, type NumberFormat, type Sizes, unitsOfText } from "../columns/read-numbers.js";
import { EXACT, type FloatSource, type Source } from "../forms/forms.js";
import { type FloatReading, readFloats } from "../forms/read-floats.js";

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
  if (isOffsets(column)) return undefined;
  if ("values" in column) return typedSource(column.values, column.valid, reading);
  if ("units" in column) return unitsSource(column, missing);
  return undefined;
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
  const format = formatOf((row) => numberIn(list[row]), rows, sizes);
  if (format === undefined) return undefined;
  const read = (row: number) => {
    const value = list[row];
    if (value === null || value === undefined || typeof value === "number") return value ?? undefined;
    if (typeof value === "string") return value;
    return isDecimal(value) ? String(value) : Number.NaN;
  };
  return {
    den: scaleOf(format),
    source: rowSource(read, format, missing),
    mayMiss: missing === "stays",
  };
}

/** The floating-point number nearest to a cell's; NaN where it is no number. */
function numberIn(value: ListColumn[number]): number | undefined {
  if (value === null || value === undefined || typeof value === "number") return value ?? undefined;
  return typeof value === "string" || isDecimal(value) ? Number(value) : Number.NaN;
}

function unitsSource({ units, scale, valid }: UnitsColumn, missing: "stays" | "set-aside"): MadeSource {
  const greatest = BigInt(greatestOf(units));
  const source: UnitsSource = {
    from: 0,
    least: -greatest,
    most: greatest,
    units,
    valid,
    missing,
    read: readUnits,
  };
  return { den: 10n ** BigInt(scale), source, mayMiss: valid !== undefined && missing === "stays" };
}

interface UnitsSource extends Source, Pick<Reading, "missing"> {
  readonly units: UnitsColumn["units"];
  readonly valid: UnitsColumn["valid"] | undefined;
}

function readUnits(this: UnitsSource, n: Float64Array, aside: Uint8Array, count: number): void {
  const { from, units, valid, missing } = this;
  const [least, most] = [Number(this.least), Number(this.most)];
  for (let row = 0; row < count; row += 1) {
    const value = Number(units[from + row]) + 0;
    const there = isValid(valid, from + row);
    n[row] = there ? value : Number.NaN;
    const sound = there ? Number.isInteger(value) && value >= least && value <= most : missing === "stays";
    if (!sound) aside[row] = 1;
  }
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

function floatSource(values: Float64Array, { decimals, most }: NumberFormat): FloatSource {
  const scale = 10 ** decimals;
  let reading: FloatReading | undefined;
  const source: FloatSource = {
    from: 0,
    least: -most,
    most,
    floats() {
      reading ??= { values, rules: Float64Array.of(scale, Number(source.least), Number(source.most)) };
      return reading;
    },
    read: readFloatSource,
  };
  return source;
}

function readFloatSource(this: FloatSource, n: Float64Array, aside: Uint8Array, count: number): void {
  readFloats(n, this.floats(), this.from, aside, count);
}

/** A source that is read row by row: numbers, decimal texts, nothing. */
interface RowSource extends Source, Pick<Reading, "missing"> {
  readonly valueAt: (row: number) => number | string | undefined;
  readonly decimals: number;
}

function rowSource(
  valueAt: RowSource["valueAt"],
  { decimals, most }: NumberFormat,
  missing: Reading["missing"],
): RowSource {
  return { from: 0, least: -most, most, valueAt, decimals, missing, read: readRows };
}

function readRows(this: RowSource, n: Float64Array, aside: Uint8Array, count: number): void {
  const { from, valueAt, decimals, missing } = this;
  const [scale, least, most] = [10 ** decimals, Number(this.least), Number(this.most)];
  for (let row = 0; row < count; row += 1) {
    const value = valueAt(from + row);
    if (value === undefined) {
      n[row] = Number.NaN;
      if (missing === "set-aside") aside[row] = 1;
      continue;
    }
    const units = typeof value === "string" ? unitsOfText(value, decimals) : unitsOf(value, scale);
    n[row] = units;
    if (!(units >= least && units <= most)) aside[row] = 1;
  }
}

function unitsOf(value: number, scale: number): number {
  const units = Math.round(value * scale) + 0;
  return units / scale === value ? units : Number.NaN;
}
