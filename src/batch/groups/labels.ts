import type { InputColumn } from "../columns/columns.js";
import { isCodes, isList, isTyped, isValid } from "../columns/kinds.js";
import { valuesOf } from "../columns/rows.js";

/** The values of a column as positions in a list of the different ones; -1 where there is none. */
export interface Labels {
  readonly codes: Int32Array;
  /** Whatever the column has, sound or not. */
  readonly labels: readonly unknown[];
}

/** Reads a column of labels; a label that a dictionary has twice is one, and a code outside it is none, as in the columns of a result. */
export function readLabels(column: InputColumn | undefined, rows: number): Labels {
  const codes = new Int32Array(rows).fill(-1);
  if (column === undefined) return { codes, labels: [] };
  const found = new Map<unknown, number>();
  const codeOf = (label: unknown): number => {
    if (label === undefined || label === null) return -1;
    const known = found.get(label);
    if (known !== undefined) return known;
    found.set(label, found.size);
    return found.size - 1;
  };
  if (isCodes(column)) {
    const table = Int32Array.from(column.dictionary, codeOf);
    for (let row = 0; row < rows; row += 1)
      if (isValid(column.valid, row)) codes[row] = table[column.codes[row] as number] ?? -1;
  } else {
    const valueAt = isTyped(column) || isList(column) ? (row: number) => column[row] : valuesOf(column);
    for (let row = 0; row < rows; row += 1) codes[row] = codeOf(valueAt(row));
  }
  return { codes, labels: [...found.keys()] };
}

/** Two columns of labels as one of pairs. */
export function pairLabels(first: Labels, second: Labels): Labels {
  const codes = new Int32Array(first.codes.length).fill(-1);
  const found = new Map<number, number>();
  const pairs: (readonly [unknown, unknown])[] = [];
  const seconds = second.labels.length + 1;
  for (let row = 0; row < codes.length; row += 1) {
    const [a, b] = [first.codes[row] as number, second.codes[row] as number];
    if (a < 0 && b < 0) continue;
    const key = (a + 1) * seconds + b + 1;
    let code = found.get(key);
    if (code === undefined) {
      code = pairs.length;
      found.set(key, code);
      pairs.push([first.labels[a], second.labels[b]]);
    }
    codes[row] = code;
  }
  return { codes, labels: pairs };
}
