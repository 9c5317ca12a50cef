import * as z from "zod/mini";
import type { Path } from "../../kernel/errors.js";
import { configNumber, configRatio } from "../../kernel/fields.js";
import { readNumber, readRatio } from "../../kernel/number.js";
import { type Corner, linesWithJumps } from "../../kernel/piecewise.js";
import { compare, HUNDRED, multiply, ONE, type Rational, rationalText, ZERO } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { described, type Plain } from "../../kernel/schema.js";
import { show } from "../../kernel/show.js";
import { writePiecewise } from "../../program/interpreter.js";
import type { Step } from "../../program/program.js";
import { isAbsent, isObject, noteOthers, readOne } from "../evidence.js";
import { checkReducer, over, type ReducerConfig, readReduced } from "../reducers.js";
import { checkLinePoints, cornersOf, type LinePoint, linePoints } from "./lines.js";
import {
  type ColumnName,
  type Measure,
  type MeasureContext,
  numberColumn,
  type PlainColumn,
  type RawColumns,
  shownAs,
  summaryBy,
} from "./measure.js";
import { checkTargets, configuredTarget, targetTable } from "./targets.js";

/** The fields of the measure. */
export function attainmentFields() {
  return {
    /** The attainment of a target: 0 below the floor, then straight lines to the target and on to the cap. */
    kind: z.literal("attainment"),
    /** ratio: what was reached over the target. Where lower is better, inverse: the target over what was reached; mirror: 2 less what was reached over the target. Default: `"ratio"`. */
    formula: described(
      z._default(z.enum(["ratio", "inverse", "mirror"]), "ratio"),
      "ratio: what was reached over the target. Where lower is better, inverse: the target over what was reached; mirror: 2 less what was reached over the target.",
    ),
    /** The target where the evidence names none; then the evidence may be a plain number. */
    target: z.optional(
      described(
        configNumber({ above: 0 }),
        "The target where the evidence names none; then the evidence may be a plain number.",
      ),
    ),
    /** The target by an attribute of the person, or by the period. */
    targets: z.optional(targetTable()),
    /** The target is for a whole period: it is multiplied by the part of it in which the person was present. */
    proRate: z.optional(
      described(
        z.boolean(),
        "The target is for a whole period: it is multiplied by the part of it in which the person was present.",
      ),
    ),
    /** Below this attainment the score is 0; 0% where nothing is said. */
    floor: z.optional(
      described(configRatio({ least: 0 }), "Below this attainment the score is 0; 0% where nothing is said."),
    ),
    /** Above this attainment the score rises no more; 100% or more, and 100% where nothing is said. */
    cap: z.optional(
      described(
        configRatio(),
        "Above this attainment the score rises no more; 100% or more, and 100% where nothing is said.",
      ),
    ),
    /** The scores at the floor, at the target and at the cap, with straight lines between them. Without it an attainment of 90% gives 90. */
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
    /** In place of floor, cap and points: the scores at any attainments, with straight lines between them. Below the first the score is 0, above the last it rises no more. */
    lines: z.optional(
      described(
        linePoints(configRatio),
        "In place of floor, cap and points: the scores at any attainments, with straight lines between them. Below the first the score is 0, above the last it rises no more.",
      ),
    ),
    /** The evidence is a list (months, periods, members of a team), and this makes one number of it. */
    over: over(),
  };
}

/** The attainment of a target (M2, M4). */
export function attainmentSchema() {
  return described(
    z.strictObject(attainmentFields()),
    "The attainment of a target: 0 below the floor, then straight lines to the target and on to the cap.",
  );
}

/** The column of the row of `targets` that holds the target. */
const TARGET_ROW = "target-row";

export type AttainmentMeasure = Plain<z.output<ReturnType<typeof attainmentSchema>>>;

export function checkAttainment(measure: AttainmentMeasure, path: Path, report: Report): void {
  checkTargets(measure, path, report);
  checkReducer(measure.over, [...path, "over"], report);
  if (measure.lines === undefined) checkEnds(measure, path, report);
  else checkOwnLines(measure, measure.lines, path, report);
  if (!report.clean(path)) return;
  const scores = cornersIn(measure).flatMap(({ y, below }) => (below === undefined ? [y] : [below, y]));
  const falls = (score: Rational, index: number) => compare(score, scores[index - 1] ?? ZERO) < 0;
  if (!scores.some(falls)) return;
  const message = "expected points of 0 or more that do not fall as the attainment rises";
  report.add([...path, measure.lines === undefined ? "points" : "lines"], "points-falling", message);
}

/** Notes what stands beside lines that take its place, and points that make no lines. */
function checkOwnLines(
  measure: AttainmentMeasure,
  points: readonly LinePoint[],
  path: Path,
  report: Report,
): void {
  for (const field of ["floor", "cap", "points"] as const) {
    if (measure[field] === undefined) continue;
    report.add([...path, field], "one-of", "the lines say this themselves: take it away, or the lines");
  }
  checkLinePoints({ points, better: "neither", outOfRange: "clamp" }, [...path, "lines"], report);
}

function checkEnds(measure: AttainmentMeasure, path: Path, report: Report): void {
  const { floor, cap, points } = withEnds(measure);
  if (compare(readRatio(floor), ONE) > 0) {
    const message = `expected a floor of at most 100%, got ${show(floor)}`;
    report.add([...path, "floor"], "out-of-range", message);
  }
  if (compare(readRatio(cap), ONE) < 0) {
    const message = `expected a cap of at least 100%, got ${show(cap)}`;
    report.add([...path, "cap"], "out-of-range", message);
  }
  if (!report.clean(path)) return;
  for (const [end, at] of [
    ["floor", floor],
    ["cap", cap],
  ] as const) {
    if (points?.[end] === undefined || compare(readRatio(at), ONE) !== 0) continue;
    const message = `at a ${end} of 100% the points of the target hold: state another ${end}, or take these points away`;
    report.add([...path, "points", end], "one-of", message);
  }
}

/** An attainment with the floor and the cap that hold where nothing is said. */
export function withEnds<Measure extends Pick<AttainmentMeasure, "floor" | "cap">>(measure: Measure) {
  return { ...measure, floor: measure.floor ?? 0, cap: measure.cap ?? 1 };
}

export function compileAttainment(measure: AttainmentMeasure): Measure {
  const corners = cornersIn(measure);
  const highest = corners.at(-1) as Corner;
  const above = { from: highest.x, includesFrom: true, coefficients: [highest.y] };
  const whole = {
    pieces: [
      { includesFrom: false, coefficients: [ZERO] },
      ...linesWithJumps(corners).pieces,
      ...(highest.below === undefined ? [above] : []),
    ],
  };
  const proRated = measure.proRate === true;
  const columns = ["actual", "target", ...(proRated ? ["presence"] : [])];
  const derived = [...(proRated ? ["pro-rated-target"] : []), "attainment"];
  return {
    inputs: [
      ...columns.map(numberColumn),
      ...(measure.targets === undefined ? [] : [{ column: TARGET_ROW, type: "label" as const }]),
    ],
    shown: shownAs(...columns, ...derived),
    read: (evidence, path, report, context) => readAttainment(evidence, measure, path, report, context),
    plain: plainColumns(measure),
    steps: (column) => [
      ...(proRated
        ? [
            {
              step: "product" as const,
              to: column("pro-rated-target"),
              of: [column("target"), column("presence")],
            },
          ]
        : []),
      ...attainmentSteps(
        measure.formula,
        highest.x,
        column,
        column(proRated ? "pro-rated-target" : "target"),
      ),
      { step: "piecewise", to: column("exact"), of: column("attainment"), function: writePiecewise(whole) },
    ],
    lowest: ZERO,
    highest: highest.y,
    fullMarks: highest.y,
    proRated,
    ...(measure.targets === undefined ? {} : { targetRow: { by: measure.targets.by, column: TARGET_ROW } }),
  };
}

function plainColumns(measure: AttainmentMeasure): readonly PlainColumn[] {
  const { over: actuals, formula } = measure;
  const { summary: ofTargets } = summaryBy(listTarget(actuals));
  return [
    {
      column: "actual",
      part: "actual",
      ...(formula === "inverse" ? { sign: "not-negative" } : {}),
      ...summaryBy(actuals),
    },
    {
      column: "target",
      part: "target",
      sign: "above-zero",
      otherwise: measure,
      ...(ofTargets === undefined ? {} : { summary: { ...ofTargets, orNumber: true } }),
    },
  ];
}

function attainmentSteps(
  formula: AttainmentMeasure["formula"],
  most: Rational,
  column: ColumnName,
  target: string,
): readonly Step[] {
  const to = column("attainment");
  switch (formula) {
    case "ratio":
      return [{ step: "ratio", to, of: column("actual"), by: target }];
    case "inverse":
      return [{ step: "ratio", to, of: target, by: column("actual"), whenZero: rationalText(most) }];
    case "mirror":
      return [
        { step: "ratio", to: column("part"), of: column("actual"), by: target },
        { step: "piecewise", to, of: column("part"), function: { pieces: [{ coefficients: ["2", "-1"] }] } },
      ];
  }
}

/** The stated points; else floor, target and cap with their scores, of which those that fall together are one with the target's score. */
function cornersIn(measure: AttainmentMeasure): readonly Corner[] {
  if (measure.lines !== undefined) return cornersOf(measure.lines);
  const { floor, cap, points = {} } = withEnds(measure);
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
  measure: AttainmentMeasure,
  path: Path,
  report: Report,
  context: MeasureContext,
) {
  const parts = isObject(evidence) ? evidence : { actual: evidence };
  noteOthers(parts, ["actual", "target"], path, report);
  if (isAbsent(parts.actual)) {
    const message = "expected what was reached, and there is nothing";
    report.add([...path, "actual"], "evidence-missing", message);
    return undefined;
  }
  const actualPath = isObject(evidence) ? [...path, "actual"] : path;
  const actual = readReduced(parts.actual, measure.over, actualPath, report);
  if (actual !== undefined && measure.formula === "inverse" && actual.n < 0n) {
    const message = `expected at least 0, as the target is divided by it, got ${show(parts.actual)}`;
    report.add(actualPath, "out-of-range", message);
  }
  const found = readTarget(parts.target, measure, [...path, "target"], report, context);
  if (actual === undefined || found === undefined) return undefined;
  return { actual, ...found, ...(measure.proRate === true ? { presence: context.presence } : {}) };
}

function readTarget(
  given: unknown,
  measure: AttainmentMeasure,
  path: Path,
  report: Report,
  context: MeasureContext,
): RawColumns | undefined {
  const configured = isAbsent(given)
    ? configuredTarget(measure, context, path.slice(0, -1), report)
    : undefined;
  const stated = isAbsent(given) ? configured?.target : given;
  if (stated === undefined) return undefined;
  const target = Array.isArray(stated)
    ? readReduced(stated, listTarget(measure.over), path, report)
    : readOne(stated, path, report);
  if (target === undefined) return undefined;
  const { row } = configured ?? {};
  if (target.n > 0n) return { target, ...(row === undefined ? {} : { [TARGET_ROW]: row }) };
  report.add(path, "target-not-positive", `expected a target above 0, got ${show(stated)}`);
  return undefined;
}

/** A list of targets is summarised as what was reached is; where each value brings a weight of its own, the target is one number. */
function listTarget(reducer: ReducerConfig | undefined): ReducerConfig | undefined {
  return reducer?.kind === "weighted-mean" && reducer.weights === undefined ? undefined : reducer;
}
