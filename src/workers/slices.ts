import type { BatchInput, InputColumn, ListColumn } from "../batch/index.js";
import { isDecimal } from "../kernel/decimal.js";

/** The rows of a chunk: a multiple of 8, so that each chunk's validity begins with a byte. */
export interface Rows {
  readonly from: number;
  readonly to: number;
}

/** Some rows of an input, which can go to another thread: memory that is shared stays where it is, all else is copied. */
export function rowsOf(input: BatchInput, rows: Rows): BatchInput {
  const columns = Object.entries(input.columns).map(([name, column]) => [name, cut(column, rows)]);
  return { ...input, columns: Object.fromEntries(columns) };
}

function cut(column: InputColumn, { from, to }: Rows): unknown {
  if (isList(column)) return column.slice(from, to).map(asText);
  if (ArrayBuffer.isView(column)) return part(column, from, to);
  return Object.fromEntries(
    Object.entries(column).map(([name, value]) => {
      if (!ArrayBuffer.isView(value)) return [name, value];
      return [name, name === "valid" ? part(value, from >> 3, (to + 7) >> 3) : part(value, from, to)];
    }),
  );
}

function isList(column: InputColumn): column is ListColumn {
  return Array.isArray(column);
}

/** A decimal is an object that does not survive the way between threads; its text does. */
function asText(value: unknown): unknown {
  return isDecimal(value) ? String(value) : value;
}

function part(values: ArrayBufferView, from: number, to: number): unknown {
  const array = values as Float64Array;
  return array.buffer instanceof ArrayBuffer ? array.slice(from, to) : array.subarray(from, to);
}
