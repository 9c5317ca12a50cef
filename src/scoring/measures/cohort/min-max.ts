import * as z from "zod/mini";
import type { Path } from "../../../kernel/errors.js";
import { configNumber } from "../../../kernel/fields.js";
import { readNumber } from "../../../kernel/number.js";
import { clamped, linesThrough } from "../../../kernel/piecewise.js";
import {
  compare,
  greater,
  lesser,
  ONE,
  type Rational,
  rationalText,
  subtract,
  ZERO,
} from "../../../kernel/rational.js";
import type { Report } from "../../../kernel/report.js";
import { described, type Plain } from "../../../kernel/schema.js";
import { writePiecewise } from "../../../program/interpreter.js";
import { checkReducer } from "../../reducers.js";
import { type Measure, type MeasureContext, numberColumn, shownAs, summaryBy } from "../measure.js";
import { checkPointsOfEnds, pointsOfEnds } from "../rating.js";
import { OUT_OF_RANGE_HINT, outOfRangeClosed, point } from "../scale.js";
import { comparedBy, comparedFields, differs, known, unlessEqual, zeroRule } from "./compared.js";

/** The fields of the measure. */
export function minMaxFields() {
  const { better, over } = comparedFields();
  return {
    /** The place between the worst and the best value of a cohort; it needs the cohort's context. */
    kind: z.literal("min-max"),
    /** Which values are the better ones. Default: `"higher"`. */
    better,
    /** The evidence is a list (months, periods, members of a team), and this makes one number of it. */
    over,
    /** The scores of the worst and of the best value of the cohort. Default: 0 and 100. */
    points: pointsOfEnds("The scores of the worst and of the best value of the cohort."),
    /** What happens to a value outside the range: an error, or the score of the nearest end. Default: `"error"`. */
    outOfRange: outOfRangeClosed(),
    /** The score where all values of the cohort are the same. */
    whenEqual: z.optional(
      described(configNumber(), "The score where all values of the cohort are the same."),
    ),
  };
}

/** Where a value lies between the worst and the best of a cohort (M17, M18). */
export function minMaxSchema() {
  return described(
    z.strictObject(minMaxFields()),
    "The place between the worst and the best value of a cohort; it needs the cohort's context.",
  );
}

export type MinMaxMeasure = Plain<z.output<ReturnType<typeof minMaxSchema>>>;

export function checkMinMax(measure: MinMaxMeasure, path: Path, report: Report): void {
  checkPointsOfEnds(measure.points, path, report);
  checkReducer(measure.over, [...path, "over"], report);
}

export function compileMinMax(measure: MinMaxMeasure): Measure {
  const { better, points, whenEqual } = measure;
  const [low, high] = [readNumber(points.from), readNumber(points.to)];
  const line = clamped(linesThrough([point(ZERO, low), point(ONE, high)]));
  const stated = whenEqual === undefined ? [] : [readNumber(whenEqual)];
  return {
    inputs: ["value", "lowest", "highest"].map(numberColumn),
    shown: shownAs("value", "lowest", "highest"),
    read: (evidence, path, report, context) => readMinMax(evidence, measure, path, report, context),
    steps: (column) => [
      difference(
        column("distance"),
        better === "higher" ? [column("value"), column("lowest")] : [column("highest"), column("value")],
      ),
      difference(column("span"), [column("highest"), column("lowest")]),
      {
        step: "ratio",
        to: column("part"),
        of: column("distance"),
        by: column("span"),
        ...zeroRule(whenEqual),
      },
      ...unlessEqual(column, column("span"), column("part"), writePiecewise(line), whenEqual),
    ],
    lowest: [low, ...stated].reduce(lesser),
    highest: [high, ...stated].reduce(greater),
    fullMarks: high,
    compared: comparedBy(measure, "range"),
    plain: [
      {
        column: "value",
        ...(measure.outOfRange === "clamp" ? {} : { inCohort: true }),
        ...summaryBy(measure.over),
      },
      { column: "lowest", cohort: "lowest" },
      { column: "highest", cohort: "highest" },
    ],
  };
}

function difference(to: string, [of, less]: readonly [string, string]) {
  return {
    step: "weighted-sum" as const,
    to,
    of: [
      { column: of, weight: "1" },
      { column: less, weight: "-1" },
    ],
  };
}

const ALL_EQUAL = "all people of the cohort have the same value";

function readMinMax(
  evidence: unknown,
  measure: MinMaxMeasure,
  path: Path,
  report: Report,
  { cohort }: MeasureContext,
): Readonly<Record<string, Rational>> | undefined {
  const value = comparedBy(measure, "range").read(evidence, path, report);
  const context = known(cohort, ["lowest", "highest"], path, report);
  if (value === undefined || context === undefined) return undefined;
  const [lowest, highest] = [readNumber(context.lowest), readNumber(context.highest)];
  if (!differs(subtract(highest, lowest), ALL_EQUAL, measure.whenEqual, path, report)) return undefined;
  const outside = compare(value, lowest) < 0 || compare(value, highest) > 0;
  if (outside && measure.outOfRange !== "clamp") {
    const [from, to] = [rationalText(lowest), rationalText(highest)];
    const message = `expected ${from} to ${to}, the lowest and the highest of the cohort, got ${rationalText(value)} ${OUT_OF_RANGE_HINT}`;
    report.add(path, "out-of-range", message, { from, to });
    return undefined;
  }
  return { value, lowest, highest };
}
