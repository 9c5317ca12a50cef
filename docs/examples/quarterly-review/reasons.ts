import type { Issue } from "tierwise";
import { cellOf, type Row, type Table } from "./csv-read.js";
import { type NumberFormat, otherFormats } from "./numbers.js";

/** Why a row is rejected: where, what kind of fault, and the values that a sentence names. */
export interface Reason {
  readonly code: string;
  /** The column that is at fault; absent where it is the row as a whole. */
  readonly column?: string;
  /** The cell as it was. */
  readonly cell?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  /** What the library says of it. */
  readonly message?: string;
}

/** A row that could not be used. */
export interface Rejected {
  readonly file: "evidence" | "standings" | "events";
  readonly row: Row;
  /** The person and period as the row names them, sound or not. */
  readonly person: string;
  readonly period: string;
  readonly reasons: readonly Reason[];
}

/** A cell that should hold a number and holds none in the format of the run. */
export function notANumber(column: string, cell: string, format: NumberFormat): Reason {
  return { code: "not-a-number", column, cell, params: { format, other: otherFormats(cell, format) } };
}

/** What the library says of a row's review, in the columns that the row has. */
export function reasonsOf(issues: readonly Issue[], table: Table, row: Row): readonly Reason[] {
  return issues.map(({ path, code, message, params }) => {
    const column = columnOf(path);
    const cell = table.columns.includes(column) ? { cell: cellOf(table, row, column) } : {};
    return { code, params, message, ...(column === "" ? {} : { column }), ...cell };
  });
}

/** `["evidence", "sales", "target"]` came from the column `sales.target`. */
function columnOf(path: Issue["path"]): string {
  const [first, ...rest] = path.map(String);
  if (first === "evidence") return rest.join(".");
  if (first === "amounts") return `${rest[0]}.amount`;
  if (first === "toDate") return `${rest[0]}.toDate`;
  return first === "standing" || first === "person" ? "" : path.map(String).join(".");
}

/** Rows that name the same thing: a copy of an earlier row is one too many, and rows that contradict each other are all unsafe. */
export function repeatedRows(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<Row, Reason> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const reasons = new Map<Row, Reason>();
  for (const group of groups.values()) {
    const [first, ...others] = group;
    if (first === undefined || others.length === 0) continue;
    const same = others.every((row) => sameCells(row, first));
    for (const row of same ? others : group) {
      const lines = group.filter((other) => other !== row).map(({ line }) => line);
      reasons.set(row, {
        code: same ? "copy" : "contradiction",
        params: { lines: same ? [first.line] : lines },
      });
    }
  }
  return reasons;
}

function sameCells(one: Row, other: Row): boolean {
  return (
    one.cells.length === other.cells.length &&
    one.cells.every((cell, index) => cell.trim() === other.cells[index]?.trim())
  );
}
