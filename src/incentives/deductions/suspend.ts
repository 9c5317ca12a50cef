import { roundTogether } from "../../kernel/apportion.js";
import { currencyDecimals } from "../../kernel/currency.js";
import { exactDecimal, unitsToDecimal } from "../../kernel/decimal.js";
import { readNumber, readRatio } from "../../kernel/number.js";
import {
  add,
  multiply,
  negate,
  type Rational,
  rational,
  subtract,
  sum,
  ZERO,
} from "../../kernel/rational.js";
import { payLine, type StatementLine } from "../line.js";
import { mirroredMode, roundedPartsNotes, takenRoundedNotes } from "../rounded-notes.js";
import type { CheckedDeductionsInput } from "./input.js";
import type { CheckedDeductions, SuspensionRule } from "./rules.js";

/** The pay by category, and the lines that suspend some of it. */
export interface Suspended {
  readonly categories: ReadonlyMap<string, Rational>;
  readonly lines: readonly StatementLine[];
}

/** Takes away the pay that events of the period suspend, one suspension after the other. */
export function suspendPay(
  { suspensions = [], currency, rounding }: CheckedDeductions,
  { pay, events, period }: CheckedDeductionsInput,
): Suspended {
  const categories = new Map<string, Rational>();
  for (const { category, amount } of pay)
    categories.set(category, add(categories.get(category) ?? ZERO, readNumber(amount)));
  const decimals = currencyDecimals(currency);
  const lines = suspensions.flatMap((rule): readonly StatementLine[] => {
    const because = events.filter(({ kind }) => rule.for.includes(kind));
    const shares = because.length === 0 ? [] : sharesOf(rule, categories);
    if (shares.length === 0) return [];
    const units = roundTogether(shares, decimals, rounding);
    for (const [index, { id }] of shares.entries()) {
      const left = subtract(
        categories.get(id) ?? ZERO,
        rational(units[index] ?? 0n, 10n ** BigInt(decimals)),
      );
      categories.set(id, left);
    }
    const rate = exactDecimal(negate(readRatio(rule.share)));
    const parts = shares.map(({ id, basis }, index) => ({
      of: id,
      basis: exactDecimal(basis),
      rate,
      amount: unitsToDecimal(-(units[index] ?? 0n), decimals),
    }));
    const ids = because
      .map(({ id }) => id)
      .sort()
      .join(", ");
    return [
      payLine(
        "deductions",
        "deductions",
        { ...rule, currency },
        {
          period,
          basis: exactDecimal(sum(shares.map(({ basis }) => basis))),
          rate,
          rateAs: "percent",
          amount: unitsToDecimal(-units.reduce((all, one) => all + one, 0n), decimals),
          parts,
          notes: [
            { kind: "suspended-for", values: { events: ids } },
            ...takenRoundedNotes(sum(shares.map(({ share }) => share)), currency, rounding),
            ...roundedPartsNotes(
              parts,
              shares.map(({ share }) => negate(share)),
              currency,
              mirroredMode(rounding),
            ),
          ],
        },
      ),
    ];
  });
  return { categories, lines };
}

/** What is suspended of each category that pays something. */
function sharesOf({ categories: named, share }: SuspensionRule, categories: ReadonlyMap<string, Rational>) {
  return [...new Set(named)].flatMap((id) => {
    const basis = categories.get(id) ?? ZERO;
    return basis.n > 0n ? [{ id, basis, share: multiply(basis, readRatio(share)) }] : [];
  });
}
