import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../../kernel/calculator.js";
import { currency } from "../../kernel/currency.js";
import { type Decimal, exactDecimal, shownDecimal } from "../../kernel/decimal.js";
import { date, id, inputNumber, roundingMode } from "../../kernel/fields.js";
import type { Label } from "../../kernel/label.js";
import { readNumber } from "../../kernel/number.js";
import { compare, type Rational, subtract } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { type Checked, lazySchema, type Written } from "../../kernel/schema.js";
import { rowCheck } from "../row-keys.js";
import { checkMarket, compileMarket, type MarketPosition, marketFields } from "./market.js";
import { checkPositions, compilePositions, positionFields } from "./positions.js";
import { checkPayRanges, compileRanges, type PayRange, rangeFields } from "./ranges.js";

const salaryPositionConfig = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    currency: currency(),
    rounding: z._default(roundingMode(), "half-up"),
    ...rangeFields(),
    ...positionFields(),
    ...marketFields(),
  }),
);

const salaryPositionInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    tier: id(),
    grade: z.optional(id()),
    location: z.optional(id()),
    salary: inputNumber({ least: 0 }),
    on: z.optional(date()),
  }),
);

/**
 * Pay ranges, the positions in them, and market rates: the config of `salaryPosition`.
 *
 * @useDeclaredType
 */
export type SalaryPositionConfig = Written<typeof salaryPositionConfig>;

type CheckedConfig = Checked<typeof salaryPositionConfig>;

/**
 * The tier (and where ranges have them, grade and location), the salary, for as long as the amounts of the ranges are, and the day to which market rates are brought.
 *
 * @useDeclaredType
 */
export type SalaryPositionInput = Written<typeof salaryPositionInput>;

/** Where a salary is in its range and in the market. */
export interface SalaryPosition {
  readonly kind: "salary-position";
  readonly currency: string;
  readonly salary: Decimal;
  readonly minimum: Decimal;
  readonly midpoint: Decimal;
  readonly maximum: Decimal;
  /** The salary over the midpoint; shown with 6 decimals. */
  readonly compaRatio: Decimal;
  /** How far the salary is from the minimum (0) to the maximum (1); shown with 6 decimals. */
  readonly penetration: Decimal;
  readonly position: string;
  readonly positionLabel?: Label;
  /** What is missing to the minimum, where the salary is below it. */
  readonly belowMinimum?: Decimal;
  /** By how much the salary is above the maximum. */
  readonly aboveMaximum?: Decimal;
  readonly market?: MarketPosition;
}

/**
 * Where a salary is in the pay range of its tier, and against the market (M10).
 *
 * A range is given by `minimum`, `maximum` and perhaps `midpoint` (halfway, where it is not said), or by `midpoint` and `spread`: then the minimum is
 * midpoint / (1 + spread / 2) and the maximum that, before it is rounded, x (1 + spread). What is worked out of a range is rounded to `rangeDecimals` (the currency's minor unit where it is not said). The compa-ratio is salary / midpoint, the range penetration
 * (salary - minimum) / (maximum - minimum). Both are exact, and shown with 6 decimals.
 *
 * Without `positions` a salary is `below` the range, in its `first-quarter` to `fourth-quarter`, or `above` it; a salary at the corner of two quarters is in the upper one, and at the
 * maximum in the fourth. `positions` names others, by compa-ratio or penetration, each from a least ratio on (at least that), compared with the ratio rounded to `decimals`, or exact.
 *
 * Market rates are brought from the day that they are of (`asOf`) to the day of the input by `ageing`: with `simple` times 1 + rate x months / 12, with `compound` year on year for whole years, and
 * in proportion for the months left. Parts of a month count by its days. A rate that was brought to another day is rounded to the currency's minor unit, and compared as it is then. The market ratio is salary / rate at the `reference` percentile (50 where it is not said). The salary's own
 * percentile lies on straight lines between the stated ones, never beyond them.
 *
 * Errors of the config: a tier with two ranges (`row-twice`), a range that is given in neither way, or both (`one-of`), ends in the wrong order (`range-empty`), positions out of order
 * (`bands-unsorted`), percentiles out of order (`points-unsorted`), amounts that fall (`points-falling`), a tier without a rate at the reference (`row-missing`). Errors of the input: a tier, grade or
 * location without a range or a rate (`unknown-tier`, `unknown-row`, `missing`), no day where rates are aged (`missing`), a day before that of the rates (`range-empty`), or so late that ageing leaves nothing of a rate (`out-of-range`).
 *
 * Source: WorldatWork's formulas of ranges, in "Base Pay Administration and Pay for Performance" (course C4), and its glossary for compa-ratio, range penetration and ageing.
 *
 * @example
 * ```ts
 * import { salaryPosition } from "tierwise";
 *
 * const position = salaryPosition({
 *   currency: "USD",
 *   ranges: [{ tier: "senior", midpoint: 60_000, spread: "50%" }],
 *   market: { asOf: "2026-01-01", ageing: { rate: "4%" }, rates: [{ tier: "senior", percentile: 50, amount: 60_000 }] },
 * });
 * const { minimum, maximum, compaRatio, position: place, market } = position({ tier: "senior", salary: 54_000, on: "2026-07-01" });
 * [minimum, maximum]; // => ["48000", "72000"]
 * compaRatio; // => "0.9"
 * place; // => "second-quarter"
 * market?.ratio; // => "0.882353"
 * ```
 */
export const salaryPosition: CalculatorFactory<SalaryPositionConfig, SalaryPositionInput, SalaryPosition> =
  /* @__PURE__ */ defineFactory({
    title: "salaryPosition",
    config: salaryPositionConfig,
    check(config, report) {
      checkPayRanges(config, [], report);
      checkPositions(config, [], report);
      checkMarket(config, [], report);
    },
    compile: compileSalaryPosition,
  });

function compileSalaryPosition(config: CheckedConfig) {
  const { currency: money, market } = config;
  const rangeOf = compileRanges(config, config.rounding);
  const place = compilePositions(config, config.rounding);
  const inMarket = market === undefined ? undefined : compileMarket(market, money, config.rounding);
  const checkRange = rowCheck(config.ranges, "the ranges");
  const checkRate = market === undefined ? undefined : rowCheck(market.rates, "the market rates");
  return defineCalculator({
    title: "salaryPosition",
    input: salaryPositionInput,
    run({ on, salary: written, ...person }, report): SalaryPosition {
      checkRange(person, [], report);
      if (report.clean([])) checkRate?.(person, [], report);
      checkDay(config, on, report);
      report.stop();
      const salary = readNumber(written);
      const range = rangeOf(person);
      const compared = inMarket?.(person, salary, range.midpoint, on ?? "", report);
      report.stop();
      const { compaRatio, penetration, ...position } = place(salary, range);
      return {
        kind: "salary-position",
        currency: money,
        salary: exactDecimal(salary),
        minimum: exactDecimal(range.minimum),
        midpoint: exactDecimal(range.midpoint),
        maximum: exactDecimal(range.maximum),
        compaRatio: shownDecimal(compaRatio),
        penetration: shownDecimal(penetration),
        ...position,
        ...outside(salary, range),
        ...(compared === undefined ? {} : { market: compared }),
      };
    },
  });
}

/** Notes a day that market rates cannot be brought to. */
function checkDay({ market }: CheckedConfig, on: string | undefined, report: Report): void {
  if (market?.ageing === undefined) return;
  if (on === undefined)
    report.add(["on"], "missing", "this is required: the day to which market rates are brought");
  else if (on < market.asOf)
    report.add(["on"], "range-empty", `expected a day that is not before ${market.asOf}, got ${on}`);
}

function outside(salary: Rational, { minimum, maximum }: PayRange): Partial<SalaryPosition> {
  if (compare(salary, minimum) < 0) return { belowMinimum: exactDecimal(subtract(minimum, salary)) };
  return compare(salary, maximum) > 0 ? { aboveMaximum: exactDecimal(subtract(salary, maximum)) } : {};
}
