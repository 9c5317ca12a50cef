import type { Path } from "../kernel/errors.js";
import type { Report } from "../kernel/report.js";
import { notAmong, show } from "../kernel/show.js";

/** A row of a table by name: for which tiers, or which values of an attribute, it holds. */
export interface NamedRow {
  readonly of: readonly string[];
}

/** Notes names that are in two rows. */
export function checkRows(rows: readonly NamedRow[], path: Path, report: Report): void {
  const seen = new Set<string>();
  for (const [index, { of }] of rows.entries()) {
    for (const [position, name] of of.entries()) {
      if (seen.has(name))
        report.add([...path, index, "of", position], "row-twice", `${show(name)} is there twice`);
      seen.add(name);
    }
  }
}

/** What a table says of a tier or of the value of an attribute; notes at `path` one that is not given, or has no row. */
export function rowOf<Row extends NamedRow>(
  rows: readonly Row[],
  name: string | undefined,
  { path, need }: { readonly path: Path; readonly need: string },
  report: Report,
): Row | undefined {
  const row = rows.find(({ of }) => name !== undefined && of.includes(name));
  if (row !== undefined || !report.clean(path)) return row;
  const known = rows.flatMap(({ of }) => of);
  if (name === undefined) report.add(path, "fact-missing", need);
  else {
    const code = path.at(-1) === "tier" ? "unknown-tier" : "row-missing";
    report.add(path, code, `${need}: ${notAmong(known, "in the table", name)}`);
  }
  return undefined;
}
