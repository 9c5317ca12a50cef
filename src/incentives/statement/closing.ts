import { comparePeriods, periodEnd, periodStart, periodUnit } from "../../kernel/calendar.js";
import type { Path } from "../../kernel/errors.js";
import type { Report } from "../../kernel/report.js";
import { show } from "../../kernel/show.js";
import type { StatementLine } from "../line.js";
import { originalLines } from "./differences.js";
import { checkMade, sameThings } from "./ledger-checks.js";
import type { CheckedEvent } from "./ledger-schema.js";
import { type ClosedPeriod, closedPeriod, type Ledger, postedIn } from "./ledger-state.js";
import { readLine } from "./lines.js";

type Closing = Extract<CheckedEvent, { readonly kind: "close" }>;

/** The ledger after a period was closed: its lines, and all that wait and are not for a later period. */
export function close(
  ledger: Ledger,
  { period, lines, refused }: Closing,
  currency: string,
  path: Path,
  report: Report,
): Ledger {
  checkMade(lines, currency, [...path, "lines"], report);
  if (!report.clean(path)) return ledger;
  const made = closedPeriod(period, lines.map(readLine), refused);
  const known = ledger.closed.find((one) => one.period === period);
  if (known !== undefined) {
    checkSame(ledger, known, made, path, report);
    return ledger;
  }
  checkNext(ledger.closed.at(-1)?.period, period, path, report);
  const due = ledger.waiting.filter((line) => isDue(line, period));
  for (const [index, { id }] of made.lines.entries()) {
    if (!due.some((line) => line.id === id)) continue;
    const message = `${show(id)} is there twice: a line that waits has this id too`;
    report.add([...path, "lines", index, "id"], "duplicate-id", message, { id });
  }
  return {
    ...ledger,
    closed: [...ledger.closed, { ...made, lines: [...made.lines, ...due] }],
    waiting: ledger.waiting.filter((line) => !due.includes(line)),
  };
}

/** Whether a line that waits goes into a period: it is not for one that begins later. */
function isDue(line: StatementLine, period: string): boolean {
  return line.period === undefined || periodStart(line.period) <= periodEnd(period);
}

/** Notes a period that is closed again with other lines, or with others refused. */
function checkSame(
  ledger: Ledger,
  known: ClosedPeriod,
  made: ClosedPeriod,
  path: Path,
  report: Report,
): void {
  const { period } = made;
  const isSame =
    sameThings(originalLines(postedIn(ledger), period), made.lines) &&
    sameThings(known.refused ?? [], made.refused ?? []);
  if (isSame) return;
  const message = `${period} is closed with other lines: recalculate it, and the differences come into the next period`;
  report.add([...path, "period"], "period-closed", message, { period });
}

/** Notes a period that is not as long as those that are closed, or not after the last of them. */
export function checkNext(last: string | undefined, period: string, path: Path, report: Report): void {
  if (last === undefined) return;
  if (periodUnit(last) !== periodUnit(period)) {
    const message = `expected a ${periodUnit(last)}, as ${last} is, which is closed, got ${period}`;
    report.add([...path, "period"], "wrong-cycle", message, { period });
  } else if (comparePeriods(last, period) >= 0) {
    const message = `expected a period after ${last}, which is closed, got ${period}`;
    report.add([...path, "period"], "period-not-after", message, { period });
  }
}
