import type { LabelColumn } from "../columns/result-columns.js";

/** Who got a place in a tier, and who waits. */
export interface PlaceColumns {
  /** Whether a row has a place; none where it did not compete. */
  readonly place: LabelColumn;
  /** The rank among those who competed, from 1; equals share the best of their ranks. 0 is none. */
  readonly rank: Int32Array;
  /** The place on the waiting list, from 1; equals share the best of theirs. 0 is none. */
  readonly waiting: Int32Array;
}

const DICTIONARY = ["granted", "waiting"];
const [GRANTED, WAITING] = [0, 1];

/** Columns in which nobody has competed yet. */
export function emptyPlaces(rows: number): PlaceColumns {
  return {
    place: { codes: new Int16Array(rows).fill(-1), dictionary: DICTIONARY },
    rank: new Int32Array(rows),
    waiting: new Int32Array(rows),
  };
}

export function writeGiven({ place, rank }: PlaceColumns, row: number, of: number): void {
  place.codes[row] = GRANTED;
  rank[row] = of;
}

export function writeWaiting(
  { place, rank, waiting }: PlaceColumns,
  row: number,
  of: number,
  line: number,
): void {
  place.codes[row] = WAITING;
  rank[row] = of;
  waiting[row] = line;
}
