import type { Source } from "../forms/forms.js";
import type { KindInput } from "../sources/rating-input.js";
import type { MadeSource, Reading } from "../sources/sources.js";
import { membersOf, type OpenKind, openKind } from "./open-kinds.js";
import { poolReader } from "./pool-reader.js";
import type { SplitRatings } from "./ratings.js";
import { type OpenLists, type PlacesReader, type Reduced, reduceLists } from "./reduced.js";
import { summarySource, type WithoutSummary } from "./summary-source.js";

/** The whole numbers of the ratings of one kind, summarised; undefined where no whole numbers fit most of them. */
export function ratedSource(
  kinds: readonly KindInput[],
  place: number,
  split: SplitRatings,
  { rows, sizes }: RatedReading,
): MadeSource | undefined {
  const open = openRatings(kinds, place, split, { rows, sizes });
  const reduced = open && reduceLists(open, rows, sizes);
  if (open === undefined || reduced === undefined) return undefined;
  const { members, places } = open;
  const [only] = members;
  const source =
    members.length === 1 && only?.read !== undefined
      ? summarySource(reduced, only.read, tooFew(only.kind, split.isRated))
      : pooledSource(reduced, places);
  return { den: open.den * reduced.multiple, source, mayMiss: true };
}

type RatedReading = Pick<Reading, "rows" | "sizes">;

/** The ratings of a kind and of those that it may share a summary with; undefined where no whole numbers fit most of them. */
export function openRatings(
  kinds: readonly KindInput[],
  place: number,
  { kinds: lists, isRated }: SplitRatings,
  reading: RatedReading,
): (OpenLists & { readonly members: readonly OpenKind[] }) | undefined {
  const places = membersOf(kinds, place);
  const members = places.map((at) => openKind(kinds[at] as KindInput, lists[at], reading));
  if (!members.every((one) => one !== undefined)) return undefined;
  const pooled = poolReader(members, places.indexOf(place), isRated);
  return { places: pooled, reducers: members.map(({ reducer }) => reducer), den: pooled.den, members };
}

/** Which ratings that join no others, and that no others join, are too few. */
function tooFew(
  { minimum, belowMinimum }: OpenKind["kind"],
  isRated: (row: number) => boolean,
): WithoutSummary {
  const isError = belowMinimum.kind === "error";
  return (row, count) => {
    if (count >= minimum) return undefined;
    return isError && isRated(row) ? "set-aside" : "stays";
  };
}

function pooledSource({ least, most, summaries }: Reduced, { read, at }: PlacesReader): Source {
  return {
    from: 0,
    least,
    most,
    read(n, aside, count) {
      const [low, high] = [Number(this.least), Number(this.most)];
      read(this.from, aside, count);
      for (let row = 0; row < count; row += 1) {
        const place = at(row);
        n[row] = Number.NaN;
        if (place === "too-few") aside[row] = 1;
        if (typeof place === "string") continue;
        const value = summaries[place.by]?.(place.items, place.from, place.to) ?? Number.NaN;
        n[row] = value;
        if (!(value >= low && value <= high)) aside[row] = 1;
      }
    },
  };
}
