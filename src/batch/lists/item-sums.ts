import type { Items } from "./items.js";

/** The sum of the numbers from one position on, up to another. */
export function sum({ n }: Items, from: number, to: number): number {
  return sumOf(n, from, to);
}

/** The same of any numbers. */
function sumOf(numbers: Float64Array, from: number, to: number): number {
  let all = 0;
  for (let at = from; at < to; at += 1) all += numbers[at] as number;
  return all;
}

export function sumOfWeights({ weights }: Items, from: number, to: number): number {
  return sumOf(weights, from, to);
}

export function sumOfSquaredWeights({ weights }: Items, from: number, to: number): number {
  let all = 0;
  for (let at = from; at < to; at += 1) all += (weights[at] as number) * (weights[at] as number);
  return all;
}

/** The sum of numbers times their weights. */
export function weightedSum({ n, weights }: Items, from: number, to: number): number {
  let all = 0;
  for (let at = from; at < to; at += 1) all += (n[at] as number) * (weights[at] as number);
  return all;
}

/** Sorts a list where it stands, and sums a part of it. */
export function sumSorted({ n }: Items, from: number, to: number, first: number, end: number): number {
  if (to - from > 32) n.subarray(from, to).sort();
  else sortFew(n, from, to);
  return sumOf(n, first, end);
}

/** The sum of the two numbers in the middle, or the one that is. */
export function sumOfMiddle(items: Items, from: number, to: number): number {
  const lower = from + Math.floor((to - from - 1) / 2);
  return sumSorted(items, from, to, lower, from + to - lower);
}

/** How much the last number is above the first. */
export function change({ n }: Items, from: number, to: number): number {
  return (n[to - 1] as number) - (n[from] as number);
}

function sortFew(n: Float64Array, from: number, to: number): void {
  for (let at = from + 1; at < to; at += 1) {
    const value = n[at] as number;
    let place = at;
    for (; place > from && (n[place - 1] as number) > value; place -= 1) n[place] = n[place - 1] as number;
    n[place] = value;
  }
}

/** The greatest number, or with -1 the least. */
export function furthest({ n }: Items, from: number, to: number, sign: 1 | -1): number {
  let found = n[from] as number;
  for (let at = from + 1; at < to; at += 1) {
    const value = n[at] as number;
    if ((value - found) * sign > 0) found = value;
  }
  return found;
}
