import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../../kernel/calculator.js";
import { comparePeriods, periodStart } from "../../kernel/calendar.js";
import { currency, currencyDecimals } from "../../kernel/currency.js";
import { inputNumber, key, period, wholeNumber } from "../../kernel/fields.js";
import { checkIds } from "../../kernel/ids.js";
import { type Checked, described, lazySchema, type Written } from "../../kernel/schema.js";
import { show } from "../../kernel/show.js";
import type { Stored } from "../../kernel/stored.js";
import type { RefusedPay, StatementLine } from "../line.js";
import { checkMoney } from "../money.js";
import { checkLine, lineSchema, readLine, readRefused, refusedSchema } from "./lines.js";
import { type Totals, totalsOf } from "./totals.js";

/** The schema of what all statements of somebody share. */
export const statementConfig = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    currency: currency(),
    yearStarts: described(
      z._default(wholeNumber(1, 12), 1),
      "The month in which the year begins that year-to-date figures count from.",
    ),
  }),
);

const statementInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    period: period(),
    lines: z.array(lineSchema()),
    refused: z.optional(refusedSchema()),
    previous: z.optional(
      z.object({
        period: period(),
        currency: z.optional(currency()),
        categories: z.array(z.object({ category: key(), yearToDate: inputNumber() })),
      }),
    ),
  }),
);

/**
 * The currency of a statement, and the month in which its year begins: the config of `statement`.
 *
 * @useDeclaredType
 */
export type StatementConfig = Written<typeof statementConfig>;

/** The period, the lines that calculators made, what they refuse to pay, and the statement before, from which year-to-date figures go on. */
export interface StatementInput {
  readonly period: string;
  readonly lines: readonly StatementLine[];
  readonly refused?: readonly RefusedPay[];
  readonly previous?: Statement | Stored<Statement>;
}

/** What a person is paid for a period: the lines, their sums by category, and their exact sum. */
export interface Statement extends Totals {
  readonly kind: "statement";
  readonly period: string;
  readonly currency: string;
  readonly lines: readonly StatementLine[];
  /** What is not paid, and why, such as benefits whose conditions a person does not meet. */
  readonly refused?: readonly RefusedPay[];
}

/**
 * Puts lines of pay together to a statement (M10): the lines, what each category comes to, and the total, their exact sum.
 *
 * `previous` is the statement before: where it ends in the same year (which begins in the month `yearStarts`), the year-to-date figures go on from
 * its own; without it, or in a new year, they begin with this statement. So they too are exact sums. A line without a category is of the category `other`.
 * `refused` is said as it is given: what calculators do not pay, and why.
 *
 * Errors: a line, or the statement before, in another currency (`wrong-currency`), an amount of a line or of one of its parts with more decimals than the currency has (`amount-too-fine`), parts that do not
 * sum to their line (`parts-sum`), a line's id twice (`duplicate-id`), a statement before that is not before (`period-not-after`).
 *
 * @example
 * ```ts
 * import { basePay, performanceBonus, statement } from "tierwise";
 *
 * const base = basePay({ currency: "CNY", table: [{ tier: "junior", amount: 6000 }] });
 * const bonus = performanceBonus({
 *   currency: "CNY",
 *   target: [{ tier: "junior", amount: 4000 }],
 *   payout: [{ score: 60, pays: "50%" }, { score: 80, pays: "100%" }],
 * });
 * const pay = statement({ currency: "CNY" });
 * const linesOf = (period: string) => [base({ tier: "junior", period }), bonus({ tier: "junior", score: "66.67" })];
 * const third = pay({ period: "2026-Q3", lines: linesOf("2026-Q3") });
 * third.total; // => "20667"
 * pay({ period: "2026-Q4", lines: linesOf("2026-Q4"), previous: third }).yearToDate; // => "41334"
 * ```
 */
export const statement: CalculatorFactory<StatementConfig, StatementInput, Statement> =
  /* @__PURE__ */ defineFactory({
    title: "statement",
    config: statementConfig,
    compile(config) {
      const calculator = defineCalculator({
        title: "statement",
        input: statementInput,
        run({ period: paid, lines, refused = [], previous }, report): Statement {
          checkIds(lines, ["lines"], report);
          for (const [index, line] of lines.entries())
            checkLine(line, config.currency, ["lines", index], report);
          for (const [index, { yearToDate }] of (previous?.categories ?? []).entries()) {
            const path = ["previous", "categories", index, "yearToDate"];
            checkMoney(yearToDate, config.currency, path, report);
          }
          if (previous?.currency !== undefined && previous.currency !== config.currency) {
            const message = `expected ${config.currency}, got ${show(previous.currency)}`;
            report.add(["previous", "currency"], "wrong-currency", message);
          }
          if (previous !== undefined && comparePeriods(previous.period, paid) >= 0) {
            const message = `expected a statement before ${paid}, got one of ${previous.period}`;
            report.add(["previous", "period"], "period-not-after", message);
          }
          report.stop();
          return makeStatement(
            { period: paid, lines: lines.map(readLine), refused: refused.map(readRefused) },
            previous,
            config,
          );
        },
      });
      return calculator as typeof calculator & ((input: StatementInput) => Statement);
    },
  });

/** A statement of lines that have been checked. */
export function makeStatement(
  { period: paid, lines, refused = [] }: Pick<Statement, "period" | "lines" | "refused">,
  previous: Checked<typeof statementInput>["previous"],
  { currency: unit, yearStarts }: Checked<typeof statementConfig>,
): Statement {
  const goesOn = previous !== undefined && yearOf(previous.period, yearStarts) === yearOf(paid, yearStarts);
  const earlier = (goesOn ? previous.categories : []).map(({ category, yearToDate }) => ({
    category,
    amount: yearToDate,
  }));
  return {
    kind: "statement",
    period: paid,
    currency: unit,
    lines,
    ...totalsOf(lines, earlier, currencyDecimals(unit)),
    ...(refused.length === 0 ? {} : { refused }),
  };
}

/** The year in which a period begins, by the calendar year of its first month. */
function yearOf(paid: string, yearStarts: number): number {
  const [year = "", month = ""] = periodStart(paid).split("-");
  return Number(month) >= yearStarts ? Number(year) : Number(year) - 1;
}
