import type { InputColumn, ItemColumn, OffsetsColumn, RecordsColumn } from "./columns.js";
import { bitsOf, isList, isOffsets, isRecords, isTyped, isValid } from "./kinds.js";

/** Some rows of columns, as columns of the same kinds. */
export function gather(
  columns: Readonly<Record<string, InputColumn>>,
  rows: readonly number[],
): Readonly<Record<string, InputColumn>> {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, gathered(column, rows)]));
}

function gathered(column: InputColumn, rows: readonly number[]): InputColumn {
  return isOffsets(column) ? gatheredLists(column, rows) : gatheredItems(column, rows);
}

/** The lists of some rows, their items one after another; where a row has none, there are no items. */
function gatheredLists(
  column: OffsetsColumn | RecordsColumn,
  rows: readonly number[],
): OffsetsColumn | RecordsColumn {
  const { offsets, valid } = column;
  const starts = new Uint32Array(rows.length + 1);
  const items: number[] = [];
  for (const [at, row] of rows.entries()) {
    const end = isValid(valid, row) ? (offsets[row + 1] as number) : 0;
    for (let item = offsets[row] as number; item < end; item += 1) items.push(item);
    starts[at + 1] = items.length;
  }
  const lists = { offsets: starts, ...(valid === undefined ? {} : { valid: bits(valid, rows) }) };
  if (isRecords(column))
    return { ...lists, columns: gather(column.columns, items) as RecordsColumn["columns"] };
  const { values, weights } = column;
  return {
    ...lists,
    values: gatheredItems(values, items),
    ...(weights === undefined ? {} : { weights: gatheredItems(weights, items) }),
  };
}

function gatheredItems(column: ItemColumn, rows: readonly number[]): ItemColumn {
  if (isList(column)) return rows.map((row) => column[row]);
  if (isTyped(column)) return taken(column, rows);
  const valid = column.valid === undefined ? {} : { valid: bits(column.valid, rows) };
  if ("values" in column) return { values: taken(column.values, rows), ...valid };
  if ("codes" in column) return { ...column, codes: taken(column.codes, rows), ...valid };
  return { ...column, units: taken(column.units, rows), ...valid };
}

interface TypedArray {
  readonly [row: number]: number | bigint | undefined;
}

function taken<Values extends TypedArray>(values: Values, rows: readonly number[]): Values {
  const made = new (values.constructor as new (length: number) => { [row: number]: unknown })(rows.length);
  for (let at = 0; at < rows.length; at += 1) made[at] = values[rows[at] as number];
  return made as unknown as Values;
}

function bits(valid: Uint8Array, rows: readonly number[]): Uint8Array {
  return bitsOf(rows.length, (at) => isValid(valid, rows[at] as number));
}
