import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../kernel/calculator.js";
import { readNumber } from "../kernel/number.js";
import { compileProration } from "../kernel/proration.js";
import { ONE, type Rational } from "../kernel/rational.js";
import { type Checked, lazySchema, orInstead, type Written } from "../kernel/schema.js";
import { type ProgramCalculator, withProgram } from "../program/calculator.js";
import { compileProgram, type Run, type Value } from "../program/interpreter.js";
import { checkPerformanceBonus } from "./bonus/check.js";
import { type BonusPlace, checkBonusInput, checkBonusPlace } from "./bonus/check-input.js";
import { performanceBonusFields, performanceBonusInputSchema } from "./bonus/fields.js";
import { payoutNotes, stretchNotes } from "./bonus/notes.js";
import { bonusProgram, multiplierColumn } from "./bonus/program.js";
import { payLine, type StatementLine } from "./line.js";
import { lineOfParts, traceOfParts } from "./line-of-parts.js";
import { type Stretch, stretches, stretchesNotes } from "./presence.js";

const performanceBonusConfig = /* @__PURE__ */ lazySchema(() =>
  orInstead(z.strictObject(performanceBonusFields()), {
    table: 'what each tier is paid at a payout of 100% is its "target"',
  }),
);

const performanceBonusInput = /* @__PURE__ */ lazySchema(performanceBonusInputSchema);

/**
 * Targets, the payout curve and what else makes the payout: the config of `performanceBonus`.
 *
 * @useDeclaredType
 */
export type PerformanceBonusConfig = Written<typeof performanceBonusConfig>;

type CheckedBonus = Checked<typeof performanceBonusConfig>;

/**
 * The tier and the score that the bonus is paid for; where the plan needs them, the salary and the multipliers; the period and the days of it that are paid.
 *
 * @useDeclaredType
 */
export type PerformanceBonusInput = Written<typeof performanceBonusInput>;

type CheckedInput = Checked<typeof performanceBonusInput>;

/**
 * A performance bonus (M10): the tier's target times the payout that belongs to the score.
 *
 * The target is an amount, or a `share` of the input's salary. The payout curve is given by points in rising order of score, joined by straight lines or taken as steps; exactly a point has its payout. Below the
 * first point nothing is paid, above the last its payout, or the last line goes on (`above: "extended"`). A line that comes to `below` at a point jumps there. With `payoutDecimals` a payout
 * is rounded when it is read off a curve.
 *
 * In this order, none of them needed: `multipliers` (each with a curve of its own, with a matrix `byScore`, or a factor that the input says) are multiplied with the score's payout, or added to it (`combine`), with weights that sum to
 * 1, or each whole; where they are added, a payout of 0 of one that is `required` leaves nothing. `modifiers` multiply the payout of some tiers. `floor` and `cap` bound it; a floor holds below the threshold too.
 * A matrix has a curve for each of some scores, and its payout is that of the row of the last score that is reached (`steps`), or goes in a straight line from row to row (`lines`): below the first row nothing, above the last its own. Where the matrix is all, the score's
 * own curve pays 100 % from the lowest score on, or where payouts are added 0.
 * Joiners, leavers, absences and changes of tier or salary in the period are paid by the part of its days (`proration`; calendar days where it is not said), as in `basePay`.
 *
 * The line's basis is the target, its rate the payout (shown with 6 decimals) times the part of the period, its amount their product, rounded once to the currency's minor unit. Where something changes in the period,
 * each stretch of days is a part, as in `basePay`.
 *
 * Notes: `payout-score` (what the curve pays at the score) or `payout-threshold` (the score is below the first point), `payout-multiplier` and `payout-multiplier-curve` or `payout-added` (each), `payout-gate`,
 * all of which are the same all the period; `payout-target` (of a salary), `payout-modifier`, `payout-cap`, `payout-floor`, each with its stretch of days where something changes; `prorated`, `absence`, `rounded`, `parts-rounded-to-sum` (where a part is a unit off what rounding it alone would make).
 *
 * Errors of the config: points or rows out of order (`points-unsorted`), a multiplier with a curve and a matrix (`one-of`), a jump or an end that the curve cannot have (`one-of`, `points-falling`), a tier twice (`row-twice`), neither or both of amount and share (`one-of`),
 * weights that do not sum to 1 (`weights-sum`), that only some have (`missing`), or that nothing is added by (`one-of`), a cap below the floor (`range-empty`). Errors of the input: a tier without a target
 * (`unknown-tier`), no salary, multiplier or period where it is needed (`missing`), a multiplier that the plan does not have (`unknown-multiplier`), or below zero (`out-of-range`) where it is the factor itself,
 * and those of `basePay` for days.
 *
 * @example
 * ```ts
 * import { performanceBonus } from "tierwise";
 *
 * const bonus = performanceBonus({
 *   currency: "CNY",
 *   target: [{ tier: "junior", amount: 4000 }, { tier: "senior", amount: 8000 }],
 *   payout: [{ score: 60, pays: "50%" }, { score: 80, pays: "100%" }, { score: 100, pays: "150%" }],
 * });
 * bonus({ tier: "senior", score: "83.25" }).amount; // => "8650"
 * bonus({ tier: "senior", score: 59 }).amount; // => "0"
 *
 * const withCompany = performanceBonus({
 *   currency: "USD",
 *   target: [{ tier: "officer", share: "40%" }],
 *   payout: [{ score: 90, pays: "50%" }, { score: 100, pays: "100%" }, { score: 120, pays: "200%" }],
 *   multipliers: [{ id: "company" }],
 *   cap: "200%",
 * });
 * withCompany({ tier: "officer", salary: 100_000, score: 110, multipliers: { company: "1.1" } }).amount; // => "66000"
 * ```
 */
export const performanceBonus: CalculatorFactory<
  PerformanceBonusConfig,
  PerformanceBonusInput,
  StatementLine
> = /* @__PURE__ */ defineFactory({
  title: "performanceBonus",
  config: performanceBonusConfig,
  check: (config, report) => checkPerformanceBonus(config, [], report),
  compile: compileBonus,
});

function compileBonus(config: CheckedBonus): ProgramCalculator<PerformanceBonusInput, StatementLine> {
  const program = bonusProgram(config);
  const run = compileProgram(program);
  const proration = compileProration(config.proration);
  const calculator = defineCalculator({
    title: "performanceBonus",
    input: performanceBonusInput,
    run(input, report): StatementLine {
      const { period, tier, salary, changes, score: written } = input;
      checkBonusInput(config, input, report);
      const place = salary === undefined ? { tier } : { tier, salary };
      const held =
        period === undefined
          ? [{ from: "", to: "", values: place, part: ONE, path: [] }]
          : stretches<BonusPlace>(period, input, place, changes, proration, report);
      for (const stretch of held) checkBonusPlace(config, stretch, report);
      report.stop();
      const score = readNumber(written);
      const shared = sharedColumns(config, input);
      const results = held.map((stretch) => run([...shared, ...columnsOf(stretch)]));
      const parts = held.map(({ from, to }, index) => exactPart(`${from}/${to}`, results[index] as Run));
      const figures = lineOfParts(parts, config.currency, config.rounding);
      return payLine("performanceBonus", "bonus", config, {
        period,
        ...figures,
        rateAs: "percent",
        notes: [
          ...payoutNotes(config, score, results.at(-1) as Run),
          ...held.flatMap((stretch, index) =>
            stretchNotes(config, stretch, results[index] as Run, held.length > 1),
          ),
          ...(period === undefined ? [] : stretchesNotes(period, held, input, proration)),
          ...figures.notes,
        ],
        trace: traceOfParts(results),
      });
    },
  });
  return withProgram(calculator, program);
}

/** The columns that are the same in all stretches. */
function sharedColumns(
  { multipliers = [] }: CheckedBonus,
  input: CheckedInput,
): (readonly [string, Value])[] {
  return [
    ["score", readNumber(input.score)],
    ...multipliers.map(({ id }) => [multiplierColumn(id), readNumber(input.multipliers[id])] as const),
  ];
}

function columnsOf({ values: { tier, salary }, part }: Stretch<BonusPlace>): (readonly [string, Value])[] {
  return [
    ["tier", tier],
    ["salary", salary === undefined ? null : readNumber(salary)],
    ["part", part],
  ];
}

function exactPart(of: string, result: Run): { of: string; basis: Rational; rate: Rational } {
  return { of, basis: result.number("target"), rate: result.number("paid") };
}
