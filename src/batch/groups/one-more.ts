import { allRows } from "../columns/rows-where.js";
import { putFirstRows, type RowOrder } from "./first-rows.js";

/** One unit more for so many rows that come first in an order of their places in the list; NaN where that is more than is exact. */
export function giveOneMore(
  rows: Int32Array,
  count: number,
  units: Float64Array,
  orderOfPlaces: RowOrder,
): void {
  if (count === 0) return;
  const places = allRows(rows.length);
  putFirstRows(places, count, orderOfPlaces);
  for (let at = 0; at < count; at += 1) {
    const row = rows[places[at] as number] as number;
    const unit = units[row] as number;
    units[row] = unit + 1 > unit ? unit + 1 : Number.NaN;
  }
}
