import * as z from "zod/mini";
import { dayNumber, WEEKDAYS, type Weekday, weekdayOf } from "./days.js";
import { date } from "./fields.js";
import { described, list } from "./schema.js";

/** The fields that say which days are worked. */
export function workingDaysFields() {
  return {
    week: described(
      z._default(list(z.enum(WEEKDAYS), 1), WEEKDAYS.slice(0, 5)),
      "The days of the week that are worked; all seven count calendar days.",
    ),
    holidays: described(z._default(list(date()), []), "Days of that week that are not worked."),
    workdays: described(
      z._default(list(date()), []),
      "Days that are worked though the week or the holidays say otherwise.",
    ),
  };
}

/** Which days are worked, as the config has it. */
export interface WorkingDays {
  readonly week: readonly Weekday[];
  readonly holidays: readonly string[];
  readonly workdays: readonly string[];
}

/** Makes the function that counts the working days from one day to another, both included; none where the second is earlier. */
export function compileWorkingDays({ week, holidays, workdays }: WorkingDays) {
  const inWeek = WEEKDAYS.map((day) => week.includes(day));
  const isInWeek = (day: number) => inWeek[weekdayOf(day)] === true;
  const extra = numbersOf(workdays);
  const off = numbersOf(holidays).filter((day) => isInWeek(day) && !extra.includes(day));
  const added = extra.filter((day) => !isInWeek(day));
  const perWeek = inWeek.filter(Boolean).length;

  /** The days of the week that are worked, from one day to another: whole weeks, and the days after them. */
  const ofWeek = (first: number, last: number) => {
    const days = last - first + 1;
    const rest = Array.from({ length: days % 7 }, (_, index) => first + index).filter(isInWeek).length;
    return Math.floor(days / 7) * perWeek + rest;
  };
  const within = (days: readonly number[], first: number, last: number) =>
    days.filter((day) => day >= first && day <= last).length;

  return (from: string, to: string): number => {
    const [first, last] = [dayNumber(from), dayNumber(to)];
    if (last < first) return 0;
    return ofWeek(first, last) - within(off, first, last) + within(added, first, last);
  };
}

function numbersOf(dates: readonly string[]): readonly number[] {
  return [...new Set(dates)].map(dayNumber);
}
