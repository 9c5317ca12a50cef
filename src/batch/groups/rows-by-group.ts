import { compareIds } from "../../kernel/apportion.js";

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
  const starts = new Int32Array(labels.length + 1);
  for (const code of codes) if (code >= 0) starts[code + 1] = (starts[code + 1] as number) + 1;
  for (let code = 0; code < labels.length; code += 1)
    starts[code + 1] = (starts[code + 1] as number) + (starts[code] as number);
  const rows = new Int32Array(starts[labels.length] as number);
  const ends = starts.slice();
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row] as number;
    if (code < 0) continue;
    rows[ends[code] as number] = row;
    ends[code] = (ends[code] as number) + 1;
  }
  const groups = labels.flatMap((name, code): readonly GroupRows[] =>
    typeof name === "string" && starts[code] !== starts[code + 1]
      ? [{ name, rows: rows.subarray(starts[code], starts[code + 1]) }]
      : [],
  );
  const known = new Set(groups.map(({ name }) => name));
  const empty = named.filter((name) => !known.has(name)).map((name) => ({ name, rows: new Int32Array() }));
  return [...groups, ...empty].sort((a, b) => compareIds(a.name ?? "", b.name ?? ""));
}
