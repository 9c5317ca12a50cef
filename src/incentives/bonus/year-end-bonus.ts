import { type CalculatorFactory, defineCalculator, defineFactory } from "../../kernel/calculator.js";
import { exactDecimal, shownDecimal } from "../../kernel/decimal.js";
import { readNumber, readRatio } from "../../kernel/number.js";
import { compileProration, type Proration } from "../../kernel/proration.js";
import { compare, ONE, type Rational, ZERO } from "../../kernel/rational.js";
import type { Written } from "../../kernel/schema.js";
import { type ProgramCalculator, withProgram } from "../../program/calculator.js";
import { compileProgram, type Run } from "../../program/interpreter.js";
import { type Eligibility, ineligibleNotes, judgeEligibility } from "../eligibility.js";
import { checkEligibility } from "../eligibility-conditions.js";
import { type LineNote, payLine, type StatementLine, toMoney } from "../line.js";
import { checkStatedMoney } from "../money.js";
import { checkPresence, paidPart, presenceNotes } from "../presence.js";
import { roundedNotes } from "../rounded-notes.js";
import { yearEndBonusConfig, yearEndBonusInput } from "./year-end-fields.js";
import { rowLabel, type YearEndRow, yearEndProgram } from "./year-end-program.js";
import {
  type CheckedYearEnd,
  type CheckedYearEndInput,
  checkYearEndRows,
  rowOf,
  statedBasis,
  YEAR_END_MONEY,
} from "./year-end-rows.js";

/**
 * What each tier is paid, who is eligible, and how a part of the period counts: the config of `yearEndBonus`.
 *
 * @useDeclaredType
 */
export type YearEndBonusConfig = Written<typeof yearEndBonusConfig>;

/**
 * The period, usually a year, and the tier; where the plan needs them, a month's salary or what was earned, a factor, what conditions of eligibility look at, days of employment and absences.
 *
 * @useDeclaredType
 */
export type YearEndBonusInput = Written<typeof yearEndBonusInput>;

/**
 * A year-end bonus (M10): an amount, months of the salary (a thirteenth month, say), or a part of what was earned in the period; by tier, for who is eligible, and in part for a part of the period.
 *
 * The row is that of the tier, or else the one without a tier. Of the salary, or of what was earned, no more than `basisMost` counts. An amount and months of the salary are paid for the part of the period that somebody is
 * employed and not absent (`proration`; calendar days where it is not said); what was earned knows that by itself, so a part of it is paid as it is. A `factor` of the input multiplies all of it.
 *
 * The line's basis is the amount, the salary or what was earned, its rate the months, or the part, times factor and part of the period (shown with 6 decimals), its amount their product, rounded once to the
 * currency's minor unit. Who is not eligible has a line of 0 that says why.
 *
 * Notes: `bonus-months` or `bonus-share` (what the row pays), `basis-most`, `bonus-factor`, `prorated`, `absence`, `rounded`, and those of eligibility.
 *
 * Errors of the config: a stated amount finer than the currency (`amount-too-fine`), a row with none or several of amount, months and share (`one-of`), `basisMost` beside an amount (`one-of`), a tier twice (`row-twice`), those of `eligibility`. Errors of the input: a tier without a row
 * (`unknown-tier`, or `missing` where none is said), no salary or nothing of what was earned where the row needs it (`missing`), what conditions look at and is not given (`fact-missing`), and those of `basePay` for days.
 *
 * @example
 * ```ts
 * import { yearEndBonus } from "tierwise";
 *
 * const thirteenth = yearEndBonus({
 *   currency: "CNY",
 *   pays: [{ months: 1 }, { tier: "senior", months: 2 }],
 *   eligibility: [{ employedOn: "period-end" }],
 *   proration: { by: "months" },
 * });
 * const employment = { from: "2026-04-01" };
 * thirteenth({ period: "2026", tier: "junior", salary: 8000, employment }).amount; // => "6000"
 * thirteenth({ period: "2026", tier: "senior", salary: 8000, employment: { from: "2020-01-01", to: "2026-12-30" } }).amount; // => "0"
 * ```
 */
export const yearEndBonus: CalculatorFactory<YearEndBonusConfig, YearEndBonusInput, StatementLine> =
  /* @__PURE__ */ defineFactory({
    title: "yearEndBonus",
    config: yearEndBonusConfig,
    check(config, report) {
      checkYearEndRows(config.pays, ["pays"], report);
      checkStatedMoney(config, YEAR_END_MONEY, [], report);
      checkEligibility(config.eligibility, ["eligibility"], report);
    },
    compile: compileYearEndBonus,
  });

function compileYearEndBonus(config: CheckedYearEnd): ProgramCalculator<YearEndBonusInput, StatementLine> {
  const program = yearEndProgram(config.pays, config.currency, config.rounding);
  const run = compileProgram(program);
  const proration = compileProration(config.proration);
  const calculator = defineCalculator({
    title: "yearEndBonus",
    input: yearEndBonusInput,
    run(input, report): StatementLine {
      const index = rowOf(config, input, report);
      const row = config.pays[index] ?? {};
      const stated = statedBasis(row, input, report);
      checkPresence(input, [], report);
      report.stop();
      const judged = judgeEligibility(config.eligibility, input, [], report);
      report.stop();
      const part = row.share === undefined ? paidPart(input.period, input, proration, report) : ONE;
      const factor = input.factor === undefined ? ONE : readNumber(input.factor);
      const result = run([
        ["row", rowLabel(index)],
        ["stated", stated === undefined ? null : readNumber(stated)],
        ["factor", judged.eligible ? factor : ZERO],
        ["part", part],
      ]);
      return payLine("yearEndBonus", "bonus", config, {
        period: input.period,
        basis: exactDecimal(result.number("basis")),
        rate: shownDecimal(result.number("rate")),
        rateAs: row.share === undefined ? undefined : "percent",
        amount: toMoney(result.number("amount"), config.currency),
        notes: notesOf(config, input, result, { judged, row, factor, part, proration }),
        trace: result.trace(),
      });
    },
  });
  return withProgram(calculator, program);
}

interface Made {
  readonly judged: Eligibility;
  readonly row: YearEndRow;
  readonly factor: Rational;
  readonly part: Rational;
  readonly proration: Proration;
}

function notesOf(
  { currency, rounding }: CheckedYearEnd,
  input: CheckedYearEndInput,
  result: Run,
  { judged, row, factor, part, proration }: Made,
): readonly LineNote[] {
  if (!judged.eligible) return ineligibleNotes(judged);
  const [whole, basis] = [result.number("whole basis"), result.number("basis")];
  const held = { whole: exactDecimal(whole), most: exactDecimal(basis) };
  const { months, share } = row;
  return [
    ...(months === undefined ? [] : [{ kind: "bonus-months", values: { months: written(months) } }]),
    ...(share === undefined ? [] : [{ kind: "bonus-share", values: { share: written(share) } }]),
    ...(compare(basis, whole) < 0 ? [{ kind: "basis-most", values: held }] : []),
    ...(factor.n === factor.d ? [] : [{ kind: "bonus-factor", values: { factor: exactDecimal(factor) } }]),
    ...(share === undefined ? presenceNotes(input.period, part, input, proration) : []),
    ...roundedNotes(result.number("unrounded"), currency, rounding),
  ];
}

function written(value: number | string) {
  return exactDecimal(readRatio(value));
}
