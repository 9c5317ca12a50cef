import * as z from "zod/mini";
import type { Path } from "../../kernel/errors.js";
import { configNumber } from "../../kernel/fields.js";
import { readNumber } from "../../kernel/number.js";
import {
  compare,
  HUNDRED,
  multiply,
  ONE,
  type Rational,
  rational,
  rationalText,
  subtract,
  sum,
} from "../../kernel/rational.js";
import { createReport, type Report } from "../../kernel/report.js";
import type { RoundingMode } from "../../kernel/rounding.js";
import { described, type Plain } from "../../kernel/schema.js";
import { show } from "../../kernel/show.js";
import { writePiecewise } from "../../program/interpreter.js";
import { isAbsent, isObject, noteOthers, readOne, readWeight } from "../evidence.js";
import { shiftedWithin } from "./events.js";
import { type Measure, numberColumn, type Summary, shownAs } from "./measure.js";
import { checkRange } from "./points.js";

/** The fields of the measure. */
export function goalAttainmentFields() {
  return {
    /** Goal-attainment scaling: a T score with mean 50 and standard deviation 10 of weighted goals, kept from `from` to `to`. */
    kind: z.literal("goal-attainment"),
    /** How much goals are assumed to go together, below 1; 0.3 by convention. Default: `0.3`. */
    correlation: described(
      z._default(configNumber({ least: 0 }), 0.3),
      "How much goals are assumed to go together, below 1; 0.3 by convention.",
    ),
    /** The lowest and the highest level of a goal; 0 is what was expected. Default: `{ from: -2, to: 2 }`. */
    levels: described(
      z._default(z.strictObject({ from: configNumber(), to: configNumber() }), { from: -2, to: 2 }),
      "The lowest and the highest level of a goal; 0 is what was expected.",
    ),
    /** The least that the T score counts as. Default: `0`. */
    from: z._default(configNumber(), 0),
    /** The most that the T score counts as. Default: `100`. */
    to: z._default(configNumber(), 100),
  };
}

/** Goal-attainment scaling: a person's own weighted goals, each on a few levels around what was expected (M4). */
export function goalAttainmentSchema() {
  return described(
    z.strictObject(goalAttainmentFields()),
    "Goal-attainment scaling: a T score with mean 50 and standard deviation 10 of weighted goals, kept from `from` to `to`.",
  );
}

export type GoalAttainmentMeasure = Plain<z.output<ReturnType<typeof goalAttainmentSchema>>>;

export function checkGoalAttainment(measure: GoalAttainmentMeasure, path: Path, report: Report): void {
  const { correlation = 0.3, levels = { from: -2, to: 2 } } = measure;
  checkRange(measure, path, report);
  checkRange(levels, [...path, "levels"], report);
  if (compare(readNumber(correlation), ONE) >= 0)
    report.add([...path, "correlation"], "out-of-range", `expected less than 1, got ${show(correlation)}`);
}

/**
 * T = 50 + 10 sum(w x) / sqrt((1 - r) sum(w w) + r (sum w)^2), with levels x, weights w and correlation r: T. J. Kiresuk and R. E. Sherman,
 * "Goal attainment scaling", Community Mental Health Journal 4 (1968).
 */
export function compileGoalAttainment(
  measure: GoalAttainmentMeasure,
  { decimals, rounding }: { readonly decimals: number; readonly rounding: RoundingMode },
): Measure {
  const [low, high, correlation] = [measure.from, measure.to, measure.correlation].map(readNumber) as [
    Rational,
    Rational,
    Rational,
  ];
  const signedSquare = (factor: Rational) => ({
    pieces: [
      { coefficients: ["0", "0", rationalText({ n: -factor.n, d: factor.d })] },
      { from: "0", coefficients: ["0", "0", rationalText(factor)] },
    ],
  });
  return {
    inputs: SUMS.map(numberColumn),
    shown: shownAs(...SUMS),
    read: (evidence, path, report) => readGoals(evidence, measure, path, report),
    plain: SUMS.map((column) => ({ column, summary: goalSum(column, measure) })),
    steps: (column) => [
      {
        step: "piecewise",
        to: column("squared-levels"),
        of: column("weighted-levels"),
        function: signedSquare(HUNDRED),
      },
      { step: "product", to: column("squared-sum"), of: [column("weights"), column("weights")] },
      {
        step: "weighted-sum",
        to: column("variance"),
        of: [
          { column: column("squared-weights"), weight: rationalText(subtract(ONE, correlation)) },
          { column: column("squared-sum"), weight: rationalText(correlation) },
        ],
      },
      { step: "ratio", to: column("squared"), of: column("squared-levels"), by: column("variance") },
      { step: "signed-root", to: column("t"), of: column("squared"), plus: "50", decimals, mode: rounding },
      {
        step: "piecewise",
        to: column("exact"),
        of: column("t"),
        function: writePiecewise(shiftedWithin(rational(0n), low, high)),
      },
    ],
    lowest: low,
    highest: high,
    fullMarks: high,
  };
}

/** What is summed of the goals. */
const SUMS = ["weighted-levels", "weights", "squared-weights"] as const;

function goalSum(column: (typeof SUMS)[number], measure: GoalAttainmentMeasure): Summary {
  const { from, to } = measure.levels;
  return {
    by: { kind: column },
    item: "level",
    within: [readNumber(from), readNumber(to)],
    exactly: (goals) => readGoals(goals, measure, [], createReport("invalid-input", "goals"))?.[column],
  };
}

function readGoals(evidence: unknown, { levels }: GoalAttainmentMeasure, path: Path, report: Report) {
  if (!Array.isArray(evidence)) {
    report.add(path, "wrong-type", `expected a list of goals, each with its level, got ${show(evidence)}`);
    return undefined;
  }
  if (evidence.length === 0) {
    report.add(path, "wrong-count", "expected at least 1 goal, got none", { least: 1, count: 0 });
    return undefined;
  }
  const goals = Array.from(evidence, (goal: unknown, index) =>
    readGoal(goal, levels, [...path, index], report),
  );
  if (!goals.every((goal) => goal !== undefined)) return undefined;
  const weights = goals.map(({ weight }) => weight);
  return {
    "weighted-levels": sum(goals.map(({ level, weight }) => multiply(level, weight))),
    weights: sum(weights),
    "squared-weights": sum(weights.map((weight) => multiply(weight, weight))),
  };
}

function readGoal(goal: unknown, levels: GoalAttainmentMeasure["levels"], path: Path, report: Report) {
  if (!isObject(goal)) {
    report.add(path, "wrong-type", `expected a goal such as { level: 0, weight: 1 }, got ${show(goal)}`);
    return undefined;
  }
  noteOthers(goal, ["level", "weight"], path, report);
  const level = readOne(goal.level, [...path, "level"], report);
  const weight = isAbsent(goal.weight) ? ONE : readWeight(goal.weight, [...path, "weight"], report);
  if (weight !== undefined && weight.n === 0n)
    report.add([...path, "weight"], "out-of-range", `expected more than 0, got ${show(goal.weight)}`);
  if (level === undefined || weight === undefined || weight.n === 0n) return undefined;
  const [low, high] = [readNumber(levels.from), readNumber(levels.to)];
  if (compare(level, low) >= 0 && compare(level, high) <= 0) return { level, weight };
  const message = `expected ${show(levels.from)} to ${show(levels.to)}, got ${show(goal.level)}`;
  report.add([...path, "level"], "out-of-range", message);
  return undefined;
}
