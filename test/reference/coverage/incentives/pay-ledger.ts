import type { PayLedger, PayLedgerInput, StatementConfig } from "../../../../src/index.js";
import type { Outcome } from "../../generate/incentives/subject.js";
import type { Count } from "../coverage.js";
import { countChoices, isRefused, kindsOf } from "./lines.js";

const CONFIG = { currency: ["USD", "JPY", "KWD"], yearStarts: ["-", "1", "3", "4", "10"] };

export const LEDGER = {
  ...kindsOf("payLedger", CONFIG),
  "payLedger events": ["close", "recalculate", "adjust", "dispute", "settle"],
  "payLedger closes": ["anew", "again"],
  "payLedger posts": [
    "a correction",
    "an adjustment",
    "a settled dispute",
    "a correction of what was not paid",
    "a clawback",
    "what is refused",
  ],
  "payLedger waits": ["nothing", "for the next period", "for a later period"],
  "payLedger disputes": ["open", "settled by 0", "settled by an amount"],
  "payLedger year to date": ["begins", "goes on", "a new year"],
  "payLedger refused": [
    "period-closed",
    "period-not-after",
    "wrong-cycle",
    "period-not-closed",
    "unknown-line",
    "line-missing",
    "one-of",
    "unknown-dispute",
    "dispute-settled",
    "dates-unsorted",
    "duplicate-id",
    "key-not-allowed",
    "wrong-currency",
    "amount-too-fine",
    "parts-sum",
    "not-a-choice",
    "missing",
  ],
};

export function countLedger(
  config: StatementConfig,
  { ledger, events }: PayLedgerInput,
  outcome: Outcome<PayLedger>,
  count: Count,
): void {
  countChoices("payLedger", config, Object.keys(CONFIG), count);
  if (isRefused("payLedger", outcome, count) || !outcome.ok) return;
  const before = new Set((ledger?.closed ?? []).map(({ period }) => period));
  for (const { kind, ...event } of events) {
    count("payLedger events", kind);
    if (kind === "close" && "period" in event)
      count("payLedger closes", before.has(event.period) ? "again" : "anew");
  }
  countHeld(outcome.value, count);
  countYears(outcome.value, count);
}

function countHeld({ ledger: { closed, waiting, disputes } }: PayLedger, count: Count): void {
  const last = closed.at(-1)?.period ?? "";
  count("payLedger waits", "nothing", waiting.length === 0);
  for (const { period = "" } of waiting)
    count("payLedger waits", period > last ? "for a later period" : "for the next period");
  for (const { settled } of disputes)
    count(
      "payLedger disputes",
      settled === undefined ? "open" : `settled by ${settled.amount.isZero() ? 0 : "an amount"}`,
    );
  for (const { lines, refused } of closed) {
    count("payLedger posts", "what is refused", refused !== undefined);
    for (const { use, corrects, parts } of lines) {
      const posted = parts?.find(({ of }) => of === "posted");
      count("payLedger posts", "a correction", use === "correction");
      count("payLedger posts", "an adjustment", use === "adjustment" && corrects === undefined);
      count("payLedger posts", "a settled dispute", use === "adjustment" && corrects !== undefined);
      count("payLedger posts", "a clawback", use === "clawback");
      count(
        "payLedger posts",
        "a correction of what was not paid",
        use === "correction" && posted?.basis.isZero() === true,
      );
    }
  }
}

function countYears({ statements }: PayLedger, count: Count): void {
  for (const [index, { total, yearToDate }] of statements.entries()) {
    const goesOn = index > 0 && !total.eq(yearToDate);
    count("payLedger year to date", goesOn ? "goes on" : index === 0 ? "begins" : "a new year");
  }
}
