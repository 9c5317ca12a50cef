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

/** What makes the difference of two reviews: conditions that are met and gates that are passed in one alone, else what moved the tier. */
export function between(one: Reviewed, other: Reviewed): readonly string[] {
  const [ofOne, ofOther] = [saidIn(one), saidIn(other)];
  const alone = [...ofOne, ...ofOther].filter((id) => ofOne.has(id) !== ofOther.has(id));
  const moved = () => [one, other].flatMap(({ decision }) => movedBy(decision));
  return [...new Set(alone.length > 0 ? alone : moved())];
}

function saidIn({ decision, placement }: Reviewed): ReadonlySet<string> {
  const { conditions, requirements, trial, plans } = decision;
  const results: readonly ConditionResult[] = [
    ...conditions,
    ...requirements,
    ...(trial?.conditions ?? []),
    ...plans.flatMap(({ targets = [] }) => targets),
  ];
  const passed = placement.gates.filter((gate) => gate.passed).map(({ id }) => id);
  return new Set([...results.flatMap(({ met, id }) => (met ? [id] : [])), ...passed]);
}
