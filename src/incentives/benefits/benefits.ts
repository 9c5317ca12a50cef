import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../../kernel/calculator.js";
import { currencyDecimals } from "../../kernel/currency.js";
import { type Decimal, exactDecimal, shownDecimal, unitsToDecimal } from "../../kernel/decimal.js";
import { date, period } from "../../kernel/fields.js";
import { readNumber } from "../../kernel/number.js";
import { checkDates } from "../../kernel/period-part.js";
import { multiply } from "../../kernel/rational.js";
import { roundToUnits } from "../../kernel/rounding.js";
import { described, lazySchema, list, type Written } from "../../kernel/schema.js";
import { eligibilityInputFields } from "../eligibility-conditions.js";
import { payLine, type RefusedPay, type StatementLine, toMoney } from "../line.js";
import { roundedNotes } from "../rounded-notes.js";
import { compileItem, type PaidItem, type RefusedItem } from "./item-pay.js";
import { type BenefitsConfig, benefitsConfig, type CheckedBenefits, checkBenefits } from "./items.js";

const benefitsInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    period: period(),
    ...eligibilityInputFields(),
    absences: z._default(
      described(
        list(z.strictObject({ from: date(), to: date() })),
        "Days on which the person is away, the first and the last included.",
      ),
      [],
    ),
  }),
);

/**
 * The period, and what is known of the person: tier, attributes, facts, employment, absences.
 *
 * @useDeclaredType
 */
export type BenefitsInput = Written<typeof benefitsInput>;

/** The lines of benefits and their sum, and the benefits that the person does not have. */
export interface Benefits {
  readonly kind: "benefits";
  readonly period: string;
  readonly currency: string;
  readonly amount: Decimal;
  readonly lines: readonly StatementLine[];
  /** The benefits that are not paid, and why. */
  readonly refused: readonly RefusedPay[];
}

/**
 * Benefits as lines of pay (M10): allowances, contributions to funds, gifts; each with its own conditions of eligibility.
 *
 * `pays` says what: an `amount`, the same for all, or `by-tier` or `by-attribute`, for a month (or a quarter, half-year or year, or once for the period); or a `rate` on a fact of the person for the period: first kept between `least` and
 * `most` (which holds above the least), then less `over`, and at least 0; each of them a number, or `times` another fact: an employer's match of a contribution, up to a part of the salary. An amount for a month is paid for each month of the period, or for those of `months` alone; an amount for longer pays its part of the period's months. A benefit is paid whole to who is there on any day of the period (or month, where `months` are said),
 * or in part by its rule of `proration`. Who is not there at all, or does not meet the conditions, is refused it, with the reason.
 *
 * The line's basis is the amount or what the rate is on, its rate the number of months (or other units, or the rate) times the part that is paid, shown with 6 decimals (a rate that the plan writes in percent is read so, `rateAs`), its amount their product, rounded to the currency's minor unit. Notes say the part, the bounds that held, and how the amount was rounded.
 *
 * Errors of the config: a stated amount finer than the currency (`amount-too-fine`), an id or a tier twice (`duplicate-id`, `row-twice`), a base whose least or over is above its most (`range-empty`), `months` for what is not paid by the month (`one-of`). Errors of the input: a tier or an attribute without an amount (`unknown-tier`, `row-missing`), a tier, an attribute or a fact that is
 * not given (`fact-missing`), a fact below zero (`out-of-range`), dates in the wrong order (`range-empty`), a period without a day that counts (`no-working-days`).
 *
 * @example
 * ```ts
 * import { benefits } from "tierwise";
 *
 * const pay = benefits({
 *   currency: "CNY",
 *   items: [
 *     { id: "meals", pays: { kind: "rate", fact: "days-at-work", rate: 15 } },
 *     { id: "phone", pays: { kind: "by-tier", amounts: [{ of: ["junior"], amount: 100 }, { of: ["senior"], amount: 200 }] }, proration: { by: "calendar-days" } },
 *     { id: "heat", pays: { kind: "amount", amount: 300 }, months: [6, 7, 8, 9], eligibility: [{ attribute: "site", is: ["field"] }] },
 *   ],
 * });
 * const result = pay({
 *   period: "2026-Q3",
 *   tier: "senior",
 *   attributes: { site: "office" },
 *   facts: { "days-at-work": 20 },
 *   employment: { from: "2026-09-01" },
 * });
 * result.lines.map(({ id, amount }) => [id, amount]); // => [["meals", "300"], ["phone", "195.65"]]
 * result.refused[0]?.id; // => "heat"
 * ```
 */
export const benefits: CalculatorFactory<BenefitsConfig, BenefitsInput, Benefits> =
  /* @__PURE__ */ defineFactory({
    title: "benefits",
    config: benefitsConfig,
    check: (config, report) => checkBenefits(config, [], report),
    compile(config) {
      const { currency, items } = config;
      const compiled = items.map(compileItem);
      return defineCalculator({
        title: "benefits",
        input: benefitsInput,
        run(input, report): Benefits {
          for (const [index, absence] of input.absences.entries())
            checkDates(absence, ["absences", index], report);
          const outcomes = compiled.map((pays) => pays(input, report));
          report.stop();
          const lines = outcomes.flatMap((one) =>
            "reasons" in one ? [] : [lineOf(config, one, input.period)],
          );
          const decimals = currencyDecimals(currency);
          const units = lines.map(({ amount }) => roundToUnits(readNumber(amount), decimals, "half-up"));
          return {
            kind: "benefits",
            period: input.period,
            currency,
            amount: unitsToDecimal(
              units.reduce((all, one) => all + one, 0n),
              decimals,
            ),
            lines,
            refused: outcomes.flatMap((one) => ("reasons" in one ? [refusalOf(one)] : [])),
          };
        },
      });
    },
  });

function refusalOf({ item: { id, label }, reasons }: RefusedItem): RefusedPay {
  return { id, ...(label === undefined ? {} : { label }), reasons };
}

function lineOf(
  { currency, rounding, category }: CheckedBenefits,
  { item, basis, rate, isShare, notes }: PaidItem,
  of: string,
): StatementLine {
  const exact = multiply(basis, rate);
  return payLine(
    "benefits",
    "benefits",
    { ...item, currency, category: item.category ?? category },
    {
      period: of,
      basis: exactDecimal(basis),
      rate: shownDecimal(rate),
      rateAs: isShare ? "percent" : undefined,
      amount: toMoney(exact, currency, rounding),
      notes: [...notes, ...roundedNotes(exact, currency, rounding)],
    },
  );
}
