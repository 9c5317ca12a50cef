import { type Calculator, defineCalculator } from "../kernel/calculator.js";
import type { Decimal } from "../kernel/decimal.js";
import type { Path } from "../kernel/errors.js";
import type { Label } from "../kernel/label.js";
import { withoutAbsent } from "../kernel/plain.js";
import type { Report } from "../kernel/report.js";
import { notAmong } from "../kernel/show.js";
import { evidenceNames, scoredNames } from "../scoring/check-items.js";
import { type Evidence, type ScoreInput, scoreInput } from "../scoring/input.js";
import type { CheckedItem } from "../scoring/items.js";
import type { WeightSchema } from "../scoring/schema.js";
import type { InsufficientEvidence, Score } from "../scoring/score.js";
import { type Scorer, scorer } from "../scoring/scorer.js";
import { amountsOf, type ReadAmount } from "./amounts.js";
import type { PolicyParts } from "./parts.js";
import type { CheckedPolicy, CheckedVariant } from "./policy.js";

/** The score of each axis, or why there is none. */
export interface Scores {
  readonly [axis: string]: Score | InsufficientEvidence;
}

/** A weight schema that an axis has for some people, or for all others. */
export interface Choice {
  readonly variant?: CheckedVariant;
  readonly schema: WeightSchema;
  readonly score: Scorer;
  /** What it takes evidence for. */
  readonly names: ReadonlySet<string>;
  /** What it takes earlier scores and a cohort's figures for. */
  readonly scored: ReadonlySet<string>;
  /** How its indicators' raw amounts are read. */
  readonly amounts: ReadonlyMap<string, ReadAmount | undefined>;
}

/** The weight schemas of each axis; the last of them is for all whom no variant fits. */
export function compileChoices(policy: CheckedPolicy, parts: PolicyParts) {
  const choice = (schema: WeightSchema, variant?: CheckedVariant): Choice => ({
    ...(variant === undefined ? {} : { variant }),
    schema,
    score: scorer(schema),
    names: new Set(evidenceNames(schema)),
    scored: new Set(scoredNames(schema)),
    amounts: new Map(amountsOf(schema.indicators as readonly CheckedItem[])),
  });
  return policy.axes.map(({ id, variants = [] }) => ({
    id,
    choices: [
      ...variants.map((variant) => choice(parts.variants[id]?.[variant.id] as WeightSchema, variant)),
      choice(parts.axes[id] as WeightSchema),
    ],
  }));
}

/** The weight schemas of one axis. */
export type AxisChoices = ReturnType<typeof compileChoices>[number];

/** The weight schema that is for a person. */
export function chosen({ choices }: AxisChoices, attributes: Readonly<Record<string, string>>): Choice {
  const fits = ({ when }: CheckedVariant) =>
    when.every(
      ({ attribute, is }) => Object.hasOwn(attributes, attribute) && is.includes(attributes[attribute] ?? ""),
    );
  return choices.find(({ variant }) => variant === undefined || fits(variant)) as Choice;
}

/** The value of each axis. */
export function valuesOf(scores: { readonly [axis: string]: Score }): Record<string, Decimal> {
  const values: Record<string, Decimal> = {};
  for (const axis of Object.keys(scores)) values[axis] = (scores[axis] as Score).value;
  return values;
}

/** The scores of all axes, each by the weight schema that is for the person. */
export function compileScores(axes: readonly AxisChoices[]): Calculator<ScoreInput, Scores> {
  const all = axes.flatMap(({ choices }) => choices);
  const everScored = all.map(({ scored }) => scored);
  const calculator = defineCalculator({
    title: "score",
    input: scoreInput,
    run(given, report): Scores {
      const { evidence, previous, cohort, attributes = {} } = given;
      const used = axes.map((axis) => chosen(axis, attributes));
      const forPerson = used.map(({ names }) => names);
      const what = "an indicator that this policy has";
      noteUnknown(evidence, forPerson, `${what} for this person`, ["evidence"], report);
      noteUnknown(previous, everScored, what, ["previous"], report);
      noteUnknown(cohort?.indicators, everScored, what, ["cohort", "indicators"], report);
      const scores: Record<string, Score | InsufficientEvidence | undefined> = {};
      for (const [index, { id }] of axes.entries()) {
        const choice = used[index] as Choice;
        scores[id] = report.within([], () => choice.score(inputFor(choice, given as ScoreInput)));
      }
      report.stop();
      return scores as Scores;
    },
  });
  return calculator as Calculator<ScoreInput, Scores>;
}

/** What of an input is for one weight schema. */
export function inputFor(
  { names, scored }: Choice,
  { evidence, attributes, period, presence, previous, cohort }: ScoreInput,
): ScoreInput {
  return withoutAbsent<ScoreInput>({
    evidence: only(evidence, names),
    attributes,
    period,
    presence,
    previous: previous && only(previous, scored),
    cohort: cohort && { ...cohort, indicators: only(cohort.indicators, scored) },
  });
}

function only<T>(
  given: Readonly<Record<string, T>>,
  names: ReadonlySet<string>,
): Readonly<Record<string, T>> {
  const found: Record<string, T> = {};
  for (const name of Object.keys(given)) if (names.has(name)) found[name] = given[name] as T;
  return found;
}

function noteUnknown(
  given: object | undefined,
  known: readonly ReadonlySet<string>[],
  what: string,
  path: Path,
  report: Report,
): void {
  for (const indicator of Object.keys(given ?? {})) {
    if (known.some((names) => names.has(indicator))) continue;
    const message = notAmong([...new Set(known.flatMap((names) => [...names]))], what, indicator);
    report.add([...path, indicator], "unknown-indicator", message, { indicator });
  }
}

/** A weight schema that took the place of an axis's own, and what the person has that it is for. */
export interface ChosenVariant {
  readonly id: string;
  readonly label?: Label;
  readonly because: readonly { readonly attribute: string; readonly is: string }[];
}

/** The variants that are for a person, by axis; an axis whose own weight schema is used has none. */
export function variantsOf(
  axes: readonly AxisChoices[],
  attributes: Readonly<Record<string, string>>,
): Readonly<Record<string, ChosenVariant>> {
  const variants = axes.flatMap((axis): readonly (readonly [string, ChosenVariant])[] => {
    const { variant } = chosen(axis, attributes);
    if (variant === undefined) return [];
    const { id, label, when } = variant;
    const because = when.map(({ attribute }) => ({ attribute, is: attributes[attribute] ?? "" }));
    return [[axis.id, { id, ...(label === undefined ? {} : { label }), because }]];
  });
  return Object.fromEntries(variants);
}

/** The raw amounts of some indicators, read as the weight schemas that are for the person measure them. */
export function amountsIn(
  evidence: Evidence,
  wanted: ReadonlySet<string>,
  axes: readonly AxisChoices[],
  attributes: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  if (wanted.size === 0) return found;
  for (const axis of axes)
    for (const [id, read] of chosen(axis, attributes).amounts) {
      const amount = wanted.has(id) && Object.hasOwn(evidence, id) ? read?.(evidence[id]) : undefined;
      if (amount !== undefined) found[id] = amount;
    }
  return found;
}
