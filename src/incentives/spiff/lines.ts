import { currencyDecimals } from "../../kernel/currency.js";
import { type Decimal, exactDecimal, shownDecimal, unitsToDecimal } from "../../kernel/decimal.js";
import { readNumber } from "../../kernel/number.js";
import { divide, multiply, ONE, rational, sum, ZERO } from "../../kernel/rational.js";
import { type LineNote, type LinePart, payLine, type StatementLine } from "../line.js";
import { roundedNotes, roundedWholeNotes } from "../rounded-notes.js";
import type { CheckedSpiff, SpiffDeal } from "./config.js";
import type { UncountedReason } from "./sort.js";
import type { SpiffLimit, WalkedDeal } from "./walk.js";

/** What became of one deal. */
export interface SpiffDealResult {
  readonly id: string;
  readonly person: string;
  /** How many it adds to those that are paid for. */
  readonly counted: Decimal;
  readonly amount: Decimal;
  /** Whether it is paid in an earlier period. */
  readonly earlier?: boolean;
  /** Why it does not count. */
  readonly reason?: UncountedReason;
  /** What holds the person back after it. */
  readonly limits?: readonly SpiffLimit[];
}

/** The line of a person: what the deals of the period pay. */
export function lineOf(
  config: CheckedSpiff,
  own: readonly WalkedDeal[],
  period: string | undefined,
): StatementLine {
  const decimals = currencyDecimals(config.currency);
  const money = (size: bigint) => unitsToDecimal(size, decimals);
  const counted = sum(own.map((one) => one.counted));
  const amount = own.reduce((all, { paid }) => all + paid, 0n);
  const each = rational(amount, 10n ** BigInt(decimals));
  return payLine("spiff", "spiff", config, {
    period,
    basis: exactDecimal(counted),
    rate: shownDecimal(counted.n === 0n ? ZERO : divide(each, counted)),
    amount: money(amount),
    parts: [...dealParts(config, own, money), ...heldParts(own, money)],
    notes: [...notesOf(config, own.at(-1), money), ...roundingNotes(config, own, amount)],
  });
}

/** What each deal earns. */
function dealParts(
  config: CheckedSpiff,
  own: readonly WalkedDeal[],
  money: (size: bigint) => Decimal,
): readonly LinePart[] {
  return own
    .filter(({ counted }) => counted.n !== 0n)
    .map(({ deal, counted, before, after }) => ({
      of: deal.id,
      basis: exactDecimal(counted),
      rate: exactDecimal(readNumber(config.pays)),
      amount: money(after.earned - before.earned),
    }));
}

/** What the maximum and the budget keep back of it; what they gave free again is positive. */
function heldParts(own: readonly WalkedDeal[], money: (size: bigint) => Decimal): readonly LinePart[] {
  const [first, last] = [own[0]?.before, own.at(-1)?.after];
  if (first === undefined || last === undefined) return [];
  const held = [
    ["maximum", last.due - last.earned - (first.due - first.earned)],
    ["budget", last.paid - last.due - (first.paid - first.due)],
  ] as const;
  return held
    .filter(([, size]) => size !== 0n)
    .map(([of, size]) => ({ of, basis: money(size), rate: exactDecimal(ONE), amount: money(size) }));
}

/** How what the person earned was rounded: the line itself, where it is all of that, or all to date and what was before. */
function roundingNotes(
  { pays, currency, rounding }: CheckedSpiff,
  own: readonly WalkedDeal[],
  amount: bigint,
): readonly LineNote[] {
  const [first, last] = [own[0]?.before, own.at(-1)?.after];
  if (first === undefined || last === undefined) return [];
  const exact = ({ counted }: WalkedDeal["after"]) => multiply(counted, readNumber(pays));
  if (first.counted.n === 0n && amount === last.earned) return roundedNotes(exact(last), currency, rounding);
  return [
    ...roundedWholeNotes("rounded-to-date", exact(last), currency, rounding),
    ...roundedWholeNotes("rounded-before", exact(first), currency, rounding),
  ];
}

/** A deal as the result has it. */
export function dealOf(
  { id, person }: SpiffDeal,
  walked: WalkedDeal | undefined,
  isEarlier: boolean,
  reason: UncountedReason | undefined,
  decimals: number,
): SpiffDealResult {
  const { counted = ZERO, paid = 0n, limits = [] } = walked ?? {};
  return {
    id,
    person,
    counted: exactDecimal(counted),
    amount: unitsToDecimal(paid, decimals),
    ...(isEarlier && walked !== undefined ? { earlier: true } : {}),
    ...(reason === undefined ? {} : { reason }),
    ...(limits.length === 0 ? {} : { limits }),
  };
}

/** What holds a person back after the last deal. */
function notesOf(
  { first, minimum, maximum, budget }: CheckedSpiff,
  last: WalkedDeal | undefined,
  money: (size: bigint) => Decimal,
): readonly LineNote[] {
  if (last === undefined) return [];
  const { count, taken, counted, due, paid } = last.after;
  const number = (value: number | string | undefined) => exactDecimal(readNumber(value ?? 0));
  const values: Readonly<Record<SpiffLimit, LineNote["values"]>> = {
    first: { first: number(first?.count), count: exactDecimal(count), taken: exactDecimal(taken) },
    minimum: {
      minimum: number(minimum?.count),
      taken: exactDecimal(taken),
      counted: exactDecimal(counted),
    },
    maximum: { maximum: number(maximum) },
    budget: { budget: number(budget), due: money(due), paid: money(paid) },
  };
  return last.limits.map((limit) => ({ kind: `spiff-${limit}`, values: values[limit] }));
}
