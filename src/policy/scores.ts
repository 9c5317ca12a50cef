import { type Calculator, defineCalculator } from "../kernel/calculator.js";
import { show } from "../kernel/show.js";
import { evidenceNames } from "../scoring/check-items.js";
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
interface Choice {
  readonly variant?: CheckedVariant;
  readonly score: Scorer;
  /** What it takes evidence for. */
  readonly names: ReadonlySet<string>;
  /** How its indicators' raw amounts are read. */
  readonly amounts: ReadonlyMap<string, ReadAmount | undefined>;
}

/** The weight schemas of each axis; the last of them is for all whom no variant fits. */
export function compileChoices(policy: CheckedPolicy, parts: PolicyParts) {
  const choice = (schema: WeightSchema, variant?: CheckedVariant): Choice => ({
    ...(variant === undefined ? {} : { variant }),
    score: scorer(schema),
    names: new Set(evidenceNames(schema)),
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

function chosen({ choices }: AxisChoices, attributes: Readonly<Record<string, string>>): Choice {
  const fits = ({ when }: CheckedVariant) =>
    when.every(
      ({ attribute, is }) => Object.hasOwn(attributes, attribute) && is.includes(attributes[attribute] ?? ""),
    );
  return choices.find(({ variant }) => variant === undefined || fits(variant)) as Choice;
}

/** The scores of all axes, each by the weight schema that is for the person. */
export function compileScores(axes: readonly AxisChoices[]): Calculator<ScoreInput, Scores> {
  const calculator = defineCalculator({
    title: "score",
    input: scoreInput,
    run({ evidence, ...context }, report): Scores {
      const used = axes.map((axis) => ({ id: axis.id, ...chosen(axis, context.attributes ?? {}) }));
      for (const name of Object.keys(evidence)) {
        if (used.some(({ names }) => names.has(name))) continue;
        const message = `${show(name)} is not an indicator that this policy has for this person`;
        report.add(["evidence", name], "unknown-indicator", message, { indicator: name });
      }
      const scores = used.map(({ id, score, names }) => {
        const own = Object.entries(evidence).filter(([name]) => names.has(name));
        const input = { ...context, evidence: Object.fromEntries(own) } as ScoreInput;
        return [id, report.within([], () => score(input))] as const;
      });
      report.stop();
      return Object.fromEntries(scores) as Scores;
    },
  });
  return calculator as Calculator<ScoreInput, Scores>;
}

/** The variants that are for a person, by axis; an axis whose own weight schema is used has none. */
export function variantsOf(
  axes: readonly AxisChoices[],
  attributes: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const variants = axes.flatMap((axis) => {
    const { variant } = chosen(axis, attributes);
    return variant === undefined ? [] : [[axis.id, variant.id] as const];
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
  const found = axes.flatMap((axis) =>
    [...chosen(axis, attributes).amounts].flatMap(([id, read]) => {
      const amount = wanted.has(id) && Object.hasOwn(evidence, id) ? read?.(evidence[id]) : undefined;
      return amount === undefined ? [] : [[id, amount] as const];
    }),
  );
  return Object.fromEntries(found);
}
