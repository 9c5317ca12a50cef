import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../kernel/calculator.js";
import { currency, currencyDecimals } from "../kernel/currency.js";
import { type Decimal, unitsToDecimal } from "../kernel/decimal.js";
import { inputNumber, key, period } from "../kernel/fields.js";
import { checkIds } from "../kernel/ids.js";
import { readNumber } from "../kernel/number.js";
import { multiply, rational } from "../kernel/rational.js";
import { lazySchema, type Written } from "../kernel/schema.js";
import { show } from "../kernel/show.js";
import type { StatementLine } from "./line.js";

const statementConfig = /* @__PURE__ */ lazySchema(() => z.strictObject({ currency: currency() }));

const statementInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    period: period(),
    lines: z.array(
      z.looseObject({
        id: key(),
        use: key(),
        currency: currency(),
        basis: inputNumber(),
        rate: inputNumber(),
        amount: inputNumber(),
      }),
    ),
  }),
);

/**
 * The currency of a statement: the config of `statement`.
 *
 * @useDeclaredType
 */
export type StatementConfig = Written<typeof statementConfig>;

/** The period and the lines that calculators made. */
export interface StatementInput {
  readonly period: string;
  readonly lines: readonly StatementLine[];
}

/** What a person is paid for a period: the lines, and their exact sum. */
export interface Statement {
  readonly kind: "statement";
  readonly period: string;
  readonly currency: string;
  readonly lines: readonly StatementLine[];
  readonly total: Decimal;
}

/**
 * Puts lines of pay together to a statement (M10); the total is their exact sum.
 *
 * Errors: a line in another currency (`wrong-currency`), an amount with more decimals than the currency has (`amount-too-fine`), a line's
 * id twice (`duplicate-id`).
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
 * const period = "2026-Q3";
 * const lines = [base({ tier: "junior", period }), bonus({ tier: "junior", score: "66.67" })];
 * statement({ currency: "CNY" })({ period, lines }).total; // => "20667"
 * ```
 */
export const statement: CalculatorFactory<StatementConfig, StatementInput, Statement> =
  /* @__PURE__ */ defineFactory({
    title: "statement",
    config: statementConfig,
    compile(config) {
      const decimals = currencyDecimals(config.currency);
      const calculator = defineCalculator({
        title: "statement",
        input: statementInput,
        run({ period: paid, lines }, report): Statement {
          checkIds(lines, ["lines"], report);
          let units = 0n;
          for (const [index, line] of lines.entries()) {
            const here = ["lines", index];
            const amount = multiply(readNumber(line.amount), rational(10n ** BigInt(decimals)));
            if (line.currency !== config.currency) {
              report.add(
                [...here, "currency"],
                "wrong-currency",
                `expected ${config.currency}, got ${show(line.currency)}`,
              );
            }
            if (amount.d !== 1n) {
              report.add(
                [...here, "amount"],
                "amount-too-fine",
                `expected at most ${decimals} decimals, got ${show(line.amount)}`,
              );
            }
            units += amount.n;
          }
          report.stop();
          return {
            kind: "statement",
            period: paid,
            currency: config.currency,
            lines: lines as unknown as readonly StatementLine[],
            total: unitsToDecimal(units, decimals),
          };
        },
      });
      return calculator as typeof calculator & ((input: StatementInput) => Statement);
    },
  });
