import * as z from "zod/mini";
import { isPeriod, type PeriodUnit, periodMonths, periodOf, periodStart } from "./calendar.js";
import { dateOf, dayNumber, dayNumberOf, WEEKDAYS, weekdayOf } from "./days.js";
import type { Path } from "./errors.js";
import { wholeNumber } from "./fields.js";
import type { Report } from "./report.js";
import { type Checked, described, lazySchema } from "./schema.js";

const PATTERNS = { "4-4-5": [4, 4, 5], "4-5-4": [4, 5, 4], "5-4-4": [5, 4, 4] } as const;

/** The schema of a fiscal calendar; the config of whoever counts in fiscal periods has it too. */
export function fiscalSchema() {
  return z.strictObject({
    startMonth: described(
      z._default(wholeNumber(1, 12), 1),
      "The month in which the fiscal year begins: 4 for April.",
    ),
    startDay: described(
      z._default(wholeNumber(1, 28), 1),
      "The day on which each fiscal month begins: 6 for the British tax year.",
    ),
    named: described(
      z._default(z.enum(["end", "start"]), "end"),
      "By which calendar year a fiscal year is called: the one in which its last month begins, or its first.",
    ),
    weeks: z.optional(
      described(
        z.strictObject({
          pattern: described(
            z.enum(["4-4-5", "4-5-4", "5-4-4"]),
            "How many weeks the months of each quarter have.",
          ),
          endsOn: described(z.enum(WEEKDAYS), "The day of the week on which every fiscal period ends."),
          yearEnds: described(
            z.enum(["last", "nearest"]),
            "On which of these days the year ends: the last of the month before startMonth, or the nearest to that month's last day.",
          ),
          extraWeek: described(
            z._default(wholeNumber(1, 12), 12),
            "The fiscal month that has the 53rd week, in a year that has one.",
          ),
        }),
        "A calendar of whole weeks, 52 or 53 to a year.",
      ),
    ),
  });
}

/** The schema of a fiscal calendar, as a config of its own. */
export const fiscalConfig = /* @__PURE__ */ lazySchema(fiscalSchema);

/** A fiscal calendar that has been checked. */
export type CheckedFiscal = Checked<typeof fiscalConfig>;

/** First and last day of a fiscal period, and how long it is. */
export interface FiscalDates {
  readonly period: string;
  readonly from: string;
  readonly to: string;
  readonly days: number;
  /** How many weeks, where the calendar is one of weeks. */
  readonly weeks?: number;
}

/** A calendar whose periods have days: the fiscal one of a config. */
export interface PeriodCalendar {
  /** First and last day of a period; undefined where they are outside the years 1000 to 8999. */
  dates(period: string): FiscalDates | undefined;
  /** The period of a unit in which a day is; undefined where its year is outside the years 1000 to 8999. */
  periodOf(date: string, unit: PeriodUnit): string | undefined;
}

/** Notes what the schema cannot see in a fiscal calendar. */
export function checkFiscal(config: CheckedFiscal | undefined, path: Path, report: Report): void {
  if (config?.weeks !== undefined && (config.startDay ?? 1) !== 1 && report.sound(path))
    report.add(
      [...path, "startDay"],
      "one-of",
      "a calendar of weeks has no day of the month: take this away",
    );
}

const CALENDAR_YEAR: CheckedFiscal = { startMonth: 1, startDay: 1, named: "end" };

/** Compiles a fiscal calendar that has been checked; without one it is the ordinary calendar. */
export function compileFiscal(config: CheckedFiscal = CALENDAR_YEAR): PeriodCalendar {
  const firstDay = config.weeks === undefined ? byMonths(config) : byWeeks(config, config.weeks);
  return {
    dates(asked) {
      const [year, index] = [Number(asked.slice(0, 4)), Number(periodStart(asked).slice(5, 7)) - 1];
      const [first, next] = [firstDay(year, index), firstDay(year, index + periodMonths(asked))];
      const [from, to, days] = [dateOf(first), dateOf(next - 1), next - first];
      if (from === undefined || to === undefined) return undefined;
      return { period: asked, from, to, days, ...(config.weeks === undefined ? {} : { weeks: days / 7 }) };
    },
    periodOf(day, unit) {
      const number = dayNumber(day);
      let year = Number(day.slice(0, 4)) + 1;
      while (firstDay(year, 0) > number) year -= 1;
      let index = 11;
      while (firstDay(year, index) > number) index -= 1;
      const month = `${String(year).padStart(4, "0")}-${String(index + 1).padStart(2, "0")}`;
      return isPeriod(month) ? periodOf(periodStart(month), unit) : undefined;
    },
  };
}

/** The number of the first day of a month of a fiscal year; month 12 is the next year's first. */
type FirstDay = (year: number, index: number) => number;

function byMonths(config: CheckedFiscal): FirstDay {
  return (year, index) => dayNumberOf(firstMonth(config, year) + index, config.startDay);
}

function byWeeks(
  config: CheckedFiscal,
  { pattern, endsOn, yearEnds, extraWeek }: NonNullable<CheckedFiscal["weeks"]>,
): FirstDay {
  const weekday = WEEKDAYS.indexOf(endsOn);
  const begins = (year: number) => {
    const monthEnd = dayNumberOf(firstMonth(config, year), 1) - 1;
    const since = (weekdayOf(monthEnd) - weekday + 7) % 7;
    return monthEnd - since + (yearEnds === "nearest" && since > 3 ? 7 : 0) + 1;
  };
  const regular = [0, 1, 2, 3].flatMap(() => PATTERNS[pattern]);
  return (year, index) => {
    const [first, next] = [begins(year), begins(year + 1)];
    const weeks = regular.slice(0, index).reduce<number>((all, one) => all + one, 0);
    const isLong = next - first === 53 * 7;
    return first + 7 * (weeks + (isLong && index >= extraWeek ? 1 : 0));
  };
}

/** The month of the calendar with which a fiscal year begins, counted from January of the year 0. */
function firstMonth({ startMonth, named }: CheckedFiscal, year: number): number {
  return (named === "end" && startMonth > 1 ? year - 1 : year) * 12 + startMonth - 1;
}
