import type { Decimal } from "../../kernel/decimal.js";
import { toDecimal } from "../../kernel/decimal.js";
import { type NumberInput, readNumber } from "../../kernel/number.js";
import { add, type Rational, sum, ZERO } from "../../kernel/rational.js";

/** What the lines of a category come to, in the period and in the year so far. */
export interface CategoryTotal {
  readonly category: string;
  readonly amount: Decimal;
  readonly yearToDate: Decimal;
}

/** The totals of a statement. */
export interface Totals {
  readonly categories: readonly CategoryTotal[];
  readonly total: Decimal;
  readonly yearToDate: Decimal;
}

interface Amount {
  readonly category: string;
  readonly amount: NumberInput;
}

/** Totals by category, those of the year's earlier statements first, and the whole. */
export function totalsOf(lines: readonly Amount[], earlier: readonly Amount[], decimals: number): Totals {
  const [now, before] = [sumBy(lines), sumBy(earlier)];
  const money = (value: Rational) => toDecimal(value, decimals);
  const categories = [...new Set([...before.keys(), ...now.keys()])];
  const total = sum([...now.values()]);
  return {
    categories: categories.map((category) => {
      const amount = now.get(category) ?? ZERO;
      return {
        category,
        amount: money(amount),
        yearToDate: money(add(before.get(category) ?? ZERO, amount)),
      };
    }),
    total: money(total),
    yearToDate: money(add(sum([...before.values()]), total)),
  };
}

function sumBy(amounts: readonly Amount[]): ReadonlyMap<string, Rational> {
  const sums = new Map<string, Rational>();
  for (const { category, amount } of amounts) {
    sums.set(category, add(sums.get(category) ?? ZERO, readNumber(amount)));
  }
  return sums;
}
