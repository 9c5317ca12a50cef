import { type Label, labelText } from "../kernel/label.js";
import type { Decision } from "./adjuster.js";
import type { Hold } from "./move.js";
import type { PlanResult } from "./plans.js";
import { type DecisionSentences, decisionSentencesEn } from "./sentences.js";
import type { TriggerResult } from "./triggers.js";

/** The part of a locale that explains decisions. */
export interface DecisionLocale {
  readonly languageTag: string;
  readonly decision: DecisionSentences;
}

const ENGLISH: DecisionLocale = { languageTag: "en", decision: decisionSentencesEn };

/**
 * Says in sentences what was decided on a tier and why: the outcome, each condition with the reviews that count for it, what held a
 * move back, improvement plans and actions. Every number in them is in the result.
 *
 * @example
 * ```ts
 * import { adjuster, explainDecision } from "tierwise";
 *
 * const adjust = adjuster({
 *   tiers: [{ id: "junior" }, { id: "senior" }],
 *   cycle: "quarter",
 *   promote: { when: [{ kind: "at-least", axis: "performance", score: 90 }] },
 * });
 * const standing = { tier: "junior", since: "2025-01-01" };
 * explainDecision(adjust({ period: "2026-Q1", standing, placement: { scores: { performance: 91 } } }));
 * // => ["Promoted from junior to senior, from 2026-04-01 on.", "Met, condition of promotion: performance of at least 90; reviews in a row 1, needed 1 (2026-Q1 91)."]
 * ```
 */
export function explainDecision(
  decision: Decision,
  { locale = ENGLISH }: { readonly locale?: DecisionLocale } = {},
): readonly string[] {
  const words = locale.decision;
  const tag = locale.languageTag;
  const from = labelText(decision.fromLabel, tag, decision.from);
  const move = { from, to: labelText(decision.toLabel, tag, decision.to), date: decision.effectiveFrom };
  const outcome = {
    promoted: () => words.promoted(move),
    demoted: () => words.demoted(move),
    retained: () => words.retained({ from }),
  }[decision.outcome]();
  const opened = decision.plans
    .filter(({ status }) => status === "opened")
    .flatMap(({ actions: measures }) => measures);
  const actions = decision.actions.slice(0, decision.actions.length - opened.length);
  return [
    outcome,
    ...decision.triggers.map((trigger) => explainTrigger(trigger, locale)),
    ...decision.holds.map((hold) => explainHold(hold, locale)),
    ...decision.plans.map((plan) => explainPlan(plan, locale)),
    ...(actions.length === 0 ? [] : [words.actions({ actions: joined(actions, locale) })]),
  ];
}

function explainTrigger(trigger: TriggerResult, { decision: words, languageTag }: DecisionLocale): string {
  const { kind, direction, axis = "", axisLabel, threshold, evidence } = trigger;
  const condition =
    trigger.label === undefined
      ? words.condition({
          kind,
          axis: labelText(axisLabel, languageTag, axis),
          threshold: String(threshold ?? ""),
        })
      : labelText(trigger.label, languageTag, trigger.id);
  const purpose = words.purposes[direction];
  const periods = String(trigger.periods);
  if (trigger.consecutive === 0) return words.notMet({ purpose, condition, periods });
  const shown = {
    purpose,
    condition,
    periods,
    consecutive: String(trigger.consecutive),
    evidence: evidence
      .map(({ period, value }) => (value === undefined ? period : `${period} ${value}`))
      .join(words.separator),
  };
  return trigger.met ? words.met(shown) : words.notYet(shown);
}

function explainHold(hold: Hold, { decision: words, languageTag }: DecisionLocale): string {
  switch (hold.code) {
    case "gate":
      return words.gate({ gate: labelText(hold.label, languageTag, hold.gate) });
    case "minimum-time":
      return words.minimumTime({ ...hold, months: String(hold.months), required: String(hold.required) });
    case "held-until":
      return words.heldUntil(hold);
    case "highest-tier":
      return words.highestTier();
    case "lowest-tier":
      return words.lowestTier();
    case "precedence":
      return words.precedence(hold);
  }
}

function explainPlan(plan: PlanResult, locale: DecisionLocale): string {
  const words = locale.decision;
  switch (plan.status) {
    case "opened":
      return words.planOpened({ deadline: plan.deadline, actions: joined(plan.actions, locale) });
    case "open":
      return words.planOpen(plan);
    case "passed":
      return words.planPassed(plan);
    case "failed":
      return words.planFailed(plan);
  }
}

function joined(labels: readonly Label[], { decision: words, languageTag }: DecisionLocale): string {
  return labels.map((text) => labelText(text, languageTag, "")).join(words.separator);
}
