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
export function pointsFields() {
  return {
    /** Direct points: the value, from `from` to `to`, is the score. */
    kind: z.literal("points"),
    /** The least points. Default: `0`. */
    from: z._default(configNumber(), 0),
    /** The most points. Default: `100`. */
    to: z._default(configNumber(), 100),
    /** What happens to a value outside the range: an error, the score of the nearest end, or the line at that end goes on. Default: `"error"`. */
    outOfRange: outOfRange(),
    /** The evidence is a list (months, periods, members of a team), and this makes one number of it. */
    over: over(),
  };
}

/** Direct points: the value is the score (M4). */
export function pointsSchema() {
  return described(
    z.strictObject(pointsFields()),
    "Direct points: the value, from `from` to `to`, is the score.",
  );
}

export type PointsMeasure = Plain<z.output<ReturnType<typeof pointsSchema>>>;

export function checkPoints(measure: PointsMeasure, path: Path, report: Report): void {
  checkRange(measure, path, report);
  checkReducer(measure.over, [...path, "over"], report);
}

/** Notes a range from 0 to 100, or what is stated, that has nothing in it. */
export function checkRange(
  { from = 0, to = 100 }: { readonly from?: number | string; readonly to?: number | string },
  path: Path,
  report: Report,
): void {
  if (compare(readNumber(from), readNumber(to)) < 0) return;
  const message = `expected more than from, which is ${show(from)}, got ${show(to)}`;
  report.add([...path, "to"], "range-empty", message);
}

export function compilePoints({ from, to, outOfRange: rule, over: summary }: PointsMeasure): Measure {
  const [low, high] = [readNumber(from), readNumber(to)];
  return scaleMeasure(lineCurve([point(low, low), point(high, high)], rule), summary);
}
