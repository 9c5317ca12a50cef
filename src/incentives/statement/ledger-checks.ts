import type { Path } from "../../kernel/errors.js";
import { checkIds } from "../../kernel/ids.js";
import type { Report } from "../../kernel/report.js";
import { show, showChoices } from "../../kernel/show.js";
import { ADJUSTMENT, CORRECTION } from "./differences.js";
import { type CheckedLine, checkLine } from "./lines.js";

/** Notes lines of money that a ledger cannot hold. */
export function checkLines(
  lines: readonly CheckedLine[],
  currency: string,
  path: Path,
  report: Report,
): void {
  checkIds(lines, path, report);
  for (const [index, line] of lines.entries()) checkLine(line, currency, [...path, index], report);
}

/** Notes lines that calculators cannot have made: corrections and adjustments are the ledger's own. */
export function checkMade(lines: readonly CheckedLine[], currency: string, path: Path, report: Report): void {
  checkLines(lines, currency, path, report);
  for (const [index, { use }] of lines.entries()) {
    if (!isOfLedger(use)) continue;
    const message = `${show(use)} is what a ledger calls its own lines: enter this by an event of it, or call it otherwise`;
    report.add([...path, index, "use"], "key-not-allowed", message, { use });
  }
}

/** Whether a line with this `use` was made by an entry of a ledger. */
export function isOfLedger(use: string): boolean {
  return use === CORRECTION || use === ADJUSTMENT;
}

interface Closed {
  readonly period: string;
  readonly lines: readonly { readonly id: string }[];
}

/** Notes a period that is not closed. */
export function checkClosed(closed: readonly Closed[], period: string, path: Path, report: Report): void {
  if (closed.some((one) => one.period === period)) return;
  report.add([...path, "period"], "period-not-closed", `${period} is not closed`, { period });
}

/** Notes a dispute of a period that is not closed, or of a line that it does not have. */
export function checkDispute(
  closed: readonly Closed[],
  { period, line }: { readonly period: string; readonly line: string },
  path: Path,
  report: Report,
): void {
  checkClosed(closed, period, path, report);
  const found = closed.find((one) => one.period === period);
  if (found === undefined || found.lines.some(({ id }) => id === line)) return;
  const names = found.lines.map(({ id }) => id);
  const expected = names.length === 0 ? "it has none" : `expected ${showChoices(names)}`;
  report.add([...path, "line"], "unknown-line", `${show(line)} is no line of ${period}: ${expected}`, {
    line,
  });
}

/** Notes an answer to a dispute on a day before it was raised. */
export function checkAnswered(raised: string, answered: string, path: Path, report: Report): void {
  if (answered >= raised) return;
  const message = `expected a day from ${raised} on, when the dispute was raised, got ${answered}`;
  report.add([...path, "on"], "dates-unsorted", message);
}

/** Whether two lists say the same, in any order; the order of names within their items does not count either. */
export function sameThings(some: readonly object[], others: readonly object[]): boolean {
  const texts = (all: readonly object[]) => all.map((one) => JSON.stringify(one, sorted)).sort();
  return JSON.stringify(texts(some)) === JSON.stringify(texts(others));
}

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
