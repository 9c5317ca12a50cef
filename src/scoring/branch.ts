import type { Label } from "../kernel/label.js";
import { multiply, ONE, type Rational, rationalText } from "../kernel/rational.js";
import type { Step } from "../program/program.js";
import { readWeights } from "../weights/weights.js";
import { type Aggregated, type Aggregation, aggregationSteps } from "./aggregation.js";
import type { CheckedItem, CheckedItems, CheckedMeasure } from "./items.js";
import { compileSimpleMeasure, type RatedMeasure, type ScoreRounding } from "./measures/index.js";
import { type MissingRule, mayBeMissing } from "./missing.js";
import { compileRated } from "./rated.js";
import type { Raters } from "./raters.js";
import { measured, type Source } from "./source.js";

interface NodeBase {
  readonly id: string;
  readonly label?: Label;
  /** The weight within its list, as a part of 1. */
  readonly weight: Rational;
  /** The group that it stands in. */
  readonly group?: string;
}

/** An indicator with evidence of its own. */
export interface Leaf extends NodeBase {
  readonly kind: "indicator";
  readonly measure: CheckedMeasure["kind"];
  readonly source: Source;
  readonly missing: MissingRule;
}

/** An indicator that is made of others. */
export interface CompositeNode extends NodeBase {
  readonly kind: "composite";
  readonly measure: "composite";
  readonly branch: Branch;
  readonly missing: MissingRule;
}

/** A group: its score is the weighted mean of its entries, unrounded. */
export interface Group extends NodeBase {
  readonly kind: "group";
  readonly branch: Branch;
}

export type Node = Leaf | CompositeNode | Group;

/** A list of entries, compiled. */
export interface Branch {
  readonly nodes: readonly Node[];
  readonly aggregation: Aggregation;
  /** The decimals of an aggregation that has to be rounded, being irrational. */
  readonly decimals: number;
}

/** What all entries of a schema share. */
export interface Settings extends ScoreRounding {
  readonly missing: MissingRule;
  readonly raters: Raters | undefined;
}

/** Compiles a list of entries and all below it. */
export function compileBranch(
  items: CheckedItems,
  {
    aggregation,
    decimals,
    group,
  }: { aggregation?: Aggregation | undefined; decimals: number; group?: string },
  settings: Settings,
): Branch {
  const weights = readWeights(items.indicators, items);
  return {
    nodes: items.indicators.map((item, index) =>
      compileItem(item, weights[index] as Rational, group, settings),
    ),
    aggregation: aggregation ?? { kind: "arithmetic" },
    decimals,
  };
}

function compileItem(
  item: CheckedItem,
  weight: Rational,
  group: string | undefined,
  settings: Settings,
): Node {
  const base = {
    id: item.id,
    ...(item.label === undefined ? {} : { label: item.label }),
    weight,
    ...(group === undefined ? {} : { group }),
  };
  if (item.indicators !== undefined) {
    const inside = { decimals: settings.decimals, group: item.id };
    return { ...base, kind: "group", branch: compileBranch(item as CheckedItems, inside, settings) };
  }
  const measure = item.measure as CheckedMeasure;
  const missing = item.missing ?? settings.missing;
  if (measure.kind === "composite") {
    const { aggregation } = measure;
    const branch = compileBranch(measure, { aggregation, decimals: settings.decimals }, settings);
    return { ...base, kind: "composite", measure: "composite", branch, missing };
  }
  const source =
    item.raters === undefined || settings.raters === undefined
      ? measured(compileSimpleMeasure(measure, settings))
      : compileRated(measure as RatedMeasure, item.raters, settings.raters, settings);
  return { ...base, kind: "indicator", measure: measure.kind, source, missing };
}

/** The column of an entry's score. */
export function scoreColumn(id: string): string {
  return `${id}.score`;
}

/** The column of an entry's score before it is rounded. */
export function exactColumn(id: string): string {
  return `${id}.exact`;
}

/** The column of the score that counts without evidence. */
export function filledColumn(id: string): string {
  return `${id}.filled`;
}

/** Whether a person can be without a score of a list: none of its entries with a weight is sure to have one. */
export function branchMayBeMissing({ nodes }: Branch): boolean {
  return nodes.every((node) => node.weight.n === 0n || nodeMayBeMissing(node));
}

/** Whether a person can be without a score of this entry. */
export function nodeMayBeMissing(node: Node): boolean {
  if (node.kind !== "indicator" && !branchMayBeMissing(node.branch)) return false;
  return node.kind === "group" || mayBeMissing(node.missing);
}

/** Whether the score of an entry can be one that a rule for missing evidence made. */
export function mayBeFilled(node: Leaf | CompositeNode): boolean {
  if (node.kind === "composite" && !branchMayBeMissing(node.branch)) return false;
  return node.missing.kind !== "error" && node.missing.kind !== "reweight";
}

/** A leaf and its part of the whole. */
export interface LeafShare {
  readonly leaf: Leaf;
  readonly share: Rational;
}

/** The leaves of a list in order, those of its groups and composites too, each with its part of the whole. */
export function leavesOf({ nodes }: Branch, share: Rational = ONE): readonly LeafShare[] {
  return nodes.flatMap((node) => {
    const own = multiply(share, node.weight);
    return node.kind === "indicator" ? [{ leaf: node, share: own }] : leavesOf(node.branch, own);
  });
}

/** The indicators of a list in order, those in its groups too; a composite is one. */
export function indicatorsOf({ nodes }: Branch): readonly (Leaf | CompositeNode)[] {
  return nodes.flatMap((node) => (node.kind === "group" ? indicatorsOf(node.branch) : [node]));
}

/** The composites of a list, those inside others first. */
export function compositesOf({ nodes }: Branch): readonly CompositeNode[] {
  return nodes.flatMap((node) => {
    if (node.kind === "indicator") return [];
    return node.kind === "group" ? compositesOf(node.branch) : [...compositesOf(node.branch), node];
  });
}

/** The steps from evidence to the column `to`, the aggregated score of a list. */
export function branchSteps(branch: Branch, to: string, settings: ScoreRounding): readonly Step[] {
  return [...branch.nodes.flatMap((node) => nodeSteps(node, settings)), ...listSteps(branch, to, settings)];
}

function nodeSteps(node: Node, settings: ScoreRounding): readonly Step[] {
  if (node.kind === "group") return branchSteps(node.branch, scoreColumn(node.id), settings);
  const column = (name: string) => `${node.id}.${name}`;
  const filled = mayBeFilled(node);
  return [
    ...(node.kind === "indicator"
      ? node.source.steps(column)
      : branchSteps(node.branch, exactColumn(node.id), settings)),
    {
      step: "round",
      to: column(filled ? "measured" : "score"),
      of: exactColumn(node.id),
      decimals: settings.decimals,
      mode: settings.rounding,
    },
    ...(filled
      ? [
          {
            step: "first-present" as const,
            to: scoreColumn(node.id),
            of: [column("measured"), filledColumn(node.id)],
          },
        ]
      : []),
  ];
}

/** The steps that aggregate a list, of whose entries the scores are there. */
function listSteps(branch: Branch, to: string, settings: ScoreRounding): readonly Step[] {
  return aggregationSteps(branch.aggregation, aggregated(branch, to, settings));
}

/** The columns of a list that are aggregated. */
export function aggregated(branch: Branch, to: string, { rounding }: ScoreRounding): Aggregated {
  return {
    to,
    items: branch.nodes.map(({ id, weight }) => ({ column: scoreColumn(id), weight: rationalText(weight) })),
    mayBeMissing: branch.nodes.some(nodeMayBeMissing),
    indicators: indicatorsOf(branch).map(({ id }) => scoreColumn(id)),
    decimals: branch.decimals,
    mode: rounding,
  };
}
