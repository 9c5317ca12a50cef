import { isNumberProblem, parseNumber, readNumber } from "../../kernel/number.js";
import type { OrderKey } from "../../kernel/order-keys.js";
import { compare, type Rational } from "../../kernel/rational.js";
import type { InputColumn } from "../columns.js";
import { isTyped } from "../kinds.js";
import { valuesOf } from "../rows.js";

/** The numbers of a column, to put rows in order by. */
export interface OrderNumbers {
  /** Whether a row has a number. */
  readonly has: (row: number) => boolean;
  /** Rows with what is no number. */
  readonly unsound: Uint8Array;
  /** Below zero where the first row has the smaller number, zero where they are equal. */
  readonly compare: (a: number, b: number) => number;
}

/** A decimal of at most 15 digits comes back from the nearest floating-point number: no two share one. */
const SHORT = /^-?\d{1,15}$|^-?(?=\d+\.\d+$)[\d.]{3,16}$/;

/**
 * Reads numbers to be compared. Floats are in the order of the decimals that they print as, and so are short decimals and the floats nearest to them; where a column has any others, such as fractions and
 * long decimals, their rows are compared exactly.
 */
export function readOrderNumbers(column: InputColumn | undefined, rows: number): OrderNumbers {
  const near = new Float64Array(rows).fill(Number.NaN);
  const unsound = new Uint8Array(rows);
  const odd = new Map<number, Rational>();
  const valueAt = column === undefined ? () => undefined : valuesOf(column);
  for (let row = 0; row < rows; row += 1) {
    const value = isTyped(column as InputColumn) ? (column as Float64Array)[row] : valueAt(row);
    if (value === undefined || value === null) continue;
    if (typeof value === "number" && Number.isFinite(value)) near[row] = value;
    else if (typeof value === "string" && SHORT.test(value)) near[row] = Number(value);
    else {
      const exact = parseNumber(value);
      if (isNumberProblem(exact)) unsound[row] = 1;
      else {
        odd.set(row, exact);
        near[row] = 0;
      }
    }
  }
  const nearly = (a: number, b: number) => order(near[a] as number, near[b] as number);
  const has = (row: number) => !Number.isNaN(near[row]);
  if (odd.size === 0) return { has, unsound, compare: nearly };
  const exactAt = (row: number) => odd.get(row) ?? readNumber(valueAt(row));
  const exactly = (a: number, b: number) =>
    odd.has(a) || odd.has(b) ? compare(exactAt(a), exactAt(b)) : nearly(a, b);
  return { has, unsound, compare: exactly };
}

function order(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Compares rows by several numbers: zero where they do not tell. */
export function compareBy(keys: readonly OrderKey[], numbers: readonly OrderNumbers[]) {
  return (a: number, b: number): number => {
    for (let place = 0; place < numbers.length; place += 1) {
      const difference = (numbers[place] as OrderNumbers).compare(a, b);
      if (difference !== 0) return keys[place]?.order === "ascending" ? difference : -difference;
    }
    return 0;
  };
}
