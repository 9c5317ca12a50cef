import type { Path } from "../../kernel/errors.js";
import { checkIds } from "../../kernel/ids.js";
import type { Report } from "../../kernel/report.js";
import type { StatementLine } from "../line.js";
import type { CheckedLedger } from "./ledger-schema.js";
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

/** Notes what a stored ledger cannot be: money of another currency, a period twice. */
export function checkLedger({ closed, waiting }: CheckedLedger, currency: string, report: Report): void {
  for (const [index, { lines }] of closed.entries()) {
    checkLines(lines, currency, ["ledger", "closed", index, "lines"], report);
  }
  checkLines(waiting, currency, ["ledger", "waiting"], report);
  checkIds(
    closed.map(({ period }) => ({ id: period })),
    ["ledger", "closed"],
    report,
  );
}

/** Whether two lists of lines say the same, in any order. */
export function sameLines(some: readonly StatementLine[], others: readonly StatementLine[]): boolean {
  const texts = (lines: readonly StatementLine[]) => lines.map((line) => JSON.stringify(line)).sort();
  return JSON.stringify(texts(some)) === JSON.stringify(texts(others));
}
