import * as z from "zod/mini";
import type { Path } from "../../kernel/errors.js";
import {
  clamped,
  extended,
  linesThrough,
  type Piecewise,
  type Point,
  pieceAt,
} from "../../kernel/piecewise.js";
import { compare, greater, lesser, type Rational, rationalText } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { described } from "../../kernel/schema.js";
import { show } from "../../kernel/show.js";
import { writePiecewise } from "../../program/interpreter.js";
import { readOne } from "../evidence.js";
import { type ReducerConfig, readReduced } from "../reducers.js";
import { type Measure, numberColumn, shownAs, summaryBy } from "./measure.js";

/** What happens to a value outside a range. */
export type OutOfRange = "error" | "clamp" | "extend";

/** The field that says what happens to a value outside a measure's range. */
export function outOfRange() {
  return described(
    z._default(z.enum(["error", "clamp", "extend"]), "error"),
    "What happens to a value outside the range: an error, the score of the nearest end, or the line at that end goes on.",
  );
}

/** The same for measures whose ends cannot go on. */
export function outOfRangeClosed() {
  return described(
    z._default(z.enum(["error", "clamp"]), "error"),
    "What happens to a value outside the range: an error, or the score of the nearest end.",
  );
}

/** Which way a measure goes. */
export type Better = "higher" | "lower" | "neither";

/** A function from a raw value to a score, with what happens outside its range. */
export interface Curve {
  readonly function: Piecewise;
  /** The least and the greatest score; absent where the function goes on without end. */
  readonly lowest?: Rational;
  readonly highest?: Rational;
  /** The best score on the stated range. */
  readonly fullMarks: Rational;
}

/** A curve on a closed range: `scores` are those at its corners. */
export function curve(closed: Piecewise, scores: readonly Rational[], rule: OutOfRange): Curve {
  const [lowest, highest] = [scores.reduce(lesser), scores.reduce(greater)];
  if (rule === "extend") return { function: extended(closed), fullMarks: highest };
  const whole = rule === "clamp" ? clamped(closed) : closed;
  return { function: whole, lowest, highest, fullMarks: highest };
}

/** The curve of one straight line. */
export function lineCurve(ends: readonly [Point, Point], rule: OutOfRange): Curve {
  const [low, high] = compare(ends[0].x, ends[1].x) < 0 ? ends : [ends[1], ends[0]];
  return curve(linesThrough([low, high]), [low.y, high.y], rule);
}

/** A measure that reads one number, or the summary of several, and maps it along a curve. */
export function scaleMeasure(made: Curve, over: ReducerConfig | undefined): Measure {
  const { function: mapped, ...ends } = made;
  const judge = (value: Rational | undefined, given: unknown, path: Path, report: Report) => {
    if (value === undefined || pieceAt(mapped, value) >= 0) return value;
    noteOutside(mapped, value, given, path, report);
    return undefined;
  };
  return {
    inputs: [numberColumn("value")],
    shown: shownAs("value"),
    read(evidence, path, report) {
      const value = judge(readReduced(evidence, over, path, report), evidence, path, report);
      return value === undefined ? undefined : { value };
    },
    steps: (column) => [
      { step: "piecewise", to: column("exact"), of: column("value"), function: writePiecewise(mapped) },
    ],
    ...ends,
    plain: [{ column: "value", ...summaryBy(over) }],
    ...(over === undefined
      ? {
          number: {
            takes: mapped,
            read: (evidence, path, report) => judge(readOne(evidence, path, report), evidence, path, report),
            steps: (from, to) => [{ step: "piecewise", to, of: from, function: writePiecewise(mapped) }],
          },
        }
      : {}),
  };
}

/** What a message about a value outside a range says of the way out. */
export const OUT_OF_RANGE_HINT = "(the measure's outOfRange can say what counts there)";

/** Notes a value for which a function has none. */
export function noteOutside(
  { pieces, to }: Piecewise,
  value: Rational,
  given: unknown,
  path: Path,
  report: Report,
): void {
  const from = pieces[0]?.from;
  const [low, high] = [from, to].map((end) => (end === undefined ? undefined : rationalText(end)));
  const expected =
    low === undefined ? `at most ${high}` : high === undefined ? `at least ${low}` : `${low} to ${high}`;
  const got = Array.isArray(given) ? `${rationalText(value)} in all` : show(given);
  report.add(path, "out-of-range", `expected ${expected}, got ${got} ${OUT_OF_RANGE_HINT}`, {
    ...(low === undefined ? {} : { from: low }),
    ...(high === undefined ? {} : { to: high }),
  });
}

/** A point of a line, from a value and the score that belongs to it. */
export function point(x: Rational, y: Rational): Point {
  return { x, y };
}
