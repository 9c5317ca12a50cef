import { currencyDecimals } from "../../kernel/currency.js";
import { toDecimal } from "../../kernel/decimal.js";
import type { Path } from "../../kernel/errors.js";
import { rational } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { show } from "../../kernel/show.js";
import { type LineNote, payLine } from "../line.js";
import { checkMoney } from "../money.js";
import { close } from "./closing.js";
import { ADJUSTMENT, differenceLines, linesKnown, postedFor } from "./differences.js";
import { checkAnswered, checkClosed, checkDispute, checkMade } from "./ledger-checks.js";
import type { CheckedEvent } from "./ledger-schema.js";
import { type Ledger, moneyOf, postedIn } from "./ledger-state.js";
import { readLine } from "./lines.js";

/** The ledger after one event; what is wrong with it is noted. */
export function post(
  ledger: Ledger,
  event: CheckedEvent,
  { currency }: { readonly currency: string },
  path: Path,
  report: Report,
): Ledger {
  switch (event.kind) {
    case "close":
      return close(ledger, event, currency, path, report);
    case "recalculate":
      return recalculate(ledger, event, currency, path, report);
    case "adjust":
      return adjust(ledger, event, currency, path, report);
    case "dispute":
      return dispute(ledger, event, path, report);
    case "settle":
      return settle(ledger, event, currency, path, report);
  }
}

type EventOf<Kind extends CheckedEvent["kind"]> = Extract<CheckedEvent, { readonly kind: Kind }>;

function recalculate(
  ledger: Ledger,
  event: EventOf<"recalculate">,
  currency: string,
  path: Path,
  report: Report,
): Ledger {
  const { period, lines } = event;
  checkMade(lines, currency, [...path, "lines"], report);
  checkClosed(ledger.closed, period, path, report);
  checkNew(ledger, event.id, path, report);
  if (report.clean(path)) checkWhole(ledger, event, path, report);
  if (!report.clean(path)) return ledger;
  const decimals = currencyDecimals(currency);
  const added = differenceLines(postedIn(ledger), period, lines.map(readLine), event, decimals);
  return { ...ledger, waiting: [...ledger.waiting, ...added] };
}

/** A line that is left out by mistake would be taken back: those that are due no more are named. */
function checkWhole(
  ledger: Ledger,
  { period, lines, without = [] }: EventOf<"recalculate">,
  path: Path,
  report: Report,
): void {
  const posted = postedIn(ledger);
  const known = linesKnown(posted, period);
  const said = new Set(lines.map(({ id }) => id));
  for (const line of known.keys()) {
    if (said.has(line) || without.includes(line) || postedFor(posted, period, line).n === 0n) continue;
    const message = `${show(line)} of ${period} is posted and not recalculated: expected it as it should have been, or among without where it is due no more`;
    report.add([...path, "lines"], "line-missing", message, { line });
  }
  for (const [index, line] of without.entries()) {
    const here = [...path, "without", index];
    if (said.has(line))
      report.add(here, "one-of", `${show(line)} is among lines: take it away here or there`);
    else if (!known.has(line))
      report.add(here, "unknown-line", `${period} has no line ${show(line)}`, { line });
  }
}

function adjust(
  ledger: Ledger,
  event: EventOf<"adjust">,
  currency: string,
  path: Path,
  report: Report,
): Ledger {
  checkMoney(event.amount, currency, [...path, "amount"], report);
  checkNew(ledger, event.id, path, report);
  if (!report.clean(path)) return ledger;
  return { ...ledger, waiting: [...ledger.waiting, adjustmentLine(event, event, currency)] };
}

function dispute(
  ledger: Ledger,
  { kind: _kind, ...event }: EventOf<"dispute">,
  path: Path,
  report: Report,
): Ledger {
  checkDispute(ledger.closed, event, path, report);
  checkEntry(ledger, event.id, path, report);
  return report.clean(path) ? { ...ledger, disputes: [...ledger.disputes, event] } : ledger;
}

function settle(
  ledger: Ledger,
  { kind: _kind, dispute: name, ...answer }: EventOf<"settle">,
  currency: string,
  path: Path,
  report: Report,
): Ledger {
  checkMoney(answer.amount, currency, [...path, "amount"], report);
  const found = ledger.disputes.find(({ id }) => id === name);
  if (found === undefined) {
    report.add([...path, "dispute"], "unknown-dispute", `there is no dispute ${show(name)}`, {
      dispute: name,
    });
  } else if (found.settled !== undefined) {
    const message = `the dispute ${show(name)} was settled on ${found.settled.on}`;
    report.add([...path, "dispute"], "dispute-settled", message, { dispute: name });
  } else checkAnswered(found.on, answer.on, path, report);
  if (found === undefined || !report.clean(path)) return ledger;
  const settled = { ...answer, amount: moneyOf(answer.amount) };
  const disputes = ledger.disputes.map((one) => (one === found ? { ...one, settled } : one));
  const like = postedIn(ledger).find(
    ({ period, line }) => period === found.period && line.id === found.line,
  )?.line;
  const { label, category, rule } = like ?? {};
  const entry = { ...answer, id: found.id, period: found.period };
  const doubt = { kind: "disputed", values: { on: found.on, by: found.by, reason: found.reason } };
  const line = adjustmentLine(entry, { label, category, rule, corrects: found.line, doubt }, currency);
  return { ...ledger, disputes, waiting: [...ledger.waiting, line] };
}

type Entry = Pick<EventOf<"adjust">, "id" | "period" | "amount" | "on" | "by" | "reason">;
type Like = Partial<Pick<EventOf<"adjust">, "label" | "category" | "rule">> & {
  readonly corrects?: string | undefined;
  readonly doubt?: LineNote;
};

function adjustmentLine({ id, period, amount, on, by, reason }: Entry, like: Like, currency: string) {
  const money = moneyOf(amount);
  const { corrects, doubt, ...said } = like;
  return payLine(
    ADJUSTMENT,
    ADJUSTMENT,
    { ...said, currency },
    {
      id: corrects === undefined ? id : `${corrects}.${id}`,
      period,
      corrects,
      basis: money,
      rate: toDecimal(rational(1n), 0),
      amount: money,
      notes: [
        ...(doubt === undefined ? [] : [doubt]),
        { kind: "adjusted", values: { period, reason, on, by } },
      ],
    },
  );
}

/** Notes an adjustment or a recalculation that is called as a line or an earlier entry is. */
function checkNew(ledger: Ledger, id: string, path: Path, report: Report): void {
  const isLine = postedIn(ledger).some(({ line }) => line.id === id);
  if (isLine) report.add([...path, "id"], "duplicate-id", `${show(id)} is there twice`, { id });
  else checkEntry(ledger, id, path, report);
}

/** Notes an entry whose id an earlier one has: the lines that they make would be called alike. */
function checkEntry(ledger: Ledger, id: string, path: Path, report: Report): void {
  const taken =
    ledger.disputes.some((one) => one.id === id) ||
    postedIn(ledger).some(({ line }) => line.corrects !== undefined && line.id === `${line.corrects}.${id}`);
  if (taken) report.add([...path, "id"], "duplicate-id", `${show(id)} is there twice`, { id });
}
