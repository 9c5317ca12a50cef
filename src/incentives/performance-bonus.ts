import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../kernel/calculator.js";
import { currencyDecimals } from "../kernel/currency.js";
import { exactDecimal, shownDecimal } from "../kernel/decimal.js";
import type { Path } from "../kernel/errors.js";
import { configNumber, configRatio, id, inputNumber } from "../kernel/fields.js";
import { readNumber, readRatio } from "../kernel/number.js";
import { linesThrough, type Piecewise, type Point } from "../kernel/piecewise.js";
import { compare, rationalText, ZERO } from "../kernel/rational.js";
import type { Report } from "../kernel/report.js";
import { type Checked, described, lazySchema, list, type Written } from "../kernel/schema.js";
import { show, showChoices } from "../kernel/show.js";
import { type ProgramCalculator, withProgram } from "../program/calculator.js";
import { compileProgram, writePiecewise } from "../program/interpreter.js";
import type { Program } from "../program/program.js";
import { payFields } from "./fields.js";
import { payLine, type StatementLine, toMoney } from "./line.js";

/** The fields of a performance bonus; a policy's incentive has them too. */
export function performanceBonusFields() {
  return {
    ...payFields(),
    target: described(
      list(z.strictObject({ tier: id(), amount: configNumber({ least: 0 }) }), 1),
      "What each tier is paid for a period at a payout of 100%.",
    ),
    curve: described(
      z._default(z.enum(["steps", "lines"]), "lines"),
      "steps: the payout of the last point that the score reaches. lines: straight lines from point to point.",
    ),
    payout: described(
      list(z.strictObject({ score: configNumber(), pays: configRatio({ least: 0 }) }), 1),
      "The points of the payout curve. Below the first nothing is paid, above the last its payout.",
    ),
  };
}

const performanceBonusConfig = /* @__PURE__ */ lazySchema(() => z.strictObject(performanceBonusFields()));

const performanceBonusInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({ tier: id(), score: inputNumber() }),
);

/**
 * Target amounts and the payout curve: the config of `performanceBonus`.
 *
 * @useDeclaredType
 */
export type PerformanceBonusConfig = Written<typeof performanceBonusConfig>;

type CheckedBonus = Checked<typeof performanceBonusConfig>;

/**
 * The tier and the score that the bonus is paid for.
 *
 * @useDeclaredType
 */
export type PerformanceBonusInput = Written<typeof performanceBonusInput>;

/**
 * A performance bonus (M10): the tier's target amount times the payout that belongs to the score.
 *
 * The payout curve is given by points in rising order of score, joined by straight lines or taken as steps. Below the first point nothing is
 * paid, above the last its payout. The line's basis is the target amount, its rate the payout, its amount their product, rounded to the
 * currency's minor unit.
 *
 * Errors of the config: points out of order (`points-unsorted`), a tier twice (`row-twice`). Errors of the input: a tier without a target (`unknown-tier`).
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

/** Notes what the schema cannot see in a bonus. */
export function checkPerformanceBonus(
  config: Omit<CheckedBonus, "currency">,
  path: Path,
  report: Report,
): void {
  const targets = [...path, "target"];
  if (report.sound(targets)) {
    const seen = new Set<string>();
    for (const [index, { tier }] of config.target.entries()) {
      if (seen.has(tier))
        report.add([...targets, index, "tier"], "row-twice", `the tier ${show(tier)} is there twice`);
      seen.add(tier);
    }
  }
  const points = [...path, "payout"];
  if (!report.sound(points)) return;
  for (const [index, { score }] of config.payout.entries()) {
    const before = config.payout[index - 1];
    if (before === undefined || compare(readNumber(before.score), readNumber(score)) < 0) continue;
    report.add(
      [...points, index, "score"],
      "points-unsorted",
      `expected scores in rising order: ${score} is not above ${before.score}`,
    );
  }
}

function compileBonus(config: CheckedBonus): ProgramCalculator<PerformanceBonusInput, StatementLine> {
  const tiers = config.target.map((row) => row.tier);
  const program = bonusProgram(config);
  const run = compileProgram(program);
  const calculator = defineCalculator({
    title: "performanceBonus",
    input: performanceBonusInput,
    run({ tier, score }, report): StatementLine {
      if (!tiers.includes(tier)) {
        report.add(
          ["tier"],
          "unknown-tier",
          `${show(tier)} has no target amount: expected ${showChoices(tiers)}`,
          { tier },
        );
      }
      report.stop();
      const result = run([
        ["tier", tier],
        ["score", readNumber(score)],
      ]);
      return payLine("performanceBonus", "bonus", config, {
        basis: exactDecimal(result.number("target")),
        rate: shownDecimal(result.number("payout")),
        amount: toMoney(result.number("amount"), config.currency),
        trace: result.trace(),
      });
    },
  });
  return withProgram(calculator, program);
}

function bonusProgram({ target, payout, curve, currency, rounding }: CheckedBonus): Program {
  const points = payout.map(({ score, pays }): Point => ({ x: readNumber(score), y: readRatio(pays) }));
  return {
    inputs: [
      { column: "tier", type: "label" },
      { column: "score", type: "number" },
    ],
    steps: [
      {
        step: "piecewise",
        to: "payout",
        of: "score",
        function: writePiecewise(payoutFunction(points, curve)),
      },
      {
        step: "look-up",
        to: "target",
        by: ["tier"],
        type: "number",
        rows: target.map(({ tier, amount }) => ({ labels: [tier], value: rationalText(readNumber(amount)) })),
      },
      { step: "product", to: "unrounded", of: ["target", "payout"] },
      { step: "round", to: "amount", of: "unrounded", decimals: currencyDecimals(currency), mode: rounding },
    ],
  };
}

function payoutFunction(points: readonly Point[], curve: "steps" | "lines"): Piecewise {
  const steps = points.map(({ x, y }) => ({ from: x, includesFrom: true, coefficients: [y] }));
  const nothing = { includesFrom: false, coefficients: [ZERO] };
  return {
    pieces:
      curve === "steps" ? [nothing, ...steps] : [nothing, ...linesThrough(points).pieces, ...steps.slice(-1)],
  };
}
