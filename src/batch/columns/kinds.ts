import type { CodesColumn, InputColumn, ListColumn, OffsetsColumn, RecordsColumn } from "./columns.js";

/** A typed array that stands for itself. */
export type Typed = Extract<InputColumn, { readonly BYTES_PER_ELEMENT: number }>;

export function isTyped(column: InputColumn): column is Typed {
  return ArrayBuffer.isView(column);
}

export function isList(column: InputColumn): column is ListColumn {
  return Array.isArray(column);
}

/** Whether a row has a value. */
export function isValid(valid: Uint8Array | undefined, row: number): boolean {
  return valid === undefined || (((valid[row >>> 3] as number) >> (row & 7)) & 1) === 1;
}

/** A bit for each of so many rows. */
export function bitsOf(rows: number, isSet: (row: number) => boolean): Uint8Array {
  const bits = new Uint8Array((rows + 7) >>> 3);
  for (let row = 0; row < rows; row += 1)
    if (isSet(row)) bits[row >>> 3] = (bits[row >>> 3] as number) | (1 << (row & 7));
  return bits;
}

export function isCodes(column: InputColumn): column is CodesColumn {
  return !isTyped(column) && !isList(column) && "codes" in column;
}

/** Whether a column has a list in each row, as Arrow has it. */
export function isOffsets(column: InputColumn): column is OffsetsColumn | RecordsColumn {
  return !isTyped(column) && !isList(column) && "offsets" in column;
}

/** Whether a column has a list of records in each row. */
export function isRecords(column: InputColumn): column is RecordsColumn {
  return isOffsets(column) && "columns" in column;
}

/** Which rows of a column have a value; absent where all have one. */
export function presenceIn(column: InputColumn): ((row: number) => boolean) | undefined {
  if (isTyped(column)) return undefined;
  if (isList(column)) return (row) => column[row] !== null && column[row] !== undefined;
  const { valid } = column;
  if (isCodes(column)) return (row) => isValid(valid, row) && hasLabel(column, row);
  return valid === undefined ? undefined : (row) => isValid(valid, row);
}

/** Whether a code has a label; one outside the dictionary has none. */
function hasLabel({ codes, dictionary }: CodesColumn, row: number): boolean {
  const label: unknown = dictionary[codes[row] as number];
  return label !== null && label !== undefined;
}
