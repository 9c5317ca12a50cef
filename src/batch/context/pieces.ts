import type { CohortContext } from "../../scoring/cohort-context.js";
import type { BatchInput } from "../input/input.js";
import { CHUNK } from "../run/rest.js";

/** People whose median is looked for, and what they know of each other so far. */
export interface KnownCohort {
  readonly within?: string;
  readonly rows: Int32Array;
  readonly indicators: CohortContext["indicators"];
}

/** Rows of one cohort, by its place. */
interface Piece {
  readonly place: number;
  readonly rows: Int32Array;
}

/** So many rows are scored at a time, those of small cohorts together. */
export function* inPieces(cohorts: readonly Int32Array[]): Iterable<readonly Piece[]> {
  let [open, count]: [Piece[], number] = [[], 0];
  for (const [place, all] of cohorts.entries())
    for (let from = 0; from < all.length; ) {
      const rows = all.subarray(from, from + CHUNK - count);
      open.push({ place, rows });
      from += rows.length;
      count += rows.length;
      if (count < CHUNK) continue;
      yield open;
      [open, count] = [[], 0];
    }
  if (count > 0) yield open;
}

/** What the rows of pieces know of each other that some indicators need. */
export function comparedIn(
  pieces: readonly Piece[],
  cohorts: readonly KnownCohort[],
  ids: ReadonlySet<string>,
): Pick<BatchInput, "cohort" | "groups"> {
  const known = pieces.map(({ place }) => {
    const { within, indicators } = cohorts[place] as KnownCohort;
    const own = Object.entries(indicators).filter(([id]) => ids.has(id));
    const cohort: CohortContext = { kind: "cohort", indicators: Object.fromEntries(own) };
    return { ...(within === undefined ? {} : { within }), cohort, isEmpty: own.length === 0 };
  });
  const [first] = known;
  if (first !== undefined && (known.length === 1 || known.every(({ isEmpty }) => isEmpty)))
    return { cohort: first.cohort };
  return { groups: known.map(({ isEmpty: _, ...group }) => group) };
}
