import type { BatchInput, InputColumn, ListColumn, OffsetsColumn, RecordsColumn } from "../batch/index.js";
import { isDecimal } from "../kernel/decimal.js";
import { type Path, TierwiseError } from "../kernel/errors.js";
import { show } from "../kernel/show.js";

/** The rows of a chunk: a multiple of 8, so that each chunk's validity begins with a byte. */
export interface Rows {
  readonly from: number;
  readonly to: number;
}

/** Some rows of an input, which can go to another thread: memory that is shared stays where it is, all else is copied. What cannot go is an error of the input. */
export function rowsOf(input: BatchInput, rows: Rows): BatchInput {
  const columns = Object.entries(input.columns).map(([name, column]) => [
    name,
    cut(column, rows, ["columns", name]),
  ]);
  return { ...input, columns: Object.fromEntries(columns) };
}

function cut(column: InputColumn, { from, to }: Rows, path: Path): unknown {
  if ("offsets" in column) return cutLists(column, { from, to }, path);
  if (isList(column)) return cutCells(column, { from, to }, path);
  if (ArrayBuffer.isView(column)) return part(column, from, to);
  return Object.fromEntries(
    Object.entries(column).map(([name, value]) => {
      if (!ArrayBuffer.isView(value)) return [name, value];
      return [name, name === "valid" ? part(value, from >>> 3, (to + 7) >>> 3) : part(value, from, to)];
    }),
  );
}

/** The lists of some rows. Items in shared memory stay where they are; others are copied from a multiple of 8 on, so that their validity begins with a byte. */
function cutLists(column: OffsetsColumn | RecordsColumn, { from, to }: Rows, path: Path): unknown {
  const { offsets, valid } = column;
  const [first, last] = [((offsets[from] ?? 0) & ~7) >>> 0, offsets[to] ?? 0];
  const items = { from: first, to: last };
  const own = offsets.slice(from, to + 1).map((offset) => offset - first);
  const lists = {
    offsets: own,
    ...(valid === undefined ? {} : { valid: part(valid, from >>> 3, (to + 7) >>> 3) }),
  };
  if ("columns" in column) {
    const fields = Object.entries(column.columns).map(([field, values]) => [
      field,
      cut(values, items, [...path, "columns", field]),
    ]);
    return { ...lists, columns: Object.fromEntries(fields) };
  }
  const { values, weights } = column;
  return {
    ...lists,
    values: cut(values, items, [...path, "values"]),
    ...(weights === undefined ? {} : { weights: cut(weights, items, [...path, "weights"]) }),
  };
}

function isList(column: InputColumn): column is ListColumn {
  return Array.isArray(column);
}

/** Some cells; a hole stays one. */
function cutCells(list: ListColumn, { from, to }: Rows, path: Path): unknown {
  const cells: unknown[] = list.slice(from, to);
  for (const [at, cell] of cells.entries())
    if (typeof cell === "object" ? cell !== null : isCode(cell))
      cells[at] = asText(cell, (part) => refuse(part, [...path, from + at]));
  return cells;
}

/** A decimal is an object that does not survive the way between threads; its text does, in lists and their items too. An instance of a class would arrive as a plain object, which is something else. */
function asText(value: unknown, refuseIt: (value: unknown) => never): unknown {
  if (isCode(value)) return refuseIt(value);
  if (typeof value !== "object" || value === null || isCarried(value)) return value;
  if (isDecimal(value)) return String(value);
  if (Array.isArray(value)) return value.map((item) => asText(item, refuseIt));
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return refuseIt(value);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, asText(inner, refuseIt)]));
}

function isCode(value: unknown): boolean {
  return typeof value === "function" || typeof value === "symbol";
}

/** Whether an object arrives in another thread as what it is. */
function isCarried(value: object): boolean {
  return ArrayBuffer.isView(value) || value instanceof Date;
}

function refuse(value: unknown, path: Path): never {
  const got = typeof value === "object" ? "an instance of a class" : show(value);
  const message = `expected plain data, which can be sent to a worker, got ${got}`;
  throw new TierwiseError("invalid-input", "batch", [{ path, code: "not-plain-data", message, params: {} }]);
}

function part(values: ArrayBufferView, from: number, to: number): unknown {
  const array = values as Float64Array;
  return array.buffer instanceof ArrayBuffer ? array.slice(from, to) : array.subarray(from, to);
}
