import { comparePeriods } from "../../kernel/calendar.js";
import { currencyDecimals } from "../../kernel/currency.js";
import { type Decimal, exactDecimal, toDecimal } from "../../kernel/decimal.js";
import type { Path } from "../../kernel/errors.js";
import { type NumberInput, readNumber } from "../../kernel/number.js";
import { rational } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { show, showChoices } from "../../kernel/show.js";
import { payLine, type StatementLine } from "../line.js";
import { checkMoney } from "../money.js";
import { ADJUSTMENT, differenceLines, originalLines, type Posted } from "./differences.js";
import { checkLines, sameLines } from "./ledger-checks.js";
import type { CheckedEvent } from "./ledger-schema.js";
import { readLine } from "./lines.js";

/** A line that somebody doubts, and the answer. */
export interface Dispute {
  readonly id: string;
  readonly period: string;
  readonly line: string;
  readonly on: string;
  readonly by: string;
  readonly reason: string;
  readonly settled?: {
    readonly amount: Decimal;
    readonly on: string;
    readonly by: string;
    readonly reason: string;
  };
}

/** What is kept of the pay of one person: plain data, which goes into the next call. */
export interface Ledger {
  /** The closed periods, in order, with all lines of their statements. */
  readonly closed: readonly { readonly period: string; readonly lines: readonly StatementLine[] }[];
  /** Corrections and adjustments that go into the next period that is closed. */
  readonly waiting: readonly StatementLine[];
  readonly disputes: readonly Dispute[];
}

/** Money that has been checked, as a `Decimal`. */
export function moneyOf(amount: NumberInput): Decimal {
  return exactDecimal(readNumber(amount));
}

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

function close(
  ledger: Ledger,
  { period, lines }: EventOf<"close">,
  currency: string,
  path: Path,
  report: Report,
): Ledger {
  checkLines(lines, currency, [...path, "lines"], report);
  if (!report.clean(path)) return ledger;
  const made = lines.map(readLine);
  const last = ledger.closed.at(-1);
  if (ledger.closed.some((one) => one.period === period)) {
    if (sameLines(originalLines(postedIn(ledger), period), made)) return ledger;
    const message = `${period} is closed with other lines: recalculate it, and the differences come into the next period`;
    report.add([...path, "period"], "period-closed", message, { period });
    return ledger;
  }
  if (last !== undefined && comparePeriods(last.period, period) >= 0) {
    const message = `expected a period after ${last.period}, which is closed, got ${period}`;
    report.add([...path, "period"], "period-not-after", message, { period });
    return ledger;
  }
  for (const [index, { id }] of made.entries()) {
    if (!ledger.waiting.some((line) => line.id === id)) continue;
    const message = `${show(id)} is there twice: a line that waits has this id too`;
    report.add([...path, "lines", index, "id"], "duplicate-id", message, { id });
  }
  const whole = [...made, ...ledger.waiting];
  return { ...ledger, closed: [...ledger.closed, { period, lines: whole }], waiting: [] };
}

function recalculate(
  ledger: Ledger,
  event: EventOf<"recalculate">,
  currency: string,
  path: Path,
  report: Report,
): Ledger {
  const { period, lines } = event;
  checkLines(lines, currency, [...path, "lines"], report);
  checkClosed(ledger, period, path, report);
  checkNew(ledger, event.id, path, report);
  if (!report.clean(path)) return ledger;
  const decimals = currencyDecimals(currency);
  const added = differenceLines(postedIn(ledger), period, lines.map(readLine), event, decimals);
  return { ...ledger, waiting: [...ledger.waiting, ...added] };
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
  checkClosed(ledger, event.period, path, report);
  if (ledger.disputes.some(({ id }) => id === event.id)) {
    report.add([...path, "id"], "duplicate-id", `${show(event.id)} is there twice`, { id: event.id });
  }
  const names = ledger.closed.find(({ period }) => period === event.period)?.lines.map(({ id }) => id) ?? [];
  if (names.length > 0 && !names.includes(event.line)) {
    const message = `${show(event.line)} is no line of ${event.period}: expected ${showChoices(names)}`;
    report.add([...path, "line"], "unknown-line", message, { line: event.line });
  }
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
  } else if (answer.on < found.on) {
    const message = `expected a day from ${found.on} on, when the dispute was raised, got ${answer.on}`;
    report.add([...path, "on"], "dates-unsorted", message);
  }
  if (found === undefined || !report.clean(path)) return ledger;
  const settled = { ...answer, amount: moneyOf(answer.amount) };
  const disputes = ledger.disputes.map((one) => (one === found ? { ...one, settled } : one));
  if (settled.amount.isZero()) return { ...ledger, disputes };
  const like = postedIn(ledger).find(
    ({ period, line }) => period === found.period && line.id === found.line,
  )?.line;
  const { label, category, rule } = like ?? {};
  const entry = { ...answer, id: found.id, period: found.period };
  const line = adjustmentLine(entry, { label, category, rule, corrects: found.line }, currency);
  return { ...ledger, disputes, waiting: [...ledger.waiting, line] };
}

type Entry = Pick<EventOf<"adjust">, "id" | "period" | "amount" | "on" | "by" | "reason">;
type Like = Partial<Pick<EventOf<"adjust">, "label" | "category" | "rule">> & {
  readonly corrects?: string | undefined;
};

function adjustmentLine({ id, period, amount, on, by, reason }: Entry, like: Like, currency: string) {
  const money = moneyOf(amount);
  const { corrects, ...said } = like;
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
      notes: [{ kind: "adjusted", values: { period, reason, on, by } }],
    },
  );
}

/** All lines that are posted or wait, each with the period whose statement it is in. */
function postedIn({ closed, waiting }: Ledger): readonly Posted[] {
  return [
    ...closed.flatMap(({ period, lines }) => lines.map((line) => ({ period, line }))),
    ...waiting.map((line) => ({ period: "", line })),
  ];
}

function checkClosed({ closed }: Ledger, period: string, path: Path, report: Report): void {
  if (closed.some((one) => one.period === period)) return;
  report.add([...path, "period"], "period-not-closed", `${period} is not closed`, { period });
}

/** Notes an entry whose id an earlier one has. */
function checkNew(ledger: Ledger, id: string, path: Path, report: Report): void {
  const taken = postedIn(ledger).some(
    ({ line }) => line.id === id || (line.corrects !== undefined && line.id === `${line.corrects}.${id}`),
  );
  if (taken) report.add([...path, "id"], "duplicate-id", `${show(id)} is there twice`, { id });
}
