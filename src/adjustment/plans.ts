import * as z from "zod/mini";
import { periodEnd, shiftPeriod } from "../kernel/calendar.js";
import type { Path } from "../kernel/errors.js";
import { wholeNumber } from "../kernel/fields.js";
import { label } from "../kernel/label.js";
import type { Report } from "../kernel/report.js";
import { described, list } from "../kernel/schema.js";
import { checkConditions, type NamedAxis } from "./conditions/check.js";
import { judgeCondition } from "./conditions/condition.js";
import type { ConditionResult, Situation } from "./conditions/result.js";
import { type Condition, conditionsSchema } from "./conditions/schema.js";
import type { CheckedInput } from "./input.js";
import type { CheckedRules } from "./rules.js";
import type { ImprovementPlan } from "./standing.js";

/** The schema of the improvement plan of a demotion. */
export function planSchema() {
  return described(
    z.strictObject({
      timing: described(
        z._default(z.enum(["with-demotion", "before-demotion"]), "with-demotion"),
        "with-demotion: the demotion opens the plan. before-demotion: the plan opens in place of the demotion, which follows if it fails.",
      ),
      periods: described(wholeNumber(1, 100), "How many periods the person has to improve."),
      actions: list(label(), 1),
      targets: z.optional(
        conditionsSchema(
          "What passes the plan; all of it. Without them: that no condition of a demotion is met.",
        ),
      ),
      extensions: z.optional(
        described(
          z.strictObject({ most: wholeNumber(1, 100), periods: wholeNumber(1, 100) }),
          "How often the plan may be extended, and by how many periods each time.",
        ),
      ),
      onFail: z.optional(
        described(
          z.enum(["demote", "exit"]),
          "What a failed plan does: one tier down, or an exit proposed. Without it a plan before the demotion demotes, and one with it does nothing more.",
        ),
      ),
    }),
    "The improvement plan that comes with a demotion, or before it.",
  );
}

type CheckedPlan = NonNullable<NonNullable<CheckedRules["demote"]>["plan"]>;

/** Notes what is wrong with the targets of a plan. */
export function checkPlan(
  plan: CheckedPlan | undefined,
  axes: readonly NamedAxis[] | undefined,
  path: Path,
  report: Report,
): void {
  if (plan === undefined || !report.readable(path)) return;
  checkConditions(plan.targets as readonly Condition[] | undefined, axes, [...path, "targets"], report);
}

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
  const targets = terms?.targets?.map((target) =>
    judgeCondition(target as Condition, "requirement", situation),
  );
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
export function newPlan(period: string, { periods, actions }: CheckedPlan): PlanResult {
  return { opened: period, deadline: periodEnd(shiftPeriod(period, periods)), actions, status: "opened" };
}

/** Notes an extension without an open plan, or one too many. */
export function checkExtensions(
  { standing, events }: CheckedInput,
  rules: CheckedRules,
  report: Report,
): void {
  const most = rules.demote?.plan?.extensions?.most ?? 0;
  let used = standing.plan?.extensions ?? 0;
  for (const [index, { kind }] of events.entries()) {
    if (kind !== "plan-extended") continue;
    used += 1;
    if (standing.plan === undefined)
      report.add(["events", index], "plan-not-open", "there is no improvement plan that could be extended");
    else if (used > most) {
      const message = `expected at most ${most} extensions of the improvement plan, and this would be number ${used}`;
      report.add(["events", index], "plan-extensions", message, { most });
    }
  }
}

function monthsOf({ cycle }: CheckedRules, periods = 0): number {
  return periods * { month: 1, quarter: 3, "half-year": 6, year: 12 }[cycle];
}
