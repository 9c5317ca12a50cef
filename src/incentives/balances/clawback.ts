import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../../kernel/calculator.js";
import { monthsAfter, monthsBetween } from "../../kernel/calendar.js";
import { currencyDecimals } from "../../kernel/currency.js";
import { dayNumber } from "../../kernel/days.js";
import { type Decimal, exactDecimal, toDecimal } from "../../kernel/decimal.js";
import { configRatio, date, key, wholeNumber } from "../../kernel/fields.js";
import { readNumber, readRatio } from "../../kernel/number.js";
import { multiply, negate, type Rational, rational, ZERO } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { roundToUnits } from "../../kernel/rounding.js";
import { type Checked, described, lazySchema, list, type Written } from "../../kernel/schema.js";
import { show } from "../../kernel/show.js";
import { payFields } from "../fields.js";
import { payLine, type StatementLine } from "../line.js";
import { roundedNotes } from "../rounded-notes.js";
import { checkLine, lineSchema } from "../statement/lines.js";

const clawbackConfig = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    ...payFields(),
    schedule: z.optional(
      described(
        list(
          z.strictObject({
            withinMonths: wholeNumber(1, 1200),
            share: configRatio({ least: 0, most: 1 }),
          }),
          1,
        ),
        "What share is taken back of a deal that is cancelled within so many months of its day, in rising order of months; nothing after the last. Without it, all is taken back at any time.",
      ),
    ),
    unserved: z.optional(
      described(
        z.strictObject({
          months: described(wholeNumber(1, 1200), "How long the deal has to last, from its day on."),
          by: z._default(z.enum(["days", "months"]), "days"),
          counts: described(
            z._default(z.enum(["whole", "begun"]), "whole"),
            "Whether a month that the deal lasted in part counts not at all, or whole.",
          ),
          share: described(
            z._default(configRatio({ above: 0, most: 1 }), 1),
            "What share of it is taken back, where that is less than all (short rate).",
          ),
        }),
        "In place of a schedule: the part of so many months that the deal did not last is taken back.",
      ),
    ),
  }),
);

const clawbackInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    paid: z.array(
      z.strictObject({ deal: key(), on: described(date(), "The day of the deal."), line: lineSchema() }),
    ),
    cancelled: z.array(z.strictObject({ deal: key(), on: date() })),
    before: z._default(
      described(z.array(key()), "The deals that were clawed back earlier: what the last call returned."),
      [],
    ),
  }),
);

/**
 * What share is taken back, by the age of the deal: the config of `clawback`.
 *
 * @useDeclaredType
 */
export type ClawbackConfig = Written<typeof clawbackConfig>;

/** The stored lines of deals, the deals that were cancelled, and those that were clawed back earlier. */
export interface ClawbackInput {
  readonly paid: readonly { readonly deal: string; readonly on: string; readonly line: StatementLine }[];
  readonly cancelled: readonly { readonly deal: string; readonly on: string }[];
  readonly before?: readonly string[];
}

/** What is taken back. */
export interface Clawback {
  readonly kind: "clawback";
  readonly currency: string;
  readonly amount: Decimal;
  /** A line for each stored line of which something is taken back. */
  readonly lines: readonly StatementLine[];
  /** All deals that were clawed back so far: it goes into the next call as `before`. */
  readonly before: readonly string[];
}

/**
 * Takes back what was paid on deals that were cancelled or never paid by the customer, by reversing the deals' stored lines (M10). For each line of a cancelled deal there is a
 * line of minus its amount, times the share that the `schedule` says for the deal's age, or with `unserved` times the part of its months that the deal did not last: the days from the cancellation to the day so many months after the deal's (by `months` those that were not over, or with `begun` not begun either), of all of them, times its `share`; rounded to the currency's minor unit, and the note `rounded` says how. Without either, the lines of the deal and their reversals
 * sum to zero: balance of a deal = paid - taken back = 0, whatever else the deal moved (brackets, caps); where that is to be taken back too, use `recomputedClawback`.
 *
 * A deal that was paid in several periods has lines of one id, which are told apart by their `period`; then the lines that reverse them have it in their ids.
 *
 * A deal cancelled exactly `withinMonths` months after its day is within them; of one cancelled on its day nothing was served. The line's rate is the share, below zero. Errors of the config: months not in rising order (`rows-unsorted`), a schedule beside `unserved`, or days that are begun (`one-of`). Errors of the input: a deal that nothing was paid on (`deal-not-paid`), one that was clawed
 * back before (`deal-clawed-back`) or is there twice (`deal-twice`), a cancellation before the deal (`cancelled-before`), a line twice, or two without a period that have one id (`duplicate-id`), a line of another currency (`wrong-currency`).
 *
 * @example
 * ```ts
 * import { clawback, commission } from "tierwise";
 *
 * const { lines } = commission({ currency: "USD", per: "credit", brackets: [{ rate: "5%" }] })({
 *   credits: [{ id: "deal-7", amount: 1000 }],
 * });
 * const take = clawback({ currency: "USD", schedule: [{ withinMonths: 6, share: 1 }, { withinMonths: 12, share: "50%" }] });
 * const paid = lines.map((line) => ({ deal: "deal-7", on: "2026-01-15", line }));
 * take({ paid, cancelled: [{ deal: "deal-7", on: "2026-09-01" }] }).amount; // => "-25"
 * ```
 */
export const clawback: CalculatorFactory<ClawbackConfig, ClawbackInput, Clawback> =
  /* @__PURE__ */ defineFactory({
    title: "clawback",
    config: clawbackConfig,
    check({ schedule, unserved }, report) {
      checkUnserved(unserved, schedule !== undefined, report);
      for (const [index, { withinMonths }] of report.items(schedule, ["schedule"])) {
        const before = schedule?.[index - 1]?.withinMonths;
        if (before === undefined || before < withinMonths) continue;
        const message = `expected months in rising order: ${withinMonths} is not above ${before}`;
        report.add(["schedule", index, "withinMonths"], "rows-unsorted", message);
      }
    },
    compile: compileClawback,
  });

function checkUnserved(unserved: CheckedClawback["unserved"], hasSchedule: boolean, report: Report): void {
  if (unserved === undefined) return;
  if (hasSchedule) report.add(["unserved"], "one-of", "a schedule says what is taken back: take this away");
  if (report.sound(["unserved"]) && unserved.by !== "months" && unserved.counts === "begun")
    report.add(["unserved", "counts"], "one-of", "days are whole: take this away");
}

type CheckedClawback = Checked<typeof clawbackConfig>;
type CheckedInput = Checked<typeof clawbackInput>;

function compileClawback(config: CheckedClawback) {
  const decimals = currencyDecimals(config.currency);
  const calculator = defineCalculator({
    title: "clawback",
    input: clawbackInput,
    run(input, report): Clawback {
      checkInput(input, config.currency, report);
      report.stop();
      const taken = input.cancelled.flatMap(({ deal, on }) =>
        input.paid
          .filter((one) => one.deal === deal)
          .flatMap(({ on: sold, line }) => {
            const share = shareOf(config, sold, on);
            const exact = negate(multiply(readNumber(line.amount), share));
            const units = roundToUnits(exact, decimals, config.rounding);
            return units === 0n ? [] : [{ deal, on, share, line, exact, units }];
          }),
      );
      const money = (units: bigint) => toDecimal(rational(units, 10n ** BigInt(decimals)), decimals);
      return {
        kind: "clawback",
        currency: config.currency,
        amount: money(taken.reduce((all, { units }) => all + units, 0n)),
        lines: taken.map(({ deal, on, share, line, exact, units }) =>
          payLine("clawback", "clawback", config, {
            id: [config.id ?? "clawback", ...nameOf(line, input)].join("."),
            period: line.period,
            corrects: line.id,
            basis: exactDecimal(readNumber(line.amount)),
            rate: exactDecimal(negate(share)),
            rateAs: "percent",
            amount: money(units),
            notes: [
              { kind: "clawed-back", values: { deal, on, share: exactDecimal(share) } },
              ...roundedNotes(exact, config.currency, config.rounding),
            ],
          }),
        ),
        before: [...input.before, ...input.cancelled.map(({ deal }) => deal)],
      };
    },
  });
  return calculator as typeof calculator & ((input: ClawbackInput) => Clawback);
}

/** The id of a line, and its period where another one has this id too. */
function nameOf({ id, period }: CheckedInput["paid"][number]["line"], { paid }: CheckedInput) {
  const isOnce = paid.filter(({ line }) => line.id === id).length === 1;
  return isOnce || period === undefined ? [id] : [id, period];
}

/** What share of a deal is taken back that was sold on one day and cancelled on another. */
function shareOf({ schedule, unserved }: CheckedClawback, sold: string, cancelled: string): Rational {
  if (unserved !== undefined)
    return multiply(readRatio(unserved.share), unservedPart(unserved, sold, cancelled));
  if (schedule === undefined) return rational(1n);
  const row = schedule.find(({ withinMonths }) => cancelled <= monthsAfter(sold, withinMonths));
  return row === undefined ? ZERO : readRatio(row.share);
}

/** What part of its time a deal did not last. */
function unservedPart(
  { months, by, counts }: NonNullable<CheckedClawback["unserved"]>,
  sold: string,
  cancelled: string,
): Rational {
  const end = monthsAfter(sold, months);
  if (cancelled >= end) return ZERO;
  if (by === "days") {
    const [first, last] = [dayNumber(sold), dayNumber(end)];
    return rational(BigInt(last - dayNumber(cancelled)), BigInt(last - first));
  }
  const whole = monthsBetween(sold, cancelled);
  const begun = counts === "begun" && monthsAfter(sold, whole) < cancelled ? 1 : 0;
  return rational(BigInt(months - whole - begun), BigInt(months));
}

function checkInput({ paid, cancelled, before }: CheckedInput, currency: string, report: Report): void {
  const seen = new Set<string>();
  for (const [index, { line }] of paid.entries()) {
    const path = ["paid", index, "line"];
    checkLine(line, currency, path, report);
    const name = JSON.stringify([line.id, line.period]);
    if (seen.has(name)) {
      const of = line.period === undefined ? ": say the period of each" : ` of ${line.period}`;
      report.add([...path, "id"], "duplicate-id", `the line ${show(line.id)} is there twice${of}`);
    }
    seen.add(name);
  }
  for (const [index, { deal, on }] of cancelled.entries()) {
    const path = ["cancelled", index, "deal"];
    const params = { deal };
    const own = paid.filter((one) => one.deal === deal);
    if (before.includes(deal))
      report.add(path, "deal-clawed-back", `${show(deal)} was clawed back before`, params);
    else if (own.length === 0) report.add(path, "deal-not-paid", `nothing was paid on ${show(deal)}`, params);
    if (cancelled.findIndex((one) => one.deal === deal) < index)
      report.add(path, "deal-twice", `${show(deal)} is there twice`, params);
    const sold = own.find((one) => one.on > on);
    if (sold === undefined) continue;
    const message = `expected a day from ${sold.on} on, the day of the deal, got ${on}`;
    report.add(["cancelled", index, "on"], "cancelled-before", message, params);
  }
}
