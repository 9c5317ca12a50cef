import { apportionWithin, type BoundedPart, type BoundedShare } from "../../kernel/bounded-apportion.js";
import type { DecimalColumn, LabelColumn } from "../columns/result-columns.js";
import { absolute, unitsOf } from "../forms/forms.js";
import type { RowOrder } from "./first-rows.js";
import { AT_LEAST, AT_MOST, FREE, type WholeShares } from "./level.js";
import { addProblems, type RowProblems, tooLarge } from "./problems.js";
import { shareWholes } from "./share-wholes.js";

/** What every row gets, and which bound decided on it. */
export interface Parts {
  readonly parts: DecimalColumn;
  readonly held: LabelColumn;
}

/** Where results and problems are written, and the order of rows by id. */
export interface Output {
  readonly order: RowOrder;
  readonly parts: Parts;
  readonly problems: RowProblems;
}

/** What the rows of one group share by. */
export interface GroupShares {
  /** In whole numbers; undefined where a row has other numbers. */
  readonly wholes: () => WholeShares | undefined;
  /** Exactly, of one row. */
  readonly exact: (row: number) => BoundedShare;
}

/** A group that has been shared: what is left over, how many rows have a part, and how it was worked out. */
export interface SharedGroup {
  readonly left: bigint;
  readonly rows: number;
  readonly path: "columns" | "exact";
}

/** Columns in which no row has a part yet. */
export function emptyParts(rows: number, scale: number): Parts {
  return {
    parts: { units: new Float64Array(rows).fill(Number.NaN), scale },
    held: { codes: new Int16Array(rows).fill(FREE), dictionary: ["least", "most"] },
  };
}

/**
 * Shares an amount among the rows of a group and writes the parts: in whole numbers where they hold it, else as `apportionWithin` does; undefined where the
 * least parts are more than the amount.
 */
export function shareGroup(
  amount: bigint,
  rows: Int32Array,
  shares: GroupShares,
  { order, parts, problems }: Output,
): SharedGroup | undefined {
  const left = shareInWholes(amount, rows, shares, order, parts);
  if (left !== undefined) return { left: BigInt(left), rows: rows.length, path: "columns" };
  const filling = apportionWithin(amount, Array.from(rows, shares.exact));
  if (filling === undefined) return undefined;
  const written = writeExact(rows, filling.parts, parts, problems);
  return { left: filling.left, rows: written, path: "exact" };
}

function shareInWholes(
  amount: bigint,
  rows: Int32Array,
  shares: GroupShares,
  order: RowOrder,
  { parts, held }: Parts,
): number | undefined {
  const size = unitsOf(absolute(amount));
  const wholes = Number.isNaN(size) ? undefined : shares.wholes();
  const out = { units: parts.units, held: held.codes };
  const left = wholes && shareWholes(size, rows, wholes, out, order);
  if (left === undefined || amount >= 0n) return left;
  for (const row of rows) parts.units[row] = 0 - (parts.units[row] as number);
  return 0 - left;
}

/** Writes exact parts and counts them; one that a column cannot hold is a problem of its row. */
export function writeExact(
  rows: Int32Array,
  exact: readonly BoundedPart<bigint>[],
  { parts, held }: Parts,
  problems: RowProblems,
): number {
  let written = 0;
  for (const [at, { amount, held: bound }] of exact.entries()) {
    const row = rows[at] as number;
    const units = unitsOf(amount);
    if (Number.isNaN(units)) {
      addProblems(problems, row, [tooLarge()]);
      parts.units[row] = Number.NaN;
      continue;
    }
    parts.units[row] = units;
    held.codes[row] = bound === undefined ? FREE : bound === "least" ? AT_LEAST : AT_MOST;
    written += 1;
  }
  return written;
}
