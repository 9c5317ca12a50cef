import { differenceOfProducts } from "./products.js";

/** The most that all weights together may come to: four times as much is exact in floating point. */
export const MOST_WEIGHT = 2 ** 50;

/** What rows share by, each a whole number from 0: a weight, and in units the least and the most of a part; infinite where there is no most. */
export interface WholeShares {
  readonly weights: Float64Array;
  readonly least?: Float64Array | undefined;
  readonly most?: Float64Array | undefined;
}

/** What a weight comes to where no bound holds it: amount / total of it. */
export interface Level {
  readonly amount: number;
  readonly total: number;
}

/** Which bound holds a part. */
export const [FREE, AT_LEAST, AT_MOST] = [-1, 0, 1] as const;

/** The level of an amount; `above` where all have their most, and undefined where whole numbers of 53 bits do not find it. */
export function levelOf(amount: number, rows: Int32Array, shares: WholeShares): Level | "above" | undefined {
  const { weights, least, most } = shares;
  return least === undefined && most === undefined
    ? freeLevel(amount, rows, weights)
    : boundedLevel(amount, rows, shares);
}

function freeLevel(amount: number, rows: Int32Array, weights: Float64Array): Level | "above" | undefined {
  let total = 0;
  for (const row of rows) total += weights[row] as number;
  if (total === 0) return "above";
  return total <= MOST_WEIGHT ? { amount, total } : undefined;
}

function boundedLevel(amount: number, rows: Int32Array, shares: WholeShares): Level | "above" | undefined {
  let [floors, ceilings] = [0, 0];
  for (const row of rows) {
    const [low, high] = boundsAt(shares, row);
    if (!(low <= high)) return undefined;
    floors += low;
    ceilings += shares.weights[row] === 0 ? low : high;
  }
  if (!(floors <= amount && Number.isSafeInteger(floors))) return undefined;
  if (floors === amount) return { amount: 0, total: 1 };
  return ceilings < amount ? "above" : levelBetween(amount, rows, shares);
}

const MOST_ROUNDS = 64;
/** Nearer to a bound than this, floating point does not tell on which side a part is. */
const NEAR = 1e-12;

/**
 * Finds who is held by a bound, as the lengths of flexible boxes are found: all are free first; where those who are below their least lack more than those above their most
 * have too much, the level can only fall, so that the former stay at their least; and the other way round. What floating point has found so is then looked at exactly.
 */
function levelBetween(amount: number, rows: Int32Array, shares: WholeShares): Level | undefined {
  const { weights } = shares;
  const held = new Int8Array(rows.length).fill(FREE);
  for (let at = 0; at < rows.length; at += 1) if (weights[rows[at] as number] === 0) held[at] = AT_LEAST;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const level = levelOfFree(amount, rows, shares, held);
    if (level === undefined) return undefined;
    if (!holdMore(rows, shares, level, held)) return isLevel(rows, shares, level, held) ? level : undefined;
  }
  return undefined;
}

/** The level of those who are free, when all others have what holds them. */
function levelOfFree(
  amount: number,
  rows: Int32Array,
  shares: WholeShares,
  held: Int8Array,
): Level | undefined {
  let [left, total] = [amount, 0];
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] as number;
    const [low, high] = boundsAt(shares, row);
    if (held[at] === FREE) total += shares.weights[row] as number;
    else left -= held[at] === AT_LEAST ? low : high;
  }
  return left >= 0 && total > 0 && total <= MOST_WEIGHT ? { amount: left, total } : undefined;
}

/** Holds those who are out of their bounds on the side that weighs more; false where nobody is. */
function holdMore(rows: Int32Array, shares: WholeShares, { amount, total }: Level, held: Int8Array): boolean {
  const each = amount / total;
  const out = new Int8Array(rows.length).fill(FREE);
  let [lacking, beyond] = [0, 0];
  for (let at = 0; at < rows.length; at += 1) {
    if (held[at] !== FREE) continue;
    const row = rows[at] as number;
    const [low, high] = boundsAt(shares, row);
    const part = each * (shares.weights[row] as number);
    if (part < low * (1 - NEAR)) {
      lacking += low - part;
      out[at] = AT_LEAST;
    } else if (part > high * (1 + NEAR)) {
      beyond += part - high;
      out[at] = AT_MOST;
    }
  }
  if (lacking === 0 && beyond === 0) return false;
  const isEven = Math.abs(lacking - beyond) <= NEAR * (lacking + beyond);
  for (let at = 0; at < rows.length; at += 1) {
    const bound = out[at] as number;
    if (bound !== FREE && (isEven || (bound === AT_LEAST) === lacking > beyond)) held[at] = bound;
  }
  return true;
}

/** Whether exactly those are held whom the level leaves out of bounds, and somebody would have less at a lower level. */
function isLevel(rows: Int32Array, shares: WholeShares, level: Level, held: Int8Array): boolean {
  let isLeast = false;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] as number;
    const weight = shares.weights[row] as number;
    if (weight === 0) continue;
    const [low, high] = boundsAt(shares, row);
    const bound = boundAt(weight, low, high, level);
    if (bound !== held[at]) return false;
    if (bound === FREE && differenceOfProducts(level.amount, weight, low, level.total) > 0) isLeast = true;
  }
  return isLeast;
}

/** The bound that holds a weight at a level. */
export function boundAt(weight: number, low: number, high: number, { amount, total }: Level): number {
  if (weight === 0) return low > 0 ? AT_LEAST : FREE;
  if (low > 0 && differenceOfProducts(amount, weight, low, total) < 0) return AT_LEAST;
  const mayExceed = high < Number.POSITIVE_INFINITY;
  return mayExceed && differenceOfProducts(amount, weight, high, total) > 0 ? AT_MOST : FREE;
}

/** The least and the most of a row's part. */
export function boundsAt({ least, most }: WholeShares, row: number): readonly [number, number] {
  return [least?.[row] ?? 0, most?.[row] ?? Number.POSITIVE_INFINITY];
}
