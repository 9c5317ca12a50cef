import type { Decision } from "../../../adjustment/adjuster.js";
import type { ConditionResult } from "../../../adjustment/conditions/result.js";
import type { Circumstances } from "./circumstances.js";
import type { Person, Reviewed } from "./reviewer.js";

/** What is known of a person beside the scores. */
export function known({ scores: _scores, ...rest }: Person): Circumstances {
  return rest;
}

/** The conditions for which a decision moved the tier; where a plan that failed did, those for which it failed. */
export function movedBy({ because, conditions, plans }: Decision): readonly string[] {
  if (because?.source === "condition") return because.id === undefined ? [] : [because.id];
  if (because?.source !== "plan") return [];
  const targets = plans.flatMap((plan) => plan.targets ?? []).filter(({ met }) => !met);
  const against = conditions.filter(({ purpose, now }) => purpose === "down" && now);
  return (targets.length > 0 ? targets : against).map(({ id }) => id);
}

/**
 * What makes the difference of two reviews: conditions that are met and gates that are passed in one alone, else what moved the tier, else what one review alone
 * meets, by which a trial without conditions of its own is judged.
 */
export function between(one: Reviewed, other: Reviewed): readonly string[] {
  const alone = inOneAlone(one, other, "met");
  if (alone.length > 0) return alone;
  const moved = [one, other].flatMap(({ decision }) => movedBy(decision));
  return moved.length > 0 ? [...new Set(moved)] : inOneAlone(one, other, "now");
}

function inOneAlone(one: Reviewed, other: Reviewed, by: "met" | "now"): readonly string[] {
  const [ofOne, ofOther] = [saidIn(one, by), saidIn(other, by)];
  return [...new Set([...ofOne, ...ofOther])].filter((id) => ofOne.has(id) !== ofOther.has(id));
}

function saidIn({ decision, placement }: Reviewed, by: "met" | "now"): ReadonlySet<string> {
  const { conditions, requirements, trial, plans } = decision;
  const results: readonly ConditionResult[] = [
    ...conditions,
    ...requirements,
    ...(trial?.conditions ?? []),
    ...plans.flatMap(({ targets = [] }) => targets),
  ];
  const passed = placement.gates.filter((gate) => gate.passed).map(({ id }) => id);
  return new Set([...results.flatMap((one) => (one[by] ? [one.id] : [])), ...passed]);
}
