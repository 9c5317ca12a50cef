import type { Rational } from "../../kernel/rational.js";
import type { CodesColumn, InputColumn } from "../columns/columns.js";
import type { ByLabel } from "./inputs.js";

/** The columns that rows of several groups have beside those of the caller begin with this, which none of the caller's does. */
const OWN = "compared ";
const GROUP = `${OWN}group`;

export function isOfGroups(column: string): boolean {
  return column.startsWith(OWN);
}

/** The column that says of each row whether a tie at a cut leaves it in. */
export function tiedPath(axis: string, band: string): string {
  return `${OWN}tied ${axis} ${band}`;
}

/** The group of each row, as a column: its place among the groups that are worked out together. */
export function groupColumn(places: Int32Array, groups: number): Readonly<Record<string, CodesColumn>> {
  return {
    [GROUP]: { codes: places, dictionary: Array.from({ length: groups }, (_, place) => String(place)) },
  };
}

/** The place of each row's group; undefined where all rows are of one. */
export function groupPlaces(
  columns: Readonly<Record<string, InputColumn>>,
): CodesColumn["codes"] | undefined {
  return (columns[GROUP] as CodesColumn | undefined)?.codes;
}

/** What each row has of numbers of which every group has one: the same in all rows, where there is but one, or all are equal. */
export function numberOfGroup(numbers: readonly Rational[]): Rational | ByLabel {
  const [first] = numbers as readonly [Rational];
  if (numbers.every(({ n, d }) => n === first.n && d === first.d)) return first;
  return { path: GROUP, rows: numbers.map((number, place) => ({ is: String(place), number })) };
}
