import { inWords } from "../kernel/in-words.js";
import { type Label, labelText } from "../kernel/label.js";
import type { DecidedAction, Decision } from "./adjuster.js";
import type { GivenBack } from "./appeals.js";
import { type ConditionNames, conditionClause, explainCondition } from "./conditions/explain.js";
import type { ConditionResult } from "./conditions/result.js";
import type { Hold } from "./holds.js";
import type { PlanResult } from "./plans.js";
import { decisionParts } from "./result-parts.js";
import {
  type CrossingHoldWords,
  type DecisionSentences,
  decisionSentencesEn,
  type JudgedWords,
} from "./sentences.js";
import type { Because } from "./sources.js";
import type { TrialResult } from "./trial.js";
import type { SanctionResult } from "./violations.js";

/** The part of a locale that explains decisions. */
export interface DecisionLocale {
  readonly languageTag: string;
  readonly decision: DecisionSentences;
}

const ENGLISH: DecisionLocale = { languageTag: "en", decision: decisionSentencesEn };

/**
 * Says in sentences what was decided on a tier and why: the outcome, each condition with the reviews that count for it and how far it was
 * away, what held a move back and until when, improvement plans and actions. Every number in them is in the result.
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
 * // => ["Promoted from junior to senior, from 2026-04-01 on.", "Met, condition of promotion: performance of at least 90 (2026-Q1 91)."]
 * ```
 */
export function explainDecision(
  decision: Decision,
  options: { readonly locale?: DecisionLocale } = {},
): readonly string[] {
  return sayDecision(decision, options);
}

const sayDecision = /* @__PURE__ */ inWords({
  title: "explainDecision",
  result: decisionParts,
  english: ENGLISH,
  say(decision: Decision, { locale }): readonly string[] {
    const words = locale.decision;
    const tag = locale.languageTag;
    const names = namesIn(locale);
    const from = labelText(decision.fromLabel, tag, decision.from);
    const move = { from, to: labelText(decision.toLabel, tag, decision.to), date: decision.effectiveFrom };
    const outcome = {
      promoted: () => words.promoted(move),
      demoted: () => words.demoted(move),
      crossed: () => words.crossed(move),
      retained: () => words.retained({ from }),
    }[decision.outcome]();
    const { because, missed } = decision;
    const opened = decision.plans
      .filter(({ status }) => status === "opened")
      .flatMap(({ actions: measures }) => measures);
    const actions = decision.actions.slice(0, decision.actions.length - opened.length);
    const targets = decision.plans.flatMap((plan) => plan.targets ?? []);
    return [
      outcome,
      ...(because === undefined || because.source === "condition" ? [] : [explainBecause(because, locale)]),
      ...(decision.exit === undefined ? [] : [words.exit()]),
      ...(missed.length === 0 ? [] : [words.missed({ periods: missed.join(words.separator) })]),
      ...(decision.skipped ? [words.skipped()] : []),
      ...decision.sanctions.map((sanction) => explainSanction(sanction, locale)),
      ...(decision.givenBack ?? []).map((one) => explainGivenBack(one, locale)),
      ...[...decision.conditions, ...decision.requirements, ...(decision.crossing?.requirements ?? [])].map(
        (one) => explainCondition(one, names),
      ),
      ...decision.holds.map((hold) => explainHold(hold, decision, locale)),
      ...decision.plans.map((plan) => explainPlan(plan, decision, locale)),
      ...[...targets, ...(decision.trial?.conditions ?? [])].map((one) => explainCondition(one, names)),
      ...(decision.trial === undefined ? [] : [explainTrial(decision.trial, decision, locale)]),
      ...(actions.length === 0
        ? []
        : [
            words.actions({
              actions: actions.map((action) => actionText(action, locale)).join(words.separator),
            }),
          ]),
    ];
  },
});

/** What conditions are named by in a language. */
export function namesIn({ languageTag, decision }: DecisionLocale): ConditionNames {
  return {
    words: decision.conditions,
    languageTag,
    separator: decision.separator,
    axis: (id, label) => labelText(label, languageTag, id),
    band: (_axis, band, label) => labelText(label, languageTag, band),
  };
}

function explainBecause(
  { source, by, note }: Because,
  { decision: words, languageTag }: DecisionLocale,
): string {
  const said = [by, note].flatMap((label) =>
    label === undefined ? [] : [labelText(label, languageTag, "")],
  );
  return words.because({ source: words.sources[source], said: said.join(words.separator) });
}

function explainGivenBack(
  { track, trackLabel, held }: GivenBack,
  { decision: words, languageTag }: DecisionLocale,
): string {
  return words.givenBack({
    track: labelText(trackLabel, languageTag, track),
    from: held === undefined ? "" : labelText(held.fromLabel, languageTag, held.from),
    to: held === undefined ? "" : labelText(held.toLabel, languageTag, held.to),
  });
}

/** What of a decision its holds are said from. */
export type Held = Pick<Decision, "from" | "fromLabel" | "requirements" | "crossing" | "skipped">;

/** Says what held a move back. */
export function explainHold(hold: Hold, decision: Held, locale: DecisionLocale): string {
  const { requirements } = decision;
  const { decision: words, languageTag } = locale;
  const text = (label: Label | undefined, fallback: string) => labelText(label, languageTag, fallback);
  const number = (value: number | undefined) => (value === undefined ? "" : String(value));
  switch (hold.code) {
    case "gate":
      return words.gate({ gate: text(hold.label, hold.gate) });
    case "cap":
      return words.cap({ tier: text(hold.tierLabel, hold.tier) });
    case "minimum-time":
      return words.minimumTime({ ...hold, months: number(hold.months), required: number(hold.required) });
    case "cooling-off":
      return words.coolingOff({ ...hold, months: number(hold.months), required: number(hold.required) });
    case "trial":
      return words.trialHold(hold);
    case "protected":
      return words.protectedHold({ ...hold, reason: text(hold.label, hold.reason) });
    case "held-until":
      return words.heldUntil(hold);
    case "highest-tier":
      return words.highestTier();
    case "lowest-tier":
      return words.lowestTier();
    case "ceiling":
      return words.ceiling({ tier: text(hold.tierLabel, hold.tier) });
    case "floor":
      return words.floor({ tier: text(hold.tierLabel, hold.tier) });
    case "step-limit":
      return words.stepLimit({ wanted: text(hold.wantedLabel, hold.wanted), most: number(hold.most) });
    case "requirement": {
      const unmet = requirements.find(({ id }) => id === hold.condition);
      const requirement =
        unmet === undefined ? text(hold.label, hold.condition) : conditionClause(unmet, namesIn(locale));
      return words.requirement({ requirement });
    }
    case "no-place":
      return words.noPlace({
        tier: text(hold.tierLabel, hold.tier),
        rank: number(hold.rank),
        waiting: number(hold.waiting),
      });
    case "violations":
      return words.violationsHold({
        consequence: text(hold.label, words.sanctions["block-promotion"]),
        until: hold.until ?? "",
      });
    case "crossing":
      return words.crossingHold({
        track: text(hold.trackLabel, hold.track),
        ...whyNotCrossing(decision, locale),
      });
    case "plan":
      return words.planHold(hold);
    case "precedence":
      return words.precedence(hold);
    case "outranked":
      return words.outranked({ because: words.sources[hold.because], by: words.sources[hold.by] });
  }
}

/** Why a crossing to another track is not possible. */
function whyNotCrossing(
  { from, fromLabel, crossing, skipped }: Held,
  locale: DecisionLocale,
): Omit<CrossingHoldWords, "track"> {
  const tier = labelText(fromLabel, locale.languageTag, from);
  const names = namesIn(locale);
  const unmet = (crossing?.requirements ?? []).filter(({ met }) => !met);
  const requirements = unmet.map((one) => conditionClause(one, names)).join(names.separator);
  if (crossing?.from === crossing?.to) return { because: "own-track", tier, requirements };
  if (crossing?.tier === undefined) return { because: "no-way", tier, requirements };
  return { because: skipped ? "skipped" : "requirements", tier, requirements };
}

function explainSanction(
  { label, kind, violations, points, count, needed }: SanctionResult,
  { decision: words, languageTag }: DecisionLocale,
): string {
  return words.sanction({
    sanction: labelText(label, languageTag, words.sanctions[kind]),
    violations: violations.join(words.separator),
    points: points === undefined ? "" : String(points),
    count: count === undefined ? "" : String(count),
    needed: String(needed),
  });
}

/** What a plan or a trial was judged by: its own conditions, which are said by themselves, or else whether the review meets one of demotion. */
function judgedBy(
  own: readonly ConditionResult[] | undefined,
  { conditions }: Decision,
  names: ConditionNames,
): JudgedWords {
  if (own !== undefined) return { byReview: false, meets: "" };
  const meets = conditions
    .filter(({ now, purpose }) => now && purpose === "down")
    .map((one) => conditionClause(one, names));
  return { byReview: true, meets: meets.join(names.separator) };
}

function explainPlan(plan: PlanResult, decision: Decision, locale: DecisionLocale): string {
  const words = locale.decision;
  const { outcome, because } = decision;
  const wasJudged = outcome === "retained" || because?.source === "plan";
  const judged = judgedBy(wasJudged ? plan.targets : [], decision, namesIn(locale));
  switch (plan.status) {
    case "opened":
      return words.planOpened({ deadline: plan.deadline, actions: joined(plan.actions, locale) });
    case "open":
      return words.planOpen(plan);
    case "extended":
      return words.planExtended(plan);
    case "passed":
      return words.planPassed({ ...plan, ...judged });
    case "failed":
      return words.planFailed({ ...plan, ...judged });
  }
}

function explainTrial(trial: TrialResult, decision: Decision, locale: DecisionLocale): string {
  const { decision: words } = locale;
  const judged = judgedBy(trial.conditions, decision, namesIn(locale));
  switch (trial.status) {
    case "open":
      return words.trialOpen(trial);
    case "passed":
      return words.trialPassed({ ...trial, ...judged });
    case "extended":
      return words.trialExtended({ ...trial, ...judged });
    case "failed":
      return words.trialFailed({ ...trial, ...judged });
  }
}

function actionText(
  { label, owner, dueOn = "" }: DecidedAction,
  { decision: words, languageTag }: DecisionLocale,
): string {
  return words.action({
    action: labelText(label, languageTag, ""),
    owner: labelText(owner, languageTag, ""),
    dueOn,
  });
}

function joined(labels: readonly Label[], { decision: words, languageTag }: DecisionLocale): string {
  return labels.map((text) => labelText(text, languageTag, "")).join(words.separator);
}
