import type { Rational } from "../../kernel/rational.js";
import type { RatedColumn } from "../../scoring/source.js";
import type { ItemColumn } from "../columns/columns.js";
import type { Sizes } from "../columns/read-numbers.js";
import { BLOCK, ceilingDivide, EXACT, floorDivide, leastCommonMultiple } from "../forms/forms.js";
import { labelSource } from "../sources/label-sources.js";
import { type MadeSource, numberSource } from "../sources/sources.js";

/** How the items of lists are read. */
export interface ItemReading {
  readonly sizes: Sizes;
  /** How many there are. */
  readonly count: number;
  readonly missing: "stays" | "set-aside";
}

/** The numbers of items that have to be in a range; undefined where no whole numbers fit most of them. */
export function itemSource(
  column: ItemColumn,
  { sizes, count, missing }: ItemReading,
  { least, most }: ItemRange = {},
): MadeSource | undefined {
  const made = numberSource(column, { rows: count, missing, sizes });
  if (made === undefined) return undefined;
  const { den, source } = made;
  const first = least && ceilingDivide(least.n * den, least.d);
  const last = most && floorDivide(most.n * den, most.d);
  if (first !== undefined && first > source.least) source.least = first;
  if (last !== undefined && last < source.most) source.most = last;
  return source.least > source.most ? undefined : made;
}

/** The least and the greatest that a number may be. */
export interface ItemRange {
  readonly least?: Rational;
  readonly most?: Rational;
}

/** The numbers of ratings: themselves where the scale takes numbers, or those of its labels. */
export function ratingSource(
  column: ItemColumn,
  takes: RatedColumn["takes"],
  { sizes, count }: Pick<ItemReading, "sizes" | "count">,
): MadeSource | undefined {
  if ("get" in takes) return labelledSource(column, takes);
  const { pieces, to } = takes;
  const from = pieces[0]?.from;
  const range = { ...(from === undefined ? {} : { least: from }), ...(to === undefined ? {} : { most: to }) };
  return itemSource(column, { sizes, count, missing: "stays" }, range);
}

/** The number of each item's label; an item with another label is set aside. */
function labelledSource(
  column: ItemColumn,
  numbers: ReadonlyMap<string | boolean, Rational>,
): MadeSource | undefined {
  const ratios = [...numbers.values()];
  const den = ratios.reduce((all, { d }) => leastCommonMultiple(all, d), 1n);
  const whole = ratios.map(({ n, d }) => n * (den / d));
  if (whole.some((n) => n > EXACT || n < -EXACT)) return undefined;
  const table = Float64Array.from(whole, Number);
  const places = new Map([...numbers.keys()].map((label, place) => [label, place] as const));
  const labels = labelSource(column, places, { missing: "stays", unknown: "set-aside" });
  const codes = new Int32Array(BLOCK);
  return {
    den,
    mayMiss: true,
    source: {
      from: 0,
      least: whole.reduce((a, b) => (a < b ? a : b)),
      most: whole.reduce((a, b) => (a > b ? a : b)),
      read(n, aside, count) {
        labels.from = this.from;
        labels.read(codes, aside, count);
        for (let at = 0; at < count; at += 1) n[at] = table[codes[at] as number] ?? Number.NaN;
      },
    },
  };
}
