import { periodEnd, shiftPeriod } from "../kernel/calendar.js";
import { judgeConditions } from "./conditions/condition.js";
import type { ConditionResult, Situation } from "./conditions/result.js";
import type { CheckedInput } from "./input.js";
import type { PlanTerms } from "./rules/plan.js";
import type { CheckedRules } from "./rules.js";
import type { ImprovementPlan } from "./standing.js";

/** What happened to an improvement plan at this review. */
export interface PlanResult extends ImprovementPlan {
  readonly status: "opened" | "open" | "extended" | "passed" | "failed";
  /** The targets, where the plan has some and was judged. */
  readonly targets?: readonly ConditionResult[];
}

/** What a plan that is open comes to at a review that does not move the tier. One that `waits` is not judged, be it due or not. */
export function judgeOpenPlan(
  { standing, period, events }: CheckedInput,
  rules: CheckedRules,
  conditions: readonly ConditionResult[],
  situation: Situation,
  waits: boolean,
): PlanResult | undefined {
  if (standing.plan === undefined) return undefined;
  const terms = rules.demote?.plan;
  const asked = events.filter(({ kind }) => kind === "plan-extended").length;
  const plan = asked === 0 ? standing.plan : extended(standing.plan, asked, rules);
  if (waits || periodEnd(period) < plan.deadline) return { ...plan, status: asked > 0 ? "extended" : "open" };
  const targets = terms?.targets && judgeConditions(terms.targets, "requirement", situation);
  const passed =
    targets?.every(({ met }) => met) ?? !conditions.some(({ purpose, now }) => purpose === "down" && now);
  return {
    ...plan,
    status: passed ? "passed" : "failed",
    ...(targets === undefined ? {} : { targets }),
  };
}

function extended(plan: ImprovementPlan, times: number, rules: CheckedRules): ImprovementPlan {
  const months = times * monthsOf(rules, rules.demote?.plan?.extensions?.periods);
  const deadline = periodEnd(shiftPeriod(plan.deadline.slice(0, 7), months));
  return { ...plan, deadline, extensions: (plan.extensions ?? 0) + times };
}

/** The plan that the rules open at a period. */
export function newPlan(period: string, { periods, actions }: PlanTerms): PlanResult {
  return { opened: period, deadline: periodEnd(shiftPeriod(period, periods)), actions, status: "opened" };
}

function monthsOf({ cycle }: CheckedRules, periods = 0): number {
  return periods * { month: 1, quarter: 3, "half-year": 6, year: 12 }[cycle];
}
