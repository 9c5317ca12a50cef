import { isId, isKey } from "../../kernel/fields.js";
import { copyPlain } from "../../kernel/plain.js";
import { createReport, type Report } from "../../kernel/report.js";
import { type AnySchema, parseShape } from "../../kernel/schema.js";
import { notAmong, show } from "../../kernel/show.js";
import type { InputColumn } from "../columns/columns.js";
import { checkLengths, isByName } from "../input/check-columns.js";
import { noteWithout } from "../input/without-columns.js";

export type Columns = Readonly<Record<string, InputColumn>>;

/** The columns that a group function reads: some by their names, others by what their names begin with. */
export interface ColumnNames {
  readonly names: readonly string[];
  /** What is before the point of names such as `facts.hours`. */
  readonly records: readonly string[];
  /** What people have, and columns cannot say, and what to do about it. */
  readonly without?: Readonly<Record<string, string>>;
}

/** An input with the number of its rows. */
export interface OpenInput<Rest> {
  readonly columns: Columns;
  readonly rest: Rest;
  readonly rows: number;
}

/** Checks an input but for what its columns say in each row; `schema` is of all but the columns. */
export function openInput<Rest>(
  title: string,
  input: unknown,
  schema: AnySchema,
  names: ColumnNames,
  check: (rest: Rest, columns: Columns, report: Report) => void,
): OpenInput<Rest> {
  const report = createReport("invalid-input", title);
  if (typeof input !== "object" || input === null || Array.isArray(input))
    report.add([], "wrong-type", `expected { columns }, got ${show(input)}`);
  report.stop();
  const { columns, ...others } = input as { readonly columns?: unknown };
  const rest = parseShape(schema, copyPlain(others, report, { decimals: true }), report) as Rest;
  if (!isByName(columns))
    report.add(["columns"], "wrong-type", `expected columns by name, got ${show(columns)}`);
  report.stop();
  const rows = checkLengths(columns as Columns, (name) => checkName(name, names, report), report);
  check(rest, columns as Columns, report);
  report.stop();
  return { columns: columns as Columns, rest, rows };
}

function checkName(name: string, { names, records, without = {} }: ColumnNames, report: Report): void {
  const [first = "", ...parts] = name.split(".");
  const inner = parts.join(".");
  const isInner = first === "certificates" ? isId(inner) : isKey(inner);
  if (names.includes(name) || (records.includes(first) && isInner)) return;
  if (noteWithout(name, without, report)) return;
  const expected = [...names, ...records.map((record) => `${record}. with a name`)];
  report.add(["columns", name], "unknown-column", notAmong(expected, "a column that this reads", name));
}

/** Notes groups that are there twice, and names where there are no groups, or none where there are. */
export function checkNamed<Field extends string>(
  entries: readonly { readonly [Name in Field]?: string }[],
  field: Field,
  { [field]: column }: Columns,
  path: string,
  report: Report,
): void {
  const seen = new Set<string | undefined>();
  for (const [index, entry] of entries.entries()) {
    const name = entry[field];
    const here = [path, index, field];
    if (seen.has(name)) report.add(here, "duplicate-id", `${show(name)} is there twice`);
    else if (name === undefined && column !== undefined)
      report.add(here, "missing", `there is a column ${show(field)}: say whose it is`);
    else if (name !== undefined && column === undefined)
      report.add(here, "one-of", `there is no column ${show(field)}: take this away, or give the column`);
    seen.add(name);
  }
}
