import { roundToTotal } from "../../kernel/apportion.js";
import { currencyDecimals } from "../../kernel/currency.js";
import { type Decimal, resultValue, toDecimal, unitsToDecimal } from "../../kernel/decimal.js";
import { TierwiseError } from "../../kernel/errors.js";
import type { Label } from "../../kernel/label.js";
import { argumentsOf } from "../../kernel/options.js";
import {
  absolute,
  add,
  compare,
  divide,
  multiply,
  type Rational,
  rational,
  subtract,
  ZERO,
} from "../../kernel/rational.js";
import { roundToUnits } from "../../kernel/rounding.js";
import type { Stored } from "../../kernel/stored.js";
import type { StatementLine } from "../line.js";
import { statementParts } from "../result-parts.js";
import type { Statement } from "./statement.js";

/** Why a line's amount is another: it is new, or gone; its basis or its rate is another; or something else beside both, such as a cap, which its notes say. */
export type CauseKind = "new" | "gone" | "basis" | "rate" | "rules";

/** One cause of the difference between two statements. */
export interface Cause {
  readonly line: string;
  readonly label?: Label;
  readonly kind: CauseKind;
  /** The basis, rate or amount before and now, where the kind has one. */
  readonly from?: Decimal;
  readonly to?: Decimal;
  /** By how much the total is another because of it. */
  readonly amount: Decimal;
}

/** What two statements differ in; the amounts of the causes sum to the difference. */
export interface StatementComparison {
  readonly kind: "statement-comparison";
  readonly currency: string;
  readonly from: { readonly period: string; readonly total: Decimal };
  readonly to: { readonly period: string; readonly total: Decimal };
  readonly difference: Decimal;
  /** The largest first; of equal ones in the order of the lines. */
  readonly causes: readonly Cause[];
}

const checkStatements = /* @__PURE__ */ argumentsOf("compareStatements", () => ({
  before: statementParts(),
  after: statementParts(),
}));

/**
 * Answers "why is it less than last period?" (M17): the causes of the difference between two statements, line by line, with amounts that sum to the
 * difference exactly. A line that both have (by its id) is taken apart: what the other basis makes at the old rate, what the other rate makes on the new basis (where basis and rate
 * make the amount, the rate is the amount divided by the basis, so that blended rates are exact; a rate that is the same but for cents goes to the basis), and what is left, which comes from caps, floors and other rules beside
 * both. The causes of a line are rounded to the currency's minor unit together, so that they sum to the line's difference.
 *
 * Errors: statements in two currencies (`wrong-currency`).
 *
 * @example
 * ```ts
 * import { commission, compareStatements, statement } from "tierwise";
 *
 * const pay = commission({ currency: "USD", brackets: [{ rate: "5%" }, { from: 100_000, rate: "6%" }] });
 * const of = (period: string, amount: number) =>
 *   statement({ currency: "USD" })({ period, lines: pay({ credits: [{ id: "sales", amount }] }).lines });
 * const { difference, causes } = compareStatements(of("2026-Q2", 120_000), of("2026-Q3", 90_000));
 * difference; // => "-1700"
 * causes.map(({ kind, amount }) => `${kind} ${amount}`); // => ["basis -1550", "rate -150"]
 * ```
 */
export function compareStatements(
  before: Statement | Stored<Statement>,
  after: Statement | Stored<Statement>,
): StatementComparison {
  checkStatements({ before, after });
  const [from, to] = [before as Statement, after as Statement];
  const { currency } = from;
  if (to.currency !== currency) {
    const message = `expected ${currency}, got ${to.currency}`;
    const issue = { path: ["currency"], code: "wrong-currency" as const, message, params: {} };
    throw new TierwiseError("invalid-input", "compareStatements", [issue]);
  }
  const decimals = currencyDecimals(currency);
  const ids = [...new Set([...from.lines, ...to.lines].map(({ id }) => id))];
  const causes = ids.flatMap((id) => {
    const find = ({ lines }: Statement) => lines.find((line) => line.id === id);
    return causesOf(find(from), find(to), decimals);
  });
  const difference = subtract(resultValue(to.total), resultValue(from.total));
  return {
    kind: "statement-comparison",
    currency,
    from: { period: from.period, total: from.total },
    to: { period: to.period, total: to.total },
    difference: toDecimal(difference, decimals),
    causes: [...causes].sort((a, b) => b.amount.abs().comparedTo(a.amount.abs())),
  };
}

function causesOf(
  before: StatementLine | undefined,
  after: StatementLine | undefined,
  decimals: number,
): readonly Cause[] {
  const line = (after ?? before) as StatementLine;
  const [old, now] = [amountOf(before), amountOf(after)];
  const name = { line: line.id, ...(line.label === undefined ? {} : { label: line.label }) };
  const difference = subtract(now, old);
  if (difference.n === 0n) return [];
  if (before === undefined || after === undefined) {
    const kind = before === undefined ? "new" : "gone";
    return [{ ...name, kind, amount: toDecimal(difference, decimals) }];
  }
  const shares = sharesOf(before, after, decimals);
  const effects = [
    { kind: "basis" as const, share: shares.basis, from: before.basis, to: after.basis },
    { kind: "rate" as const, share: shares.rate, from: before.rate, to: after.rate },
    { kind: "rules" as const, share: subtract(difference, add(shares.basis, shares.rate)) },
  ].map((effect, index) => ({ ...effect, id: String(index) }));
  const units = roundToTotal(effects, roundToUnits(difference, decimals, "half-up"), decimals);
  return effects.flatMap(({ kind, share: _share, id: _id, ...values }, index) => {
    const unit = units[index] ?? 0n;
    return unit === 0n ? [] : [{ ...name, kind, ...values, amount: unitsToDecimal(unit, decimals) }];
  });
}

function amountOf(line: StatementLine | undefined): Rational {
  return line === undefined ? ZERO : resultValue(line.amount);
}

/** What the other basis and the other rate make of a difference, exactly. */
function sharesOf(before: StatementLine, after: StatementLine, decimals: number) {
  const [oldBasis, newBasis] = [resultValue(before.basis), resultValue(after.basis)];
  const [oldRate, newRate] = [rateOf(before, decimals), rateOf(after, decimals)];
  const byBasis = multiply(subtract(newBasis, oldBasis), oldRate);
  const byRate = multiply(newBasis, subtract(newRate, oldRate));
  // A rate that is shown the same and differs by the rounding of the amounts alone is no other rate.
  const isSame = compare(resultValue(before.rate), resultValue(after.rate)) === 0;
  const isRounding = isSame && compare(absolute(byRate), rational(1n, 10n ** BigInt(decimals))) <= 0;
  return isRounding && compare(oldBasis, newBasis) !== 0
    ? { basis: add(byBasis, byRate), rate: ZERO }
    : { basis: byBasis, rate: byRate };
}

/** What is paid on each unit of the basis: exact where basis and rate make the amount, and as it is stated where notes say that more did. */
function rateOf({ basis, rate, amount, notes = [] }: StatementLine, decimals: number): Rational {
  const [divisor, stated, paid] = [resultValue(basis), resultValue(rate), resultValue(amount)];
  if (divisor.n === 0n) return stated;
  const rounded = add(rational(1n, 10n ** BigInt(decimals)), multiply(absolute(divisor), HALF_A_MILLIONTH));
  const isAll = compare(absolute(subtract(paid, multiply(divisor, stated))), rounded) <= 0;
  return notes.length === 0 || isAll ? divide(paid, divisor) : stated;
}

/** By how much a rate with 6 decimals may be off. */
const HALF_A_MILLIONTH = rational(1n, 2_000_000n);
