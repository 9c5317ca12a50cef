import type { Rational } from "../../kernel/rational.js";
import type { RatedColumn } from "../../scoring/source.js";
import type { ItemColumn } from "../columns/columns.js";
import type { Sizes } from "../columns/read-numbers.js";
import { ceilingDivide, floorDivide } from "../forms/forms.js";
import { labelNumbers } from "../sources/label-numbers.js";
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
  if ("get" in takes) return labelNumbers(column, takes, "stays");
  const { pieces, to } = takes;
  const from = pieces[0]?.from;
  const range = { ...(from === undefined ? {} : { least: from }), ...(to === undefined ? {} : { most: to }) };
  return itemSource(column, { sizes, count, missing: "stays" }, range);
}
