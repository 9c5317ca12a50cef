import { apportion, compareIds } from "../../kernel/apportion.js";
import { currencyDecimals } from "../../kernel/currency.js";
import { exactDecimal, shownDecimal, unitsToDecimal } from "../../kernel/decimal.js";
import { readNumber } from "../../kernel/number.js";
import { multiply, ONE, type Rational, rational, sum, ZERO } from "../../kernel/rational.js";
import { type RoundingMode, roundToUnits } from "../../kernel/rounding.js";
import { type LineNote, payLine, type StatementLine } from "../line.js";
import type { Ranked } from "./rank.js";
import type { CheckedHonours, HonourRule } from "./rules.js";

/** What a winner gets, in units, of what prize, and with how many. */
export interface Prize {
  readonly units: bigint;
  /** The prize before it is shared. */
  readonly whole: Rational;
  readonly among: number;
}

/** How prizes are stated and rounded. */
export interface PrizeRule {
  /** By place, from the first; the last for all that follow. */
  readonly amounts: readonly (number | string)[];
  readonly tied: "same" | "shared";
  readonly decimals: number;
  readonly rounding: RoundingMode;
}

/** What each winner gets. Equals who share take up as many places as they are; what is not shared evenly goes to the first ids. */
export function prizesOf(winners: readonly Ranked[], rule: PrizeRule): ReadonlyMap<string, Prize> {
  const { tied, decimals, rounding } = rule;
  const scale = rational(10n ** BigInt(decimals));
  const units = (amount: Rational) => roundToUnits(multiply(amount, scale), 0, rounding);
  const prizes = new Map<string, Prize>();
  for (const { id, rank } of winners) {
    const equals = winners.filter((one) => one.rank === rank);
    if (tied === "same" || equals.length === 1) {
      const whole = amountAt(rule, rank);
      prizes.set(id, { units: units(whole), whole, among: 1 });
      continue;
    }
    const whole = sum(equals.map((_, index) => amountAt(rule, rank + index)));
    const ordered = [...equals].sort((a, b) => compareIds(a.id, b.id));
    const parts = apportion(
      units(whole),
      ordered.map((one) => ({ id: one.id, share: ONE })),
    );
    const part = parts[ordered.findIndex((one) => one.id === id)] ?? 0n;
    prizes.set(id, { units: part, whole, among: equals.length });
  }
  return prizes;
}

function amountAt({ amounts }: PrizeRule, place: number): Rational {
  const amount = amounts[place - 1] ?? amounts.at(-1);
  return amount === undefined ? ZERO : readNumber(amount);
}

/** A prize in money as a line. */
export function prizeLine(
  { currency }: CheckedHonours,
  rule: HonourRule,
  period: string,
  { units, whole, among }: Prize,
  notes: readonly LineNote[],
  event?: string,
): StatementLine {
  const shared = { kind: "honour-shared", values: { among: exactDecimal(rational(BigInt(among))) } };
  return payLine(
    "honours",
    "honours",
    { ...rule, currency },
    {
      id: event === undefined ? rule.id : `${rule.id}.${event}`,
      period,
      basis: exactDecimal(whole),
      rate: shownDecimal(rational(1n, BigInt(among))),
      amount: unitsToDecimal(units, currencyDecimals(currency)),
      notes: among === 1 ? notes : [...notes, shared],
    },
  );
}
