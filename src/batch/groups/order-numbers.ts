import { isNumberProblem, parseNumber, readNumber } from "../../kernel/number.js";
import type { OrderKey } from "../../kernel/order-keys.js";
import { compare, type Rational } from "../../kernel/rational.js";
import type { InputColumn } from "../columns/columns.js";
import { isTyped } from "../columns/kinds.js";
import { valuesOf } from "../columns/rows.js";

/** The numbers of a column, to put rows in order by. */
export interface OrderNumbers {
  /** The nearest floating-point number of each, which says what order it has; NaN where there is none. */
  readonly near: Float64Array;
  /** The exact numbers of rows of which it does not. */
  readonly odd: ReadonlyMap<number, Rational>;
  /** Rows with what is no number. */
  readonly unsound: Uint8Array;
  readonly exactAt: (row: number) => Rational;
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
  return { near, odd, unsound, exactAt: (row) => odd.get(row) ?? readNumber(valueAt(row)) };
}

/** Compares rows by several numbers: below zero where the first of them comes first, zero where they do not tell. */
export function compareBy(
  keys: readonly OrderKey[],
  numbers: readonly OrderNumbers[],
): (a: number, b: number) => number {
  const columns = numbers.map(({ near }, place) => ({
    near,
    before: keys[place]?.order === "ascending" ? -1 : 1,
  }));
  if (numbers.some(({ odd }) => odd.size > 0)) return (a, b) => compareExactly(keys, numbers, a, b);
  return (a, b) => {
    for (const { near, before } of columns) {
      const [one, other] = [near[a] as number, near[b] as number];
      if (one !== other) return one < other ? before : -before;
    }
    return 0;
  };
}

function compareExactly(
  keys: readonly OrderKey[],
  numbers: readonly OrderNumbers[],
  a: number,
  b: number,
): number {
  for (const [place, { near, odd, exactAt }] of numbers.entries()) {
    const isOdd = odd.has(a) || odd.has(b);
    const difference = isOdd
      ? compare(exactAt(a), exactAt(b))
      : Math.sign((near[a] as number) - (near[b] as number));
    if (difference !== 0) return keys[place]?.order === "ascending" ? difference : -difference;
  }
  return 0;
}
