import * as z from "zod/mini";
import type { Path } from "../../kernel/errors.js";
import type { Report } from "../../kernel/report.js";
import {
  type AttainmentMeasure,
  attainmentSchema,
  checkAttainment,
  compileAttainment,
} from "./attainment.js";
import type { Measure } from "./measure.js";
import { checkPoints, compilePoints, type PointsMeasure, pointsSchema } from "./points.js";
import { checkRating, compileRating, type RatingMeasure, ratingSchema } from "./rating.js";

/** A measure as the config has it: how a raw value becomes an indicator's score. */
export type MeasureConfig = AttainmentMeasure | RatingMeasure | PointsMeasure;

/** The schema of a measure. */
export function measureSchema() {
  return z.discriminatedUnion("kind", [attainmentSchema(), ratingSchema(), pointsSchema()]);
}

/** Notes what the schema cannot see in a measure. */
export function checkMeasure(measure: MeasureConfig, path: Path, report: Report): void {
  if (!report.sound(path)) return;
  switch (measure.kind) {
    case "attainment":
      checkAttainment(measure, path, report);
      break;
    case "rating":
      checkRating(measure, path, report);
      break;
    case "points":
      checkPoints(measure, path, report);
  }
}

/** Compiles a measure that has been checked. */
export function compileMeasure(measure: MeasureConfig): Measure {
  switch (measure.kind) {
    case "attainment":
      return compileAttainment(measure);
    case "rating":
      return compileRating(measure);
    case "points":
      return compilePoints(measure);
  }
}
