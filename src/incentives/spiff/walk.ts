import { currencyDecimals } from "../../kernel/currency.js";
import { readNumber } from "../../kernel/number.js";
import {
  add,
  compare,
  lesser,
  multiply,
  ONE,
  type Rational,
  rational,
  subtract,
  ZERO,
} from "../../kernel/rational.js";
import { roundToUnits } from "../../kernel/rounding.js";
import { statedUnits } from "../money.js";
import type { CheckedSpiff, SpiffDeal } from "./config.js";

/** Why a deal pays less than it would alone. */
export type SpiffLimit = "first" | "minimum" | "maximum" | "budget";

/** What one deal adds to what a person has: how many count, and what is paid, in the smallest unit of the currency. */
export interface WalkedDeal {
  readonly deal: SpiffDeal;
  readonly count: Rational;
  readonly counted: Rational;
  readonly paid: bigint;
  /** What holds the person back after it. */
  readonly limits: readonly SpiffLimit[];
  /** What the person has before and after it. */
  readonly before: SoFar;
  readonly after: SoFar;
}

/** What a person has so far. */
export interface SoFar {
  readonly count: Rational;
  /** Of these, those that are among the first. */
  readonly taken: Rational;
  /** Of these, those that are paid for. */
  readonly counted: Rational;
  readonly paid: bigint;
  /** What would be paid by now but for the budget. */
  readonly due: bigint;
  /** What would be paid by now but for the maximum and the budget. */
  readonly earned: bigint;
}

const NOTHING: SoFar = { count: ZERO, taken: ZERO, counted: ZERO, paid: 0n, due: 0n, earned: 0n };

/** Goes through the deals that count, in order: each brings its person to date, as far as the first, the maximum and the budget let it. */
export function walkDeals(config: CheckedSpiff, deals: readonly SpiffDeal[]): readonly WalkedDeal[] {
  const decimals = currencyDecimals(config.currency);
  const scale = rational(10n ** BigInt(decimals));
  const people = new Map<string, SoFar>();
  let left = config.first?.of === "everybody" ? readNumber(config.first.count) : undefined;
  const whole = (limit: number | string | undefined) =>
    limit === undefined ? undefined : rational(statedUnits(readNumber(limit), decimals));
  const most = whole(config.maximum);
  let budget = whole(config.budget);
  return deals.map((deal): WalkedDeal => {
    const before = people.get(deal.person) ?? NOTHING;
    const own = countOf(config, deal);
    const count = add(before.count, own);
    const taken = toDate(firstOfPerson(config, count), before.taken, left);
    left = left && subtract(left, subtract(taken, before.taken));
    const counted = afterMinimum(config, taken);
    const owed = multiply(multiply(counted, readNumber(config.pays)), scale);
    const rounded = rational(roundToUnits(owed, 0, config.rounding));
    const due = most === undefined ? rounded : lesser(rounded, most);
    const within = toDate(due, rational(before.paid), budget);
    const paid = within.n;
    budget = budget && subtract(budget, rational(paid - before.paid));
    const after = { count, taken, counted, paid, due: due.n, earned: rounded.n };
    people.set(deal.person, after);
    const limits = limitsOf({ count, taken, counted, rounded, due, paid: rational(paid) });
    return {
      deal,
      count: own,
      counted: subtract(counted, before.counted),
      paid: paid - before.paid,
      limits,
      before,
      after,
    };
  });
}

/** How many a deal is: its units, or one; a return is one less. */
function countOf({ per }: CheckedSpiff, { units, amount }: SpiffDeal): Rational {
  if (per === "unit") return readNumber(units ?? 0);
  return amount !== undefined && readNumber(amount).n < 0n ? rational(-1n) : ONE;
}

/** What somebody has after a deal: what is wanted, as far as what is left of a common store lets it rise. */
function toDate(wanted: Rational, had: Rational, left: Rational | undefined): Rational {
  const more = subtract(wanted, had);
  return left === undefined || compare(more, left) <= 0 || more.n <= 0n
    ? wanted
    : add(had, left.n < 0n ? ZERO : left);
}

function firstOfPerson({ first }: CheckedSpiff, count: Rational): Rational {
  return first?.of === "person" ? lesser(count, readNumber(first.count)) : count;
}

function afterMinimum({ minimum }: CheckedSpiff, count: Rational): Rational {
  if (minimum === undefined) return count;
  const least = readNumber(minimum.count);
  if (compare(count, least) < 0) return ZERO;
  return minimum.pays === "all" ? count : subtract(count, least);
}

/** The rules that hold a person back. */
function limitsOf(
  at: Readonly<Record<"count" | "taken" | "counted" | "rounded" | "due" | "paid", Rational>>,
): readonly SpiffLimit[] {
  const held = [
    ["first", at.taken, at.count],
    ["minimum", at.counted, at.taken],
    ["maximum", at.due, at.rounded],
    ["budget", at.paid, at.due],
  ] as const;
  return held.filter(([, has, would]) => compare(has, would) < 0).map(([limit]) => limit);
}
