import * as z from "zod/mini";
import type { Path } from "../../../kernel/errors.js";
import { configNumber, wholeNumber } from "../../../kernel/fields.js";
import { readNumber } from "../../../kernel/number.js";
import { greater, lesser, rationalText } from "../../../kernel/rational.js";
import type { Report } from "../../../kernel/report.js";
import { described, list, type Plain } from "../../../kernel/schema.js";
import { show } from "../../../kernel/show.js";
import { checkReducer } from "../../reducers.js";
import { checkDirection } from "../lines.js";
import { type Measure, numberColumn, shownAs } from "../measure.js";
import { comparedBy, comparedFields, positionColumns, readPosition } from "./compared.js";

/** The fields of the measure. */
export function rankFields() {
  const { better, over } = comparedFields();
  return {
    /** The rank in a cohort; it needs the cohort's context. */
    kind: z.literal("rank"),
    /** Which values are the better ones. Default: `"higher"`. */
    better,
    /** The evidence is a list (months, periods, members of a team), and this makes one number of it. */
    over,
    /** The rank of people with the same value: the best of their places, the mean, or the worst. Default: `"best"`. */
    ties: described(
      z._default(z.enum(["best", "average", "worst"]), "best"),
      "The rank of people with the same value: the best of their places, the mean, or the worst.",
    ),
    /** The score from a rank on, until the next; the first is from rank 1. */
    scores: described(
      list(z.strictObject({ from: wholeNumber(1, 1_000_000), score: configNumber() }), 1),
      "The score from a rank on, until the next; the first is from rank 1.",
    ),
  };
}

/** The rank in a cohort, with a score for each rank (M13, M17). */
export function rankSchema() {
  return described(z.strictObject(rankFields()), "The rank in a cohort; it needs the cohort's context.");
}

export type RankMeasure = Plain<z.output<ReturnType<typeof rankSchema>>>;

export function checkRank({ scores, over }: RankMeasure, path: Path, report: Report): void {
  for (const [index, { from }] of scores.entries()) {
    const at = [...path, "scores", index, "from"];
    const before = scores[index - 1]?.from;
    if (before === undefined && from !== 1)
      report.add(at, "out-of-range", `expected 1, the best rank, got ${show(from)}`);
    if (before !== undefined && from <= before)
      report.add(at, "points-unsorted", `expected more than ${before}, got ${show(from)}`);
  }
  checkDirection(
    scores.map(({ score }) => readNumber(score)),
    "lower",
    [...path, "scores"],
    report,
  );
  checkReducer(over, [...path, "over"], report);
}

/** How much of the places that equal people share is added to the number of better ones, and what more. */
const TIES = {
  best: { equal: "0", plus: "1" },
  average: { equal: "0.5", plus: "0.5" },
  worst: { equal: "1", plus: "0" },
} as const;

export function compileRank(measure: RankMeasure): Measure {
  const rule = TIES[measure.ties];
  const scores = measure.scores.map(({ score }) => readNumber(score));
  const highest = scores.reduce(greater);
  return {
    inputs: ["value", "worse", "equal", "count"].map(numberColumn),
    shown: shownAs("value", "rank", "count"),
    read: (evidence, path, report, { cohort }) =>
      readPosition(evidence, measure, cohort, path, report) as never,
    steps: (column) => [
      {
        step: "piecewise",
        to: column("sharing"),
        of: column("equal"),
        function: { pieces: [{ coefficients: ["1"] }, { from: "1", coefficients: ["0", "1"] }] },
      },
      {
        step: "weighted-sum",
        to: column("before"),
        of: [
          { column: column("count"), weight: "1" },
          { column: column("worse"), weight: "-1" },
          { column: column("equal"), weight: "-1" },
          { column: column("sharing"), weight: rule.equal },
        ],
      },
      {
        step: "piecewise",
        to: column("rank"),
        of: column("before"),
        function: { pieces: [{ coefficients: [rule.plus, "1"] }] },
      },
      {
        step: "piecewise",
        to: column("exact"),
        of: column("rank"),
        function: {
          pieces: measure.scores.map(({ from }, index) => ({
            from: String(from),
            coefficients: [rationalText(scores[index] ?? highest)],
          })),
        },
      },
    ],
    lowest: scores.reduce(lesser),
    highest,
    fullMarks: highest,
    compared: comparedBy(measure, "values"),
    ...positionColumns(measure),
  };
}
