import * as z from "zod/mini";
import type { Path } from "../../kernel/errors.js";
import { configNumber } from "../../kernel/fields.js";
import { readNumber } from "../../kernel/number.js";
import { compare } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { described } from "../../kernel/schema.js";
import { show } from "../../kernel/show.js";
import type { Measure } from "./measure.js";
import { outOfRange, point, scaleMeasure } from "./scale.js";

/** A rating scale, mapped along a straight line to points (M4). */
export function ratingSchema() {
  return described(
    z.strictObject({
      kind: z.literal("rating"),
      from: described(
        configNumber(),
        "The worst rating. It may be the greater number, as where 1 is the best mark.",
      ),
      to: described(configNumber(), "The best rating."),
      points: described(
        z._default(z.strictObject({ from: configNumber(), to: configNumber() }), { from: 0, to: 100 }),
        "The scores of the worst and the best rating.",
      ),
      outOfRange: outOfRange(),
    }),
    "A rating scale: the worst rating gives 0, the best 100, or the points that are stated.",
  );
}

export type RatingMeasure = z.output<ReturnType<typeof ratingSchema>>;

export function checkRating(
  { from, to, points = { from: 0, to: 100 } }: RatingMeasure,
  path: Path,
  report: Report,
): void {
  if (compare(readNumber(from), readNumber(to)) === 0) {
    report.add([...path, "to"], "range-empty", `expected another rating than from, got ${show(to)} for both`);
  }
  if (compare(readNumber(points.from), readNumber(points.to)) > 0) {
    report.add(
      [...path, "points"],
      "points-falling",
      "expected the best rating to give at least the points of the worst",
    );
  }
}

export function compileRating({ from, to, points, outOfRange: rule }: RatingMeasure): Measure {
  const worst = point(readNumber(from), readNumber(points.from));
  const best = point(readNumber(to), readNumber(points.to));
  return scaleMeasure([worst, best], rule);
}
