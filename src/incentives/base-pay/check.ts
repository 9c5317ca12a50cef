import type { Path } from "../../kernel/errors.js";
import { readNumber } from "../../kernel/number.js";
import { rationalText } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { show } from "../../kernel/show.js";
import { checkRowKeys, rowName } from "../row-keys.js";
import type { PayTable } from "./table.js";

/** Notes what the schema cannot see in a pay table. */
export function checkBasePay(config: PayTable, path: Path, report: Report): void {
  checkTable(config, [...path, "table"], report);
  const at = [...path, "locations"];
  if (config.locations === undefined || !report.sound(at)) return;
  const seen = new Set<string>();
  for (const [index, { location }] of config.locations.entries()) {
    if (seen.has(location))
      report.add([...at, index, "location"], "row-twice", `the location ${show(location)} is there twice`);
    seen.add(location);
  }
}

function checkTable({ table, locations }: PayTable, at: Path, report: Report): void {
  if (!report.sound(at)) return;
  const keys = checkRowKeys(table, at, report);
  for (const [index, row] of table.entries()) {
    if (row.location !== undefined && locations !== undefined) {
      const message = "a place has either amounts of its own or a factor";
      report.add([...at, index, "location"], "one-of", message);
    }
  }
  if (!report.clean(at)) return;
  const seen = new Map<string, Set<string>>();
  for (const [index, row] of table.entries()) {
    const [name, years] = [rowName(row, keys), rationalText(readNumber(row.fromYears ?? 0))];
    const ofRow = seen.get(name) ?? new Set();
    if (ofRow.has(years))
      report.add([...at, index], "row-twice", `${show(name)} from ${years} years is there twice`);
    seen.set(name, ofRow.add(years));
  }
  for (const [name, years] of seen) {
    if (years.has("0")) continue;
    const message = `the ${keys.length === 1 ? "tier " : ""}${show(name)} has no row from 0 years of experience`;
    report.add(at, "row-missing", message, { tier: name });
  }
}
