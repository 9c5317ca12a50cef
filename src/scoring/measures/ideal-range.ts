import * as z from "zod/mini";
import type { Path } from "../../kernel/errors.js";
import { configNumber } from "../../kernel/fields.js";
import { readNumber } from "../../kernel/number.js";
import { linesThrough } from "../../kernel/piecewise.js";
import { compare } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { described, type Plain } from "../../kernel/schema.js";
import { show } from "../../kernel/show.js";
import { checkReducer, over } from "../reducers.js";
import type { Measure } from "./measure.js";
import { curve, outOfRangeClosed, point, scaleMeasure } from "./scale.js";

/** The fields of the measure. */
export function idealRangeFields() {
  return {
    /** An ideal range: full marks inside, falling along straight lines to the outer ends. */
    kind: z.literal("ideal-range"),
    /** Where the score is lowest, below the ideal range. */
    from: described(configNumber(), "Where the score is lowest, below the ideal range."),
    /** Where the score is lowest, above the ideal range. */
    to: described(configNumber(), "Where the score is lowest, above the ideal range."),
    /** The range with full marks; one value where both are the same. */
    ideal: described(
      z.strictObject({ from: configNumber(), to: configNumber() }),
      "The range with full marks; one value where both are the same.",
    ),
    /** The scores at the outer ends and in the ideal range. Default: `{ outside: 0, ideal: 100, }`. */
    points: described(
      z._default(z.strictObject({ outside: configNumber(), ideal: configNumber() }), {
        outside: 0,
        ideal: 100,
      }),
      "The scores at the outer ends and in the ideal range.",
    ),
    /** What happens to a value outside the range: an error, or the score of the nearest end. Default: `"error"`. */
    outOfRange: outOfRangeClosed(),
    /** The evidence is a list (months, periods, members of a team), and this makes one number of it. */
    over: over(),
  };
}

/** The distance from an ideal range: full marks inside it, less and less outside (M4). */
export function idealRangeSchema() {
  return described(
    z.strictObject(idealRangeFields()),
    "An ideal range: full marks inside, falling along straight lines to the outer ends.",
  );
}

export type IdealRangeMeasure = Plain<z.output<ReturnType<typeof idealRangeSchema>>>;

export function checkIdealRange(measure: IdealRangeMeasure, path: Path, report: Report): void {
  const { from, to, ideal, points = { outside: 0, ideal: 100 } } = measure;
  const above = (at: Path, value: number | string, limit: number | string, orEqual: boolean) => {
    const difference = compare(readNumber(value), readNumber(limit));
    if (orEqual ? difference >= 0 : difference > 0) return;
    const expected = orEqual ? "at least" : "more than";
    report.add([...path, ...at], "range-empty", `expected ${expected} ${show(limit)}, got ${show(value)}`);
  };
  above(["ideal", "from"], ideal.from, from, false);
  above(["ideal", "to"], ideal.to, ideal.from, true);
  above(["to"], to, ideal.to, false);
  if (compare(readNumber(points.outside), readNumber(points.ideal)) > 0) {
    const message = "expected the ideal range to give at least the points of the outer ends";
    report.add([...path, "points"], "points-falling", message);
  }
  checkReducer(measure.over, [...path, "over"], report);
}

export function compileIdealRange(measure: IdealRangeMeasure): Measure {
  const [outside, best] = [readNumber(measure.points.outside), readNumber(measure.points.ideal)];
  const [low, high] = [readNumber(measure.ideal.from), readNumber(measure.ideal.to)];
  const corners = [
    point(readNumber(measure.from), outside),
    point(low, best),
    ...(compare(low, high) === 0 ? [] : [point(high, best)]),
    point(readNumber(measure.to), outside),
  ];
  return scaleMeasure(curve(linesThrough(corners), [outside, best], measure.outOfRange), measure.over);
}
