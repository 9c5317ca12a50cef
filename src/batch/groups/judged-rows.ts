import type { Aspect } from "./aspects.js";
import type { Wholes } from "./wholes.js";

/** What is known of a row: it shares, it does not, or the function of one row has to say. */
export const SHARES = 0;
export const EXCLUDED = 1;
export const ASIDE = 2;

/** All rows while they are judged: what is known of each, why those are excluded that are, and what those count who share. */
export interface JudgedRows {
  readonly states: Uint8Array;
  readonly reasons: Int16Array;
  readonly counts: Float64Array;
}

/** Rows of which nothing is known against their sharing. */
export function judgedRows(rows: number): JudgedRows {
  return {
    states: new Uint8Array(rows),
    reasons: new Int16Array(rows).fill(-1),
    counts: new Float64Array(rows).fill(1),
  };
}

/** Sets rows aside of whose label nothing is known. */
export function setUnknownAside({ states }: JudgedRows, { codes }: Aspect, table: readonly unknown[]): void {
  const isUnknown = table.map((one) => one === undefined);
  for (let row = 0; row < codes.length; row += 1)
    if (isUnknown[(codes[row] as number) + 1]) states[row] = ASIDE;
}

/** Sets rows aside whose number is none, or none of those that the column is read as. */
export function setOddAside({ states }: JudgedRows, { aside }: Wholes): void {
  for (let row = 0; row < aside.length; row += 1) if (aside[row] === 1) states[row] = ASIDE;
}

/** Excludes rows by their labels: the reason of each label, or -1. */
export function excludeByLabel(
  { states, reasons }: JudgedRows,
  { codes }: Aspect,
  table: readonly (number | undefined)[],
): void {
  for (let row = 0; row < codes.length; row += 1) {
    const reason = table[(codes[row] as number) + 1];
    if (reason === undefined) states[row] = ASIDE;
    else if (reason >= 0 && states[row] === SHARES) {
      states[row] = EXCLUDED;
      reasons[row] = reason;
    }
  }
}

/** Excludes rows whose number is not from the least through the most. */
export function excludeByNumber(
  { states, reasons }: JudgedRows,
  { n }: Wholes,
  [least, most]: readonly [number, number],
  reason: number,
): void {
  for (let row = 0; row < n.length; row += 1) {
    const value = n[row] as number;
    if (Number.isNaN(value)) states[row] = ASIDE;
    else if ((value < least || value > most) && states[row] === SHARES) {
      states[row] = EXCLUDED;
      reasons[row] = reason;
    }
  }
}

/** Below this, what floating point says of a product is exact; 2^53 itself may be that of 2^53 + 1. */
const TOO_LARGE = 2 ** 53;

/** Multiplies what rows count by a number of each; one that is missing, below zero, or makes more than is exact is set aside. */
export function countBy({ states, counts }: JudgedRows, numberAt: (row: number) => number): void {
  for (let row = 0; row < states.length; row += 1) {
    if (states[row] !== SHARES) continue;
    const number = numberAt(row);
    const count = (counts[row] as number) * number;
    counts[row] = count;
    if (!(number >= 0 && count < TOO_LARGE)) states[row] = ASIDE;
  }
}
