import { compareIds } from "../../kernel/apportion.js";
import { rowsByCode } from "../columns/rows-by-code.js";

/** Rows with the same label. */
export interface GroupRows {
  /** Absent where there is no column of labels: then all rows are of one group. */
  readonly name?: string;
  readonly rows: Int32Array;
}

/** The rows of each group, in their order; groups are by name, by code point, and those of `named` are there though nobody is in them. A row without a code is in none. */
export function rowsByGroup(
  codes: Int32Array,
  labels: readonly unknown[],
  named: readonly string[],
): readonly GroupRows[] {
  const lists = rowsByCode(codes, labels.length);
  const groups = labels.flatMap((name, code): readonly GroupRows[] => {
    const rows = lists[code] as Int32Array;
    return typeof name === "string" && rows.length > 0 ? [{ name, rows }] : [];
  });
  const known = new Set(groups.map(({ name }) => name));
  const empty = named.filter((name) => !known.has(name)).map((name) => ({ name, rows: new Int32Array() }));
  return [...groups, ...empty].sort((a, b) => compareIds(a.name ?? "", b.name ?? ""));
}
