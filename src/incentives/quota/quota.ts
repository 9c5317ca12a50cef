import { roundTogether } from "../../kernel/apportion.js";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../../kernel/calculator.js";
import { currencyDecimals } from "../../kernel/currency.js";
import { type Decimal, lossless, shownDecimal, unitsToDecimal } from "../../kernel/decimal.js";
import { compileFiscal } from "../../kernel/fiscal-periods.js";
import { readNumber } from "../../kernel/number.js";
import { checkDates } from "../../kernel/period-part.js";
import { compileProration } from "../../kernel/proration.js";
import { divide, multiply, type Rational, rational } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { notAmong, show } from "../../kernel/show.js";
import { type CheckedQuota, checkQuota, type QuotaConfig, quotaConfig } from "./config.js";
import { type CountedPeriod, countPeriods, quotaPeriods } from "./count.js";
import { type CheckedQuotaInput, type QuotaInput, quotaInput } from "./input.js";

/** The quota of one of the periods. */
export interface PeriodQuota {
  readonly period: string;
  readonly from: string;
  readonly to: string;
  /** What somebody has who is there all the time. */
  readonly amount: Decimal;
  /** The part of the period that the person is there: exact, a fraction text where the decimal does not end. */
  readonly part: Decimal | string;
  /** The same after the ramp. */
  readonly counted: Decimal | string;
  readonly quota: Decimal;
  /** What was achieved over the quota, shown with 6 decimals. */
  readonly attainment?: Decimal;
}

/** A person's quota and how it is spread. */
export interface Quota {
  readonly kind: "quota";
  readonly period: string;
  readonly currency?: string;
  readonly amount: Decimal;
  readonly quota: Decimal;
  readonly periods: readonly PeriodQuota[];
}

/**
 * A person's quota (M10): spread over the periods of a year (a half-year, a quarter) by seasons, lower for who joins, leaves or is on leave, and for who is new.
 *
 * The quota of a period is the amount x the season's share x the part of the period that the person is there x the ramp, exactly; the ramp weighs the parts of a period in which
 * it changes. All are then rounded together to the smallest unit, by the largest remainder (of equal ones the earlier period first), so that they sum to the rounded exact total; `amount`,
 * without proration and ramp, sums to the amount in the same way. Absences that overlap count once; an absence of fewer calendar days than `leastAbsence` not at all.
 * Who joins on the last day has that day's part. A quota of zero is one like any other, but nothing can be divided by it.
 *
 * Errors of the config: seasons that do not sum to 1 (`shares-sum`, which names the sum), or too few or many (`wrong-count`). Errors of the input: a period of another length (`wrong-cycle`), no
 * amount anywhere (`amount-missing`), a last day before the first (`range-empty`), something achieved in a period that is none of these (`not-a-choice`), or where the quota is
 * zero (`quota-not-positive`), a period without a day that counts (`no-working-days`).
 *
 * @example
 * ```ts
 * import { quota } from "tierwise";
 *
 * const year = quota({ currency: "USD", amount: 100_000, seasons: ["20%", "20%", "20%", "40%"] });
 * const joined = year({ period: "2019", from: "2019-03-01" });
 * joined.periods.map((one) => one.quota); // => ["6666.67", "20000", "20000", "40000"]
 * joined.quota; // => "86666.67"
 *
 * const month = quota({ currency: "USD", per: "month", unit: "month", amount: 50_000, ramp: { shares: [0, "25%", "50%", "75%"] } });
 * month({ period: "2026-03", from: "2026-01-01" }).quota; // => "25000"
 * ```
 */
export const quota: CalculatorFactory<QuotaConfig, QuotaInput, Quota> = /* @__PURE__ */ defineFactory({
  title: "quota",
  config: quotaConfig,
  check: checkQuota,
  compile(config) {
    const calendar = compileFiscal(config.calendar);
    const plan = { config, calendar, proration: compileProration(config.proration ?? { by: "months" }) };
    return defineCalculator({
      title: "quota",
      input: quotaInput,
      run(input, report): Quota {
        const periods = quotaPeriods(plan, input, report);
        checkDates(input, [], report);
        for (const [index, absence] of input.absences.entries())
          checkDates(absence, ["absences", index], report);
        const given = input.amount ?? config.amount;
        if (given === undefined)
          report.add(["amount"], "amount-missing", "expected an amount, as the plan has none for everybody");
        report.stop();
        const counted = countPeriods(plan, input, periods, readNumber(given), report);
        report.stop();
        return roundQuota(config, input, counted, report);
      },
    });
  },
});

/** Rounds the quotas of all periods together, and what they would be of somebody who is there all the time. */
function roundQuota(
  config: CheckedQuota,
  input: CheckedQuotaInput,
  counted: readonly CountedPeriod[],
  report: Report,
): Quota {
  const decimals = config.decimals ?? currencyDecimals(config.currency ?? "");
  const rounded = (value: (one: CountedPeriod) => Rational) =>
    roundTogether(
      counted.map((one) => ({ id: one.days.from, share: value(one) })),
      decimals,
      config.rounding,
    );
  const whole = rounded(({ exact }) => exact);
  const own = rounded((one) => multiply(one.exact, one.counted));
  const attainments = readAchieved(
    input,
    counted.map(({ days }) => days.period),
    own,
    decimals,
    report,
  );
  report.stop();
  return {
    kind: "quota",
    period: input.period,
    ...(config.currency === undefined ? {} : { currency: config.currency }),
    amount: unitsToDecimal(total(whole), decimals),
    quota: unitsToDecimal(total(own), decimals),
    periods: counted.map(({ days, part, counted: after }, index): PeriodQuota => {
      const attainment = attainments.get(days.period);
      return {
        period: days.period,
        from: days.from,
        to: days.to,
        amount: unitsToDecimal(whole[index] ?? 0n, decimals),
        part: lossless(part),
        counted: lossless(after),
        quota: unitsToDecimal(own[index] ?? 0n, decimals),
        ...(attainment === undefined ? {} : { attainment: shownDecimal(attainment) }),
      };
    }),
  };
}

/** What was achieved over the quota of each period, where it is given. */
function readAchieved(
  { achieved }: CheckedQuotaInput,
  known: readonly string[],
  quotas: readonly bigint[],
  decimals: number,
  report: Report,
): ReadonlyMap<string, Rational> {
  const attainments = new Map<string, Rational>();
  for (const [index, { period: name, amount }] of achieved.entries()) {
    const here = ["achieved", index];
    const size = quotas[known.indexOf(name)];
    if (size === undefined)
      report.add([...here, "period"], "not-a-choice", notAmong(known, "a period of this quota", name));
    else if (attainments.has(name))
      report.add([...here, "period"], "duplicate-id", `${show(name)} is there twice`);
    else if (size === 0n)
      report.add(
        [...here, "amount"],
        "quota-not-positive",
        `the quota of ${show(name)} is 0: nothing can be divided by it`,
      );
    else attainments.set(name, divide(readNumber(amount), rational(size, 10n ** BigInt(decimals))));
  }
  return attainments;
}

function total(sizes: readonly bigint[]): bigint {
  return sizes.reduce((all, one) => all + one, 0n);
}
