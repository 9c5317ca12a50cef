import * as z from "zod/mini";
import type { Path } from "../../kernel/errors.js";
import { configNumber } from "../../kernel/fields.js";
import { readNumber } from "../../kernel/number.js";
import { clamped, type Piecewise } from "../../kernel/piecewise.js";
import { compare, greater, lesser } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { described, list, type Plain } from "../../kernel/schema.js";
import { show } from "../../kernel/show.js";
import { checkReducer, over } from "../reducers.js";
import { better, checkDirection } from "./lines.js";
import type { Measure } from "./measure.js";
import { outOfRangeClosed, scaleMeasure } from "./scale.js";

/** The fields of the measure. */
export function stepsFields() {
  return {
    /** A table of steps: a value has the score of the step that it lies in. */
    kind: z.literal("steps"),
    /** The steps in rising order, each until the next begins; the first may have no lower end. */
    steps: described(
      list(z.strictObject({ from: z.optional(configNumber()), score: configNumber() }), 1),
      "The steps in rising order, each until the next begins; the first may have no lower end.",
    ),
    /** Where the last step ends; without it, it has no upper end. */
    to: z.optional(described(configNumber(), "Where the last step ends; without it, it has no upper end.")),
    /** The step that a value of exactly a boundary belongs to: the upper, that begins there, or the lower. Default: `"upper"`. */
    boundary: described(
      z._default(z.enum(["upper", "lower"]), "upper"),
      "The step that a value of exactly a boundary belongs to: the upper, that begins there, or the lower.",
    ),
    /** higher: scores never fall as the value rises. lower: they never rise. neither: they may do both. Default: `"higher"`. */
    better: better(),
    /** What happens to a value outside the range: an error, or the score of the nearest end. Default: `"error"`. */
    outOfRange: outOfRangeClosed(),
    /** The evidence is a list (months, periods, members of a team), and this makes one number of it. */
    over: over(),
  };
}

/** A table of steps: each value has the score of the step that it lies in (M4). */
export function stepsSchema() {
  return described(
    z.strictObject(stepsFields()),
    "A table of steps: a value has the score of the step that it lies in.",
  );
}

export type StepsMeasure = Plain<z.output<ReturnType<typeof stepsSchema>>>;

export function checkSteps(measure: StepsMeasure, path: Path, report: Report): void {
  const { steps, to, better: direction = "higher" } = measure;
  for (const [index, { from }] of steps.entries()) {
    if (index === 0) continue;
    const at = [...path, "steps", index, "from"];
    const before = steps[index - 1]?.from;
    if (from === undefined) report.add(at, "missing", "only the first step may have no lower end");
    else if (before !== undefined && compare(readNumber(from), readNumber(before)) <= 0) {
      const message = `expected more than the step before, which begins at ${show(before)}, got ${show(from)}`;
      report.add(at, "points-unsorted", message);
    }
  }
  const last = steps.at(-1)?.from;
  if (to !== undefined && last !== undefined && compare(readNumber(to), readNumber(last)) <= 0) {
    const message = `expected more than ${show(last)}, where the last step begins, got ${show(to)}`;
    report.add([...path, "to"], "range-empty", message);
  }
  const scores = steps.map(({ score }) => readNumber(score));
  checkDirection(scores, direction, [...path, "steps"], report);
  checkReducer(measure.over, [...path, "over"], report);
}

export function compileSteps(measure: StepsMeasure): Measure {
  const { steps, to, boundary, outOfRange: rule, over: summary } = measure;
  const pieces = steps.map(({ from, score }, index) => ({
    ...(from === undefined ? {} : { from: readNumber(from) }),
    includesFrom: boundary === "upper" || index === 0,
    coefficients: [readNumber(score)],
  }));
  const closed: Piecewise = to === undefined ? { pieces } : { pieces, to: readNumber(to) };
  const scores = steps.map(({ score }) => readNumber(score));
  const [lowest, highest] = [scores.reduce(lesser), scores.reduce(greater)];
  return scaleMeasure(
    { function: rule === "clamp" ? clamped(closed) : closed, lowest, highest, fullMarks: highest },
    summary,
  );
}
