import * as z from "zod/mini";
import { currency } from "./currency.js";
import type { Path } from "./errors.js";
import { configNumber, date, period } from "./fields.js";
import type { PeriodCalendar } from "./fiscal-periods.js";
import { readNumber } from "./number.js";
import { divide, ONE, type Rational } from "./rational.js";
import type { Report } from "./report.js";
import { described, list } from "./schema.js";
import { show } from "./show.js";

/** The fields of stated exchange rates; the config of whoever converts has them too. */
export function exchangeFields() {
  return {
    rates: described(
      list(
        z.strictObject({
          from: currency(),
          to: currency(),
          rate: described(configNumber({ above: 0 }), "How many units of `to` one unit of `from` is."),
          on: z.optional(described(date(), "The day that it is of.")),
          period: z.optional(described(period(), "Instead of a day: the period in which it holds.")),
          inverse: described(
            z._default(z.boolean(), false),
            "Whether it converts the other way too, divided by; without this word it does not.",
          ),
        }),
      ),
      "The stated rates. Nothing is worked out from two of them.",
    ),
    dates: described(
      z._default(z.enum(["exact", "latest"]), "exact"),
      "exact: a rate of a day holds on that day alone. latest: until the next of the same two currencies.",
    ),
  };
}

interface StatedRate {
  readonly from: string;
  readonly to: string;
  readonly rate: number | string;
  readonly on?: string | undefined;
  readonly period?: string | undefined;
  readonly inverse: boolean;
}

/** Stated exchange rates that have been checked. */
export interface StatedRates {
  readonly rates: readonly StatedRate[];
  readonly dates: "exact" | "latest";
}

/** The rate by which an amount is converted, and of which day or period it is stated. */
export interface FoundRate {
  readonly rate: Rational;
  readonly on?: string | undefined;
  readonly period?: string | undefined;
  /** Whether it is one divided by the stated rate of the other way. */
  readonly inverse: boolean;
}

/** Finds the rate between two currencies, on a day where one is given; undefined where none is stated. */
export type RateFinder = (from: string, to: string, on: string | undefined) => FoundRate | undefined;

/** Notes what the schema cannot see in stated rates. */
export function checkExchange(rates: readonly StatedRate[] | undefined, path: Path, report: Report): void {
  const at = [...path, "rates"];
  const seen = new Set<string>();
  for (const [index, { from, to, on, period: within }] of report.items(rates, at)) {
    const here = [...at, index];
    if (!report.sound(here)) continue;
    if (from === to) report.add([...here, "to"], "one-of", `${show(from)} needs no rate to itself`);
    if (on !== undefined && within !== undefined)
      report.add(here, "one-of", "expected either a day or a period, or neither");
    const name = [from, to, on, within].join(" ");
    if (seen.has(name))
      report.add(here, "row-twice", `there is a rate from ${from} to ${to} for this time already`);
    seen.add(name);
  }
}

/** Compiles stated rates. A rate of the way that is asked for goes before the inverse of another. */
export function compileExchange({ rates, dates }: StatedRates, calendar: PeriodCalendar): RateFinder {
  return (from, to, on) => {
    if (from === to) return { rate: ONE, inverse: false };
    const direct = rates.filter((one) => one.from === from && one.to === to);
    const other = rates.filter((one) => one.inverse && one.from === to && one.to === from);
    const found = inForce(direct, dates, calendar, on);
    if (found !== undefined) return { ...found, rate: readNumber(found.rate), inverse: false };
    const inverse = inForce(other, dates, calendar, on);
    return inverse && { ...inverse, rate: divide(ONE, readNumber(inverse.rate)), inverse: true };
  };
}

/** Notes that a rate is wanted which nobody stated. */
export function noteRateMissing(
  report: Report,
  path: Path,
  from: string,
  to: string,
  on: string | undefined,
): void {
  const day = on === undefined ? "" : ` on ${on}`;
  const message = `no rate from ${from} to ${to}${day} is stated`;
  report.add(path, "exchange-rate-missing", message, { from, to, ...(on === undefined ? {} : { on }) });
}

/** Of the rates of one way: that of the day, else that of the shortest period around it, else the one that holds at any time. */
function inForce(
  rates: readonly StatedRate[],
  dates: StatedRates["dates"],
  calendar: PeriodCalendar,
  on: string | undefined,
): StatedRate | undefined {
  if (on !== undefined) {
    const ofDays = rates.filter(
      (one) => one.on !== undefined && (dates === "exact" ? one.on === on : one.on <= on),
    );
    const [latest] = ofDays.sort((a, b) => ((a.on ?? "") < (b.on ?? "") ? 1 : -1));
    if (latest !== undefined) return latest;
    const around = rates.flatMap((one) => {
      const days = one.period === undefined ? undefined : calendar.dates(one.period);
      return days !== undefined && days.from <= on && on <= days.to ? [{ one, days: days.days }] : [];
    });
    const [shortest] = around.sort((a, b) => a.days - b.days);
    if (shortest !== undefined) return shortest.one;
  }
  return rates.find((one) => one.on === undefined && one.period === undefined);
}
