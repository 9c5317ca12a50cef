import * as z from "zod/mini";
import { dayNumber } from "./calendar.js";
import { date } from "./fields.js";
import { described, list } from "./schema.js";

const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;
const OFFICE_WEEK: readonly (typeof WEEKDAYS)[number][] = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
];

/** The fields that say which days are worked. */
export function workingDaysFields() {
  return {
    week: described(
      z._default(list(z.enum(WEEKDAYS), 1), [...OFFICE_WEEK]),
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
  readonly week: readonly (typeof WEEKDAYS)[number][];
  readonly holidays: readonly string[];
  readonly workdays: readonly string[];
}

/** Makes the function that counts the working days from one day to another, both included; none where the second is earlier. */
export function compileWorkingDays({ week, holidays, workdays }: WorkingDays) {
  const inWeek = WEEKDAYS.map((day) => week.includes(day));
  const isInWeek = (day: number) => inWeek[day % 7] === true;
  const extra = numbersOf(workdays);
  const off = numbersOf(holidays).filter((day) => isInWeek(day) && !extra.includes(day));
  const added = extra.filter((day) => !isInWeek(day));
  const perWeek = inWeek.filter(Boolean).length;

  /** The days of the week that are worked, up to and with a day. */
  const upTo = (day: number) => {
    const weeks = Math.floor(day / 7);
    const rest = Array.from({ length: day - weeks * 7 + 1 }, (_, index) => index).filter(isInWeek).length;
    return weeks * perWeek + rest;
  };
  const within = (days: readonly number[], first: number, last: number) =>
    days.filter((day) => day >= first && day <= last).length;

  return (from: string, to: string): number => {
    const [first, last] = [dayNumber(from), dayNumber(to)];
    if (last < first) return 0;
    return upTo(last) - upTo(first - 1) - within(off, first, last) + within(added, first, last);
  };
}

function numbersOf(dates: readonly string[]): readonly number[] {
  return [...new Set(dates)].map(dayNumber);
}
