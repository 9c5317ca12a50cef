import { apportion } from "../../kernel/apportion.js";
import { currencyDecimals } from "../../kernel/currency.js";
import { exactDecimal, shownDecimal, unitsToDecimal } from "../../kernel/decimal.js";
import { readNumber } from "../../kernel/number.js";
import { multiply, ONE, type Rational, rational, sum, ZERO } from "../../kernel/rational.js";
import { type LineNote, payLine, type StatementLine } from "../line.js";
import { statedUnits } from "../money.js";
import { roundedToSumNotes } from "../rounded-notes.js";
import type { Ranked } from "./rank.js";
import type { CheckedHonours, HonourRule } from "./rules.js";

/** What a winner gets, in units, of what prize, and with how many. */
export interface Prize {
  readonly units: bigint;
  /** The prize before it is shared. */
  readonly whole: Rational;
  readonly among: number;
}

/** How prizes are stated. */
export interface PrizeRule {
  /** By place, from the first; the last for all that follow. */
  readonly amounts: readonly (number | string)[];
  readonly tied: "same" | "shared";
  readonly decimals: number;
}

/** What each winner gets. Equals who share take up as many places as they are; what is not shared evenly goes to the first ids. */
export function prizesOf(winners: readonly Ranked[], rule: PrizeRule): ReadonlyMap<string, Prize> {
  const byRank = new Map<number, Ranked[]>();
  for (const winner of winners) {
    const equals = byRank.get(winner.rank);
    if (equals === undefined) byRank.set(winner.rank, [winner]);
    else equals.push(winner);
  }
  const prizes = [...byRank].flatMap(([rank, equals]) =>
    rule.tied === "same"
      ? equals.map(({ id }) => [id, prizeAt(rule, rank)] as const)
      : sharedPrizes(rule, rank, equals),
  );
  return new Map(prizes);
}

function prizeAt(rule: PrizeRule, rank: number): Prize {
  const whole = amountAt(rule, rank);
  return { units: statedUnits(whole, rule.decimals), whole, among: 1 };
}

/** The prizes of the places that equals take up, shared to the unit. */
function sharedPrizes(
  rule: PrizeRule,
  rank: number,
  equals: readonly Ranked[],
): readonly (readonly [string, Prize])[] {
  const whole = sum(equals.map((_, index) => amountAt(rule, rank + index)));
  const parts = apportion(
    statedUnits(whole, rule.decimals),
    equals.map(({ id }) => ({ id, share: ONE })),
  );
  return equals.map(
    ({ id }, index) => [id, { units: parts[index] ?? 0n, whole, among: equals.length }] as const,
  );
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
  const decimals = currencyDecimals(currency);
  const exact = multiply(whole, rational(1n, BigInt(among)));
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
      rateAs: among === 1 ? undefined : "percent",
      amount: unitsToDecimal(units, decimals),
      notes:
        among === 1
          ? notes
          : [...notes, shared, ...roundedToSumNotes(exact, rational(units, 10n ** BigInt(decimals)))],
    },
  );
}
