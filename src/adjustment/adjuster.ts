import { type Action, dueOn, toAction, type WrittenAction } from "../classification/actions.js";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../kernel/calculator.js";
import { dayAfter, periodsBetween, periodUnit } from "../kernel/calendar.js";
import { lossless } from "../kernel/decimal.js";
import type { Label } from "../kernel/label.js";
import { readNumber } from "../kernel/number.js";
import { withoutAbsent } from "../kernel/plain.js";
import type { Rational } from "../kernel/rational.js";
import { type GivenBack, givenBackBeside, heldAfter } from "./appeals.js";
import { judgeConditions, reviewsNeeded } from "./conditions/condition.js";
import type { ConditionResult, Situation } from "./conditions/result.js";
import type { ReviewedPeriod } from "./conditions/reviewed.js";
import { type CrossingResult, heldBeside, judgeCrossing } from "./crossing.js";
import { inTime } from "./events.js";
import { stillHeldUntil } from "./held-until.js";
import { type Hold, nameHold } from "./holds.js";
import { type AdjustmentInput, adjustmentInputSchema, type CheckedInput, checkInput } from "./input.js";
import { factsOf } from "./known-facts.js";
import { towards } from "./ladder.js";
import { isPlaceLost, proposalOf } from "./move.js";
import { lastReviews, readHistory, readScores, writeReview } from "./past.js";
import type { PlanResult } from "./plans.js";
import { collected, pointsAfter } from "./points.js";
import { isSkipped, protectionsKept } from "./protections.js";
import {
  type AdjustmentRules,
  adjustmentRulesSchema,
  allConditions,
  type CheckedRules,
  checkAdjustment,
} from "./rules.js";
import { type Happened, type Judged, type Settled, settle } from "./settle.js";
import type { Because } from "./sources.js";
import type { Standing } from "./standing.js";
import { lastReviewed } from "./standing-check.js";
import { judgeTrial, type TrialResult } from "./trial.js";
import { judgeViolations, type SanctionResult, violationsKept } from "./violations.js";

/** What management does, and the day by which. */
export interface DecidedAction extends Action {
  readonly dueOn?: string;
}

function decidedAction(written: WrittenAction, from: string): DecidedAction {
  const action = toAction(written);
  const due = dueOn(action, from);
  return due === undefined ? action : { ...action, dueOn: due };
}

/** The decision on a person's tier for one period, why, and the standing that goes into the next one. */
export interface Decision {
  readonly kind: "decision";
  readonly period: string;
  readonly outcome: "promoted" | "retained" | "demoted" | "crossed";
  /** What decided on the tier; absent where nothing did. */
  readonly because?: Because;
  readonly from: string;
  readonly fromLabel?: Label;
  readonly to: string;
  readonly toLabel?: Label;
  /** The day after the period, from which the tier holds. */
  readonly effectiveFrom: string;
  /** The periods between the last review and this one, which nobody reviewed. */
  readonly missed: readonly string[];
  /** Whether a protection skips the review: no condition is looked at. */
  readonly skipped: boolean;
  /** Every condition of the rules, met or not. */
  readonly conditions: readonly ConditionResult[];
  /** What else a promotion requires, met or not. */
  readonly requirements: readonly ConditionResult[];
  /** What held back a move whose conditions were met, or a part of it. */
  readonly holds: readonly Hold[];
  /** What management does: the actions of the cell and of an improvement plan. */
  readonly actions: readonly DecidedAction[];
  readonly plans: readonly PlanResult[];
  /** What violations bring about at this review, and a block of promotion that lasts. */
  readonly sanctions: readonly SanctionResult[];
  /** What demotions that an appeal undoes give back in other tracks than the present one. */
  readonly givenBack?: readonly GivenBack[];
  /** What came of a wish to cross to another track. */
  readonly crossing?: CrossingResult;
  /** What came of a trial period. */
  readonly trial?: TrialResult;
  /** That an exit is proposed, and what proposes it. */
  readonly exit?: { readonly because: "sanction" | "trial" | "plan" };
  readonly standing: Standing;
}

/**
 * Decides on a person's tier (M7, M9, M15): up when any condition of `promote` is met, down when any of `demote` is; to the tier that the cell
 * names, where it lies that way, and else one tier, within step limits, ceilings and floors. It is a reducer: `standing` goes in, and the decision
 * holds the next one, so a career is a fold over its reviews.
 *
 * Conditions look at the row of reviews in the present tier (of periods that end on the day of `since` or later) that directly follow each other up to this one; a
 * period without a review ends the row, unless a protection skipped it. A mean of k reviews is met by nobody who has fewer. Where conditions of both kinds are met, `precedence`
 * settles first which of them counts; the other does not step in if that one is then held back. Holds on a move by conditions: failed gates, too little
 * time in the tier (whole months from `since` to the day after the period), a cooling-off, a trial, a protection, requirements, violations that block it, a
 * place that is not granted, the end of the ladder. Where several conditions are met, the one that the fewest rules hold back counts, each with its own exemptions.
 *
 * Other sources move the tier too: sanctions of violations, appeals that undo them, appointments, crossings to another track, and improvement
 * plans that fail. The first of `order` counts, no hold stops it, and the others are said to be outranked. A demotion opens an
 * improvement plan, or a plan takes the place of the demotion; it is judged by the first review that ends on its deadline or later, while no protection holds demotions. A
 * move closes an open plan: a demotion as failed, any other as passed.
 *
 * Errors of the config: conditions of both kinds without a precedence (`precedence-missing`), names that are not there (`unknown-axis`, `unknown-band`,
 * `unknown-tier`, `unknown-severity`, `unknown-track`, `tier-without-track`). Errors of the input: a period that is not of the cycle (`wrong-cycle`) or not after the last review
 * (`period-not-after`), an unknown tier, a standing of which not all can be true (`standing-contradiction`) or that begins after the period
 * (`since-after-period`), a score or fact missing (`score-missing`, `fact-missing`), an event after the period (`event-in-future`) or of
 * what the rules do not have (`unknown-protection`, `unknown-violation`, `reversal-before-violation`, `plan-not-open`, `plan-extensions`).
 *
 * @example
 * ```ts
 * import { adjuster } from "tierwise";
 *
 * const adjust = adjuster({
 *   tiers: [{ id: "junior" }, { id: "senior" }],
 *   cycle: "quarter",
 *   promote: { when: [{ kind: "at-least", axis: "performance", score: 90, periods: 2 }], minimumMonthsInTier: 6 },
 * });
 * const first = adjust({
 *   period: "2026-Q1",
 *   standing: { tier: "junior", since: "2025-01-01" },
 *   placement: { scores: { performance: "91.5" } },
 * });
 * first.outcome; // => "retained"
 * const second = adjust({ period: "2026-Q2", standing: first.standing, placement: { scores: { performance: 90 } } });
 * second.outcome; // => "promoted"
 * second.standing; // => { tier: "senior", since: "2026-07-01", reviewed: "2026-Q2", history: [], lastChange: { direction: "up", on: "2026-07-01" } }
 * ```
 */
export const adjuster: CalculatorFactory<AdjustmentRules, AdjustmentInput, Decision> =
  /* @__PURE__ */ defineFactory({
    title: "adjuster",
    config: adjustmentRulesSchema,
    check: (config, report) => checkAdjustment(config, [], report),
    compile: compileAdjuster,
  });

/** What a review found, from which the decision is written. */
interface Found extends Judged, Settled, Happened {
  readonly givenBack: readonly GivenBack[];
  readonly points: Rational;
  readonly reviews: readonly ReviewedPeriod[];
  /** The day after the period. */
  readonly next: string;
}

function compileAdjuster(rules: CheckedRules) {
  const decide = decisionsBy(rules);
  return defineCalculator({
    title: "adjuster",
    input: adjustmentInputSchema,
    run(input, report): Decision {
      checkInput(input, rules, isSkipped(input, rules, input.period), report);
      report.stop();
      return decide(input);
    },
  });
}

/** Decides on inputs that were checked. */
export function decisionsBy(rules: CheckedRules): (input: CheckedInput) => Decision {
  const axes = new Map(rules.axes?.map((axis) => [axis.id, axis]));
  const write = decisionWriter(rules);

  return (given) => {
    const skipped = isSkipped(given, rules, given.period);
    const next = dayAfter(given.period);
    const told = { ...given, events: [...given.events].sort(inTime) };
    const violations = judgeViolations(told, rules.violations);
    const givenBack = givenBackBeside(violations.undone, rules, told.standing);
    const also = heldAfter(told.standing.also ?? [], givenBack, next);
    const input = { ...told, standing: Object.assign({}, told.standing, { also: [...also] }) };
    const reviews = [...readHistory(input.standing), presentReview(input, rules, skipped)];
    const points = pointsOf(input, rules, skipped);
    const situation: Situation = {
      reviews,
      isProtected: (period) => isSkipped(input, rules, period),
      tier: input.standing.tier,
      facts: factsOf(input, rules.violations, violations),
      points,
      placeLost: isPlaceLost(input),
      ...(input.promotionScore === undefined ? {} : { promotionScore: readNumber(input.promotionScore) }),
      axisLabel: (axis) => axes.get(axis)?.label,
      bandLabel: (axis, band) => axes.get(axis)?.bands?.find(({ id }) => id === band)?.label,
    };
    const judged = {
      conditions: skipped
        ? []
        : [
            ...judgeConditions(rules.promote?.when, "up", situation),
            ...judgeConditions(rules.demote?.when, "down", situation),
          ],
      requirements: skipped ? [] : judgeConditions(rules.promote?.requires, "requirement", situation),
    };
    const happened = {
      violations,
      crossing: judgeCrossing(input, rules, situation, skipped),
      trial: judgeTrial(input, rules, judged.conditions, situation, skipped),
      skipped,
    };
    const settled = settle(input, rules, judged, situation, happened);
    return write(input, { givenBack, points, reviews, next, ...judged, ...settled, ...happened });
  };
}

function presentReview(input: CheckedInput, rules: CheckedRules, skipped: boolean): ReviewedPeriod {
  const { period, placement } = input;
  if (skipped) return { period, scores: new Map(), proposal: "stay", skipped };
  const at = placement?.cell?.at;
  return {
    period,
    scores: readScores(placement?.scores ?? {}),
    proposal: proposalOf(input, rules),
    ...(at === undefined ? {} : { at }),
  };
}

function pointsOf({ standing, placement }: CheckedInput, rules: CheckedRules, skipped: boolean): Rational {
  const before = readNumber(standing.points ?? 0);
  return skipped ? before : collected(rules, before, placement?.cell?.at);
}

function decisionWriter(rules: CheckedRules) {
  const conditions = allConditions(rules);
  const needed = Math.max(0, ...conditions.map(reviewsNeeded));
  const keepsBands = conditions.some((one) => one.kind === "placed" && reviewsNeeded(one) > 0);
  const labelOf = (id: string) => rules.tiers.find((tier) => tier.id === id)?.label;

  return (input: CheckedInput, found: Found): Decision => {
    const { period, standing, placement } = input;
    const { to, plans, trial, skipped, next } = found;
    const [fromLabel, toLabel] = [labelOf(standing.tier), labelOf(to)];
    const direction = towards(rules, standing.tier, to);
    const moved = to !== standing.tier;
    const outcome =
      direction === undefined
        ? moved
          ? "crossed"
          : "retained"
        : direction === "up"
          ? "promoted"
          : "demoted";
    const exit = exitOf(found);
    const { violations, sanctions } = violationsKept(found.violations, found.demotion);
    const also = heldBeside(input, rules, found);
    const open = plans.find(
      ({ status }) => status === "opened" || status === "open" || status === "extended",
    );
    const points = pointsAfter(rules, found.points, { outcome, tier: standing.tier, ...found });
    const history = moved
      ? []
      : lastReviews(found.reviews, needed).map((review) => writeReview(review, keepsBands));
    const protections = protectionsKept(input, rules, history[0]?.period);
    const lastChange = direction === undefined ? standing.lastChange : { direction, on: next };
    return withoutAbsent<Decision>({
      kind: "decision",
      period,
      outcome,
      because: found.because,
      from: standing.tier,
      fromLabel,
      to,
      toLabel,
      effectiveFrom: next,
      missed: missedBefore(input, rules),
      skipped,
      conditions: found.conditions,
      requirements: found.requirements,
      holds: found.holds.map((hold) => nameHold(hold, rules)),
      actions: [
        ...(placement?.cell?.actions ?? []).map((action) => decidedAction(action, next)),
        ...plans
          .filter(({ status }) => status === "opened")
          .flatMap(({ actions }) => actions.map((label) => ({ label }))),
      ],
      plans,
      sanctions: found.violations.sanctions,
      givenBack: unlessEmpty(found.givenBack),
      crossing: found.crossing,
      trial,
      exit: exit && { because: exit },
      standing: withoutAbsent<Standing>({
        tier: to,
        since: moved ? next : standing.since,
        reviewed: period,
        history,
        lastChange,
        points: points.n === 0n ? undefined : lossless(points),
        plan: open && planOf(open),
        trial: trial === undefined || trial.status === "passed" ? undefined : trialOf(trial),
        violations: unlessEmpty(violations),
        sanctions: unlessEmpty(sanctions),
        also: unlessEmpty(also),
        protections: unlessEmpty(protections),
        heldUntil: stillHeldUntil(standing.heldUntil, period, moved),
      }),
    });
  };
}

function unlessEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}

/** The periods since the last review that nobody reviewed, though no protection skips them. */
function missedBefore(input: CheckedInput, rules: CheckedRules): readonly string[] {
  const { standing, period } = input;
  const reviewed = lastReviewed(standing);
  if (reviewed === undefined || periodUnit(reviewed) !== rules.cycle) return [];
  return periodsBetween(reviewed, period).filter((missed) => !isSkipped(input, rules, missed));
}

/** What proposes an exit, the gravest first. */
function exitOf({ violations, trial, planExit }: Found): "sanction" | "trial" | "plan" | undefined {
  if (violations.sanctions.some(({ kind }) => kind === "dismissal")) return "sanction";
  if (trial?.status === "failed") return "trial";
  return planExit ? "plan" : undefined;
}

function planOf({ opened, deadline, actions, extensions }: PlanResult): NonNullable<Standing["plan"]> {
  return { opened, deadline, actions, ...(extensions === undefined ? {} : { extensions }) };
}

function trialOf({ until, extensions }: TrialResult): NonNullable<Standing["trial"]> {
  return { until, ...(extensions === undefined ? {} : { extensions }) };
}
