import type { InputColumn } from "./columns.js";
import { isList, isTyped, isValid } from "./kinds.js";

/** Some rows of columns, as columns of the same kinds. */
export function gather(
  columns: Readonly<Record<string, InputColumn>>,
  rows: readonly number[],
): Readonly<Record<string, InputColumn>> {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, gathered(column, rows)]));
}

function gathered(column: InputColumn, rows: readonly number[]): InputColumn {
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
  const made = new Uint8Array((rows.length + 7) >> 3);
  for (const [at, row] of rows.entries())
    if (isValid(valid, row)) made[at >> 3] = (made[at >> 3] as number) | (1 << (at & 7));
  return made;
}
