import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { InputColumn } from "tierwise/batch";

/** How ids and groups are given, and how many groups there are. */
export interface Layout {
  readonly ids: "texts" | "dictionary";
  readonly groups: number;
}

/** People of one seed, as columns. */
export interface People {
  readonly rows: number;
  readonly id: InputColumn;
  /** The names of the groups; one where all are together. */
  readonly groups: readonly string[];
  /** The group of each; none where all are together. */
  readonly group: InputColumn | undefined;
  /** Labels at random. */
  labels(names: readonly string[]): InputColumn;
  /** Numbers with two decimals. */
  numbers(least: number, most: number): Float64Array;
  /** A list of one to five numbers for each. */
  lists(least: number, most: number): InputColumn;
}

export function peopleOf(rows: number, seed: number, { ids, groups }: Layout): People {
  const generator = xoroshiro128plus(seed);
  const int = (least: number, most: number) => uniformInt(generator, least, most);
  const number = (least: number, most: number) => int(least * 100, most * 100) / 100;
  const names = Array.from({ length: groups }, (_, index) => `group-${index + 1}`);
  const codesOf = (count: number) => Uint16Array.from({ length: rows }, () => int(0, count - 1));
  const texts = shuffled(Array.from({ length: rows }, (_, row) => `p-${row + 1}`));
  const labels = (dictionary: readonly string[]): InputColumn =>
    ids === "dictionary"
      ? { codes: codesOf(dictionary.length), dictionary }
      : Array.from(codesOf(dictionary.length), (code) => dictionary[code] as string);

  function shuffled(list: string[]): string[] {
    for (let last = list.length - 1; last > 0; last -= 1) {
      const other = int(0, last);
      [list[last], list[other]] = [list[other] as string, list[last] as string];
    }
    return list;
  }

  return {
    rows,
    id: ids === "texts" ? texts : { codes: Int32Array.from(texts.keys()), dictionary: texts },
    groups: names,
    group: groups === 1 ? undefined : labels(names),
    labels,
    numbers: (least, most) => Float64Array.from({ length: rows }, () => number(least, most)),
    lists(least, most) {
      const offsets = new Int32Array(rows + 1);
      for (let row = 0; row < rows; row += 1) offsets[row + 1] = (offsets[row] as number) + int(1, 5);
      const values = Float64Array.from({ length: offsets[rows] as number }, () => number(least, most));
      return { offsets, values };
    },
  };
}
