import * as z from "zod/mini";
import { isDate, monthsAfter, periodEnd } from "../../kernel/calendar.js";
import { dateOf, dayNumber } from "../../kernel/days.js";
import { wholeNumber } from "../../kernel/fields.js";
import { described } from "../../kernel/schema.js";

/** On which day of a month tranches vest: a number, or the day on which the schedule starts. */
export type VestingDay = "start-day" | "day-before-start-day" | number;

/** The schema of a day on which tranches vest. */
export function vestingDay() {
  return described(
    z._default(z.union([z.enum(["start-day", "day-before-start-day"]), wholeNumber(1, 31)]), "start-day"),
    "On which day of the month tranches vest that are counted in months; the last day of a month that has no such day.",
  );
}

/**
 * The day so many months and days after another, months first; undefined past the year 8999. Of the month that is reached, it is the day that the rule names, or the last
 * day where the month has no such day; after no months it is the day itself.
 */
export function vestingDate(
  start: string,
  months: number,
  days: number,
  day: VestingDay,
): string | undefined {
  const monthly = months === 0 ? start : dayOfMonth(start, months, day);
  if (!isDate(monthly)) return undefined;
  return days === 0 ? monthly : dateOf(dayNumber(monthly) + days);
}

function dayOfMonth(start: string, months: number, day: VestingDay): string | undefined {
  const same = monthsAfter(start, months);
  if (!isDate(same)) return undefined;
  if (day === "start-day") return same;
  if (day === "day-before-start-day") return dateOf(dayNumber(same) - 1);
  const last = periodEnd(same.slice(0, 7));
  const named = `${same.slice(0, 8)}${String(day).padStart(2, "0")}`;
  return named < last ? named : last;
}

/** The later of some days; undefined where one is not known. */
export function latest(days: readonly (string | undefined)[]): string | undefined {
  return days.reduce((a, b) => (a === undefined || b === undefined ? undefined : a > b ? a : b));
}
