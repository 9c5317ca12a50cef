import { type Decimal, exactDecimal } from "../../kernel/decimal.js";
import { type NumberInput, readNumber } from "../../kernel/number.js";
import type { RefusedPay, StatementLine } from "../line.js";
import type { Posted } from "./differences.js";
import type { CheckedLedger } from "./ledger-schema.js";
import { type CheckedRefused, readLine, readRefused } from "./lines.js";

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

/** A closed period: all lines of its statement, and what that says is not paid. */
export interface ClosedPeriod {
  readonly period: string;
  readonly lines: readonly StatementLine[];
  readonly refused?: readonly RefusedPay[];
}

/** What is kept of the pay of one person: plain data, which goes into the next call. */
export interface Ledger {
  /** The closed periods, all of one length and in order. */
  readonly closed: readonly ClosedPeriod[];
  /** Corrections and adjustments that go into the next period that is closed; an adjustment for a later period waits for that one. */
  readonly waiting: readonly StatementLine[];
  readonly disputes: readonly Dispute[];
}

/** Money that has been checked, as a `Decimal`. */
export function moneyOf(amount: NumberInput): Decimal {
  return exactDecimal(readNumber(amount));
}

/** All lines that are posted or wait, each with the period whose statement it is in. */
export function postedIn({ closed, waiting }: Ledger): readonly Posted[] {
  return [
    ...closed.flatMap(({ period, lines }) => lines.map((line) => ({ period, line }))),
    ...waiting.map((line) => ({ period: "", line })),
  ];
}

/** A ledger that may have been stored as JSON, with its decimals. */
export function readLedger({ closed, waiting, disputes }: CheckedLedger): Ledger {
  return {
    closed: closed.map(({ period, lines, refused }) => closedPeriod(period, lines.map(readLine), refused)),
    waiting: waiting.map(readLine),
    disputes: disputes.map(({ settled, ...dispute }) => ({
      ...dispute,
      ...(settled === undefined ? {} : { settled: { ...settled, amount: moneyOf(settled.amount) } }),
    })),
  };
}

/** A period with its lines, and what is refused where anything is. */
export function closedPeriod(
  period: string,
  lines: readonly StatementLine[],
  refused: readonly CheckedRefused[] = [],
): ClosedPeriod {
  return { period, lines, ...(refused.length === 0 ? {} : { refused: refused.map(readRefused) }) };
}
