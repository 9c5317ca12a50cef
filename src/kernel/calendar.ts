import { TierwiseError } from "./errors.js";
import { show } from "./show.js";

/** How long a period is. */
export type PeriodUnit = "month" | "quarter" | "half-year" | "year";

const MONTHS: Readonly<Record<PeriodUnit, number>> = { month: 1, quarter: 3, "half-year": 6, year: 12 };
const PERIOD = /^([1-8]\d{3})(?:-(?:H([12])|Q([1-4])|(0[1-9]|1[0-2])))?$/;
const DATE = /^([1-8]\d{3})-(\d{2})-(\d{2})$/;

interface Parsed {
  readonly unit: PeriodUnit;
  /** Months since the year 0, at the start of the period. */
  readonly start: number;
}

/** Whether `value` is a date of the calendar in ISO form, such as `"2026-07-01"`, in the years 1000 to 8999. */
export function isDate(value: unknown): value is string {
  const match = typeof value === "string" ? DATE.exec(value) : null;
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year * 12 + month - 1);
}

/** Whether `value` is a period: a year `"2026"`, a half-year `"2026-H1"`, a quarter `"2026-Q3"` or a month `"2026-07"`. */
export function isPeriod(value: unknown): value is string {
  return typeof value === "string" && (parsed.has(value) || PERIOD.test(value));
}

/**
 * The unit of a period.
 *
 * @example
 * ```ts
 * import { periodUnit } from "tierwise";
 * periodUnit("2026-H1"); // => "half-year"
 * ```
 */
export function periodUnit(period: string): PeriodUnit {
  return parse(period).unit;
}

/**
 * How many months a period has.
 *
 * @example
 * ```ts
 * import { periodMonths } from "tierwise";
 * periodMonths("2026-Q3"); // => 3
 * ```
 */
export function periodMonths(period: string): number {
  return MONTHS[parse(period).unit];
}

/**
 * The first day of a period, as an ISO date.
 *
 * @example
 * ```ts
 * import { periodStart } from "tierwise";
 * periodStart("2026-Q3"); // => "2026-07-01"
 * ```
 */
export function periodStart(period: string): string {
  return `${monthText(parse(period).start)}-01`;
}

/**
 * The last day of a period, as an ISO date.
 *
 * @example
 * ```ts
 * import { periodEnd } from "tierwise";
 * periodEnd("2024-02"); // => "2024-02-29"
 * ```
 */
export function periodEnd(period: string): string {
  const { unit, start } = parse(period);
  const last = start + MONTHS[unit] - 1;
  return `${monthText(last)}-${String(daysInMonth(last)).padStart(2, "0")}`;
}

/**
 * The period of the same unit that is `count` later, or earlier where `count` is negative.
 *
 * @example
 * ```ts
 * import { shiftPeriod } from "tierwise";
 * shiftPeriod("2026-Q3", 2); // => "2027-Q1"
 * shiftPeriod("2026-01", -1); // => "2025-12"
 * ```
 */
export function shiftPeriod(period: string, count: number): string {
  const { unit, start } = parse(period);
  const shifted = start + count * MONTHS[unit];
  const text = periodText(unit, shifted);
  if (!Number.isInteger(count) || !isPeriod(text))
    throw invalid("period-invalid", `a period in the years 1000 to 8999`, `${period} shifted by ${count}`);
  return text;
}

/**
 * The period that follows.
 *
 * @example
 * ```ts
 * import { nextPeriod } from "tierwise";
 * nextPeriod("2026-H2"); // => "2027-H1"
 * ```
 */
export function nextPeriod(period: string): string {
  return shiftPeriod(period, 1);
}

/**
 * The period before.
 *
 * @example
 * ```ts
 * import { previousPeriod } from "tierwise";
 * previousPeriod("2026-Q1"); // => "2025-Q4"
 * ```
 */
export function previousPeriod(period: string): string {
  return shiftPeriod(period, -1);
}

/**
 * Orders periods by their first day, and a longer period before a shorter one that begins on the same day: negative, zero or
 * positive.
 *
 * @example
 * ```ts
 * import { comparePeriods } from "tierwise";
 * ["2026-Q2", "2026-01", "2026"].sort(comparePeriods); // => ["2026", "2026-01", "2026-Q2"]
 * ```
 */
export function comparePeriods(a: string, b: string): number {
  const [left, right] = [parse(a), parse(b)];
  return Math.sign(left.start - right.start || MONTHS[right.unit] - MONTHS[left.unit]);
}

/**
 * Whether a period contains a date or the whole of another period.
 *
 * @example
 * ```ts
 * import { periodContains } from "tierwise";
 * periodContains("2026-H2", "2026-Q3"); // => true
 * periodContains("2026-Q3", "2026-10-01"); // => false
 * ```
 */
export function periodContains(period: string, dateOrPeriod: string): boolean {
  const first = isPeriod(dateOrPeriod) ? periodStart(dateOrPeriod) : assertDate(dateOrPeriod);
  const last = isPeriod(dateOrPeriod) ? periodEnd(dateOrPeriod) : dateOrPeriod;
  return periodStart(period) <= first && last <= periodEnd(period);
}

/**
 * The whole months from one date to another; negative where the second is earlier. A month is over on the same day of the
 * month, or on the month's last day where it has no such day.
 *
 * @example
 * ```ts
 * import { monthsBetween } from "tierwise";
 * monthsBetween("2026-01-15", "2026-07-14"); // => 5
 * monthsBetween("2026-01-31", "2026-02-28"); // => 1
 * ```
 */
export function monthsBetween(from: string, to: string): number {
  if (assertDate(from) > assertDate(to)) return -monthsBetween(to, from) || 0;
  const months = monthOf(to) - monthOf(from);
  const [fromDay, toDay] = [Number(from.slice(8)), Number(to.slice(8))];
  const over = toDay >= Math.min(fromDay, daysInMonth(monthOf(to)));
  return over ? months : months - 1;
}

/** The day so many months later, or the last day of that month where it has no such day. */
export function monthsAfter(date: string, count: number): string {
  const month = monthOf(assertDate(date)) + count;
  const day = Math.min(Number(date.slice(8)), daysInMonth(month));
  return `${monthText(month)}-${String(day).padStart(2, "0")}`;
}

/** The day so many days later, or earlier where `days` is negative. */
export function daysAfter(date: string, days: number): string {
  let [month, day] = [monthOf(assertDate(date)), Number(date.slice(8)) + days];
  for (; day > daysInMonth(month); month += 1) day -= daysInMonth(month);
  for (; day < 1; day += daysInMonth(month)) month -= 1;
  return `${monthText(month)}-${String(day).padStart(2, "0")}`;
}

/** The number of a date's month, counted from the year 0. */
export function monthNumber(date: string): number {
  return monthOf(assertDate(date));
}

/** How many days the month of a date has. */
export function monthDays(date: string): number {
  return daysInMonth(monthOf(assertDate(date)));
}

/** The period of a unit in which a day is. */
export function periodOf(date: string, unit: PeriodUnit): string {
  const month = monthOf(assertDate(date));
  return periodText(unit, month - (month % MONTHS[unit]));
}

/** The periods between two of the same unit, neither of them included. */
export function periodsBetween(before: string, after: string): readonly string[] {
  const count = Math.max(0, periodsAfter(after, before) - 1);
  return Array.from({ length: count }, (_, index) => shiftPeriod(before, index + 1));
}

/** How many periods of its own unit a period is after another of that unit; negative where it is before. */
export function periodsAfter(period: string, other: string): number {
  const [{ unit, start }, before] = [parse(period), parse(other)];
  return (start - before.start) / MONTHS[unit];
}

/** The day after a period, when what was decided on it takes effect. */
export function dayAfter(period: string): string {
  return periodStart(nextPeriod(period));
}

/** Periods that were read of late: a review asks for its own a dozen times, and so do those that follow. */
const parsed = /* @__PURE__ */ new Map<string, Parsed>();
const MOST_PARSED = 100;

function parse(period: string): Parsed {
  const known = parsed.get(period);
  if (known !== undefined) return known;
  const read = readPeriod(period);
  if (parsed.size >= MOST_PARSED) parsed.clear();
  parsed.set(period, read);
  return read;
}

function readPeriod(period: string): Parsed {
  const match = typeof period === "string" ? PERIOD.exec(period) : null;
  if (match === null) throw invalid("period-invalid", 'a period such as "2026-Q3"', show(period));
  const [, year = "", half, quarter, month] = match;
  const first = Number(year) * 12;
  if (half !== undefined) return { unit: "half-year", start: first + (Number(half) - 1) * 6 };
  if (quarter !== undefined) return { unit: "quarter", start: first + (Number(quarter) - 1) * 3 };
  if (month !== undefined) return { unit: "month", start: first + Number(month) - 1 };
  return { unit: "year", start: first };
}

function periodText(unit: PeriodUnit, start: number): string {
  const year = String(Math.floor(start / 12)).padStart(4, "0");
  const part = (start % 12) / MONTHS[unit] + 1;
  if (unit === "year") return year;
  if (unit === "month") return monthText(start);
  return `${year}-${unit === "quarter" ? "Q" : "H"}${part}`;
}

function monthText(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
}

function monthOf(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

function daysInMonth(month: number): number {
  const inYear = month % 12;
  if (inYear !== 1) return [3, 5, 8, 10].includes(inYear) ? 30 : 31;
  const year = Math.floor(month / 12);
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

function assertDate(date: string): string {
  if (!isDate(date)) throw invalid("date-invalid", 'a date of the calendar such as "2026-07-01"', show(date));
  return date;
}

function invalid(code: "period-invalid" | "date-invalid", expected: string, got: string): TierwiseError {
  const message = `expected ${expected}, got ${got}`;
  return new TierwiseError("invalid-input", "calendar", [{ path: [], code, message, params: {} }]);
}
