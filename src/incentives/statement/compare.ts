import { currencyDecimals } from "../../kernel/currency.js";
import { type Decimal, resultValue, toDecimal } from "../../kernel/decimal.js";
import { TierwiseError } from "../../kernel/errors.js";
import { argumentsOf } from "../../kernel/options.js";
import { subtract } from "../../kernel/rational.js";
import type { Stored } from "../../kernel/stored.js";
import { statementParts } from "../result-parts.js";
import type { Cause } from "./cause.js";
import { causesOf, keyOf } from "./line-causes.js";
import type { Statement } from "./statement.js";

/** What two statements differ in; the amounts of the causes sum to the difference. */
export interface StatementComparison {
  readonly kind: "statement-comparison";
  readonly currency: string;
  readonly from: { readonly period: string; readonly total: Decimal };
  readonly to: { readonly period: string; readonly total: Decimal };
  readonly difference: Decimal;
  /** Those of a line together: the lines of the statement before in its order, then those that are new. */
  readonly causes: readonly Cause[];
}

const checkStatements = /* @__PURE__ */ argumentsOf("compareStatements", () => ({
  before: statementParts(),
  after: statementParts(),
}));

/**
 * Answers "why is it less than last period?" (M17): the causes of the difference between two statements, line by line, with amounts that sum to the
 * difference exactly; a line of which the amount is the same has none. Lines are the same that have one id; corrections and adjustments, that are for one period and correct one line too.
 *
 * A line that both have is compared part by part (see `LinePart`). Parts are the same that have one name (`of`), or, where a line has several of that name, one name and one rate: brackets of a table, of which
 * the basis is another, or which are new or gone. Where the rates of a table have changed, and both lines have equally many parts of it, they are the same by position. A line to date from which something paid before is taken consists of what is `earned`
 * to date and what was `paid`, also where the payment is not stated and the calculator takes away what the earlier credits earned. Stretches of days (in base pay, bonuses) are not compared with one another: the line's average basis and its rate are.
 *
 * A part is taken apart into basis and rate: what the other basis makes at the old rate, and what the other rate makes on the new basis. The rate is the part's amount divided by its basis, never one
 * that is shown rounded, and a rate that is shown as the same is no cause. `rules` is what a line differs by where its amount is not its basis at its rate and a note of it says of such a rule; without one its `amount` is another. The causes of a line are rounded to the currency's minor unit together, so that
 * they sum to the line's difference; a cent that rounding has moved to a part that did not change goes to those that did.
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
 * causes.map(({ kind, rate, amount }) => `${kind} ${rate}: ${amount}`); // => ["basis 0.05: -500", "gone 0.06: -1200"]
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
  const [old, now] = [from, to].map(({ lines }) => new Map(lines.map((line) => [keyOf(line), line])));
  const keys = new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])]);
  const difference = subtract(resultValue(to.total), resultValue(from.total));
  return {
    kind: "statement-comparison",
    currency,
    from: { period: from.period, total: from.total },
    to: { period: to.period, total: to.total },
    difference: toDecimal(difference, decimals),
    causes: [...keys].flatMap((key) => causesOf(old?.get(key), now?.get(key), decimals)),
  };
}
