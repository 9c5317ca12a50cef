import { type CalculatorFactory, defineCalculator, defineFactory } from "../../kernel/calculator.js";
import { monthsAfter, monthsBetween } from "../../kernel/calendar.js";
import { currencyDecimals } from "../../kernel/currency.js";
import { dayNumber } from "../../kernel/days.js";
import { type Decimal, exactDecimal, shownDecimal, unitsToDecimal } from "../../kernel/decimal.js";
import { checkIds } from "../../kernel/ids.js";
import { readNumber, readRatio } from "../../kernel/number.js";
import {
  compare,
  lesser,
  multiply,
  negate,
  ONE,
  type Rational,
  rational,
  subtract,
  ZERO,
} from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { roundToUnits } from "../../kernel/rounding.js";
import { type LineNote, payLine, type StatementLine, toMoney } from "../line.js";
import { roundedNotes } from "../rounded-notes.js";
import {
  type CheckedAgreement,
  type CheckedAgreementInput,
  checkAgreement,
  type TrainingAgreementConfig,
  type TrainingAgreementInput,
  trainingAgreementConfig,
  trainingAgreementInput,
} from "./agreement-rules.js";

/** What a person returns of training costs. */
export interface TrainingAgreement {
  readonly kind: "training-agreement";
  readonly currency: string;
  /** Below zero: the sum of the lines. */
  readonly amount: Decimal;
  readonly lines: readonly StatementLine[];
}

/**
 * What a person who leaves early returns of the cost of trainings (M14).
 *
 * The time begins after the day of completion and is over so many months later (by the cost, in `terms`), on the same day of the month or on the month's last day. Who is employed on that day returns nothing; who leaves before the completion, or on its day, returns all. In between the part that is returned is what is not served, by `days` (days from the
 * first after completion through the last of employment, of all days of the time), by `months` or by `years` (whole ones that are served, or with `begun` also one that is served in part, of all, where a part of a year counts in the whole of the time), or what `steps` say: the first step whose months are not yet over, and never more than what is not served where `most` says so. Reasons of leaving that the
 * agreement does not name oblige to nothing, so a reason is written as the agreement does, and a training that costs less than the first of the terms has no agreement.
 *
 * Each training has a line: its basis is the cost, its rate the part that is returned, below zero (shown with 6 decimals), its amount their product, rounded to the currency's minor unit; the note `training-term` says how many months or days of how many were served, `rounded` how the amount was rounded. As a claim of `deductions`, which is above zero, it is the negated amount: `amount.neg()`.
 *
 * Errors of the config: terms or steps out of order (`points-unsorted`), days that are begun (`one-of`). Errors of the input: no reason where the agreement names some (`missing`), a training twice (`duplicate-id`).
 *
 * Source: China's Labour Contract Law (2007), article 22: not more than the training's cost, nor than what falls on the time that is not served.
 *
 * @example
 * ```ts
 * import { trainingAgreement } from "tierwise";
 *
 * const returned = trainingAgreement({
 *   currency: "CNY",
 *   terms: [{ fromCost: 5000, months: 60 }],
 *   returns: { by: "months" },
 *   reasons: ["resignation"],
 * });
 * const { lines } = returned({
 *   left: "2026-03-31",
 *   reason: "resignation",
 *   trainings: [{ id: "certificate", cost: 10_000, completed: "2025-03-31" }],
 * });
 * lines[0]?.amount; // => "-8000"
 * ```
 */
export const trainingAgreement: CalculatorFactory<
  TrainingAgreementConfig,
  TrainingAgreementInput,
  TrainingAgreement
> = /* @__PURE__ */ defineFactory({
  title: "trainingAgreement",
  config: trainingAgreementConfig,
  check: checkAgreement,
  compile: (config) =>
    defineCalculator({
      title: "trainingAgreement",
      input: trainingAgreementInput,
      run(input, report): TrainingAgreement {
        checkInput(config, input, report);
        report.stop();
        const lines = input.trainings.map((training) => lineOf(config, input, training));
        const decimals = currencyDecimals(config.currency);
        const units = lines.map(({ amount }) => roundToUnits(readNumber(amount), decimals, "half-up"));
        return {
          kind: "training-agreement",
          currency: config.currency,
          amount: unitsToDecimal(
            units.reduce((all, one) => all + one, 0n),
            decimals,
          ),
          lines,
        };
      },
    }),
});

function checkInput(
  { reasons }: CheckedAgreement,
  { trainings, reason }: CheckedAgreementInput,
  report: Report,
): void {
  checkIds(trainings, ["trainings"], report);
  if (reasons !== undefined && reason === undefined)
    report.add(["reason"], "missing", "the agreement depends on why the person leaves");
}

type Training = CheckedAgreementInput["trainings"][number];

function lineOf(config: CheckedAgreement, input: CheckedAgreementInput, training: Training): StatementLine {
  const cost = readNumber(training.cost);
  const { part, notes } = returnOf(config, input, training, cost);
  const rate = negate(part);
  const exact = multiply(cost, rate);
  return payLine("trainingAgreement", "training", config, {
    id: `${config.id ?? "trainingAgreement"}.${training.id}`,
    basis: exactDecimal(cost),
    rate: shownDecimal(rate),
    rateAs: "percent",
    amount: toMoney(exact, config.currency, config.rounding),
    notes: [...notes, ...roundedNotes(exact, config.currency, config.rounding)],
  });
}

interface Returned {
  readonly part: Rational;
  readonly notes: readonly LineNote[];
}

/** What part of a training's cost is returned, and why. */
function returnOf(
  { terms, returns, reasons }: CheckedAgreement,
  { left, reason }: CheckedAgreementInput,
  { completed }: Training,
  cost: Rational,
): Returned {
  const nothing = (kind: string, values: LineNote["values"]): Returned => ({
    part: ZERO,
    notes: [{ kind, values }],
  });
  if (reason !== undefined && reasons !== undefined && !reasons.includes(reason))
    return nothing("training-reason", { reason });
  const term = terms.filter(({ fromCost }) => compare(readNumber(fromCost), cost) <= 0).at(-1);
  if (term === undefined) return nothing("training-no-term", { cost: exactDecimal(cost) });
  if (completed === undefined || left <= completed)
    return { part: ONE, notes: [{ kind: "training-not-completed", values: {} }] };
  const end = monthsAfter(completed, term.months);
  if (left >= end) return nothing("training-served", { end });
  const months = monthsBetween(completed, left);
  const servedBy = (by: ServedBy, counts: "whole" | "begun") =>
    servedTime(by, counts, completed, left, term.months);
  const notServed = ({ served, of }: Served) => subtract(ONE, rational(BigInt(served), BigInt(of)));
  const untilOf = (time: Served): LineNote => ({
    kind: "training-term",
    values: { completed, end, left, ...textsOf(time) },
  });
  if (returns.by !== "steps") {
    const time = servedBy(returns.by, returns.counts);
    return { part: notServed(time), notes: [untilOf(time)] };
  }
  const until = untilOf(servedBy("months", "whole"));
  const step = returns.steps.find(({ before }) => months < before);
  const stated = readRatio(step?.returns ?? 0);
  if (returns.most === undefined) return { part: stated, notes: [until] };
  const time = servedBy(returns.most, "whole");
  const most = notServed(time);
  const values = { stated: exactDecimal(stated), most: shownDecimal(most), ...textsOf(time) };
  const held = { kind: "training-most", values };
  return { part: lesser(stated, most), notes: compare(most, stated) < 0 ? [until, held] : [until] };
}

type ServedBy = "days" | "months" | "years";

/** How much of the agreed time is served; years count as twelve months. */
interface Served {
  readonly served: number;
  readonly of: number;
  readonly unit: "days" | "months";
}

function textsOf({ served, of, unit }: Served): LineNote["values"] {
  return { served: String(served), of: String(of), unit };
}

function servedTime(
  by: ServedBy,
  counts: "whole" | "begun",
  completed: string,
  left: string,
  term: number,
): Served {
  if (by === "days") {
    const days = (to: string) => dayNumber(to) - dayNumber(completed);
    return { served: days(left), of: days(monthsAfter(completed, term)), unit: "days" };
  }
  const size = by === "months" ? 1 : 12;
  const whole = Math.floor(monthsBetween(completed, left) / size);
  const begun = monthsAfter(completed, whole * size) < left ? 1 : 0;
  const served = (whole + (counts === "begun" ? begun : 0)) * size;
  return { served: Math.min(served, term), of: term, unit: "months" };
}
