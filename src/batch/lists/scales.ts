import type { Sizes } from "../columns/read-numbers.js";
import { BLOCK, EXACT, leastCommonMultiple, lesser } from "../forms/forms.js";

/** A common multiple of divisors is not looked for beyond this, where rows that it does not fit can still be worked out with one of their own. */
const MODEST = 2n ** 17n;
const GREATEST = 2n ** 40n;
/** So many stretches of so many rows are looked at where not all are. */
const STRETCHES = 16;
const STRETCH = 256;

/** Visits stretches of rows, at most a block long, whose divisors are looked at. */
export function eachStretch(rows: number, sizes: Sizes, visit: (from: number, count: number) => void): void {
  const isAll = sizes !== "sampled" || rows <= STRETCHES * STRETCH;
  const step = isAll ? BLOCK : Math.floor(rows / STRETCHES);
  const length = isAll ? BLOCK : STRETCH;
  for (let from = 0; from < rows; from += step) visit(from, Math.min(length, rows - from));
}

/** A common multiple of the divisors that come up most often, such that numbers of a size times it are exact. */
export function multipleOf(divisors: ReadonlyMap<number, number>, size: bigint, sizes: Sizes): bigint {
  const room = EXACT / (size > 0n ? size : 1n);
  const limit = lesser([room, sizes === "every" ? GREATEST : MODEST]);
  const byNumber = [...divisors].sort(([a, often], [b, seldom]) => seldom - often || a - b);
  return byNumber.reduce((all, [divisor]) => {
    const next = leastCommonMultiple(all, BigInt(divisor));
    return next <= limit ? next : all;
  }, 1n);
}
