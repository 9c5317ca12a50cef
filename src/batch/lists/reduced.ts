import type { Sizes } from "../columns/read-numbers.js";
import { BLOCK, fits, sizeOf } from "../forms/forms.js";
import type { Items } from "./items.js";
import type { Listed } from "./listed.js";
import { eachStretch, multipleOf } from "./scales.js";
import type { ItemBounds, WholeReducer } from "./whole-reducers.js";

/** Lists as whole units of one over a multiple of what they are divided by. */
export interface Reduced {
  readonly multiple: bigint;
  readonly least: bigint;
  readonly most: bigint;
  /** The summaries, one for each reducer. */
  readonly summaries: readonly Summarise[];
}

/** The summary of the items from one position on, up to another; NaN where it is no whole number of units. */
export type Summarise = (items: Items, from: number, to: number) => number;

/** The list of a row, if there is one, and the reducer that is for it, by its position. */
export interface Place {
  items: Items;
  from: number;
  to: number;
  by: number;
}

/** Reads blocks of lists; a place is that of one row until the next is asked for. */
export interface PlacesReader {
  readonly bounds: ItemBounds;
  read(from: number, aside: Uint8Array, count: number): void;
  at(row: number): Place | "none" | "too-few";
}

/** Lists that can be read, how they are summarised, and the denominator of what they are summarised to. */
export interface OpenLists {
  readonly places: PlacesReader;
  readonly reducers: readonly WholeReducer[];
  readonly den: bigint;
}

/** The least and the greatest whole number that lists are summarised to, before it is divided by the denominator; undefined where numbers on the way could be too large. */
export function endsOf({ places: { bounds }, reducers }: OpenLists): readonly [bigint, bigint] | undefined {
  const ends = (reducers[0] as WholeReducer).bounds(bounds);
  return fits(...ends, ...reducers.map((reducer) => reducer.size(bounds))) ? ends : undefined;
}

/** Finds the multiple that most lists want; undefined where numbers on the way could be too large, or most lists would not be whole units. */
export function reduceLists(open: OpenLists, rows: number, sizes: Sizes): Reduced | undefined {
  const {
    reducers,
    places: { read, at },
  } = open;
  const ends = endsOf(open);
  if (ends === undefined) return undefined;
  const divisors = new Map<number, number>();
  const aside = new Uint8Array(BLOCK);
  eachStretch(rows, sizes, (from, count) => {
    aside.fill(0, 0, count);
    read(from, aside, count);
    for (let row = 0; row < count; row += 1) {
      const place = aside[row] === 1 ? "none" : at(row);
      if (typeof place === "string") continue;
      const divisor = divisorOf(reducers[place.by] as WholeReducer, place.items, place.from, place.to);
      if (divisor > 0) divisors.set(divisor, (divisors.get(divisor) ?? 0) + 1);
    }
  });
  const [least, most] = ends;
  const multiple = multipleOf(divisors, sizeOf({ least, most }), sizes);
  if (!fitsMost(divisors, multiple)) return undefined;
  return {
    multiple,
    least: least * multiple,
    most: most * multiple,
    summaries: reducers.map((reducer) => summariser(reducer, Number(multiple))),
  };
}

/** Whether a multiple is one of most divisors. */
function fitsMost(divisors: ReadonlyMap<number, number>, multiple: bigint): boolean {
  let more = 0;
  for (const [divisor, often] of divisors) more += Number(multiple) % divisor === 0 ? often : -often;
  return more >= 0;
}

/** What a list is divided by; 0 where it may not have so many items, or no weight. */
export function divisorOf({ divisor }: WholeReducer, { weights }: Items, from: number, to: number): number {
  if (divisor !== "weights") return divisor(to - from);
  let all = 0;
  for (let at = from; at < to; at += 1) all += weights[at] as number;
  return all;
}

/** So many factors are kept, by the number of items. */
const KEPT = 1024;

/** Summarises lists as whole units: by a factor for each number of items, or where a divisor does not divide the multiple, where it divides the numerator. */
function summariser(reducer: WholeReducer, multiple: number): Summarise {
  const { numerator } = reducer;
  const factors = new Float64Array(KEPT).fill(Number.NaN);
  const slowly: Summarise = (items, from, to) => {
    const divisor = divisorOf(reducer, items, from, to);
    if (!(divisor > 0)) return Number.NaN;
    if (multiple % divisor !== 0) {
      const all = numerator(items, from, to);
      return all % divisor === 0 ? (all / divisor) * multiple : Number.NaN;
    }
    const factor = multiple / divisor;
    if (reducer.divisor !== "weights" && to - from < KEPT) factors[to - from] = factor;
    return numerator(items, from, to) * factor;
  };
  return (items, from, to) => {
    const factor = factors[to - from] ?? Number.NaN;
    return Number.isNaN(factor) ? slowly(items, from, to) : numerator(items, from, to) * factor;
  };
}

/** The number of items of the longest list, at least 1. */
export function longestOf({ offsets }: Pick<Listed, "offsets">, rows: number): bigint {
  if (offsets === undefined) return 1n;
  let longest = 1;
  for (let row = 0; row < rows; row += 1)
    longest = Math.max(longest, (offsets[row + 1] as number) - (offsets[row] as number));
  return BigInt(longest);
}
