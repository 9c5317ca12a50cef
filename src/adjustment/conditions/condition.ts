import { labelled } from "../../classification/facts.js";
import { judgePlain } from "./plain.js";
import type { ConditionResult, Purpose, Situation } from "./result.js";
import { judgeRow, reviewsOfRow } from "./row.js";
import type { Condition } from "./schema.js";

/** A condition and all that it is made of; of a person's tier, what is for people in it. */
export function parts(condition: Condition, tier?: string): readonly Condition[] {
  if (tier !== undefined && conditionsFor([condition], tier).length === 0) return [];
  return "of" in condition ? [condition, ...condition.of.flatMap((one) => parts(one, tier))] : [condition];
}

/** How many reviews before the present one a condition can look at. */
export function reviewsNeeded(condition: Condition): number {
  return Math.max(0, ...parts(condition).map((part) => ("periods" in part ? reviewsOfRow(part) : 0)));
}

/** The id that a condition is known by: its own, or one made of what it looks at. */
export function conditionId(condition: Condition): string {
  if (condition.id !== undefined) return condition.id;
  if ("axis" in condition) return `${condition.axis}-${condition.kind}`;
  if (condition.kind === "fact") return condition.fact;
  if (condition.kind === "certificate") return condition.certificate;
  return condition.kind;
}

/** The conditions that are for people in a tier. One of which no part is for them is not there either. */
export function conditionsFor(conditions: readonly Condition[], tier: string): readonly Condition[] {
  return conditions.filter(
    (one) =>
      (one.tiers === undefined || one.tiers.includes(tier)) &&
      (!("of" in one) || conditionsFor(one.of, tier).length > 0),
  );
}

/** Looks whether conditions are met, those that are for the person's tier. */
export function judgeConditions(
  conditions: unknown,
  purpose: Purpose,
  situation: Situation,
): readonly ConditionResult[] {
  const list = (conditions ?? []) as readonly Condition[];
  return conditionsFor(list, situation.tier).map((one) => judgeCondition(one, purpose, situation));
}

/** Looks whether a condition is met. */
function judgeCondition(condition: Condition, purpose: Purpose, situation: Situation): ConditionResult {
  const { label, exempt } = condition;
  return {
    id: conditionId(condition),
    ...labelled(label),
    ...judged(condition, purpose, situation),
    ...(exempt === undefined ? {} : { exempt }),
  };
}

function judged(condition: Condition, purpose: Purpose, situation: Situation): Omit<ConditionResult, "id"> {
  if ("periods" in condition) return judgeRow(condition, purpose, situation);
  if (!("of" in condition)) return judgePlain(condition, purpose, situation);
  const of = judgeConditions(condition.of, purpose, situation);
  const over = (met: (one: ConditionResult) => boolean) =>
    condition.kind === "all" ? of.every(met) : of.some(met);
  const met = over((one) => one.met);
  return {
    purpose,
    kind: condition.kind,
    periods: 1,
    outOf: 1,
    count: met ? 1 : 0,
    met,
    now: over((one) => one.now),
    evidence: [],
    of,
  };
}
