import * as z from "zod/mini";
import { isNumberProblem, parseNumber } from "../../kernel/number.js";
import { clamped, evaluate, linesThrough, type Piecewise, type Point } from "../../kernel/piecewise.js";
import { compare, greater, lesser, type Rational, rationalText } from "../../kernel/rational.js";
import { described } from "../../kernel/schema.js";
import { show } from "../../kernel/show.js";
import { writePiecewise } from "../../program/interpreter.js";
import type { Measure } from "./measure.js";

/** What happens to a value outside a measure's range. */
export function outOfRange() {
  return described(
    z._default(z.enum(["error", "clamp"]), "error"),
    "What happens to a value outside the range: an error, or the score of the nearest end.",
  );
}

/** A measure that reads one number on a closed range and maps it along a straight line. */
export function scaleMeasure(ends: readonly [Point, Point], rule: "error" | "clamp"): Measure {
  const [low, high] = compare(ends[0].x, ends[1].x) < 0 ? ends : [ends[1], ends[0]];
  const line = linesThrough([low, high]);
  const whole: Piecewise = rule === "clamp" ? clamped(line) : line;
  return {
    columns: ["value"],
    derived: [],
    read(evidence, path, report) {
      const value = parseNumber(evidence);
      if (isNumberProblem(value)) {
        report.add(path, value.code, value.message);
        return undefined;
      }
      if (evaluate(whole, value) === undefined) {
        const [from, to] = [low.x, high.x].map(rationalText) as [string, string];
        report.add(path, "out-of-range", `expected ${from} to ${to}, got ${show(evidence)}`, { from, to });
        return undefined;
      }
      return { value };
    },
    steps: (column) => [
      { step: "piecewise", to: column("exact"), of: column("value"), function: writePiecewise(whole) },
    ],
    lowest: lesser(low.y, high.y),
    highest: greater(low.y, high.y),
  };
}

/** A point of a line, from a value and the score that belongs to it. */
export function point(x: Rational, y: Rational): Point {
  return { x, y };
}
