import * as z from "zod/mini";
import { apportion, roundTogether, type Share } from "../kernel/apportion.js";
import { defineCalculator, defineFactory, type Factory } from "../kernel/calculator.js";
import {
  type Decimal,
  exactDecimal,
  SHOWN_DECIMALS,
  shownDecimal,
  toDecimal,
  unitsToDecimal,
} from "../kernel/decimal.js";
import type { Path } from "../kernel/errors.js";
import { configNumber, decimals, id, roundingMode } from "../kernel/fields.js";
import { checkIds } from "../kernel/ids.js";
import { type Label, label } from "../kernel/label.js";
import { multiply, type Rational, rationalText, subtract, sum } from "../kernel/rational.js";
import type { Report } from "../kernel/report.js";
import { round } from "../kernel/rounding.js";
import { type Checked, described, lazySchema, list, type Written } from "../kernel/schema.js";
import { show } from "../kernel/show.js";
import { type ProgramCalculator, withProgram } from "../program/calculator.js";
import { compileProgram } from "../program/interpreter.js";
import type { Program, Step, TraceLine } from "../program/program.js";
import { checkWeights, readWeights, weight } from "../weights/weights.js";
import { checkMeasure, compileMeasure, type MeasureConfig, measureSchema } from "./measures/index.js";
import type { IndicatorEvidence, Measure } from "./measures/measure.js";

/** The fields of a weight schema; a policy's axis has them too. */
export function weightSchemaFields() {
  return {
    indicators: described(
      list(
        z.strictObject({ id: id(), label: z.optional(label()), weight: weight(), measure: measureSchema() }),
        1,
      ),
      "What is assessed, how much each counts, and how its raw value becomes a score.",
    ),
    outOf: z.optional(
      described(configNumber({ above: 0 }), "What the weights sum to; 1 where this is not said."),
    ),
    normalise: z.optional(
      described(z.boolean(), "Scale weights with another sum, instead of refusing them."),
    ),
    decimals: described(z._default(decimals(), 4), "The decimals of an indicator's score."),
    scoreDecimals: described(
      z._default(decimals(), 2),
      "The decimals of the whole score, with which bands are compared.",
    ),
    rounding: z._default(roundingMode(), "half-up"),
  };
}

const weightSchema = /* @__PURE__ */ lazySchema(() => z.strictObject(weightSchemaFields()));

const evidenceInput = /* @__PURE__ */ lazySchema(() => z.record(z.string(), z.unknown()));

/**
 * A weight schema: the config of `scorer`.
 *
 * @useDeclaredType
 */
export type WeightSchema = Written<typeof weightSchema>;

type CheckedWeightSchema = Checked<typeof weightSchema>;

/** What is known about a person: for each indicator a number, or `{ actual, target }` for an attainment. */
export interface Evidence {
  readonly [indicator: string]: IndicatorEvidence;
}

/** What one indicator adds to the score. */
export interface IndicatorScore {
  readonly id: string;
  readonly label?: Label;
  readonly measure: MeasureConfig["kind"];
  /** The raw numbers: `value`, or `actual`, `target` and `attainment`. */
  readonly raw: { readonly [name: string]: Decimal };
  /** The indicator's score, rounded to the schema's `decimals`. */
  readonly score: Decimal;
  /** The weight as a part of 1, shown with 6 decimals; the weights shown sum to 1. */
  readonly weight: Decimal;
  /** Weight times score, shown with 6 decimals. */
  readonly points: Decimal;
}

/** The score of one dimension and how it came about; `value` is the sum of the points and the rounding difference. */
export interface Score {
  readonly kind: "score";
  readonly value: Decimal;
  readonly indicators: readonly IndicatorScore[];
  readonly roundingDifference: Decimal;
  readonly trace: readonly TraceLine[];
}

/** A compiled weight schema: call it with evidence. */
export interface Scorer extends ProgramCalculator<Evidence, Score> {
  /** The least and the greatest score that any evidence can have. */
  readonly range: { readonly lowest: Decimal; readonly highest: Decimal };
}

/**
 * Turns evidence into a score (M1 to M4): each indicator's raw value becomes a score by its measure, and the scores' weighted sum
 * is the score of the dimension.
 *
 * Weights are parts of 1 (or of `outOf`) that sum to it exactly. An indicator's score is rounded to `decimals` (4), the whole to
 * `scoreDecimals` (2), both by `rounding` (half-up); nothing is rounded in between. Points and weights are shown with 6 decimals
 * and are apportioned so that they sum to the whole; `roundingDifference` is what the last rounding added.
 *
 * Errors of the config: weights that do not sum to the whole (`weights-sum`), an id twice (`duplicate-id`), a measure that
 * contradicts itself. Errors of the evidence: an indicator without evidence (`evidence-missing`) or one that the schema does not
 * have (`unknown-indicator`), a value outside its range (`out-of-range`), a target of zero or less (`target-not-positive`).
 *
 * @example
 * ```ts
 * import { scorer } from "tierwise";
 *
 * const performance = scorer({
 *   indicators: [
 *     { id: "sales", weight: "60%", measure: { kind: "attainment", floor: "60%", cap: "120%" } },
 *     { id: "satisfaction", weight: "40%", measure: { kind: "rating", from: 1, to: 5 } },
 *   ],
 * });
 * const score = performance({ sales: { actual: 90_000, target: 100_000 }, satisfaction: 4 });
 * score.value; // => "84"
 * score.indicators.map((indicator) => indicator.points); // => ["54", "30"]
 * ```
 */
export const scorer: Factory<WeightSchema, Scorer> = /* @__PURE__ */ defineFactory({
  title: "scorer",
  config: weightSchema,
  check: (config, report) => checkWeightSchema(config, [], report),
  compile: compileScorer,
});

/** Notes what the schema cannot see in a weight schema. */
export function checkWeightSchema(config: CheckedWeightSchema, path: Path, report: Report): void {
  const at = [...path, "indicators"];
  checkIds(config.indicators, at, report);
  for (const [index, { measure }] of report.items(config.indicators, at)) {
    checkMeasure(measure, [...at, index, "measure"], report);
  }
  if (report.sound([...path, "outOf"]) && report.sound([...path, "normalise"]))
    checkWeights(config.indicators, config, at, report);
}

interface Compiled {
  readonly id: string;
  readonly label?: Label;
  readonly kind: MeasureConfig["kind"];
  readonly weight: Rational;
  readonly measure: Measure;
}

function compileScorer(schema: CheckedWeightSchema): Scorer {
  const weights = readWeights(schema.indicators, schema);
  const indicators = schema.indicators.map(
    (indicator, index): Compiled => ({
      id: indicator.id,
      ...(indicator.label === undefined ? {} : { label: indicator.label }),
      kind: indicator.measure.kind,
      weight: weights[index] as Rational,
      measure: compileMeasure(indicator.measure),
    }),
  );
  const program = scoreProgram(indicators, schema);
  const run = compileProgram(program);
  const shownWeights = apportion(
    10n ** BigInt(SHOWN_DECIMALS),
    indicators.map(({ id: name, weight: share }) => ({ id: name, share })),
  );
  const calculator = defineCalculator({
    title: "scorer",
    input: evidenceInput,
    run(evidence, report): Score {
      const columns = readEvidence(indicators, evidence, report);
      report.stop();
      const result = run(columns);
      const scores = indicators.map(({ id: name }) => result.number(scoreColumn(name)));
      const exactPoints = indicators.map(
        ({ id: name, weight: share }, index): Share => ({
          id: name,
          share: multiply(share, scores[index] as Rational),
        }),
      );
      const points = roundTogether(exactPoints, SHOWN_DECIMALS);
      const value = result.number("score");
      const shownSum = { n: points.reduce((all, part) => all + part, 0n), d: 10n ** BigInt(SHOWN_DECIMALS) };
      return {
        kind: "score",
        value: toDecimal(value, schema.scoreDecimals),
        indicators: indicators.map(({ id: name, label: text, kind, measure }, index) => ({
          id: name,
          ...(text === undefined ? {} : { label: text }),
          measure: kind,
          raw: Object.fromEntries([
            ...measure.columns.map((column) => [column, exactDecimal(result.number(`${name}.${column}`))]),
            ...measure.derived.map((column) => [column, shownDecimal(result.number(`${name}.${column}`))]),
          ]),
          score: toDecimal(scores[index] as Rational, schema.decimals),
          weight: unitsToDecimal(shownWeights[index] ?? 0n, SHOWN_DECIMALS),
          points: unitsToDecimal(points[index] ?? 0n, SHOWN_DECIMALS),
        })),
        roundingDifference: toDecimal(
          subtract(value, shownSum),
          Math.max(SHOWN_DECIMALS, schema.scoreDecimals),
        ),
        trace: result.trace(),
      };
    },
  });
  const end = (side: "lowest" | "highest") => {
    const scores = indicators.map(({ weight: share, measure }) =>
      multiply(share, round(measure[side], schema.decimals, schema.rounding)),
    );
    return toDecimal(sum(scores), schema.scoreDecimals, schema.rounding);
  };
  return Object.assign(withProgram(calculator, program), {
    range: { lowest: end("lowest"), highest: end("highest") },
  });
}

function scoreProgram(indicators: readonly Compiled[], schema: CheckedWeightSchema): Program {
  const steps = indicators.flatMap(({ id: name, measure }): readonly Step[] => [
    ...measure.steps((column) => `${name}.${column}`),
    {
      step: "round",
      to: scoreColumn(name),
      of: `${name}.exact`,
      decimals: schema.decimals,
      mode: schema.rounding,
    },
  ]);
  return {
    inputs: indicators.flatMap(({ id: name, measure }) =>
      measure.columns.map((column) => ({ column: `${name}.${column}`, type: "number" as const })),
    ),
    steps: [
      ...steps,
      {
        step: "weighted-sum",
        to: "unrounded",
        of: indicators.map(({ id: name, weight: share }) => ({
          column: scoreColumn(name),
          weight: rationalText(share),
        })),
      },
      { step: "round", to: "score", of: "unrounded", decimals: schema.scoreDecimals, mode: schema.rounding },
    ],
  };
}

function scoreColumn(indicator: string): string {
  return `${indicator}.score`;
}

function readEvidence(
  indicators: readonly Compiled[],
  evidence: Readonly<Record<string, unknown>>,
  report: Report,
) {
  const columns: [string, Rational][] = [];
  for (const { id: name, measure } of indicators) {
    const given = Object.hasOwn(evidence, name) ? evidence[name] : undefined;
    if (given === undefined || given === null) {
      report.add([name], "evidence-missing", `the indicator ${show(name)} has no evidence`, {
        indicator: name,
      });
      continue;
    }
    for (const [column, value] of Object.entries(measure.read(given, [name], report) ?? {}))
      columns.push([`${name}.${column}`, value]);
  }
  const known = new Set(indicators.map(({ id: name }) => name));
  for (const name of Object.keys(evidence)) {
    if (!known.has(name))
      report.add([name], "unknown-indicator", `${show(name)} is not an indicator of this schema`, {
        indicator: name,
      });
  }
  return columns;
}
