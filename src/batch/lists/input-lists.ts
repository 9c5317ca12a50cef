import { type BallSource, holdsAll } from "../balls/read.js";
import type { InputColumn } from "../columns/columns.js";
import type { ValueAt } from "../columns/rows.js";
import type { NumberInput } from "../sources/inputs.js";
import { nothingSource } from "../sources/known-sources.js";
import type { RatingInput } from "../sources/rating-input.js";
import { type MadeSource, numberSource, type Reading } from "../sources/sources.js";
import { exactRatings, exactSummaries } from "./exact.js";
import { listBalls } from "./list-balls.js";
import { listSource, openList, readsLists } from "./list-source.js";
import { openRatings, ratedSource } from "./rated-source.js";
import { type SplitRatings, splitRatings } from "./ratings.js";

type Columns = Readonly<Record<string, InputColumn>>;

/**
 * Which columns are whole numbers of 53 bits: all, or there is nothing to read; those that are so in most rows, so that other rows are set aside; or those that are so in each row
 * that has a number. All others are balls.
 */
export type Wholeness = "each-column" | "most-rows" | "each-row";

/** How the lists of an input are read. */
export interface ListReading extends Omit<Reading, "missing"> {
  readonly whole: Wholeness;
  /** Ratings that have been parted by kind. */
  readonly splits?: Map<RatingInput, SplitRatings>;
}

/** Lists of whole numbers of which the summaries are none; undefined where single numbers are better off, or have rules of their own. */
export function ballsOfLists(
  input: NumberInput,
  columns: Columns,
  reading: ListReading,
): BallSource | undefined {
  const { path, summary, ratings, missing, sign, least, most, decimals } = input;
  if ([sign, least, most, decimals].some((rule) => rule !== undefined)) return undefined;
  const of = { rows: reading.rows, sizes: "all" as const };
  if (ratings !== undefined) {
    const split = splitOf(ratings.input, columns, reading);
    const open = split && openRatings(ratings.input.kinds, ratings.place, split, of);
    return open && listBalls(open, exactRatings(ratings.input, ratings.place, columns), of.rows, missing);
  }
  const column = path === undefined || !Object.hasOwn(columns, path) ? undefined : columns[path];
  if (summary === undefined || column === undefined || !readsLists(summary, column)) return undefined;
  const open = openList(summary, column, of);
  return open && listBalls(open, exactSummaries(summary, column), of.rows, missing);
}

function splitOf(
  input: RatingInput,
  columns: Columns,
  { rows, splits }: ListReading,
): SplitRatings | undefined {
  const split = splits?.get(input) ?? splitRatings(input, columns, rows);
  if (split !== undefined) splits?.set(input, split);
  return split;
}

/** The numbers of the caller's column, or of what its lists are summarised to. */
export function givenIn(
  { path, summary, ratings }: NumberInput,
  columns: Columns,
): InputColumn | ValueAt | undefined {
  if (ratings !== undefined) return exactRatings(ratings.input, ratings.place, columns);
  const column = path === undefined || !Object.hasOwn(columns, path) ? undefined : columns[path];
  return column !== undefined && summary !== undefined ? exactSummaries(summary, column) : column;
}

/** The whole numbers of a column, or of what its lists are summarised to. */
export function columnSource(
  summary: NumberInput["summary"],
  column: InputColumn,
  reading: Reading,
): MadeSource | undefined {
  const isListed = summary !== undefined && readsLists(summary, column);
  return isListed ? listSource(summary, column, reading) : numberSource(column, reading);
}

/** The whole numbers of the ratings of one kind; none where the caller has no ratings of the indicator. */
export function ratingsSource(
  { input, place }: NonNullable<NumberInput["ratings"]>,
  columns: Columns,
  reading: ListReading,
): MadeSource | undefined {
  if (![input.whole, ...input.kinds.map(({ path }) => path)].some((path) => Object.hasOwn(columns, path)))
    return nothingSource("stays");
  const split = splitOf(input, columns, reading);
  if (split === undefined) return undefined;
  const made = ratedSource(input.kinds, place, split, reading);
  if (made === undefined || reading.whole !== "each-row") return made;
  const valueAt = exactRatings(input, place, columns);
  return holdsAll(made.source, (row) => valueAt(row) ?? 0, reading.rows) ? made : undefined;
}
