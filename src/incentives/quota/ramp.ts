import { daysAfter, isDate, monthsAfter } from "../../kernel/calendar.js";
import type { PeriodCalendar } from "../../kernel/fiscal-periods.js";
import { readRatio } from "../../kernel/number.js";
import { clip, type Span } from "../../kernel/proration.js";
import { ONE, type Rational } from "../../kernel/rational.js";
import type { CheckedQuota } from "./config.js";

/** Days on which the same part of a quota counts. */
export interface RampStep {
  readonly span: Span;
  readonly share: Rational;
}

/** Divides a span into the days on which each part of the quota counts: all of it before and after the ramp, and where there is none. */
export function rampSteps(
  ramp: CheckedQuota["ramp"],
  calendar: PeriodCalendar,
  start: string | undefined,
  whole: Span,
): readonly RampStep[] {
  if (ramp === undefined || start === undefined) return [{ span: whole, share: ONE }];
  const ramped = ramp.shares.map((share, index) => ({
    from: index === 0 ? start : firstDay(ramp.counts, calendar, start, index),
    share: readRatio(share),
  }));
  const after = { from: firstDay(ramp.counts, calendar, start, ramped.length), share: ONE };
  const begun = [...ramped, after].filter(({ from }) => from !== undefined);
  const steps = [{ from: undefined, share: ONE }, ...begun];
  return steps.flatMap(({ from, share }, index) => {
    const next = steps[index + 1]?.from;
    const span = clip({ from, to: next === undefined ? undefined : daysAfter(next, -1) }, whole);
    return span === undefined ? [] : [{ span, share }];
  });
}

/** The first day of a month of the ramp, counted from 0; undefined after the years that dates are written in. */
function firstDay(
  counts: NonNullable<CheckedQuota["ramp"]>["counts"],
  calendar: PeriodCalendar,
  start: string,
  index: number,
): string | undefined {
  if (counts === "months-of-service") {
    const day = monthsAfter(start, index);
    return isDate(day) ? day : undefined;
  }
  const month = calendar.periodOf(start, "month");
  if (month === undefined) return undefined;
  const isLate = counts === "full-months" && calendar.dates(month)?.from !== start;
  const wanted = monthsAfter(`${month}-01`, index + (isLate ? 1 : 0));
  return isDate(wanted) ? calendar.dates(wanted.slice(0, 7))?.from : undefined;
}
