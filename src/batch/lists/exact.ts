import { rationalText } from "../../kernel/rational.js";
import { isAbsent } from "../../scoring/evidence.js";
import type { Summary } from "../../scoring/measures/measure.js";
import type { InputColumn } from "../columns/columns.js";
import { ratingsOf, type ValueAt, valuesOf } from "../columns/rows.js";
import type { RatingColumns, RatingInput } from "../sources/rating-input.js";

/** The exact summaries of a column of lists as texts, by the function that the one-person functions read them with; what is no number where something is wrong with a list. */
export function exactSummaries({ item, orNumber, exactly }: Summary, column: InputColumn): ValueAt {
  const listAt = valuesOf(column, item);
  return (row) => {
    const list = listAt(row);
    if (isAbsent(list) || (orNumber === true && !Array.isArray(list))) return list;
    const value = exactly(list);
    return value === undefined ? Number.NaN : rationalText(value);
  };
}

/** The same of the ratings of one kind. */
export function exactRatings(
  { whole, kinds, exactly }: RatingInput,
  place: number,
  columns: RatingColumns,
): ValueAt {
  const ratingsAt = ratingsIn(whole, kinds, columns);
  const name = kinds[place]?.column ?? "";
  return (row) => {
    const ratings = ratingsAt(row);
    if (isAbsent(ratings)) return null;
    const found = exactly(ratings);
    if (found === undefined) return Number.NaN;
    const value = found[name];
    return isAbsent(value) ? null : rationalText(value);
  };
}

function ratingsIn(whole: string, kinds: RatingInput["kinds"], columns: RatingColumns): ValueAt {
  const all = columns[whole];
  if (all !== undefined) return valuesOf(all);
  const lists = kinds.flatMap(({ kind, path }) => {
    const column = columns[path];
    return column === undefined ? [] : [[kind.id, valuesOf(column)] as const];
  });
  return (row) => {
    const found = lists.flatMap(([kind, listAt]) => {
      const list = listAt(row);
      return isAbsent(list) ? [] : [[kind, list] as const];
    });
    return found.length === 0 ? null : ratingsOf(Object.fromEntries(found));
  };
}
