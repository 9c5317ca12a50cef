import * as z from "zod/mini";
import { daysAfter, monthDays, monthNumber, monthsAfter, periodEnd, periodStart } from "./calendar.js";
import { dayNumber } from "./days.js";
import { configNumber, wholeNumber } from "./fields.js";
import { readNumber } from "./number.js";
import {
  add,
  compare,
  divide,
  greater,
  lesser,
  multiply,
  ONE,
  type Rational,
  rational,
  subtract,
  sum,
  ZERO,
} from "./rational.js";
import { described, type Plain } from "./schema.js";
import { compileWorkingDays, workingDaysFields } from "./working-days.js";

/** Days from the first to the last, both included. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** The schema of a rule of proration. */
export function prorationSchema() {
  return described(
    z.discriminatedUnion("by", [
      described(z.strictObject({ by: z.literal("none") }), "A part counts as the whole, if there is any."),
      described(
        z.strictObject({ by: z.literal("calendar-days") }),
        "The days that are present over all days.",
      ),
      described(
        z.strictObject({ by: z.literal("working-days"), ...workingDaysFields() }),
        "The working days that are present over all working days.",
      ),
      described(
        z.strictObject({ by: z.literal("days-of-30") }),
        "Every month has 30 days: a 31st counts nothing, and the last day of February for all that lack to 30.",
      ),
      described(
        z.strictObject({
          by: z.literal("months"),
          fromDays: z.optional(
            described(
              wholeNumber(1, 31),
              "From so many present days (or all that it has) a month counts whole, otherwise not. Without it, a month counts by its days.",
            ),
          ),
        }),
        "Months that are present over all months.",
      ),
      described(
        z.strictObject({
          by: z.literal("fixed-days"),
          days: described(configNumber({ above: 0 }), "How many days are paid for in a month, or a year."),
          of: z._default(z.enum(["month", "year"]), "month"),
          counts: described(
            z._default(z.enum(["worked", "absent", "fewer"]), "worked"),
            "worked: pay for the days that were worked. absent: the whole, less the days that were not. fewer: worked up to half of the days, absent above.",
          ),
          ...workingDaysFields(),
        }),
        "Working days over a number of days that is the same for every month or year; a whole without absence is paid whole.",
      ),
    ]),
    "How a part of a period is worked out.",
  );
}

/** A rule of proration that has been checked. */
export type ProrationRule = Plain<z.output<ReturnType<typeof prorationSchema>>>;

/** What a rule of proration counts. */
export type CountedUnit = "days" | "working-days" | "days-of-30" | "months";

/** A rule of proration, ready to be used. */
export interface Proration {
  /** How many days of a span count, by the rule; months where it counts months. */
  count(span: Span): Rational;
  /** What the rule counts. */
  readonly unit: CountedUnit;
  /** How many of them a whole is paid for: those that it has, or the number that the rule fixes. */
  paidFor(whole: Span): Rational;
  /**
   * The part of a whole that lies in some spans, which do not overlap: exact, at least 0 and at most 1. Days outside the whole do not count. Undefined where the
   * whole has no day that counts.
   */
  part(whole: Span, present: readonly PresentSpan[]): Rational | undefined;
  /** The parts of several lists of spans; they sum to the part that all have together, which they share by their days. */
  parts(whole: Span, present: readonly (readonly PresentSpan[])[]): readonly Rational[] | undefined;
}

/** Days that count, and how much of each: all, where it is not said. */
export interface PresentSpan extends Span {
  readonly weight?: Rational;
}

/**
 * Compiles a rule of proration (M10). By calendar days, working days, days of 30 and months without `fromDays` the parts of a split period sum to the whole
 * exactly; `fromDays`, `none` and fixed days are no sums of days, so what is paid by them together is worked out together, and shared by days.
 */
export function compileProration(rule: ProrationRule): Proration {
  const count = counter(rule);
  const shareOf = compileShare(rule);
  const total = (spans: readonly PresentSpan[]) =>
    sum(spans.map((span) => (span.weight === undefined ? count(span) : multiply(span.weight, count(span)))));

  const parts: Proration["parts"] = (whole, present) => {
    const all = count(whole);
    if (all.n === 0n) return undefined;
    const inside = present.map((spans) => clipped(spans, whole));
    const counted = inside.map(total);
    const [spans, worked] = [inside.flat(), sum(counted)];
    if (worked.n === 0n) return counted;
    const perDay = divide(
      shareOf(whole, spans, { all, worked }),
      byPresence(rule) ? sum(spans.map(count)) : worked,
    );
    return counted.map((one) => multiply(perDay, one));
  };
  return {
    count,
    unit: UNITS[rule.by],
    paidFor: payer(rule, count),
    parts,
    part: (whole, present) => parts(whole, [present])?.[0],
  };
}

const UNITS: Readonly<Record<ProrationRule["by"], CountedUnit>> = {
  none: "days",
  "calendar-days": "days",
  "working-days": "working-days",
  "days-of-30": "days-of-30",
  months: "months",
  "fixed-days": "working-days",
};

/** How many days or months a whole is paid for, by a rule. */
function payer(rule: ProrationRule, count: Proration["count"]): Proration["paidFor"] {
  if (rule.by === "fixed-days") return (whole) => multiply(daysOfMonth(rule), months(whole));
  if (rule.by === "months" && rule.fromDays !== undefined)
    return ({ from, to }) => exact(monthNumber(to) - monthNumber(from) + 1);
  return count;
}

/** The days that a month is paid for, where a rule fixes them. */
function daysOfMonth({ days, of }: Extract<ProrationRule, { readonly by: "fixed-days" }>): Rational {
  return divide(readNumber(days), rational(of === "month" ? 1n : 12n));
}

/** Whether a rule asks how long somebody is there, and not how much is worked. */
function byPresence(rule: ProrationRule): boolean {
  return rule.by === "none" || (rule.by === "months" && rule.fromDays !== undefined);
}

/** The first and the last day of a period. */
export function periodSpan(period: string): Span {
  return { from: periodStart(period), to: periodEnd(period) };
}

/** What of a span, which may be open, lies in a whole; undefined where nothing does. */
export function clip(
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
  whole: Span,
): Span | undefined {
  const first = from === undefined || from < whole.from ? whole.from : from;
  const last = to === undefined || to > whole.to ? whole.to : to;
  return first <= last ? { from: first, to: last } : undefined;
}

/** What is left of a span without others, in order. */
export function without(span: Span, taken: readonly Span[]): readonly Span[] {
  return taken.reduce<readonly Span[]>((left, one) => left.flatMap((part) => around(part, one)), [span]);
}

function around(span: Span, taken: Span): readonly Span[] {
  if (taken.to < span.from || taken.from > span.to) return [span];
  return [
    ...(taken.from > span.from ? [{ from: span.from, to: daysAfter(taken.from, -1) }] : []),
    ...(taken.to < span.to ? [{ from: daysAfter(taken.to, 1), to: span.to }] : []),
  ];
}

function clipped(spans: readonly PresentSpan[], whole: Span): readonly PresentSpan[] {
  return spans.flatMap((span) => {
    const inside = clip(span, whole);
    return inside === undefined ? [] : [{ ...span, ...inside }];
  });
}

/** How a rule counts the days of a span. */
function counter(rule: ProrationRule): Proration["count"] {
  switch (rule.by) {
    case "none":
    case "calendar-days":
      return ({ from, to }) => exact(dayNumber(to) - dayNumber(from) + 1);
    case "days-of-30":
      return ({ from, to }) => exact(endOf30(to) - startOf30(from));
    case "months":
      return months;
    case "working-days":
    case "fixed-days": {
      const working = compileWorkingDays(rule);
      return ({ from, to }) => exact(working(from, to));
    }
  }
}

/** The days of a whole, and those that are worked, of which there are some. */
interface Days {
  readonly all: Rational;
  readonly worked: Rational;
}

/** How a rule makes a part of all days of a whole, those that are present, and those that are worked. */
function compileShare(rule: ProrationRule): (whole: Span, present: readonly Span[], days: Days) => Rational {
  if (rule.by === "months" && rule.fromDays !== undefined) {
    const least = rule.fromDays;
    return (span, present) => wholeMonths(span, present, least);
  }
  if (rule.by === "none") return () => ONE;
  if (rule.by !== "fixed-days") return (_, _present, { all, worked }) => divide(worked, all);
  const perMonth = daysOfMonth(rule);
  return (span, _, { all, worked }) => {
    const absent = subtract(all, worked);
    if (absent.n === 0n) return ONE;
    const paidFor = multiply(perMonth, months(span));
    const byWorked = rule.counts === "fewer" ? compare(worked, absent) <= 0 : rule.counts === "worked";
    const part = byWorked ? divide(worked, paidFor) : subtract(ONE, divide(absent, paidFor));
    return lesser(ONE, greater(ZERO, part));
  };
}

/** The months of a whole that have enough present days, over all its months. */
function wholeMonths(span: Span, present: readonly Span[], least: number): Rational {
  const first = monthNumber(span.from);
  const inMonths = Array.from({ length: monthNumber(span.to) - first + 1 }, (_, index) => {
    const month = monthsAfter(span.from, index).slice(0, 8);
    return clip({ from: `${month}01`, to: `${month}${monthDays(`${month}01`)}` }, span) as Span;
  });
  const days = (spans: readonly Span[]) =>
    spans.reduce((all, { from, to }) => all + dayNumber(to) - dayNumber(from) + 1, 0);
  const counted = inMonths.filter((month) => days(clipped(present, month)) >= Math.min(least, days([month])));
  return rational(BigInt(counted.length), BigInt(inMonths.length));
}

/** The months of a span; a month of which it has a part counts by its days. From a day to the day before the same day of another month they are whole. */
export function months({ from, to }: Span): Rational {
  const before = rational(BigInt(dayOf(from) - 1), BigInt(monthDays(from)));
  const last = rational(BigInt(dayOf(to)), BigInt(monthDays(to)));
  return add(exact(monthNumber(to) - monthNumber(from)), subtract(last, before));
}

function startOf30(date: string): number {
  return monthNumber(date) * 30 + Math.min(dayOf(date) - 1, 30);
}

function endOf30(date: string): number {
  const day = dayOf(date);
  return monthNumber(date) * 30 + (day === monthDays(date) ? 30 : Math.min(day, 30));
}

function dayOf(date: string): number {
  return Number(date.slice(8));
}

function exact(count: number): Rational {
  return rational(BigInt(count));
}
