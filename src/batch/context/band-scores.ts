import type { GroupScores } from "../../classification/relative-bands.js";
import { rational } from "../../kernel/rational.js";
import type { DecimalColumn } from "../columns/result-columns.js";
import { rowsWhere } from "../columns/rows-where.js";

/** The scores of some rows by their places, the best first; `orderTied` gives the ids of rows of one score, in their order. */
export function groupScores(
  { units, scale }: DecimalColumn,
  rows: Int32Array,
  orderTied: (rows: Int32Array) => readonly string[],
): GroupScores {
  const count = rows.length;
  const rising = new Float64Array(count);
  for (let at = 0; at < count; at += 1) rising[at] = units[rows[at] as number] as number;
  rising.sort();
  const unit = 10n ** BigInt(scale);
  const unitsAt = (place: number) => rising[count - 1 - place] as number;
  return {
    count,
    at: (place) => rational(BigInt(unitsAt(place)), unit),
    first: (place) => count - firstAbove(rising, unitsAt(place), true),
    end: (place) => count - firstAbove(rising, unitsAt(place), false),
    ids(first, end) {
      const own = unitsAt(first);
      return orderTied(rowsWhere(rows, (row) => units[row] === own)).slice(0, end - first);
    },
    moments() {
      let [total, squares] = [0n, 0n];
      for (const one of rising) {
        const whole = BigInt(one);
        total += whole;
        squares += whole * whole;
      }
      return { total: rational(total, unit), squares: rational(squares, unit * unit) };
    },
  };
}

/** The first position in a rising list with more than a number, or at least as much. */
function firstAbove(rising: Float64Array, number: number, more: boolean): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const value = rising[middle] as number;
    if (more ? value <= number : value < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
