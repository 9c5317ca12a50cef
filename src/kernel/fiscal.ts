import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "./calculator.js";
import { type PeriodUnit, periodMonths, periodStart, periodUnit, shiftPeriod } from "./calendar.js";
import { date, period } from "./fields.js";
import {
  checkFiscal,
  compileFiscal,
  type FiscalDates,
  fiscalConfig,
  type PeriodCalendar,
} from "./fiscal-periods.js";
import { lazySchema, type Written } from "./schema.js";
import { show } from "./show.js";

const fiscalInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    period: z.optional(period()),
    date: z.optional(date()),
    unit: z.optional(z.enum(["month", "quarter", "half-year", "year"])),
  }),
);

/**
 * When the fiscal year begins and how it is divided.
 *
 * @useDeclaredType
 */
export type FiscalConfig = Written<typeof fiscalConfig>;

/**
 * A fiscal period, or a date with the unit of the period that is wanted (a month where it is not said).
 *
 * @useDeclaredType
 */
export type FiscalInput = Written<typeof fiscalInput>;

/** A fiscal period and the fiscal months in it. */
export interface FiscalPeriod extends FiscalDates {
  readonly kind: "fiscal-period";
  readonly unit: PeriodUnit;
  readonly months: readonly FiscalDates[];
}

/**
 * The days of fiscal periods: fiscal years that begin in any month, and calendars of 52 or 53 whole weeks (4-4-5, 4-5-4, 5-4-4).
 *
 * Fiscal periods are written as those of the calendar: `"2026"`, `"2026-H1"`, `"2026-Q3"`, and `"2026-07"` for the seventh month of the fiscal year, whichever month of
 * the calendar that is. A fiscal year is called by the calendar year in which its last month begins (`named: "end"`, the default) or its first. In a calendar of weeks these
 * are the twelve months that the weeks stand for: a year that ends on the Saturday nearest the end of December is called 2020 also where that Saturday is the 2nd of
 * January 2021. Such a year has 53 weeks where 52 would end before the day on which it must end; the 53rd is in the fiscal month `extraWeek`, and so in its quarter.
 *
 * Errors of the config: a `startDay` in a calendar of weeks (`one-of`). Errors of the input: neither a period nor a date, or both, or a unit beside a period (`one-of`); a period
 * that begins or ends outside the years 1000 to 8999 (`period-invalid`).
 *
 * @example
 * ```ts
 * import { fiscalCalendar } from "tierwise";
 *
 * const federal = fiscalCalendar({ startMonth: 10 });
 * federal({ period: "2026-Q1" }).from; // => "2025-10-01"
 * federal({ date: "2026-03-31", unit: "quarter" }).period; // => "2026-Q2"
 *
 * const retail = fiscalCalendar({
 *   startMonth: 2,
 *   named: "start",
 *   weeks: { pattern: "4-5-4", endsOn: "saturday", yearEnds: "nearest" },
 * });
 * const { from, to, weeks } = retail({ period: "2023" });
 * [from, to, weeks]; // => ["2023-01-29", "2024-02-03", 53]
 * ```
 */
export const fiscalCalendar: CalculatorFactory<FiscalConfig, FiscalInput, FiscalPeriod> =
  /* @__PURE__ */ defineFactory({
    title: "fiscalCalendar",
    config: fiscalConfig,
    check: (config, report) => checkFiscal(config, [], report),
    compile(config) {
      const calendar = compileFiscal(config);
      return defineCalculator({
        title: "fiscalCalendar",
        input: fiscalInput,
        run({ period: asked, date: day, unit }, report): FiscalPeriod {
          if ((asked === undefined) === (day === undefined))
            report.add([], "one-of", "expected either a period or a date");
          else if (asked !== undefined && unit !== undefined)
            report.add(["unit"], "one-of", "a period says its unit itself: take this away");
          report.stop();
          const found = asked ?? calendar.periodOf(day ?? "", unit ?? "month");
          const dates = found === undefined ? undefined : calendar.dates(found);
          if (found === undefined || dates === undefined) {
            const message = `expected a period in the years 1000 to 8999, got ${show(asked ?? day)}`;
            report.add([asked === undefined ? "date" : "period"], "period-invalid", message);
          }
          report.stop();
          return {
            kind: "fiscal-period",
            unit: periodUnit(found as string),
            ...(dates as FiscalDates),
            months: monthsOf(calendar, found as string),
          };
        },
      });
    },
  });

function monthsOf(calendar: PeriodCalendar, asked: string): readonly FiscalDates[] {
  const first = periodStart(asked).slice(0, 7);
  return Array.from(
    { length: periodMonths(asked) },
    (_, index) => calendar.dates(shiftPeriod(first, index)) as FiscalDates,
  );
}
