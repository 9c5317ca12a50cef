import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "./calculator.js";
import { currency, currencyDecimals } from "./currency.js";
import { type Decimal, exactDecimal, toDecimal } from "./decimal.js";
import { checkExchange, compileExchange, exchangeFields, noteRateMissing } from "./exchange-rates.js";
import { date, inputNumber, roundingMode } from "./fields.js";
import { checkFiscal, compileFiscal, fiscalSchema } from "./fiscal-periods.js";
import { readNumber } from "./number.js";
import { multiply, ONE } from "./rational.js";
import { described, lazySchema, type Written } from "./schema.js";

const exchangeConfig = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    to: described(currency(), "The currency into which amounts are converted."),
    ...exchangeFields(),
    calendar: described(z.optional(fiscalSchema()), "The calendar of the rates' periods."),
    rounding: z._default(roundingMode(), "half-up"),
  }),
);

const exchangeInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({ amount: inputNumber(), currency: currency(), on: z.optional(date()) }),
);

/**
 * The stated rates, and the currency into which amounts are converted.
 *
 * @useDeclaredType
 */
export type ExchangeConfig = Written<typeof exchangeConfig>;

/**
 * An amount in a currency, and the day of the rate where rates are of days or periods.
 *
 * @useDeclaredType
 */
export type ExchangeInput = Written<typeof exchangeInput>;

/** A converted amount, and by which rate. */
export interface Exchange {
  readonly kind: "exchange";
  readonly currency: string;
  readonly amount: Decimal;
  readonly from: { readonly currency: string; readonly amount: Decimal };
  /** How many units of the new currency one of the old is; one that does not end is shown with 6 decimals. */
  readonly rate: Decimal;
  /** The day, or the period, that the rate is of. */
  readonly on?: string;
  readonly period?: string;
  /** Whether the rate is one divided by the stated rate of the other way. */
  readonly inverse: boolean;
}

/**
 * Converts an amount by stated rates: amount x rate, exactly, rounded once, to the minor unit of the new currency.
 *
 * Nothing is implied: a rate holds from one currency to another, the other way only where it says `inverse`, and nothing is worked out over a third currency. Of the rates of
 * the way that is asked for, that of the day `on` is taken (with `dates: "latest"` the last one up to it), else that of the shortest period in which it is, else the one that is of
 * no day and no period; only where there is none, the inverse of one of the other way. Without `on` only a rate of no day and no period will do. An amount in the currency itself is
 * rounded to its minor unit, too, at the rate 1.
 *
 * Errors of the config: two rates of the same currencies for the same time (`row-twice`), a day and a period, or a rate from a currency to itself (`one-of`). Errors of the input: no
 * such rate (`exchange-rate-missing`, which names both currencies).
 *
 * @example
 * ```ts
 * import { exchange } from "tierwise";
 *
 * const convert = exchange({ to: "USD", rates: [{ from: "EUR", to: "USD", rate: "1.0825", period: "2026-Q3" }] });
 * convert({ amount: "99.99", currency: "EUR", on: "2026-08-15" }).amount; // => "108.24"
 *
 * const none = convert.safe({ amount: 100, currency: "GBP", on: "2026-08-15" });
 * none.ok ? "" : none.error.issues[0]?.message; // => "no rate from GBP to USD on 2026-08-15 is stated"
 * ```
 */
export const exchange: CalculatorFactory<ExchangeConfig, ExchangeInput, Exchange> =
  /* @__PURE__ */ defineFactory({
    title: "exchange",
    config: exchangeConfig,
    check(config, report) {
      checkExchange(config.rates, [], report);
      checkFiscal(config.calendar, ["calendar"], report);
    },
    compile(config) {
      const find = compileExchange(config, compileFiscal(config.calendar));
      const decimals = currencyDecimals(config.to);
      return defineCalculator({
        title: "exchange",
        input: exchangeInput,
        run({ amount, currency: from, on }, report): Exchange {
          const found = find(from, config.to, on);
          if (found === undefined) noteRateMissing(report, ["currency"], from, config.to, on);
          report.stop();
          const { rate = ONE, inverse = false, on: day, period } = found ?? {};
          const exact = readNumber(amount);
          return {
            kind: "exchange",
            currency: config.to,
            amount: toDecimal(multiply(exact, rate), decimals, config.rounding),
            from: { currency: from, amount: exactDecimal(exact) },
            rate: exactDecimal(rate),
            ...(day === undefined ? {} : { on: day }),
            ...(period === undefined ? {} : { period }),
            inverse,
          };
        },
      });
    },
  });
