import * as z from "zod/mini";
import type { Path } from "../../../kernel/errors.js";
import { readNumber } from "../../../kernel/number.js";
import { linesThrough } from "../../../kernel/piecewise.js";
import { ONE, rational } from "../../../kernel/rational.js";
import type { Report } from "../../../kernel/report.js";
import { described, type Plain } from "../../../kernel/schema.js";
import { writePiecewise } from "../../../program/interpreter.js";
import { checkReducer } from "../../reducers.js";
import { type Measure, numberColumn, shownAs } from "../measure.js";
import { checkPointsOfEnds, pointsOfEnds } from "../rating.js";
import { point } from "../scale.js";
import { comparedBy, comparedFields, percentSteps, positionColumns, readPosition } from "./compared.js";

/** The fields of the measure. */
export function stanineFields() {
  const { better, over } = comparedFields();
  return {
    /** The stanine in a cohort, by the mid percentile rank; it needs the cohort's context. */
    kind: z.literal("stanine"),
    /** Which values are the better ones. Default: `"higher"`. */
    better,
    /** The evidence is a list (months, periods, members of a team), and this makes one number of it. */
    over,
    /** The scores of stanine 1 and of stanine 9. Default: 0 and 100. */
    points: pointsOfEnds("The scores of stanine 1 and of stanine 9."),
  };
}

/** The stanine in a cohort: nine bands of 4, 7, 12, 17, 20, 17, 12, 7 and 4 percent (M17, M18). */
export function stanineSchema() {
  return described(
    z.strictObject(stanineFields()),
    "The stanine in a cohort, by the mid percentile rank; it needs the cohort's context.",
  );
}

export type StanineMeasure = Plain<z.output<ReturnType<typeof stanineSchema>>>;

export function checkStanine(measure: StanineMeasure, path: Path, report: Report): void {
  checkPointsOfEnds(measure.points, path, report);
  checkReducer(measure.over, [...path, "over"], report);
}

/** Where the second to the ninth stanine begin, in percent. */
const STARTS = ["4", "11", "23", "40", "60", "77", "89", "96"];

export function compileStanine(measure: StanineMeasure): Measure {
  const [low, high] = [readNumber(measure.points.from), readNumber(measure.points.to)];
  const line = linesThrough([point(ONE, low), point(rational(9n), high)]);
  return {
    inputs: ["value", "worse", "equal", "count"].map(numberColumn),
    shown: shownAs("value", "percent", "stanine", "count"),
    read: (evidence, path, report, { cohort }) =>
      readPosition(evidence, measure, cohort, path, report) as never,
    steps: (column) => [
      ...percentSteps(column, rational(1n, 2n)),
      {
        step: "piecewise",
        to: column("stanine"),
        of: column("percent"),
        function: {
          pieces: [
            { coefficients: ["1"] },
            ...STARTS.map((from, index) => ({ from, coefficients: [String(index + 2)] })),
          ],
        },
      },
      { step: "piecewise", to: column("exact"), of: column("stanine"), function: writePiecewise(line) },
    ],
    lowest: low,
    highest: high,
    fullMarks: high,
    compared: comparedBy(measure, "values"),
    ...positionColumns(measure),
  };
}
