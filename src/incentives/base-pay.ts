import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../kernel/calculator.js";
import { periodMonths } from "../kernel/calendar.js";
import { currencyDecimals } from "../kernel/currency.js";
import { exactDecimal } from "../kernel/decimal.js";
import type { Path } from "../kernel/errors.js";
import { configNumber, id, inputNumber, period } from "../kernel/fields.js";
import { readNumber } from "../kernel/number.js";
import { compare, rational, rationalText } from "../kernel/rational.js";
import type { Report } from "../kernel/report.js";
import { type Checked, described, lazySchema, list, type Written } from "../kernel/schema.js";
import { show, showChoices } from "../kernel/show.js";
import { type ProgramCalculator, withProgram } from "../program/calculator.js";
import { compileProgram } from "../program/interpreter.js";
import type { Program } from "../program/program.js";
import { payFields } from "./fields.js";
import { payLine, type StatementLine, toMoney } from "./line.js";

/** The fields of base pay; a policy's incentive has them too. */
export function basePayFields() {
  return {
    ...payFields(),
    per: described(
      z._default(z.enum(["month", "year"]), "month"),
      "For how long an amount of the table pays.",
    ),
    table: described(
      list(
        z.strictObject({
          tier: id(),
          fromYears: described(z._default(configNumber({ least: 0 }), 0), "The least experience, in years."),
          amount: configNumber({ least: 0 }),
        }),
        1,
      ),
      "What each tier pays from so many years of experience on. Every tier has a row from 0 years.",
    ),
  };
}

const basePayConfig = /* @__PURE__ */ lazySchema(() => z.strictObject(basePayFields()));

const basePayInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({ tier: id(), experienceYears: z._default(inputNumber({ least: 0 }), 0), period: period() }),
);

/**
 * The pay table: the config of `basePay`.
 *
 * @useDeclaredType
 */
export type BasePayConfig = Written<typeof basePayConfig>;

type CheckedBasePay = Checked<typeof basePayConfig>;

/**
 * Tier, experience in years (0 where it is not given) and the period that is paid.
 *
 * @useDeclaredType
 */
export type BasePayInput = Written<typeof basePayInput>;

/**
 * Base pay by tier and experience (M10): the table's amount for a month (or a year), times the months of the period.
 *
 * The line's basis is the amount of the table, its rate the number of months (or years, shown with 6 decimals), its amount their product, rounded to the currency's
 * minor unit. Experience of exactly `fromYears` is in the row.
 *
 * Errors of the config: a tier and experience twice (`row-twice`), a tier without a row from 0 years (`row-missing`). Errors of the input: a tier that is not in the
 * table (`unknown-tier`), experience below zero.
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
 * ```
 */
export const basePay: CalculatorFactory<BasePayConfig, BasePayInput, StatementLine> =
  /* @__PURE__ */ defineFactory({
    title: "basePay",
    config: basePayConfig,
    check: (config, report) => checkBasePay(config, [], report),
    compile: compileBasePay,
  });

/** Notes what the schema cannot see in a pay table. */
export function checkBasePay(config: Omit<CheckedBasePay, "currency">, path: Path, report: Report): void {
  const at = [...path, "table"];
  if (!report.sound(at)) return;
  const seen = new Map<string, Set<string>>();
  for (const [index, { tier, fromYears = 0 }] of config.table.entries()) {
    const years = rationalText(readNumber(fromYears));
    const ofTier = seen.get(tier) ?? new Set();
    if (ofTier.has(years))
      report.add([...at, index], "row-twice", `${show(tier)} from ${years} years is there twice`);
    seen.set(tier, ofTier.add(years));
  }
  for (const [tier, years] of seen) {
    if (!years.has("0"))
      report.add(at, "row-missing", `the tier ${show(tier)} has no row from 0 years of experience`, { tier });
  }
}

function compileBasePay(config: CheckedBasePay): ProgramCalculator<BasePayInput, StatementLine> {
  const tiers = [...new Set(config.table.map((row) => row.tier))];
  const program = basePayProgram(config, tiers);
  const run = compileProgram(program);
  const calculator = defineCalculator({
    title: "basePay",
    input: basePayInput,
    run({ tier, experienceYears, period: paid }, report): StatementLine {
      if (!tiers.includes(tier)) {
        report.add(
          ["tier"],
          "unknown-tier",
          `${show(tier)} is not a tier of the pay table: expected ${showChoices(tiers)}`,
          { tier },
        );
      }
      report.stop();
      const months = rational(BigInt(periodMonths(paid)), config.per === "month" ? 1n : 12n);
      const result = run([
        ["tier", tier],
        ["years", readNumber(experienceYears)],
        ["periods", months],
      ]);
      return payLine("basePay", "base-pay", config, {
        period: paid,
        basis: exactDecimal(result.number("rate")),
        rate: exactDecimal(months),
        amount: toMoney(result.number("amount"), config.currency),
        trace: result.trace(),
      });
    },
  });
  return withProgram(calculator, program);
}

function basePayProgram({ table, currency, rounding }: CheckedBasePay, tiers: readonly string[]): Program {
  const functions = tiers.map((tier) => ({
    label: tier,
    function: {
      pieces: table
        .filter((row) => row.tier === tier)
        .map((row) => ({ from: readNumber(row.fromYears), amount: readNumber(row.amount) }))
        .sort((a, b) => compare(a.from, b.from))
        .map(({ from, amount }) => ({ from: rationalText(from), coefficients: [rationalText(amount)] })),
    },
  }));
  return {
    inputs: [
      { column: "tier", type: "label" },
      { column: "years", type: "number" },
      { column: "periods", type: "number" },
    ],
    steps: [
      { step: "piecewise-by", to: "rate", of: "years", by: "tier", functions },
      { step: "product", to: "unrounded", of: ["rate", "periods"] },
      { step: "round", to: "amount", of: "unrounded", decimals: currencyDecimals(currency), mode: rounding },
    ],
  };
}
