import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../kernel/calculator.js";
import { periodMonths } from "../kernel/calendar.js";
import { compileProration } from "../kernel/proration.js";
import { rational } from "../kernel/rational.js";
import { type Checked, lazySchema, type Written } from "../kernel/schema.js";
import { type ProgramCalculator, withProgram } from "../program/calculator.js";
import { compileProgram, type Run } from "../program/interpreter.js";
import { checkBasePay } from "./base-pay/check.js";
import { basePayFields, basePayInputSchema, MONTHS_PER } from "./base-pay/fields.js";
import { exactPart, type Place, periodNotes, placeCheck, placeNotes, runStretch } from "./base-pay/place.js";
import { basePayProgram } from "./base-pay/table.js";
import { payLine, type StatementLine } from "./line.js";
import { lineOfParts, traceOfParts } from "./line-of-parts.js";
import { stretches, stretchesNotes } from "./presence.js";

const basePayConfig = /* @__PURE__ */ lazySchema(() => z.strictObject(basePayFields()));

const basePayInput = /* @__PURE__ */ lazySchema(basePayInputSchema);

/**
 * The pay table: the config of `basePay`.
 *
 * @useDeclaredType
 */
export type BasePayConfig = Written<typeof basePayConfig>;

type CheckedBasePay = Checked<typeof basePayConfig>;

/**
 * Tier and the period that is paid; where the table has them, grade, step and location; experience in years (0 where it is not given) and the share of full
 * time (1); days of employment, absences, and what changes in the period.
 *
 * @useDeclaredType
 */
export type BasePayInput = Written<typeof basePayInput>;

/**
 * Base pay (M10): the table's amount, with the factor of the place of work, times the months of the period and the part of them that is paid.
 *
 * A row of the table is found by the tier and, where the rows have them, the grade, the step and the location; among its amounts by years of experience, exactly
 * `fromYears` included. An amount is for a month, or `per` a quarter, half-year or year (a month of a yearly amount is a twelfth). A place without amounts of its own may have a factor. With
 * `rateDecimals` the amount with its factor is rounded before anything else is worked out of it. `share` is the share of full time.
 *
 * Joiners, leavers, absences and changes within the period are paid by the part of its days (`proration`, see the calculator of that name; calendar days where it is not said). An absence
 * is not paid, or `pays` a part of the pay; absences don't overlap. `changes` say what is different from a day on; those of earlier periods hold from the first day.
 *
 * A raise is another row: a step, a grade or a tier of the table, from a day on. For a joiner or leaver a quarter is the sum of its months (but for the rounding of each) by `months` and `days-of-30` only: by calendar or working days, days of longer months weigh more in it.
 *
 * One line: its basis is the amount of the table, with the factor, its rate the number of months (or quarters, years) times the share and the part that is paid (shown with 6 decimals where its
 * decimal does not end), its amount their product, rounded once to the currency's minor unit. Where something changes in the period, each stretch of days is a part, named by
 * its first and last day; the parts sum to the line, each rounded down, and those with the largest remainders up. The line's rate is then the sum of theirs, its
 * basis what a rate of 1 is paid on average. Not employed in the period: a line of 0.
 *
 * Notes: `location` (with a factor), `part-time`, `prorated` (the part of the period, with the days or months that it is), `absence` (each, with the part of the pay that went on), `pay-period` (where the rate is not the number
 * of months itself: how many months the amount and the period have), `rounded`, `parts-rounded-to-sum` (where a part is a unit off what rounding it alone would make).
 *
 * Errors of the config: a row twice (`row-twice`), a tier, grade, step or location without an amount from 0 years (`row-missing`), a row without what others are found by (`missing`), a location
 * with rows and a factor (`one-of`). Errors of the input: a tier that is not in the table (`unknown-tier`), a grade, step or location that the table needs and the input does
 * not say (`missing`), one for which there is no row (`unknown-row`), days in the wrong order (`range-empty`, `dates-unsorted`), absences that overlap (`spans-overlap`),
 * a period in which no day counts by the rule of proration (`no-working-days`).
 *
 * @example
 * ```ts
 * import { basePay } from "tierwise";
 *
 * const pay = basePay({
 *   currency: "CNY",
 *   table: [
 *     { tier: "junior", amount: 6000 },
 *     { tier: "junior", fromYears: 3, amount: 6600 },
 *     { tier: "senior", amount: 9000 },
 *   ],
 * });
 * pay({ tier: "junior", experienceYears: 4, period: "2026-Q3" }).amount; // => "19800"
 *
 * const promoted = pay({ tier: "junior", period: "2026-07", changes: [{ from: "2026-07-11", tier: "senior" }] });
 * promoted.amount; // => "8032.26"
 * promoted.parts?.[0]; // => { of: "2026-07-01/2026-07-10", basis: "6000", rate: "0.322581", amount: "1935.48" }
 * pay({ tier: "senior", period: "2026-07", share: "0.8", employment: { from: "2026-07-31" } }).amount; // => "232.26"
 * ```
 */
export const basePay: CalculatorFactory<BasePayConfig, BasePayInput, StatementLine> =
  /* @__PURE__ */ defineFactory({
    title: "basePay",
    config: basePayConfig,
    check: (config, report) => checkBasePay(config, [], report),
    compile: compileBasePay,
  });

function compileBasePay(config: CheckedBasePay): ProgramCalculator<BasePayInput, StatementLine> {
  const program = basePayProgram(config, config.currency, config.rounding);
  const run = compileProgram(program);
  const proration = compileProration(config.proration);
  const checkPlace = placeCheck(config);
  const calculator = defineCalculator({
    title: "basePay",
    input: basePayInput,
    run({ period, employment, absences, changes, ...place }, report): StatementLine {
      const presence = { employment, absences };
      const held = stretches<Place>(period, presence, place, changes, proration, report);
      for (const stretch of held) checkPlace(stretch, report);
      report.stop();
      const months = rational(BigInt(periodMonths(period)), BigInt(MONTHS_PER[config.per]));
      const results = held.map((stretch) => runStretch(run, stretch, months));
      const figures = lineOfParts(
        held.map((stretch, index) => exactPart(stretch, results[index] as Run)),
        config.currency,
        config.rounding,
      );
      return payLine("basePay", "base-pay", config, {
        period,
        ...figures,
        notes: [
          ...held.flatMap((stretch, index) =>
            placeNotes(stretch, results[index] as Run, config, held.length > 1),
          ),
          ...stretchesNotes(period, held, presence, proration),
          ...periodNotes(period, config, results),
          ...figures.notes,
        ],
        trace: traceOfParts(results),
      });
    },
  });
  return withProgram(calculator, program);
}
