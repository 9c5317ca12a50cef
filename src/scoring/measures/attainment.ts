import * as z from "zod/mini";
import type { Path } from "../../kernel/errors.js";
import { configNumber, configRatio } from "../../kernel/fields.js";
import { isNumberProblem, parseNumber, readNumber, readRatio } from "../../kernel/number.js";
import { linesThrough, type Point } from "../../kernel/piecewise.js";
import { compare, HUNDRED, multiply, ONE, type Rational, ZERO } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { described } from "../../kernel/schema.js";
import { show } from "../../kernel/show.js";
import { writePiecewise } from "../../program/interpreter.js";
import type { Measure } from "./measure.js";

/** The attainment of a target: what was reached, divided by the target (M2, M4). */
export function attainmentSchema() {
  return described(
    z.strictObject({
      kind: z.literal("attainment"),
      target: z.optional(
        described(
          configNumber({ above: 0 }),
          "The target where the evidence names none; then the evidence may be a plain number.",
        ),
      ),
      floor: described(z._default(configRatio({ least: 0 }), 0), "Below this attainment the score is 0."),
      cap: described(
        z._default(configRatio(), 1),
        "Above this attainment the score rises no more; 100% or more.",
      ),
      points: z.optional(
        described(
          z.strictObject({
            floor: z.optional(configNumber({ least: 0 })),
            target: z.optional(configNumber({ least: 0 })),
            cap: z.optional(configNumber({ least: 0 })),
          }),
          "The scores at the floor, at the target and at the cap, with straight lines between them. Without it an attainment of 90% gives 90.",
        ),
      ),
    }),
    "The attainment of a target: 0 below the floor, then straight lines to the target and on to the cap.",
  );
}

export type AttainmentMeasure = z.output<ReturnType<typeof attainmentSchema>>;

export function checkAttainment(measure: AttainmentMeasure, path: Path, report: Report): void {
  const filled = { ...measure, floor: measure.floor ?? 0, cap: measure.cap ?? 1 };
  if (compare(readRatio(filled.floor), ONE) > 0) {
    const message = `expected a floor of at most 100%, got ${show(filled.floor)}`;
    report.add([...path, "floor"], "out-of-range", message);
  }
  if (compare(readRatio(filled.cap), ONE) < 0) {
    const message = `expected a cap of at least 100%, got ${show(filled.cap)}`;
    report.add([...path, "cap"], "out-of-range", message);
  }
  if (!report.clean(path)) return;
  for (const end of ["floor", "cap"] as const) {
    if (filled.points?.[end] === undefined || compare(readRatio(filled[end]), ONE) !== 0) continue;
    const message = `at a ${end} of 100% the points of the target hold: state another ${end}, or take these points away`;
    report.add([...path, "points", end], "one-of", message);
  }
  if (!report.clean(path)) return;
  const scores = corners(filled).map(({ y }) => y);
  if (scores.every((score, index) => index === 0 || compare(score, scores[index - 1] as Rational) >= 0))
    return;
  const message = "expected points that do not fall from the floor to the target to the cap";
  report.add([...path, "points"], "points-falling", message);
}

export function compileAttainment(measure: AttainmentMeasure): Measure {
  const points = corners(measure);
  const highest = points.at(-1) as Point;
  const lines = linesThrough(points);
  const whole = {
    pieces: [
      { includesFrom: false, coefficients: [ZERO] },
      ...lines.pieces,
      { from: highest.x, includesFrom: true, coefficients: [highest.y] },
    ],
  };
  return {
    columns: ["actual", "target"],
    derived: ["attainment"],
    read: (evidence, path, report) => readAttainment(evidence, measure.target, path, report),
    steps: (column) => [
      { step: "ratio", to: column("attainment"), of: column("actual"), by: column("target") },
      { step: "piecewise", to: column("exact"), of: column("attainment"), function: writePiecewise(whole) },
    ],
    lowest: ZERO,
    highest: highest.y,
  };
}

/** Floor, target and cap with their scores; corners that fall together are one, and the target's score is the one that counts. */
function corners({ floor, cap, points = {} }: AttainmentMeasure): readonly Point[] {
  const [low, high] = [readRatio(floor), readRatio(cap)];
  const score = (stated: number | string | undefined, attainment: Rational) =>
    stated === undefined ? multiply(attainment, HUNDRED) : readNumber(stated);
  const target = { x: ONE, y: score(points.target, ONE) };
  return [
    ...(compare(low, ONE) === 0 ? [] : [{ x: low, y: score(points.floor, low) }]),
    target,
    ...(compare(high, ONE) === 0 ? [] : [{ x: high, y: score(points.cap, high) }]),
  ];
}

function readAttainment(
  evidence: unknown,
  constantTarget: number | string | undefined,
  path: Path,
  report: Report,
) {
  const parts = isParts(evidence) ? evidence : { actual: evidence };
  const unknown = Object.keys(parts).find((name) => name !== "actual" && name !== "target");
  if (unknown !== undefined) {
    report.add(
      [...path, unknown],
      "unknown-property",
      `${show(unknown)} is not evidence of an attainment: expected actual and target`,
    );
  }
  const numberAt = (value: unknown, at: Path) => {
    const number = parseNumber(value);
    if (!isNumberProblem(number)) return number;
    report.add(at, number.code, number.message);
    return undefined;
  };
  if (parts.actual === undefined || parts.actual === null) {
    report.add([...path, "actual"], "evidence-missing", "expected what was reached, and there is nothing");
    return undefined;
  }
  const actual = numberAt(parts.actual, isParts(evidence) ? [...path, "actual"] : path);
  const stated = parts.target ?? constantTarget;
  if (stated === undefined) {
    report.add(
      [...path, "target"],
      "target-missing",
      "expected a target beside what was reached, as the measure states none",
    );
    return undefined;
  }
  const target = numberAt(stated, [...path, "target"]);
  if (target !== undefined && compare(target, ZERO) <= 0) {
    report.add([...path, "target"], "target-not-positive", `expected a target above 0, got ${show(stated)}`);
    return undefined;
  }
  return actual === undefined || target === undefined ? undefined : { actual, target };
}

function isParts(evidence: unknown): evidence is { readonly actual?: unknown; readonly target?: unknown } {
  return (
    typeof evidence === "object" &&
    evidence !== null &&
    !Array.isArray(evidence) &&
    Object.getPrototypeOf(evidence) === Object.prototype
  );
}
