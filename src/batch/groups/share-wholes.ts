import type { RowOrder } from "./first-rows.js";
import {
  AT_LEAST,
  AT_MOST,
  boundAt,
  boundsAt,
  FREE,
  type Level,
  levelOf,
  type WholeShares,
} from "./level.js";
import { giveOneMore } from "./one-more.js";
import { differenceOfProducts } from "./products.js";

/** Where what each row gets is written: units, and which bound decided on them, or -1. */
export interface SharedColumns {
  readonly units: Float64Array;
  readonly held: Int16Array;
}

/**
 * Shares an amount of units, from 0, among rows as `apportionWithin` does, in whole numbers of 53 bits, and gives what is left over; undefined where these do not hold
 * all numbers on the way, or where bounds need more than rounding inwards. The order is that of the rows with equal remainders.
 */
export function shareWholes(
  amount: number,
  rows: Int32Array,
  shares: WholeShares,
  out: SharedColumns,
  order: RowOrder,
): number | undefined {
  const level = levelOf(amount, rows, shares);
  if (level === undefined) return undefined;
  if (level === "above") return writeMost(amount, rows, shares, out);
  writeParts(amount, rows, shares, level, out, order);
  return 0;
}

/** Everybody has the most that there is: what is left goes to nobody. */
function writeMost(
  amount: number,
  rows: Int32Array,
  shares: WholeShares,
  { units, held }: SharedColumns,
): number {
  let left = amount;
  for (const row of rows) {
    const [low, high] = boundsAt(shares, row);
    const isFree = (shares.weights[row] as number) > 0;
    const part = isFree ? high : low;
    units[row] = part;
    held[row] = isFree ? AT_MOST : low > 0 ? AT_LEAST : FREE;
    left -= part;
  }
  return left;
}

/** Writes the parts at a level, rounded down, and gives the units that this leaves to the largest remainders. */
function writeParts(
  amount: number,
  rows: Int32Array,
  shares: WholeShares,
  level: Level,
  { units, held }: SharedColumns,
  order: RowOrder,
): void {
  const rests = new Float64Array(rows.length);
  let left = amount;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] as number;
    const weight = shares.weights[row] as number;
    const [low, high] = boundsAt(shares, row);
    const bound = boundAt(weight, low, high, level);
    held[row] = bound;
    if (bound === FREE) rests[at] = roundDown(weight, level, units, row);
    else units[row] = bound === AT_LEAST ? low : high;
    left -= units[row] as number;
  }
  giveOneMore(rows, left, units, byRest(rows, rests, order));
}

/** Rounds free parts at a level so that they sum to so many units: all down, and those with the largest remainders up. What they sum to exactly is less than one unit away for each row. */
export function roundWholes(
  sum: number,
  rows: Int32Array,
  weights: Float64Array,
  level: Level,
  units: Float64Array,
  order: RowOrder,
): void {
  const rests = new Float64Array(rows.length);
  let left = sum;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] as number;
    rests[at] = roundDown(weights[row] as number, level, units, row);
    left -= units[row] as number;
  }
  giveOneMore(rows, left, units, byRest(rows, rests, order));
}

/** Writes a free part rounded down, and gives its remainder. A quotient of floating-point numbers is off by two at most, which the exact remainder shows. */
function roundDown(weight: number, { amount, total }: Level, units: Float64Array, row: number): number {
  const near = Math.floor(amount * (weight / total));
  const rest = differenceOfProducts(amount, weight, near, total);
  const more = Math.floor(rest / total);
  units[row] = near + more;
  return rest - more * total;
}

/** Orders places in a list of rows: the largest remainders first. */
function byRest(rows: Int32Array, rests: Float64Array, order: RowOrder): RowOrder {
  return (a, b) => {
    const more = (rests[b] as number) - (rests[a] as number);
    return more === 0 ? order(rows[a] as number, rows[b] as number) : more;
  };
}
