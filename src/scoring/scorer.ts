import { defineCalculator, defineFactory, type Factory } from "../kernel/calculator.js";
import { type Decimal, exactDecimal, shownDecimal, toDecimal } from "../kernel/decimal.js";
import { readRatio } from "../kernel/number.js";
import { compare, type Rational, sum } from "../kernel/rational.js";
import type { Report } from "../kernel/report.js";
import { type ProgramCalculator, withProgram } from "../program/calculator.js";
import { compileProgram } from "../program/interpreter.js";
import type { Aggregation } from "./aggregation.js";
import { compileBranch, type Leaf, leavesOf } from "./branch.js";
import { compileExtras, type Extras } from "./extras.js";
import { presenceOf, type ScoreInput, scoreInput } from "./input.js";
import type { CheckedItems } from "./items.js";
import { type ReadScoreInput, readScoreInput, unknownNoter } from "./read.js";
import { coverageOf, resultParts, scoreResult } from "./results.js";
import {
  type CheckedWeightSchema,
  checkWeightSchema,
  settingsOf,
  type WeightSchema,
  weightSchema,
} from "./schema.js";
import type { InsufficientEvidence, Score } from "./score.js";
import { scoreProgram, type Whole, wholeEnd } from "./whole.js";

/** A compiled weight schema: call it with evidence. */
export interface Scorer extends ProgramCalculator<ScoreInput, Score | InsufficientEvidence> {
  /** The least and the greatest score that any evidence can have; absent where a measure goes on without end. */
  readonly range: { readonly lowest?: Decimal; readonly highest?: Decimal };
}

/**
 * Turns evidence into a score (M1 to M4): each indicator's raw value becomes a score by its measure, and the scores' weighted mean
 * is the score of the dimension.
 *
 * Weights are parts of 1 (or of `outOf`) that sum to it exactly, in every list: an entry is an indicator with a `measure`, or a group with
 * `indicators` of its own, to any depth. An indicator's score is rounded to `decimals` (4), the whole to `scoreDecimals` (2), both by `rounding`
 * (half-up); nothing is rounded in between, but that a composite is an indicator of its own. Points and weights are shown with 6 decimals and are apportioned so that the weights sum to 1;
 * the value is the sum of all points and of the differences that aggregation, limits and the last rounding make.
 *
 * `raters`, `missing`, `aggregation`, `extras` and `scoreRange` say what several raters, missing evidence, another mean, additions and deductions do.
 * Where too little of the weight has evidence, or the person was there too little, the result is of the kind `insufficient-evidence`, without a number.
 *
 * Errors of the config: weights that do not sum to the whole (`weights-sum`), an id twice (`duplicate-id`), a measure that
 * contradicts itself. Errors of the evidence: an indicator without evidence where no rule says what counts (`evidence-missing`), evidence, an earlier score or a cohort's figures of one that the schema does not
 * have (`unknown-indicator`), a value outside its range (`out-of-range`), a target of zero or less (`target-not-positive`), a comparison without the cohort (`cohort-missing`).
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
 * const score = performance({ evidence: { sales: { actual: 90_000, target: 100_000 }, satisfaction: 4 } });
 * score.value; // => "84"
 * score.kind === "score" && score.indicators.map((indicator) => indicator.points); // => ["54", "30"]
 * ```
 */
export const scorer: Factory<WeightSchema, Scorer> = /* @__PURE__ */ defineFactory({
  title: "scorer",
  config: weightSchema,
  check: (config, report) => checkWeightSchema(config, [], report),
  compile: compileScorer,
});

/** The tree and the extra points of a checked schema. */
export function compileWhole(schema: CheckedWeightSchema): Whole {
  const settings = settingsOf(schema);
  const extras = schema.extras as Extras | undefined;
  const aggregation = schema.aggregation as Aggregation | undefined;
  const inside = { aggregation, decimals: schema.scoreDecimals };
  const branch = compileBranch(schema as CheckedItems, inside, settings);
  const leaves = leavesOf(branch);
  return {
    branch,
    leaves,
    allShares: sum(leaves.map(({ share }) => share)),
    extras: compileExtras(extras, settings),
    extraLimits: { from: extras?.from, to: extras?.to },
    scoreRange: schema.scoreRange ?? {},
    minimumCoverage: readRatio(schema.minimumCoverage ?? 0),
  };
}

function compileScorer(schema: CheckedWeightSchema): Scorer {
  const settings = { ...settingsOf(schema), scoreDecimals: schema.scoreDecimals };
  const whole = compileWhole(schema);
  const program = scoreProgram(whole, settings);
  const run = compileProgram(program);
  const parts = resultParts(whole, settings);
  const noteUnknown = unknownNoter(whole);
  const minimum = { presence: readRatio(schema.minimumPresence ?? 0), coverage: whole.minimumCoverage };
  const calculator = defineCalculator({
    title: "scorer",
    input: scoreInput,
    run(given, report: Report): Score | InsufficientEvidence {
      const input = given as ScoreInput;
      const presence = presenceOf(input.presence, report);
      const read = readScoreInput(whole, input, presence, settings, report);
      noteUnknown(input, report);
      report.stop();
      const found = { presence, coverage: coverageOf(whole, read) };
      const because = whatIsTooLittle(whole, read, found, minimum);
      if (because !== undefined) return insufficient(whole, read, found, minimum, because);
      const result = run(read.columns);
      return result.has("score")
        ? scoreResult(parts, read, found.coverage, result)
        : insufficient(whole, read, found, minimum, "coverage");
    },
  });
  const end = (side: "lowest" | "highest") => {
    const value = wholeEnd(whole, side, settings);
    return value === undefined ? {} : { [side]: toDecimal(value, schema.scoreDecimals, schema.rounding) };
  };
  const range = { ...end("lowest"), ...end("highest") };
  return Object.assign(withProgram(calculator, program), { range }) as Scorer;
}

/** How much of the period the person was there, and how much of the weight has evidence. */
interface Known {
  readonly presence: Rational;
  readonly coverage: Rational;
}

/** Whether the person was there too little, or too little is known. */
function whatIsTooLittle(
  { leaves, extras }: Whole,
  read: ReadScoreInput,
  { presence, coverage }: Known,
  minimum: Known,
): InsufficientEvidence["because"] | undefined {
  const isLeft = ({ id, source }: Pick<Leaf, "id" | "source">) =>
    source.proRated === true && read.present.has(id);
  const nothingLeft = presence.n === 0n && (leaves.some(({ leaf }) => isLeft(leaf)) || extras.some(isLeft));
  if (nothingLeft || compare(presence, minimum.presence) < 0) return "presence";
  return compare(coverage, minimum.coverage) < 0 ? "coverage" : undefined;
}

function insufficient(
  { leaves }: Whole,
  read: ReadScoreInput,
  { presence, coverage }: Known,
  minimum: Known,
  because: InsufficientEvidence["because"],
): InsufficientEvidence {
  const missing = leaves.filter(({ leaf }) => !read.present.has(leaf.id));
  return {
    kind: "insufficient-evidence",
    because,
    coverage: shownDecimal(coverage),
    minimumCoverage: exactDecimal(minimum.coverage),
    presence: shownDecimal(presence),
    minimumPresence: exactDecimal(minimum.presence),
    missing: missing.map(({ leaf: { id, label } }) => ({ id, ...(label === undefined ? {} : { label }) })),
  };
}
