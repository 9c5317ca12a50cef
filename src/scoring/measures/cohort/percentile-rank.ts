import * as z from "zod/mini";
import type { Path } from "../../../kernel/errors.js";
import { readNumber } from "../../../kernel/number.js";
import { linesThrough } from "../../../kernel/piecewise.js";
import { compare, HUNDRED, lesser, ONE, rational, ZERO } from "../../../kernel/rational.js";
import type { Report } from "../../../kernel/report.js";
import { described, type Plain } from "../../../kernel/schema.js";
import { writePiecewise } from "../../../program/interpreter.js";
import { checkReducer } from "../../reducers.js";
import { type Measure, numberColumn, shownAs } from "../measure.js";
import { checkPointsOfEnds, pointsOfEnds } from "../rating.js";
import { point } from "../scale.js";
import { comparedBy, comparedFields, percentSteps, positionColumns, readPosition } from "./compared.js";

/** The fields of the measure. */
export function percentileRankFields() {
  const { better, over } = comparedFields();
  return {
    /** The percentile rank in a cohort; it needs the cohort's context. */
    kind: z.literal("percentile-rank"),
    /** Which values are the better ones. Default: `"higher"`. */
    better,
    /** The evidence is a list (months, periods, members of a team), and this makes one number of it. */
    over,
    /** The share of the cohort that is worse (below), worse or equal (at-or-below), worse and half of those equal (mid), or worse among the others (among-others, from 0 to 100; where nobody in the cohort has the value, all of them are others). */
    definition: described(
      z.enum(["below", "at-or-below", "mid", "among-others"]),
      "The share of the cohort that is worse (below), worse or equal (at-or-below), worse and half of those equal (mid), or worse among the others (among-others, from 0 to 100; where nobody in the cohort has the value, all of them are others).",
    ),
    /** The scores at 0 and at 100 percent. Default: 0 and 100. */
    points: pointsOfEnds("The scores at 0 and at 100 percent."),
  };
}

/** The percentile rank in a cohort, by a named definition (M17, M18). */
export function percentileRankSchema() {
  return described(
    z.strictObject(percentileRankFields()),
    "The percentile rank in a cohort; it needs the cohort's context.",
  );
}

export type PercentileRankMeasure = Plain<z.output<ReturnType<typeof percentileRankSchema>>>;

export function checkPercentileRank(measure: PercentileRankMeasure, path: Path, report: Report): void {
  checkPointsOfEnds(measure.points, path, report);
  checkReducer(measure.over, [...path, "over"], report);
}

const EQUAL = { below: ZERO, "at-or-below": ONE, mid: rational(1n, 2n), "among-others": ZERO };

export function compilePercentileRank(measure: PercentileRankMeasure): Measure {
  const { definition, points } = measure;
  const [low, high] = [readNumber(points.from), readNumber(points.to)];
  const line = linesThrough([point(ZERO, low), point(HUNDRED, high)]);
  const others = definition === "among-others";
  return {
    inputs: ["value", "worse", "equal", "count"].map(numberColumn),
    shown: shownAs("value", "percent", "count"),
    read(evidence, path, report, { cohort }) {
      const position = readPosition(evidence, measure, cohort, path, report);
      if (others && position !== undefined && compare(position.count, lesser(position.equal, ONE)) === 0) {
        report.add(
          path,
          "cohort-constant",
          "expected at least 2 people in the cohort, as others are counted",
        );
        return undefined;
      }
      return position;
    },
    steps: (column) => [
      ...(others
        ? [
            {
              step: "piecewise" as const,
              to: column("self"),
              of: column("equal"),
              function: { pieces: [{ coefficients: ["0"] }, { from: "1", coefficients: ["1"] }] },
            },
            {
              step: "weighted-sum" as const,
              to: column("others"),
              of: [
                { column: column("count"), weight: "1" },
                { column: column("self"), weight: "-1" },
              ],
            },
          ]
        : []),
      ...percentSteps(column, EQUAL[definition], column(others ? "others" : "count")),
      { step: "piecewise", to: column("exact"), of: column("percent"), function: writePiecewise(line) },
    ],
    lowest: low,
    highest: high,
    fullMarks: high,
    compared: comparedBy(measure, "values"),
    ...positionColumns(measure),
  };
}
