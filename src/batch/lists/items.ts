import { presenceIn } from "../columns/kinds.js";
import { BLOCK, type Source } from "../forms/forms.js";
import type { Listed } from "./listed.js";

/** The whole numbers of the lists of a block of rows, one list after another. */
export interface Items {
  readonly n: Float64Array;
  readonly weights: Float64Array;
  /** Where the list of each row begins, and the one after it. */
  readonly starts: Int32Array;
}

/** How lists are read. */
export interface ItemRules {
  readonly values: Source;
  readonly weights: WeightRules;
  /** Whether items without a number are left out. */
  readonly leavesOut: boolean;
}

/** What weights are. */
export interface WeightRules {
  /** The reader of weights; absent where there are none, or may not be. */
  readonly source?: Source;
  /** What counts as the weight of an item without one. */
  readonly one: number;
  /** Whether an item may be without one. */
  readonly mayLack: boolean;
}

/** Reads the lists of so many rows, and sets rows aside of which an item is none. What was read before is overwritten. */
export type ReadItems = (from: number, aside: Uint8Array, count: number) => Items;

export function itemReader(listed: Listed, rules: ItemRules): ReadItems {
  const starts = new Int32Array(BLOCK + 1);
  let items: Items = { n: new Float64Array(), weights: new Float64Array(), starts };
  let bad = new Uint8Array();
  const grow = (total: number) => {
    const room = Math.max(total, 2 * items.n.length);
    items = { n: new Float64Array(room), weights: new Float64Array(room), starts };
    bad = new Uint8Array(room);
  };
  const weigh = weighing(listed, rules.weights);
  return (from, aside, count) => {
    const first = startOf(listed, from);
    const has = (row: number) => listed.has?.(from + row) ?? true;
    const total = startOf(listed, from + count) - first;
    if (total > items.n.length) grow(total);
    for (let row = 0; row <= count; row += 1) starts[row] = startOf(listed, from + row) - first;
    bad.fill(0, 0, total);
    readPieces(rules.values, items.n, bad, first, total);
    weigh(items, bad, first, total);
    const firstBad = bad.indexOf(1);
    if (firstBad >= 0 && firstBad < total) setBadAside(bad, starts, aside, count, has);
    if (rules.leavesOut) leaveOut(items, count, has);
    return items;
  };
}

function startOf({ offsets, base }: Listed, row: number): number {
  return offsets === undefined ? row : (offsets[row] as number) - base;
}

/** A source may read a block at a time, and no more. */
function readPieces(source: Source, n: Float64Array, bad: Uint8Array, first: number, total: number): void {
  for (let at = 0; at < total; at += BLOCK) {
    source.from = first + at;
    const count = Math.min(BLOCK, total - at);
    source.read(n.subarray(at, at + count), bad.subarray(at, at + count), count);
  }
}

type Weigh = (items: Items, bad: Uint8Array, first: number, total: number) => void;

/** Reads the weights of items that have a number; a weight that is none, or that may not be there, makes its item a bad one. */
function weighing({ weights: given }: Listed, { source, one, mayLack }: WeightRules): Weigh {
  if (given !== undefined && source !== undefined) return readWeights(source, one, mayLack);
  const has = given === undefined ? undefined : (presenceIn(given) ?? (() => true));
  const isBad = (at: number) => has?.(at) === true || !mayLack;
  const isSound = has === undefined && mayLack;
  return ({ n, weights }, bad, first, total) => {
    weights.fill(one, 0, total);
    if (isSound) return;
    for (let at = 0; at < total; at += 1) if (!Number.isNaN(n[at]) && isBad(first + at)) bad[at] = 1;
  };
}

function readWeights(source: Source, one: number, mayLack: boolean): Weigh {
  let own = new Uint8Array();
  return ({ n, weights }, bad, first, total) => {
    if (own.length < total) own = new Uint8Array(bad.length);
    own.fill(0, 0, total);
    readPieces(source, weights, own, first, total);
    for (let at = 0; at < total; at += 1) {
      if (Number.isNaN(n[at])) continue;
      const isNone = Number.isNaN(weights[at]);
      if (isNone && mayLack && own[at] === 0) weights[at] = one;
      else if (isNone || own[at] === 1) bad[at] = 1;
    }
  };
}

/** Items where a row has no list are no items. */
function setBadAside(
  bad: Uint8Array,
  starts: Int32Array,
  aside: Uint8Array,
  count: number,
  has: (row: number) => boolean,
): void {
  for (let row = 0; row < count; row += 1) {
    if (!has(row)) continue;
    const end = starts[row + 1] as number;
    for (let at = starts[row] as number; at < end; at += 1) if (bad[at] === 1) aside[row] = 1;
  }
}

/** Moves the items that have a number together; where a row has no list, none of them is its own. */
function leaveOut({ n, weights, starts }: Items, count: number, has: (row: number) => boolean): void {
  let to = 0;
  let from = starts[0] as number;
  for (let row = 0; row < count; row += 1) {
    const end = starts[row + 1] as number;
    starts[row] = to;
    if (!has(row)) from = end;
    for (; from < end; from += 1) {
      const value = n[from] as number;
      if (Number.isNaN(value)) continue;
      n[to] = value;
      weights[to] = weights[from] as number;
      to += 1;
    }
  }
  starts[count] = to;
}
