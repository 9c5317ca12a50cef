import { type Label, labelText } from "../../kernel/label.js";
import type { ConditionResult } from "./result.js";
import type { ClauseWords, ConditionSentences } from "./sentences.js";

/** What conditions are named by in a language. */
export interface ConditionNames {
  readonly words: ConditionSentences;
  readonly languageTag: string;
  readonly separator: string;
  axis(id: string, label: Label | undefined): string;
  band(axis: string, band: string, label: Label | undefined): string;
}

/** What a condition asks for: its label, or a clause made of what it looks at. */
export function conditionClause(
  condition: Pick<
    ConditionResult,
    "id" | "label" | "kind" | "axis" | "axisLabel" | "name" | "at" | "atLabels" | "over" | "against"
  > & { readonly threshold?: unknown; readonly atMost?: unknown; readonly of?: readonly ConditionResult[] },
  names: ConditionNames,
): string {
  const { kind, axis = "", axisLabel, name = "", at = {}, atLabels = {}, over, against, of = [] } = condition;
  if (condition.label !== undefined) return labelText(condition.label, names.languageTag, condition.id);
  const words: ClauseWords = {
    kind,
    axis: names.axis(axis, axisLabel),
    threshold: text(condition.threshold),
    atMost: text(condition.atMost),
    over: text(over),
    against: text(against),
    name: names.words.facts[name] ?? name,
    bands: Object.entries(at).map(([id, band]) => ({
      axis: names.axis(id, atLabels[id]?.axis),
      band: names.band(id, band, atLabels[id]?.band),
    })),
    of: of.map((one) => conditionClause(one, names)),
  };
  return names.words.clause(words);
}

/** Says whether a condition is met, by which reviews, and how far it is away. */
export function explainCondition(condition: ConditionResult, names: ConditionNames): string {
  const { words, separator } = names;
  const { purpose, periods, outOf, count, evidence, value, distance } = condition;
  const row = { count: text(count), periods: text(periods), outOf: outOf === periods ? "" : text(outOf) };
  const shown = {
    purpose: words.purposes[purpose],
    condition: conditionClause(condition, names),
    row: outOf === 1 ? "" : words.row(row),
    evidence: evidence
      .map(({ period, value: own }) => (own === undefined ? period : `${period} ${own}`))
      .join(separator),
    distance:
      value === undefined || distance === undefined || condition.now
        ? ""
        : words.distance({ value: text(value), distance: text(distance) }),
  };
  return condition.met ? words.met(shown) : words.notMet(shown);
}

function text(value: unknown): string {
  return value === undefined ? "" : String(value);
}
