import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../kernel/calculator.js";
import { currency, currencyDecimals } from "../kernel/currency.js";
import { type Decimal, exactDecimal, unitsToDecimal } from "../kernel/decimal.js";
import { inputNumber, key, period } from "../kernel/fields.js";
import { checkIds } from "../kernel/ids.js";
import { label } from "../kernel/label.js";
import { type NumberInput, readNumber } from "../kernel/number.js";
import { multiply, rational } from "../kernel/rational.js";
import { type Checked, lazySchema, type Written } from "../kernel/schema.js";
import { show } from "../kernel/show.js";
import { type LineConfig, type LineNote, type LinePart, payLine, type StatementLine } from "./line.js";

const statementConfig = /* @__PURE__ */ lazySchema(() => z.strictObject({ currency: currency() }));

const statementInput = /* @__PURE__ */ lazySchema(() => {
  const amounts = { basis: inputNumber(), rate: inputNumber(), amount: inputNumber() };
  const line = z.strictObject({
    id: key(LONGEST_ID),
    use: key(),
    category: z._default(key(), "other"),
    label: z.optional(label()),
    rule: z.optional(label()),
    period: z.optional(period()),
    currency: currency(),
    ...amounts,
    parts: z.optional(z.array(z.strictObject({ of: z.optional(key()), ...amounts }))),
    notes: z.optional(
      z.array(
        z.strictObject({ kind: key(), values: z.record(z.string(), z.union([z.string(), inputNumber()])) }),
      ),
    ),
    trace: z._default(z.array(z.strictObject({ column: z.string(), value: z.string() })), []),
  });
  return z.strictObject({ period: period(), lines: z.array(line) });
});

/** A line is known by the incentive's id and the credit's key. */
const LONGEST_ID = 301;

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
            lines: lines.map(readLine),
            total: unitsToDecimal(units, decimals),
          };
        },
      });
      return calculator as typeof calculator & ((input: StatementInput) => Statement);
    },
  });

type CheckedLine = Checked<typeof statementInput>["lines"][number];

/** A line that may have been stored as JSON, with its decimals. */
function readLine(line: CheckedLine): StatementLine {
  const { id, use, category, period: paid, parts, notes, trace } = line;
  return payLine(use, category, line as LineConfig, {
    id,
    period: paid,
    trace,
    ...(notes === undefined ? {} : { notes: notes as readonly LineNote[] }),
    ...readAmounts(line),
    ...(parts === undefined ? {} : { parts: parts.map(readPart) }),
  });
}

function readPart({ of, ...amounts }: NonNullable<CheckedLine["parts"]>[number]): LinePart {
  return { ...(of === undefined ? {} : { of }), ...readAmounts(amounts) };
}

type Amounts = Pick<LinePart, "basis" | "rate" | "amount">;

function readAmounts({ basis, rate, amount }: { readonly [Key in keyof Amounts]: NumberInput }): Amounts {
  return {
    basis: exactDecimal(readNumber(basis)),
    rate: exactDecimal(readNumber(rate)),
    amount: exactDecimal(readNumber(amount)),
  };
}
