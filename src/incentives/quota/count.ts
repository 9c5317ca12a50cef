import { periodUnit, shiftPeriod } from "../../kernel/calendar.js";
import { dayNumber } from "../../kernel/days.js";
import type { FiscalDates, PeriodCalendar } from "../../kernel/fiscal-periods.js";
import { readRatio } from "../../kernel/number.js";
import { presence } from "../../kernel/period-part.js";
import { clip, type Proration, type Span } from "../../kernel/proration.js";
import { multiply, type Rational, rational, sum, ZERO } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { show } from "../../kernel/show.js";
import { type CheckedQuota, seasonCount } from "./config.js";
import type { CheckedQuotaInput } from "./input.js";
import { rampSteps } from "./ramp.js";

/** What a quota is worked out by. */
export interface QuotaPlan {
  readonly config: CheckedQuota;
  readonly calendar: PeriodCalendar;
  readonly proration: Proration;
}

/** One of the periods of a quota, with the share of the amount that is its season's, and what part of it counts. */
export interface CountedPeriod {
  readonly days: FiscalDates;
  readonly exact: Rational;
  /** The part of the period that somebody is there. */
  readonly part: Rational;
  /** The same after the ramp. */
  readonly counted: Rational;
}

/** The periods over which a quota is spread. */
export function quotaPeriods(
  { config, calendar }: QuotaPlan,
  { period: whole }: CheckedQuotaInput,
  report: Report,
): readonly FiscalDates[] {
  if (periodUnit(whole) !== config.per) {
    report.add(["period"], "wrong-cycle", `expected a ${config.per}, got ${show(whole)}`);
    return [];
  }
  const days = calendar.dates(whole);
  const first = days === undefined ? undefined : calendar.periodOf(days.from, config.unit);
  if (first === undefined)
    report.add(["period"], "period-invalid", `${show(whole)} has no days in this calendar`);
  report.stop();
  return Array.from(
    { length: seasonCount(config) },
    (_, index) => calendar.dates(shiftPeriod(first as string, index)) as FiscalDates,
  );
}

/** Spreads an amount over periods, and works out which part of each counts. */
export function countPeriods(
  plan: QuotaPlan,
  input: CheckedQuotaInput,
  periods: readonly FiscalDates[],
  amount: Rational,
  report: Report,
): readonly CountedPeriod[] {
  const { leastAbsence, seasons } = plan.config;
  const long = input.absences.filter(({ from, to }) => dayNumber(to) - dayNumber(from) + 1 >= leastAbsence);
  const equal = rational(1n, BigInt(periods.length));
  return periods.map((days, index) => {
    const season = seasons?.[index];
    const exact = multiply(amount, season === undefined ? equal : readRatio(season));
    return { days, exact, ...presentPart(plan, input, long, days, report) };
  });
}

/** The part of a period that somebody is there, before and after the ramp. */
function presentPart(
  { config, calendar, proration }: QuotaPlan,
  input: CheckedQuotaInput,
  absences: readonly Span[],
  whole: FiscalDates,
  report: Report,
): Pick<CountedPeriod, "part" | "counted"> {
  const present = presence(whole, input, absences);
  const steps = rampSteps(config.ramp, calendar, input.rampFrom ?? input.from, whole);
  const inSteps = steps.map(({ span }) => present.flatMap((one) => clip(one, span) ?? []));
  const parts = proration.parts(whole, inSteps);
  if (parts === undefined)
    report.add(["period"], "no-working-days", `there is no working day in ${whole.period} to count by`);
  return {
    part: sum(parts ?? []),
    counted: sum((parts ?? []).map((part, index) => multiply(part, steps[index]?.share ?? ZERO))),
  };
}
