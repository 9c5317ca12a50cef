import * as z from "zod/mini";
import type { Path } from "../../../kernel/errors.js";
import { configNumber } from "../../../kernel/fields.js";
import { readNumber } from "../../../kernel/number.js";
import type { Piece } from "../../../kernel/piecewise.js";
import { divide, greater, lesser, type Rational, subtract } from "../../../kernel/rational.js";
import type { Report } from "../../../kernel/report.js";
import { described, type Plain } from "../../../kernel/schema.js";
import { writePiecewise } from "../../../program/interpreter.js";
import { checkReducer } from "../../reducers.js";
import { type Measure, numberColumn, shownAs, summaryBy } from "../measure.js";
import { checkRange } from "../points.js";
import { comparedBy, comparedFields, differs, known, unlessEqual, zeroRule } from "./compared.js";

/** The fields of the measure. */
export function zScoreFields() {
  const { better, over } = comparedFields();
  return {
    /** The standard score in a cohort on a stated scale (T scores, unless it says otherwise), kept from `from` to `to`; it needs the cohort's context. */
    kind: z.literal("z-score"),
    /** Which values are the better ones. Default: `"higher"`. */
    better,
    /** The evidence is a list (months, periods, members of a team), and this makes one number of it. */
    over,
    /** The standard deviation of the cohort itself, or the estimate that divides by one less than the number of people. Default: `"population"`. */
    deviation: described(
      z._default(z.enum(["population", "sample"]), "population"),
      "The standard deviation of the cohort itself, or the estimate that divides by one less than the number of people.",
    ),
    /** The score of the cohort's mean. Default: `50`. */
    mean: described(z._default(configNumber(), 50), "The score of the cohort's mean."),
    /** What one standard deviation is worth. Default: `10`. */
    spread: described(z._default(configNumber({ above: 0 }), 10), "What one standard deviation is worth."),
    /** The least that the score can be. Default: `0`. */
    from: z._default(configNumber(), 0),
    /** The most that the score can be. Default: `100`. */
    to: z._default(configNumber(), 100),
    /** The score where all values of the cohort are the same, or so close that their deviation rounds to 0. */
    whenEqual: z.optional(
      described(
        configNumber(),
        "The score where all values of the cohort are the same, or so close that their deviation rounds to 0.",
      ),
    ),
  };
}

/** The standard score in a cohort, as a T score unless another scale is stated (M17, M18). */
export function zScoreSchema() {
  return described(
    z.strictObject(zScoreFields()),
    "The standard score in a cohort on a stated scale (T scores, unless it says otherwise), kept from `from` to `to`; it needs the cohort's context.",
  );
}

export type ZScoreMeasure = Plain<z.output<ReturnType<typeof zScoreSchema>>>;

export function checkZScore(measure: ZScoreMeasure, path: Path, report: Report): void {
  checkRange(measure, path, report);
  checkReducer(measure.over, [...path, "over"], report);
}

const NO_SPREAD =
  "the standard deviation of the cohort is 0, to the decimals that a context has: the values are all the same, or very close";

export function compileZScore(measure: ZScoreMeasure): Measure {
  const { better, whenEqual } = measure;
  const [low, high, mean, spread] = [measure.from, measure.to, measure.mean, measure.spread].map(
    readNumber,
  ) as [Rational, Rational, Rational, Rational];
  const stated = whenEqual === undefined ? [] : [readNumber(whenEqual)];
  const cornerOf = (score: Rational) => divide(subtract(score, mean), spread);
  const pieces: readonly Piece[] = [
    { includesFrom: false, coefficients: [low] },
    { from: cornerOf(low), includesFrom: true, coefficients: [mean, spread] },
    { from: cornerOf(high), includesFrom: true, coefficients: [high] },
  ];
  const compared = comparedBy(
    measure,
    measure.deviation === "sample" ? "sample-spread" : "population-spread",
  );
  const sign = better === "higher" ? ["1", "-1"] : ["-1", "1"];
  return {
    inputs: ["value", "mean", "deviation"].map(numberColumn),
    shown: shownAs("value", "mean", "deviation", "z"),
    read(evidence, path, report, { cohort }) {
      const value = compared.read(evidence, path, report);
      const context = known(cohort, ["mean", "deviation"], path, report);
      if (value === undefined || context === undefined) return undefined;
      const deviation = readNumber(context.deviation);
      if (!differs(deviation, NO_SPREAD, whenEqual, path, report)) return undefined;
      return { value, mean: readNumber(context.mean), deviation };
    },
    steps: (column) => [
      {
        step: "weighted-sum",
        to: column("distance"),
        of: [
          { column: column("value"), weight: sign[0] ?? "1" },
          { column: column("mean"), weight: sign[1] ?? "-1" },
        ],
      },
      {
        step: "ratio",
        to: column("z"),
        of: column("distance"),
        by: column("deviation"),
        ...zeroRule(whenEqual),
      },
      ...unlessEqual(column, column("deviation"), column("z"), writePiecewise({ pieces }), whenEqual),
    ],
    lowest: [low, ...stated].reduce(lesser),
    highest: [high, ...stated].reduce(greater),
    fullMarks: high,
    compared,
    plain: [
      { column: "value", ...summaryBy(measure.over) },
      { column: "mean", cohort: "mean" },
      { column: "deviation", cohort: "deviation" },
    ],
  };
}
