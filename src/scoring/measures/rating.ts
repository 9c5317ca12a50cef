import * as z from "zod/mini";
import type { Path } from "../../kernel/errors.js";
import { configNumber } from "../../kernel/fields.js";
import { readNumber } from "../../kernel/number.js";
import { compare } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { described, type Plain } from "../../kernel/schema.js";
import { show } from "../../kernel/show.js";
import { checkReducer, over } from "../reducers.js";
import type { Measure } from "./measure.js";
import { lineCurve, outOfRange, point, scaleMeasure } from "./scale.js";

/** The fields of the measure. */
export function ratingFields() {
  return {
    /** A rating scale: the worst rating gives 0, the best 100, or the points that are stated. */
    kind: z.literal("rating"),
    /** The worst rating. It may be the greater number, as where 1 is the best mark. */
    from: described(
      configNumber(),
      "The worst rating. It may be the greater number, as where 1 is the best mark.",
    ),
    /** The best rating. */
    to: described(configNumber(), "The best rating."),
    /** The scores of the worst and the best rating. Default: 0 and 100. */
    points: pointsOfEnds("The scores of the worst and the best rating."),
    /** What happens to a value outside the range: an error, the score of the nearest end, or the line at that end goes on. Default: `"error"`. */
    outOfRange: outOfRange(),
    /** The evidence is a list (months, periods, members of a team), and this makes one number of it. */
    over: over(),
  };
}

/** A rating scale, mapped along a straight line to points (M4). */
export function ratingSchema() {
  return described(
    z.strictObject(ratingFields()),
    "A rating scale: the worst rating gives 0, the best 100, or the points that are stated.",
  );
}

/** The scores at the worst and at the best end of a scale. */
export function pointsOfEnds(description: string) {
  return described(
    z._default(z.strictObject({ from: configNumber(), to: configNumber() }), { from: 0, to: 100 }),
    description,
  );
}

/** Notes a best end that gives less than the worst. */
export function checkPointsOfEnds(
  points: { readonly from: number | string; readonly to: number | string } | undefined,
  path: Path,
  report: Report,
): void {
  if (points === undefined || compare(readNumber(points.from), readNumber(points.to)) <= 0) return;
  report.add(
    [...path, "points"],
    "points-falling",
    "expected the best end to give at least the points of the worst",
  );
}

export type RatingMeasure = Plain<z.output<ReturnType<typeof ratingSchema>>>;

export function checkRating(measure: RatingMeasure, path: Path, report: Report): void {
  const { from, to } = measure;
  if (compare(readNumber(from), readNumber(to)) === 0) {
    report.add([...path, "to"], "range-empty", `expected another rating than from, got ${show(to)} for both`);
  }
  checkPointsOfEnds(measure.points, path, report);
  checkReducer(measure.over, [...path, "over"], report);
}

export function compileRating({ from, to, points, outOfRange: rule, over: summary }: RatingMeasure): Measure {
  const worst = point(readNumber(from), readNumber(points.from));
  const best = point(readNumber(to), readNumber(points.to));
  return scaleMeasure(lineCurve([worst, best], rule), summary);
}
