import { periodEnd } from "../../../../src/kernel/calendar.js";
import { readNumber } from "../../../../src/kernel/number.js";
import { compare, subtract, ZERO } from "../../../../src/kernel/rational.js";
import type { Seen } from "./seen.js";

/** Counts what became of improvement plans. */
export function countPlans({ rules, standing, decision, count }: Seen): void {
  const { plans, holds, outcome, because, exit, period } = decision;
  const terms = rules.demote?.plan;
  const timing = terms?.timing ?? "with-demotion";
  const [old] = standing.plan === undefined ? [] : plans;
  for (const { status, targets } of plans) {
    if (terms === undefined) count("plan", "without rules of plans");
    else count("plan", `${status} ${timing}`);
    if (targets !== undefined)
      count("plan", targets.every(({ met }) => met) ? "targets met" : "targets not met");
  }
  const failed = old?.status === "failed";
  count("plan", "a failed one demotes", because?.source === "plan");
  count("plan", "a failed one proposes an exit", exit?.because === "plan");
  const isDone = failed && because === undefined && exit === undefined;
  count("plan", "a failed one does nothing more", isDone && terms?.onFail === undefined);
  const isRunning = old?.status === "open" || old?.status === "extended";
  count("plan", "due, and waits", isRunning && old.deadline <= periodEnd(period));
  const others = because?.source !== "condition" && because?.source !== "plan";
  count("plan", "failed by a demotion", failed && outcome === "demoted" && others);
  const isUp = outcome === "promoted" || outcome === "crossed";
  count("plan", "passed by another move", old?.status === "passed" && isUp);
  count(
    "plan",
    "in place of a demotion again",
    old !== undefined && holds.some(({ code }) => code === "plan"),
  );
  const isBefore = terms?.timing === "before-demotion";
  const isOutranked = holds.some((hold) => hold.code === "outranked" && hold.because === "condition");
  count("plan", "outranked before it opens", isBefore && outcome !== "promoted" && isOutranked);
}

/** Counts what became of a trial. */
export function countTrial({ rules, standing, decision, count }: Seen): void {
  const { trial } = decision;
  if (trial === undefined) return;
  if (rules.trial === undefined) count("trial", "without rules of trials");
  count("trial", trial.status);
  if (trial.status !== "open") count("trial", trial.conditions ? "judged by conditions" : "judged without");
  const { reviewed, trial: before } = standing;
  const isJudgedBefore = reviewed !== undefined && periodEnd(reviewed) >= (before?.until ?? "");
  count("trial", "failed again", trial.status === "failed" && isJudgedBefore);
}

/** Counts what became of points. */
export function countPoints({ rules, standing, decision, count }: Seen): void {
  const [before, after] = [standing, decision.standing].map(({ points }) => readNumber(points ?? 0));
  if (before === undefined || after === undefined) return;
  const { points: terms } = rules;
  const { outcome } = decision;
  if (terms === undefined) {
    count("points", "without rules of points", compare(before, ZERO) > 0);
    return;
  }
  const none = compare(after, ZERO) === 0;
  count("points", "given", outcome === "retained" && compare(after, before) !== 0);
  if (outcome === "demoted" && compare(before, ZERO) > 0)
    count("points", terms.onDemotion === "reset" ? "reset by a demotion" : "kept by a demotion");
  if (outcome !== "promoted") return;
  const { onPromotion = "reset" } = terms;
  count("points", "reset by a promotion", onPromotion === "reset" && none && compare(before, ZERO) > 0);
  count("points", "kept by a promotion", onPromotion === "keep" && !none);
  if (onPromotion !== "spend") return;
  const isSpent = compare(subtract(after, before), ZERO) < 0;
  const by = decision.conditions.find(({ id, purpose }) => purpose === "up" && id === decision.because?.id);
  const isAsked = JSON.stringify(by ?? {}).includes('"kind":"points"');
  count("points", "nothing spent", !isSpent);
  count("points", "spent by the condition", isSpent && isAsked);
  count("points", "spent by a requirement", isSpent && !isAsked);
}
