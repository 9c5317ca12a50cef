import { isDate } from "./calendar.js";

/** The days of a week, in the order of their numbers: day 0 of `dayNumber` was a Thursday. */
export const WEEKDAYS = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;

/** The name of a day of the week. */
export type Weekday = (typeof WEEKDAYS)[number];

const DAYS_PER_ERA = 146_097;
const ERA_OFFSET = 719_468;

/** The number of a day that has been checked: one more for each day that follows, 0 for 1970-01-01. */
export function dayNumber(date: string): number {
  return dayNumberOf(Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1, Number(date.slice(8)));
}

/** The same of a day of a month, which is counted from January of the year 0. Years begin in March here, so that the leap day is the last. */
export function dayNumberOf(month: number, day: number): number {
  const fromMarch = month - 2;
  const [year, inYear] = [Math.floor(fromMarch / 12), fromMarch % 12];
  const [era, ofEra] = [Math.floor(year / 400), year % 400];
  const before = ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100);
  return era * DAYS_PER_ERA + before + Math.floor((153 * inYear + 2) / 5) + day - 1 - ERA_OFFSET;
}

/** The day of a number as a date, or undefined outside the years 1000 to 8999. */
export function dateOf(number: number): string | undefined {
  const shifted = number + ERA_OFFSET;
  const [era, ofEra] = [Math.floor(shifted / DAYS_PER_ERA), shifted % DAYS_PER_ERA];
  const year = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const inYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const fromMarch = Math.floor((5 * inYear + 2) / 153);
  const month = (era * 400 + year) * 12 + fromMarch + 2;
  const day = inYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const pad = (value: number, length: number) => String(value).padStart(length, "0");
  const date = `${pad(Math.floor(month / 12), 4)}-${pad((month % 12) + 1, 2)}-${pad(day, 2)}`;
  return isDate(date) ? date : undefined;
}

/** The position of a numbered day in its week, 0 for Monday. */
export function weekdayOf(number: number): number {
  return (((number + 3) % 7) + 7) % 7;
}
