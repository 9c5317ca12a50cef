import * as z from "zod/mini";
import type { Path } from "../../kernel/errors.js";
import type { Report } from "../../kernel/report.js";
import type { RoundingMode } from "../../kernel/rounding.js";
import { lazySchema, type Plain, type WrittenFields } from "../../kernel/schema.js";
import { type attainmentFields, attainmentSchema, checkAttainment, compileAttainment } from "./attainment.js";
import { checkChoice, type choiceFields, choiceSchema, compileChoice } from "./choice.js";
import { checkMinMax, compileMinMax, type minMaxFields, minMaxSchema } from "./cohort/min-max.js";
import {
  checkPercentileRank,
  compilePercentileRank,
  type percentileRankFields,
  percentileRankSchema,
} from "./cohort/percentile-rank.js";
import { checkRank, compileRank, type rankFields, rankSchema } from "./cohort/rank.js";
import { checkStanine, compileStanine, type stanineFields, stanineSchema } from "./cohort/stanine.js";
import { checkZScore, compileZScore, type zScoreFields, zScoreSchema } from "./cohort/z-score.js";
import { checkEvents, compileEvents, type eventsFields, eventsSchema } from "./events.js";
import {
  checkGoalAttainment,
  compileGoalAttainment,
  type goalAttainmentFields,
  goalAttainmentSchema,
} from "./goal-attainment.js";
import { checkGrowth, compileGrowth, type growthFields, growthSchema } from "./growth.js";
import {
  checkIdealRange,
  compileIdealRange,
  type idealRangeFields,
  idealRangeSchema,
} from "./ideal-range.js";
import { checkLines, compileLines, type linesFields, linesSchema } from "./lines.js";
import type { Measure } from "./measure.js";
import { checkPoints, compilePoints, type pointsFields, pointsSchema } from "./points.js";
import { checkRating, compileRating, type ratingFields, ratingSchema } from "./rating.js";
import { checkSteps, compileSteps, type stepsFields, stepsSchema } from "./steps.js";
import { compileYesNo, type yesNoFields, yesNoSchema } from "./yes-no.js";

/** The schema of the measures that raters can use: they read one rating. */
export const ratedMeasure = /* @__PURE__ */ lazySchema(() =>
  z.discriminatedUnion("kind", [
    pointsSchema(),
    ratingSchema(),
    choiceSchema(),
    yesNoSchema(),
    linesSchema(),
    stepsSchema(),
    idealRangeSchema(),
  ]),
);

/** The schema of all measures but the composite, which holds indicators. */
export const simpleMeasure = /* @__PURE__ */ lazySchema(() =>
  z.discriminatedUnion("kind", [
    ratedMeasure(),
    attainmentSchema(),
    growthSchema(),
    eventsSchema(),
    goalAttainmentSchema(),
    rankSchema(),
    percentileRankSchema(),
    minMaxSchema(),
    zScoreSchema(),
    stanineSchema(),
  ]),
);

type Schema = ReturnType<typeof simpleMeasure>;

/** A measure as the config has it, with its defaults: how a raw value becomes an indicator's score. */
export type SimpleMeasure = Plain<z.output<Schema>>;

/**
 * A measure as a config is written, but for the composite, which holds indicators.
 *
 * @useDeclaredType
 */
export type WrittenMeasure =
  | WrittenFields<typeof pointsFields>
  | WrittenFields<typeof ratingFields>
  | WrittenFields<typeof choiceFields>
  | WrittenFields<typeof yesNoFields>
  | WrittenFields<typeof linesFields>
  | WrittenFields<typeof stepsFields>
  | WrittenFields<typeof idealRangeFields>
  | WrittenFields<typeof attainmentFields>
  | WrittenFields<typeof growthFields>
  | WrittenFields<typeof eventsFields>
  | WrittenFields<typeof goalAttainmentFields>
  | WrittenFields<typeof rankFields>
  | WrittenFields<typeof percentileRankFields>
  | WrittenFields<typeof minMaxFields>
  | WrittenFields<typeof zScoreFields>
  | WrittenFields<typeof stanineFields>;

/** A measure that raters can use. */
export type RatedMeasure = Plain<z.output<ReturnType<typeof ratedMeasure>>>;

/** Notes what the schema cannot see in a measure whose shape is sound. */
export function checkSimpleMeasure(measure: SimpleMeasure, path: Path, report: Report): void {
  switch (measure.kind) {
    case "attainment":
      checkAttainment(measure, path, report);
      break;
    case "rating":
      checkRating(measure, path, report);
      break;
    case "points":
      checkPoints(measure, path, report);
      break;
    case "choice":
      checkChoice(measure, path, report);
      break;
    case "yes-no":
      break;
    case "lines":
      checkLines(measure, path, report);
      break;
    case "steps":
      checkSteps(measure, path, report);
      break;
    case "ideal-range":
      checkIdealRange(measure, path, report);
      break;
    case "growth":
      checkGrowth(measure, path, report);
      break;
    case "events":
      checkEvents(measure, path, report);
      break;
    case "goal-attainment":
      checkGoalAttainment(measure, path, report);
      break;
    case "rank":
      checkRank(measure, path, report);
      break;
    case "percentile-rank":
      checkPercentileRank(measure, path, report);
      break;
    case "min-max":
      checkMinMax(measure, path, report);
      break;
    case "z-score":
      checkZScore(measure, path, report);
      break;
    case "stanine":
      checkStanine(measure, path, report);
      break;
  }
}

/** How an indicator's score is rounded. */
export interface ScoreRounding {
  readonly decimals: number;
  readonly rounding: RoundingMode;
}

/** Compiles a measure that has been checked. */
export function compileSimpleMeasure(measure: SimpleMeasure, rounding: ScoreRounding): Measure {
  switch (measure.kind) {
    case "attainment":
      return compileAttainment(measure);
    case "rating":
      return compileRating(measure);
    case "points":
      return compilePoints(measure);
    case "choice":
      return compileChoice(measure);
    case "yes-no":
      return compileYesNo(measure);
    case "lines":
      return compileLines(measure);
    case "steps":
      return compileSteps(measure);
    case "ideal-range":
      return compileIdealRange(measure);
    case "growth":
      return compileGrowth(measure);
    case "events":
      return compileEvents(measure);
    case "goal-attainment":
      return compileGoalAttainment(measure, rounding);
    case "rank":
      return compileRank(measure);
    case "percentile-rank":
      return compilePercentileRank(measure);
    case "min-max":
      return compileMinMax(measure);
    case "z-score":
      return compileZScore(measure);
    case "stanine":
      return compileStanine(measure);
  }
}
