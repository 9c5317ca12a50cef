import { periodEnd, shiftPeriod } from "../kernel/calendar.js";
import type { CheckedInput } from "./input.js";
import type { CheckedRules } from "./rules.js";
import type { ImprovementPlan } from "./standing.js";
import type { TriggerResult } from "./triggers.js";

/** What happened to an improvement plan at this review. */
export interface PlanResult extends ImprovementPlan {
  readonly status: "opened" | "open" | "passed" | "failed";
}

/** What happens to the open plan at this review, and the plan that a demotion opens. */
export function reviewPlans(
  { standing, period: present }: CheckedInput,
  rules: CheckedRules,
  direction: "up" | "down" | undefined,
  triggers: readonly TriggerResult[],
): readonly PlanResult[] {
  const results: PlanResult[] = [];
  if (standing.plan !== undefined) {
    const due = periodEnd(present) >= standing.plan.deadline || direction !== undefined;
    const missesNow = triggers.some((trigger) => trigger.direction === "down" && trigger.consecutive > 0);
    const missed = direction === undefined ? missesNow : direction === "down";
    results.push({ ...standing.plan, status: due ? (missed ? "failed" : "passed") : "open" });
  }
  const plan = rules.demote?.plan;
  if (direction === "down" && plan !== undefined) {
    const deadline = periodEnd(shiftPeriod(present, plan.periods));
    results.push({ opened: present, deadline, actions: plan.actions, status: "opened" });
  }
  return results;
}
