import type { Path } from "../../kernel/errors.js";
import { checkIds } from "../../kernel/ids.js";
import type { Report } from "../../kernel/report.js";
import { show } from "../../kernel/show.js";
import { checkMoney } from "../money.js";
import { checkNext } from "./closing.js";
import { checkAnswered, checkClosed, checkDispute, checkLines, isOfLedger } from "./ledger-checks.js";
import type { CheckedLedger } from "./ledger-schema.js";

/** Notes what a stored ledger cannot be: what no events can have led to. */
export function checkLedger(ledger: CheckedLedger, currency: string, report: Report): void {
  for (const [index, { period, lines }] of ledger.closed.entries()) {
    const path = ["ledger", "closed", index];
    checkLines(lines, currency, [...path, "lines"], report);
    checkNext(ledger.closed[index - 1]?.period, period, path, report);
  }
  checkWaiting(ledger, currency, ["ledger", "waiting"], report);
  checkDisputes(ledger, currency, ["ledger", "disputes"], report);
}

function checkWaiting(
  { closed, waiting }: CheckedLedger,
  currency: string,
  path: Path,
  report: Report,
): void {
  checkLines(waiting, currency, path, report);
  for (const [index, { use, period, corrects }] of waiting.entries()) {
    const here = [...path, index];
    if (!isOfLedger(use))
      report.add([...here, "use"], "not-a-choice", `expected "correction" or "adjustment", got ${show(use)}`);
    if (period === undefined)
      report.add([...here, "period"], "missing", "expected the period that this is for");
    else if (corrects !== undefined) checkClosed(closed, period, here, report);
  }
}

function checkDisputes(
  { closed, disputes }: CheckedLedger,
  currency: string,
  path: Path,
  report: Report,
): void {
  checkIds(disputes, path, report);
  for (const [index, dispute] of disputes.entries()) {
    const here = [...path, index];
    checkDispute(closed, dispute, here, report);
    if (dispute.settled === undefined) continue;
    checkMoney(dispute.settled.amount, currency, [...here, "settled", "amount"], report);
    checkAnswered(dispute.on, dispute.settled.on, [...here, "settled"], report);
  }
}
