import { isDecimal } from "../../kernel/decimal.js";
import { cellsBy } from "../columns/cells.js";
import type { ItemColumn, ListColumn } from "../columns/columns.js";
import { isList, isOffsets, presenceIn } from "../columns/kinds.js";
import type { RatingColumns, RatingInput } from "../sources/rating-input.js";
import { type Listed, listedCells, listedOf, offsetsBy, oneEach, putSome } from "./listed.js";

/** The ratings of each kind, by its position, and which rows are rated at all. */
export interface SplitRatings {
  readonly kinds: readonly (Listed | undefined)[];
  readonly isRated: (row: number) => boolean;
}

/** The lists of each kind's ratings; undefined where the input has no column of the indicator, or one of other things. */
export function splitRatings(
  { whole, kinds }: RatingInput,
  columns: RatingColumns,
  rows: number,
): SplitRatings | undefined {
  const column = columns[whole];
  if (column !== undefined) return isList(column) ? splitList(column, kinds) : undefined;
  const found = kinds.map(({ path, weighs }): Listed | undefined => {
    const own = columns[path];
    if (own === undefined) return undefined;
    const isOne = !isOffsets(own) && !(isList(own) && own.some(Array.isArray));
    if (isOne) return oneEach(own as ItemColumn, rows);
    return listedOf(own, rows, { orNumber: true, ...(weighs ? { parts: ["value", "weight"] } : {}) });
  });
  const some = found.flatMap((one) => (one === undefined ? [] : [one.has ?? (() => true)]));
  return some.length === 0 ? undefined : { kinds: found, isRated: (row) => some.some((has) => has(row)) };
}

/** Parts lists of ratings as the one-person functions take them. A rating that is none becomes one of the first kind that is no number, so that its row is set aside. */
function splitList(column: ListColumn, kinds: RatingInput["kinds"]): SplitRatings {
  const places = new Map<unknown, number>(kinds.map(({ kind }, place) => [kind.id, place] as const));
  const counts = kinds.map(() => new Uint32Array(column.length));
  const kindOf = (rating: unknown) => places.get((rating as { kind?: unknown } | null)?.kind) ?? 0;
  const each = (visit: (rating: unknown, row: number) => void) => {
    for (let row = 0; row < column.length; row += 1) {
      const cell: unknown = column[row];
      if (Array.isArray(cell)) for (const rating of cell) visit(rating, row);
      else if (cell !== null && cell !== undefined) visit(undefined, row);
    }
  };
  each((rating, row) => {
    const own = counts[kindOf(rating)] as Uint32Array;
    own[row] = (own[row] as number) + 1;
  });
  const offsets = counts.map((own) => offsetsBy(column.length, (row) => own[row] as number));
  const cells = offsets.map((own) => cellsBy(own.at(-1) as number));
  const next = kinds.map(() => 0);
  const raters = raterCheck();
  each((rating, row) => {
    const place = kindOf(rating);
    const at = next[place] as number;
    next[place] = at + 1;
    const own = cells[place] as (typeof cells)[number];
    const isSound = places.has((rating as { kind?: unknown } | null)?.kind) && raters(rating, row);
    if (!isSound) own.put("values", at, Number.NaN);
    else {
      const { value, weight } = rating as { readonly value?: unknown; readonly weight?: unknown };
      putSome(own, "values", at, value);
      putSome(own, "weights", at, weight);
    }
  });
  const isRated = presenceIn(column) ?? (() => true);
  return {
    kinds: cells.map((own, place) => listedCells(offsets[place] as Uint32Array, own, isRated)),
    isRated,
  };
}

const PARTS: ReadonlySet<string> = new Set(["kind", "value", "weight", "rater"]);

/** Whether a rating has nothing but what a rating has, and is by somebody who has not rated before in its row. */
function raterCheck(): (rating: unknown, row: number) => boolean {
  const seen = new Set<unknown>();
  let current = -1;
  return (rating, row) => {
    if (typeof rating !== "object" || rating === null || Array.isArray(rating) || isDecimal(rating))
      return false;
    for (const part in rating) if (!PARTS.has(part)) return false;
    const { rater } = rating as { readonly rater?: unknown };
    if (rater === undefined || rater === null) return true;
    if (row !== current) seen.clear();
    current = row;
    if (typeof rater !== "string" || seen.has(rater)) return false;
    seen.add(rater);
    return true;
  };
}
