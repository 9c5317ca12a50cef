import type { Path } from "../kernel/errors.js";
import type { Report } from "../kernel/report.js";
import { show, showChoices } from "../kernel/show.js";

/** The properties by which a table of pay may have rows; those that one row has, all have. */
const ROW_KEYS = ["tier", "grade", "step", "location"] as const;

/** A property by which a table of pay may have rows. */
export type RowKey = (typeof ROW_KEYS)[number];

/** What a row of a pay table is found by. */
export interface RowKeys {
  readonly tier: string;
  readonly grade?: string | undefined;
  readonly step?: number | undefined;
  readonly location?: string | undefined;
}

/** The properties by which a table has rows; the tier always. */
export function keysOf(table: readonly RowKeys[]): readonly RowKey[] {
  return ROW_KEYS.filter((key) => key === "tier" || table.some((row) => row[key] !== undefined));
}

/** The name of a row by its properties: the tier, or the tier and the others. */
export function rowName(row: RowKeys, keys: readonly RowKey[]): string {
  return keys.map((key) => String(row[key])).join(", ");
}

/** Notes rows without what others are found by, and returns by what all are found. */
export function checkRowKeys(table: readonly RowKeys[], at: Path, report: Report): readonly RowKey[] {
  const keys = keysOf(table);
  for (const [index, row] of table.entries()) {
    for (const key of keys) {
      if (row[key] === undefined)
        report.add([...at, index, key], "missing", `other rows say the ${key}: every row does, or none`);
    }
  }
  return keys;
}

/** Makes the check that a table, called `what`, has a row for what an input says at `path`. */
export function rowCheck(table: readonly RowKeys[], what: string) {
  const keys = keysOf(table);
  return (values: RowKeys, path: Path, report: Report): void => {
    const missing = keys.filter((key) => values[key] === undefined);
    for (const key of missing)
      report.add([...path, key], "missing", `this is required: ${what} has rows by it`);
    let rows = table;
    for (const key of keys) {
      const choices = [...new Set(rows.map((row) => String(row[key])))];
      rows = rows.filter((row) => row[key] === values[key]);
      if (rows.length > 0) continue;
      if (!missing.includes(key)) noteUnknown(key, values, what, choices, path, report);
      return;
    }
  };
}

/** Notes the first property of an input for which a table has no row. */
function noteUnknown(
  key: RowKey,
  values: RowKeys,
  what: string,
  choices: readonly string[],
  path: Path,
  report: Report,
): void {
  const expected = `expected ${showChoices(choices)}`;
  if (key === "tier") {
    const message = `${show(values.tier)} is not a tier of ${what}: ${expected}`;
    report.add([...path, key], "unknown-tier", message, { tier: values.tier });
  } else {
    const message = `${what} has no row for the ${key} ${show(values[key])} there: ${expected}`;
    report.add([...path, key], "unknown-row", message);
  }
}
