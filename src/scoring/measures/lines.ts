import * as z from "zod/mini";
import type { Path } from "../../kernel/errors.js";
import { configNumber, type configRatio } from "../../kernel/fields.js";
import { readNumber, readRatio } from "../../kernel/number.js";
import { type Corner, linesWithJumps } from "../../kernel/piecewise.js";
import { compare, type Rational } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { described, list, type Plain } from "../../kernel/schema.js";
import { show } from "../../kernel/show.js";
import { checkReducer, over } from "../reducers.js";
import type { Measure } from "./measure.js";
import { type Better, type Curve, curve, type OutOfRange, outOfRange, scaleMeasure } from "./scale.js";

/** The fields of the measure. */
export function linesFields() {
  return {
    /** Straight lines through stated points, which may jump. */
    kind: z.literal("lines"),
    /** At least two points, in rising order. */
    points: linePoints(configNumber),
    /** higher: scores never fall as the value rises. lower: they never rise. neither: they may do both. Default: `"higher"`. */
    better: better(),
    /** What happens to a value outside the range: an error, the score of the nearest end, or the line at that end goes on. Default: `"error"`. */
    outOfRange: outOfRange(),
    /** The evidence is a list (months, periods, members of a team), and this makes one number of it. */
    over: over(),
  };
}

/** Straight lines through stated points (M4). */
export function linesSchema() {
  return described(z.strictObject(linesFields()), "Straight lines through stated points, which may jump.");
}

export type LinesMeasure = Plain<z.output<ReturnType<typeof linesSchema>>>;

/** Points of lines; `value` makes the schema of their raw values. */
export function linePoints(value: typeof configNumber | typeof configRatio) {
  return described(
    list(
      z.strictObject({
        at: value(),
        score: configNumber(),
        below: z.optional(
          described(
            configNumber(),
            "A jump: the line from the left comes to this score, and `score` holds from `at` on.",
          ),
        ),
      }),
      2,
    ),
    "At least two points, in rising order.",
  );
}

/** Which way the scores of a stated curve go. */
export function better() {
  return described(
    z._default(z.enum(["higher", "lower", "neither"]), "higher"),
    "higher: scores never fall as the value rises. lower: they never rise. neither: they may do both.",
  );
}

/** A stated point of lines. */
export interface LinePoint {
  readonly at: number | string;
  readonly score: number | string;
  readonly below?: number | string | undefined;
}

export function checkLines(measure: LinesMeasure, path: Path, report: Report): void {
  checkLinePoints(measure, [...path, "points"], report);
  checkReducer(measure.over, [...path, "over"], report);
}

/** Notes points out of order, jumps where none can be, and scores that go the wrong way; `path` is that of the points. */
export function checkLinePoints(
  measure: {
    readonly points: readonly LinePoint[];
    readonly better: Better;
    readonly outOfRange: OutOfRange;
  },
  path: Path,
  report: Report,
): void {
  const { points, better: direction = "higher", outOfRange: rule = "error" } = measure;
  for (const [index, { at }] of points.entries()) {
    const before = points[index - 1];
    if (before === undefined || compare(readRatio(at), readRatio(before.at)) > 0) continue;
    const same =
      compare(readRatio(at), readRatio(before.at)) === 0 ? ' (for a jump state one point with "below")' : "";
    const message = `expected more than the point before, which is at ${show(before.at)}, got ${show(at)}${same}`;
    report.add([...path, index, "at"], "points-unsorted", message);
  }
  const noJump = (index: number, why: string) => {
    if (points[index]?.below === undefined) return;
    report.add([...path, index, "below"], "one-of", `${why}: take this away`);
  };
  noJump(0, "no line comes to the first point from the left");
  if (rule === "extend")
    noJump(points.length - 1, "the last line goes on, so that it cannot jump at its end");
  const scores = points.flatMap(({ score, below }) => (below === undefined ? [score] : [below, score]));
  checkDirection(scores.map(readNumber), direction, path, report);
}

/** Notes scores that do not go the way they are declared to. */
export function checkDirection(
  scores: readonly Rational[],
  direction: Better,
  path: Path,
  report: Report,
): void {
  if (direction === "neither") return;
  const wrong = scores.some((score, index) => {
    const difference = index === 0 ? 0 : compare(score, scores[index - 1] as Rational);
    return direction === "higher" ? difference < 0 : difference > 0;
  });
  if (!wrong) return;
  const [code, way] =
    direction === "higher"
      ? (["points-falling", "do not fall"] as const)
      : (["points-rising", "do not rise"] as const);
  const message = `expected scores that ${way} where ${direction} is better (say "better": "lower" or "neither" otherwise)`;
  report.add(path, code, direction === "higher" ? message : message.replace('"lower"', '"higher"'));
}

/** The corners of stated points. */
export function cornersOf(points: readonly LinePoint[]): readonly Corner[] {
  return points.map(({ at, score, below }) => ({
    x: readRatio(at),
    y: readNumber(score),
    ...(below === undefined ? {} : { below: readNumber(below) }),
  }));
}

/** The curve of stated points. */
export function linesCurve(points: readonly LinePoint[], rule: OutOfRange): Curve {
  const corners = cornersOf(points);
  const scores = corners.flatMap(({ y, below }) => (below === undefined ? [y] : [below, y]));
  return curve(linesWithJumps(corners), scores, rule);
}

export function compileLines({ points, outOfRange: rule, over: summary }: LinesMeasure): Measure {
  return scaleMeasure(linesCurve(points, rule), summary);
}
