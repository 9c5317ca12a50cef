import type { BatchInput, InputColumn, ListColumn, OffsetsColumn, RecordsColumn } from "../batch/index.js";
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
  if ("offsets" in column) return cutLists(column, { from, to });
  if (isList(column)) return column.slice(from, to).map(asText);
  if (ArrayBuffer.isView(column)) return part(column, from, to);
  return Object.fromEntries(
    Object.entries(column).map(([name, value]) => {
      if (!ArrayBuffer.isView(value)) return [name, value];
      return [name, name === "valid" ? part(value, from >> 3, (to + 7) >> 3) : part(value, from, to)];
    }),
  );
}

/** The lists of some rows. Items in shared memory stay where they are; others are copied from a multiple of 8 on, so that their validity begins with a byte. */
function cutLists(column: OffsetsColumn | RecordsColumn, { from, to }: Rows): unknown {
  const { offsets, valid } = column;
  const [first, last] = [(offsets[from] ?? 0) & ~7, offsets[to] ?? 0];
  const items = { from: first, to: last };
  const own = offsets.slice(from, to + 1).map((offset) => offset - first);
  const lists = {
    offsets: own,
    ...(valid === undefined ? {} : { valid: part(valid, from >> 3, (to + 7) >> 3) }),
  };
  if ("columns" in column) {
    const fields = Object.entries(column.columns).map(([field, values]) => [field, cut(values, items)]);
    return { ...lists, columns: Object.fromEntries(fields) };
  }
  const { values, weights } = column;
  return {
    ...lists,
    values: cut(values, items),
    ...(weights === undefined ? {} : { weights: cut(weights, items) }),
  };
}

function isList(column: InputColumn): column is ListColumn {
  return Array.isArray(column);
}

/** A decimal is an object that does not survive the way between threads; its text does, in lists and their items too. */
function asText(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (isDecimal(value)) return String(value);
  if (Array.isArray(value)) return value.map(asText);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, asText(inner)]));
}

function part(values: ArrayBufferView, from: number, to: number): unknown {
  const array = values as Float64Array;
  return array.buffer instanceof ArrayBuffer ? array.slice(from, to) : array.subarray(from, to);
}
