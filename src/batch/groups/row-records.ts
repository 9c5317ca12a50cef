import { valuesOf } from "../columns/rows.js";
import type { Columns } from "./input.js";

/** What the columns say of one row. */
export type RowRecord = Readonly<Record<string, unknown>>;

/** Reads rows as objects, of which nothing is checked: what is before the point of `facts.hours` is a record. */
export function recordReader(columns: Columns): (row: number) => RowRecord {
  const readers = Object.entries(columns).map(([name, column]) => {
    const point = name.indexOf(".");
    const [field, key] = point < 0 ? [name, undefined] : [name.slice(0, point), name.slice(point + 1)];
    return { field, key, valueAt: valuesOf(column) };
  });
  return (row) => {
    const record: Record<string, unknown> = {};
    for (const { field, key, valueAt } of readers) {
      const value = valueAt(row);
      if (value === undefined || value === null) continue;
      if (key === undefined) record[field] = value;
      else {
        const inner = (record[field] ?? {}) as Record<string, unknown>;
        inner[key] = value;
        record[field] = inner;
      }
    }
    return record;
  };
}
