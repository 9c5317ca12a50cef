import * as z from "zod/mini";
import type { Path } from "../../kernel/errors.js";
import { configNumber, configRatio } from "../../kernel/fields.js";
import { readNumber } from "../../kernel/number.js";
import { evaluate } from "../../kernel/piecewise.js";
import {
  absolute,
  divide,
  greater,
  lesser,
  type Rational,
  rationalText,
  subtract,
} from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { described, type Plain } from "../../kernel/schema.js";
import { show } from "../../kernel/show.js";
import { writePiecewise } from "../../program/interpreter.js";
import type { Step } from "../../program/program.js";
import { isAbsent, isObject, noteOthers } from "../evidence.js";
import { checkReducer, over, readReduced } from "../reducers.js";
import { better, checkLinePoints, linePoints, linesCurve } from "./lines.js";
import {
  type ColumnName,
  type Measure,
  numberColumn,
  type PlainColumn,
  shownAs,
  summaryBy,
} from "./measure.js";
import { noteOutside, outOfRange } from "./scale.js";

function fixed() {
  return z.strictObject({ kind: z.literal("fixed"), score: configNumber() });
}

/** The fields of the measure. */
export function growthFields() {
  return {
    /** Growth against a base: the change divided by the base, then straight lines through stated points. */
    kind: z.literal("growth"),
    /** At least two points, in rising order. */
    points: linePoints(configRatio),
    /** higher: scores never fall as the value rises. lower: they never rise. neither: they may do both. Default: `"higher"`. */
    better: better(),
    /** What happens to a value outside the range: an error, the score of the nearest end, or the line at that end goes on. Default: `"error"`. */
    outOfRange: outOfRange(),
    /** What counts where the base is zero, so that there is no growth: an error, or a fixed score. */
    baseZero: described(
      z.discriminatedUnion("kind", [z.strictObject({ kind: z.literal("error") }), fixed()]),
      "What counts where the base is zero, so that there is no growth: an error, or a fixed score.",
    ),
    /** What counts where the base is negative: an error, the change divided by the size of the base, or a fixed score. */
    baseNegative: described(
      z.discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("error") }),
        z.strictObject({ kind: z.literal("absolute") }),
        fixed(),
      ]),
      "What counts where the base is negative: an error, the change divided by the size of the base, or a fixed score.",
    ),
    /** The evidence is a list (months, periods, members of a team), and this makes one number of it. */
    over: over(),
  };
}

/** Growth against a base period (M2, M4). */
export function growthSchema() {
  return described(
    z.strictObject(growthFields()),
    "Growth against a base: the change divided by the base, then straight lines through stated points.",
  );
}

export type GrowthMeasure = Plain<z.output<ReturnType<typeof growthSchema>>>;

export function checkGrowth(measure: GrowthMeasure, path: Path, report: Report): void {
  checkLinePoints(measure, [...path, "points"], report);
  checkReducer(measure.over, [...path, "over"], report);
}

const SIGNS = ["negative", "zero", "positive"] as const;

export function compileGrowth(measure: GrowthMeasure): Measure {
  const { points, outOfRange: rule, baseZero, baseNegative } = measure;
  const made = linesCurve(points, rule);
  const summary = summaryBy(measure.over);
  const stated = [
    ...(baseNegative.kind === "fixed" ? [{ label: "negative", score: readNumber(baseNegative.score) }] : []),
    ...(baseZero.kind === "fixed" ? [{ label: "zero", score: readNumber(baseZero.score) }] : []),
  ];
  const scores = stated.map(({ score }) => score);
  const has = (sign: string) =>
    sign === "positive" || (sign === "negative" && baseNegative.kind === "absolute");
  return {
    inputs: [numberColumn("actual"), numberColumn("base")],
    shown: shownAs("actual", "base", "growth"),
    read: (evidence, path, report) => readGrowth(evidence, measure, made.function, path, report),
    plain: [
      { column: "actual", part: "actual", ...summary },
      { column: "base", part: "base", ...signOf(measure), ...summary },
    ],
    steps: (column) => [
      ...changeSteps(column, baseZero.kind === "fixed"),
      {
        step: "piecewise-by",
        to: column("growth"),
        of: column("change"),
        by: column("sign"),
        functions: SIGNS.filter(has).map((label) => ({
          label,
          function: { pieces: [{ coefficients: ["0", "1"] }] },
        })),
      },
      {
        step: "piecewise",
        to: column("grown"),
        of: column("growth"),
        function: writePiecewise(made.function),
      },
      {
        step: "look-up",
        to: column("stated"),
        by: [column("sign")],
        type: "number",
        rows: stated.map(({ label, score }) => ({ labels: [label], value: rationalText(score) })),
      },
      { step: "first-present", to: column("exact"), of: [column("grown"), column("stated")] },
    ],
    ...(made.lowest === undefined ? {} : { lowest: [...scores, made.lowest].reduce(lesser) }),
    ...(made.highest === undefined ? {} : { highest: [...scores, made.highest].reduce(greater) }),
    fullMarks: [...scores, made.fullMarks].reduce(greater),
  };
}

/** The bases that count; one of zero has no size to divide by. */
function signOf({ baseZero, baseNegative }: GrowthMeasure): Pick<PlainColumn, "sign"> {
  if (baseNegative.kind !== "error") return {};
  return { sign: baseZero.kind === "error" ? "above-zero" : "not-negative" };
}

/** Where the base lies, and the change divided by the size of the base. Where a score is stated for a base of zero, that has the size 1, so that nothing is divided by zero; nothing comes of it. */
function changeSteps(column: ColumnName, isZeroStated: boolean): readonly Step[] {
  return [
    {
      step: "weighted-sum",
      to: column("difference"),
      of: [
        { column: column("actual"), weight: "1" },
        { column: column("base"), weight: "-1" },
      ],
    },
    {
      step: "piecewise",
      to: column("size"),
      of: column("base"),
      function: {
        pieces: [
          { coefficients: ["0", "-1"] },
          ...(isZeroStated ? [{ from: "0", coefficients: ["1"] }] : []),
          { from: "0", ...(isZeroStated ? { includesFrom: false } : {}), coefficients: ["0", "1"] },
        ],
      },
    },
    { step: "ratio", to: column("change"), of: column("difference"), by: column("size") },
    {
      step: "piecewise",
      to: column("direction"),
      of: column("base"),
      function: {
        pieces: [
          { coefficients: ["-1"] },
          { from: "0", coefficients: ["0"] },
          { from: "0", includesFrom: false, coefficients: ["1"] },
        ],
      },
    },
    {
      step: "band",
      to: column("sign"),
      of: column("direction"),
      bands: [{ label: "negative" }, { label: "zero", from: "0" }, { label: "positive", from: "1" }],
    },
  ];
}

function readGrowth(
  evidence: unknown,
  { baseZero, baseNegative, over: summary }: GrowthMeasure,
  curve: Parameters<typeof evaluate>[0],
  path: Path,
  report: Report,
) {
  if (!isObject(evidence)) {
    report.add(path, "wrong-type", `expected { actual, base }, got ${show(evidence)}`);
    return undefined;
  }
  noteOthers(evidence, ["actual", "base"], path, report);
  const read = (name: "actual" | "base") => {
    const at = [...path, name];
    if (!isAbsent(evidence[name])) return readReduced(evidence[name], summary, at, report);
    report.add(at, "evidence-missing", `expected the ${name} of the growth, and there is nothing`);
    return undefined;
  };
  const [actual, base] = [read("actual"), read("base")];
  if (actual === undefined || base === undefined) return undefined;
  const rule = base.n === 0n ? baseZero.kind : base.n < 0n ? baseNegative.kind : "absolute";
  if (rule === "error") {
    const message = `expected a base above 0, got ${show(evidence.base)} (what counts otherwise is for ${base.n === 0n ? "baseZero" : "baseNegative"} to say)`;
    report.add([...path, "base"], "base-not-positive", message);
    return undefined;
  }
  if (rule === "absolute" && !grows(growthOf(actual, base), curve, path, report)) return undefined;
  return { actual, base };
}

function growthOf(actual: Rational, base: Rational): Rational {
  return divide(subtract(actual, base), absolute(base));
}

function grows(growth: Rational, curve: Parameters<typeof evaluate>[0], path: Path, report: Report): boolean {
  if (evaluate(curve, growth) !== undefined) return true;
  noteOutside(curve, growth, rationalText(growth), path, report);
  return false;
}
