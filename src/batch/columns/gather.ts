import type { InputColumn, ItemColumn, ListColumn, OffsetsColumn, RecordsColumn } from "./columns.js";
import { bitsOf, isList, isOffsets, isRecords, isTyped, isValid } from "./kinds.js";

/** The numbers of rows, or of items. */
export type Rows = ArrayLike<number>;

/** Some rows of columns, as columns of the same kinds. */
export function gather(
  columns: Readonly<Record<string, InputColumn>>,
  rows: Rows,
): Readonly<Record<string, InputColumn>> {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, gathered(column, rows)]));
}

function gathered(column: InputColumn, rows: Rows): InputColumn {
  return isOffsets(column) ? gatheredLists(column, rows) : gatheredItems(column, rows);
}

/** The lists of some rows, their items one after another; where a row has none, there are no items. */
function gatheredLists(column: OffsetsColumn | RecordsColumn, rows: Rows): OffsetsColumn | RecordsColumn {
  const { offsets, valid } = column;
  const starts = new Uint32Array(rows.length + 1);
  const items: number[] = [];
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] as number;
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

function gatheredItems(column: ItemColumn, rows: Rows): ItemColumn {
  if (isList(column)) return listed(column, rows);
  if (isTyped(column)) return taken(column, rows);
  const valid = column.valid === undefined ? {} : { valid: bits(column.valid, rows) };
  if ("values" in column) return { values: taken(column.values, rows), ...valid };
  if ("codes" in column) return { ...column, codes: taken(column.codes, rows), ...valid };
  return { ...column, units: taken(column.units, rows), ...valid };
}

function listed(column: ListColumn, rows: Rows): ListColumn {
  const made = new Array<ListColumn[number]>(rows.length);
  for (let at = 0; at < rows.length; at += 1) made[at] = column[rows[at] as number];
  return made;
}

interface TypedArray {
  readonly [row: number]: number | bigint | undefined;
}

function taken<Values extends TypedArray>(values: Values, rows: Rows): Values {
  const made = new (values.constructor as new (length: number) => { [row: number]: unknown })(rows.length);
  for (let at = 0; at < rows.length; at += 1) made[at] = values[rows[at] as number];
  return made as unknown as Values;
}

function bits(valid: Uint8Array, rows: Rows): Uint8Array {
  return bitsOf(rows.length, (at) => isValid(valid, rows[at] as number));
}
