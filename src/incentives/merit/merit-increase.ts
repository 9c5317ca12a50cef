import { type CalculatorFactory, defineCalculator, defineFactory } from "../../kernel/calculator.js";
import { currencyDecimals } from "../../kernel/currency.js";
import { type Decimal, exactDecimal, lossless, shownDecimal } from "../../kernel/decimal.js";
import { readNumber, readRatio } from "../../kernel/number.js";
import { add, multiply, type Rational, rational, subtract, sum } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import type { Written } from "../../kernel/schema.js";
import { type Award, award } from "./award.js";
import { type CheckedMeritInput, type CheckedMeritPlan, compileClaims } from "./claims.js";
import { meritIncreaseConfig, meritIncreaseInput } from "./fields.js";
import { increaseOf, type PersonIncrease } from "./increase.js";
import { checkMeritMatrix } from "./matrix.js";
import { checkPositions } from "./positions.js";
import { checkPayRanges } from "./ranges.js";

/**
 * Pay ranges, the bands of the score, the merit matrix and the budget: the config of `meritIncrease`.
 *
 * @useDeclaredType
 */
export type MeritIncreaseConfig = Written<typeof meritIncreaseConfig>;

/**
 * The people whose salaries are reviewed, with salary, score (or band) and what else the plan needs; the period that the increase is earned in; perhaps the
 * budget as an amount.
 *
 * @useDeclaredType
 */
export type MeritIncreaseInput = Written<typeof meritIncreaseInput>;

/** The increases of all, and what they cost. */
export interface MeritIncrease {
  readonly kind: "merit-increase";
  readonly currency: string;
  readonly period: string;
  /** What the increases would cost without a budget; exact. */
  readonly wanted: Decimal | string;
  /** The budget, where there is one; exact. */
  readonly budget?: Decimal | string;
  /** Increases and lump sums together: never more than the budget. */
  readonly cost: Decimal;
  /** What is left of the budget; exact. */
  readonly left?: Decimal | string;
  /** What all were multiplied by to stay in the budget, shown with 6 decimals; 1 where it was enough. */
  readonly factor: Decimal;
  readonly people: readonly PersonIncrease[];
}

/**
 * Merit increases of a group of people, by a matrix of score band and position in the pay range, within a budget (M10).
 *
 * The band of a person is that of the `score` (at least `from`), or is given where no band says its scores. The position is that of `salaryPosition`. The cell of both
 * gives a percent of the salary, or a least, a target and a most: then what is proposed for the person must be within them, and the target is paid where nothing is proposed. Joiners and people who were
 * absent in the period get a part of it (`proration`).
 *
 * 1. Wanted: salary x percent x part, exact.
 * 2. What of it would bring the salary above the maximum of the range is lost, paid once as a `lump-sum`, or paid all the same (`aboveMaximum`). Who is above the maximum already gets no raise, and keeps the salary.
 * 3. Budget: a part of the salaries of all (`budget`), or an amount in the input. Raises and lump sums count alike. If they are more together, each is multiplied by budget / sum.
 * 4. A new salary is rounded to a multiple of `salaryStep` (the currency's minor unit where it is not said), a lump sum to the minor unit, by `rounding`; a salary is never lowered, nor
 *    rounded above the maximum, and one without a raise stays as it is. Where the budget is short, or rounding would overspend it, all are rounded down instead, and one step each goes to the largest
 *    remainders, of equal ones to the id that comes first by code point, as long as the budget lasts. So the cost is never above the budget, and in a short budget of minor units all of it is spent.
 *
 * Salaries, ranges and budget are for the same time, usually a year. The line of a lump sum has the salary as its basis and the part of it that is paid (shown with 6 decimals) as its rate; `rounded`, or `rounded-to-budget` where all are rounded within the budget, says what it was before, as `salary-rounded` does of a new salary.
 *
 * Errors of the config: those of `salaryPosition` for ranges and positions; bands out of order (`bands-unsorted`), a band and position without an increase (`cell-missing`) or with two (`cell-twice`), a
 * band or position that is not there (`unknown-band`), a cell with neither or both of percent and target (`one-of`), least, target and most out of order (`range-empty`). Errors of the input: a person twice
 * (`duplicate-id`), a tier without a range (`unknown-tier`, `unknown-row`), no score or band (`missing`) or both (`one-of`), a proposal outside its cell (`out-of-range`), two budgets (`one-of`), and those of
 * `basePay` for days. Nobody in the group: nothing is spent.
 *
 * Source: merit matrices as in G. T. Milkovich, J. M. Newman and B. Gerhart, "Compensation", chapter on pay for performance.
 *
 * @example
 * ```ts
 * import { meritIncrease } from "tierwise";
 *
 * const review = meritIncrease({
 *   currency: "USD",
 *   ranges: [{ tier: "senior", minimum: 48_000, maximum: 72_000 }],
 *   positions: { by: "compa-ratio", bands: [{ id: "low" }, { id: "high", from: 1 }] },
 *   bands: [{ id: "meets" }, { id: "exceeds", from: 80 }],
 *   matrix: [
 *     { band: "meets", positions: ["low", "high"], percent: "2%" },
 *     { band: "exceeds", positions: ["low"], percent: "5%" },
 *     { band: "exceeds", positions: ["high"], percent: "3%" },
 *   ],
 *   budget: "3%",
 * });
 * const result = review({
 *   period: "2026",
 *   people: [{ id: "ann", tier: "senior", salary: 50_000, score: 91 }, { id: "ben", tier: "senior", salary: 66_000, score: 75 }],
 * });
 * result.budget; // => "3480"
 * result.factor; // => "0.910995"
 * result.people.map(({ increase }) => increase); // => ["2277.49", "1202.51"]
 * result.left; // => "0"
 * ```
 */
export const meritIncrease: CalculatorFactory<MeritIncreaseConfig, MeritIncreaseInput, MeritIncrease> =
  /* @__PURE__ */ defineFactory({
    title: "meritIncrease",
    config: meritIncreaseConfig,
    check(config, report) {
      checkPayRanges(config, [], report);
      checkPositions(config, [], report);
      checkMeritMatrix(config, [], report);
    },
    compile: compileMeritIncrease,
  });

function compileMeritIncrease(config: CheckedMeritPlan) {
  const claimsOf = compileClaims(config);
  const minor = rational(1n, 10n ** BigInt(currencyDecimals(config.currency)));
  const salaryStep = config.salaryStep === undefined ? minor : readNumber(config.salaryStep);
  const units = { salary: salaryStep, lump: minor, mode: config.rounding };
  return defineCalculator({
    title: "meritIncrease",
    input: meritIncreaseInput,
    run(input, report): MeritIncrease {
      checkBudget(config, input, report);
      const claims = claimsOf(input, report);
      const budget = budgetOf(config, input);
      const { awards, ...within } = award(
        claims.map(({ claim }) => claim),
        budget,
        units,
      );
      const cost = sum(awards.map(({ raise, lump }) => add(raise, lump)));
      return {
        kind: "merit-increase",
        currency: config.currency,
        period: input.period,
        wanted: lossless(sum(claims.map(({ claim: { raise, lump } }) => add(raise, lump)))),
        ...(budget === undefined ? {} : { budget: lossless(budget), left: lossless(subtract(budget, cost)) }),
        cost: exactDecimal(cost),
        factor: shownDecimal(within.factor),
        people: claims.map((claim, index) =>
          increaseOf(claim, awards[index] as Award, within, config, input.period),
        ),
      };
    },
  });
}

function checkBudget({ budget }: CheckedMeritPlan, input: CheckedMeritInput, report: Report): void {
  if (budget !== undefined && input.budget !== undefined)
    report.add(
      ["budget"],
      "one-of",
      "the plan says what part of the salaries the budget is: take the amount away",
    );
}

function budgetOf({ budget }: CheckedMeritPlan, input: CheckedMeritInput): Rational | undefined {
  if (input.budget !== undefined) return readNumber(input.budget);
  if (budget === undefined) return undefined;
  return multiply(readRatio(budget), sum(input.people.map(({ salary }) => readNumber(salary))));
}
