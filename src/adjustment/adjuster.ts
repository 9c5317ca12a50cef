import { type CalculatorFactory, defineCalculator, defineFactory } from "../kernel/calculator.js";
import { dayAfter, periodsBetween } from "../kernel/calendar.js";
import type { Label } from "../kernel/label.js";
import { readNumber } from "../kernel/number.js";
import { compare, type Rational, ZERO } from "../kernel/rational.js";
import { judgeCondition, reviewsNeeded } from "./conditions/condition.js";
import type { ConditionResult, Purpose, Situation } from "./conditions/result.js";
import type { ReviewedPeriod } from "./conditions/reviewed.js";
import type { Condition } from "./conditions/schema.js";
import { stillHeldUntil } from "./held-until.js";
import type { Hold } from "./holds.js";
import { type AdjustmentInput, adjustmentInputSchema, type CheckedInput, checkInput } from "./input.js";
import { factsOf } from "./known-facts.js";
import { towards } from "./ladder.js";
import { proposalOf } from "./move.js";
import { lastReviews, lossless, readHistory, readScores, writeReview } from "./past.js";
import type { PlanResult } from "./plans.js";
import { collected, pointsAfter } from "./points.js";
import { activeProtections, protectionsOf } from "./protections.js";
import {
  type AdjustmentRules,
  adjustmentRulesSchema,
  allConditions,
  type CheckedRules,
  checkAdjustment,
} from "./rules.js";
import { type Judged, type Settled, settle } from "./settle.js";
import type { Source } from "./sources.js";
import type { Standing } from "./standing.js";
import { judgeTrial, type TrialResult } from "./trial.js";

/** The decision on a person's tier for one period, why, and the standing that goes into the next one. */
export interface Decision {
  readonly kind: "decision";
  readonly period: string;
  readonly outcome: "promoted" | "retained" | "demoted";
  /** What decided on the tier; absent where nothing did. */
  readonly because?: Source;
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
  readonly actions: readonly Label[];
  readonly plans: readonly PlanResult[];
  /** What came of a trial period. */
  readonly trial?: TrialResult;
  /** That an exit is proposed, and what proposes it. */
  readonly exit?: { readonly because: "trial" | "plan" };
  readonly standing: Standing;
}

/**
 * Decides on a person's tier (M7): up when any condition of `promote` is met, down when any of `demote` is; to the tier that the cell
 * names, where it lies that way, and else one tier. A cell that names both a tier and a move proposes the tier if it lies in the direction of
 * the move, and else to stay.
 *
 * It is a reducer: `standing` goes in, and the decision holds the next one, so a career is a fold over its reviews. Conditions look
 * at reviews in the present tier alone, in directly following periods. Where conditions of both kinds are met, `precedence` settles first which
 * of them counts; the other does not step in if that one is then held back. A move whose conditions are met can be held back by a failed gate (up),
 * by the minimum time in the tier, counted in whole months from `since` to the day after the period, or by the end of the ladder. A gate that turns
 * the cell's move up into a stay is a hold too. A demotion opens an improvement plan, where the rules have one. At the first review that ends on its
 * deadline or later it is passed if that review meets no condition of `demote`, taken as one review in a row, else failed; a promotion before then passes
 * it, a further demotion fails it.
 *
 * Errors of the config: conditions of both kinds without a precedence (`precedence-missing`), an unknown axis. Errors of the input: a
 * period that is not of the cycle (`wrong-cycle`) or not after the last review (`period-not-after`), an unknown tier, a score missing.
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
 * second.standing; // => { tier: "senior", since: "2026-07-01", history: [] }
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
interface Found extends Judged, Settled {
  readonly trial: TrialResult | undefined;
  readonly points: Rational;
  readonly reviews: readonly ReviewedPeriod[];
  readonly skipped: boolean;
}

function compileAdjuster(rules: CheckedRules) {
  const labelsOfAxes = new Map(rules.axes?.map((axis) => [axis.id, axis.label]));
  const judge = (list: unknown, purpose: Purpose, situation: Situation) =>
    ((list ?? []) as readonly Condition[]).map((one) => judgeCondition(one, purpose, situation));
  const write = decisionWriter(rules);

  return defineCalculator({
    title: "adjuster",
    input: adjustmentInputSchema,
    run(input, report): Decision {
      const skipped = activeProtections(input, rules).some(({ review }) => review === "is-skipped");
      checkInput(input, rules, skipped, report);
      report.stop();
      const reviews = [...readHistory(input.standing), presentReview(input, rules, skipped)];
      const points = pointsOf(input, rules, skipped);
      const situation: Situation = {
        reviews,
        facts: factsOf(input),
        points,
        ...(input.promotionScore === undefined ? {} : { promotionScore: readNumber(input.promotionScore) }),
        axisLabel: (axis) => labelsOfAxes.get(axis),
      };
      const judged = {
        conditions: skipped
          ? []
          : [...judge(rules.promote?.when, "up", situation), ...judge(rules.demote?.when, "down", situation)],
        requirements: skipped ? [] : judge(rules.promote?.requires, "requirement", situation),
      };
      const trial = judgeTrial(input, rules, judged.conditions, situation, skipped);
      const settled = settle(input, rules, judged, situation, skipped);
      return write(input, { ...judged, ...settled, trial, points, reviews, skipped });
    },
  });
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
  const coolsOff = (rules.promote?.coolingOffMonths ?? rules.demote?.coolingOffMonths) !== undefined;
  const labelOf = (id: string) => rules.tiers.find((tier) => tier.id === id)?.label;

  return (input: CheckedInput, found: Found): Decision => {
    const { period, standing, placement } = input;
    const { to, plans, trial, skipped } = found;
    const [fromLabel, toLabel] = [labelOf(standing.tier), labelOf(to)];
    const direction = towards(rules, standing.tier, to);
    const outcome = direction === undefined ? "retained" : direction === "up" ? "promoted" : "demoted";
    const exit = trial?.status === "failed" ? "trial" : found.planExit ? "plan" : undefined;
    const moved = to !== standing.tier;
    const open = plans.find(
      ({ status }) => status === "opened" || status === "open" || status === "extended",
    );
    const points = pointsAfter(rules, found.points, outcome, found.conditions);
    const protections = protectionsOf(input).filter((one) => one.to >= dayAfter(period));
    const lastChange = direction === undefined ? standing.lastChange : { direction, on: dayAfter(period) };
    const reviewed = standing.reviewed ?? standing.history.at(-1)?.period;
    return {
      kind: "decision",
      period,
      outcome,
      ...(found.because === undefined ? {} : { because: found.because }),
      from: standing.tier,
      ...(fromLabel === undefined ? {} : { fromLabel }),
      to,
      ...(toLabel === undefined ? {} : { toLabel }),
      effectiveFrom: dayAfter(period),
      missed: reviewed === undefined ? [] : periodsBetween(reviewed, period),
      skipped,
      conditions: found.conditions,
      requirements: found.requirements,
      holds: found.holds,
      actions: [
        ...(placement?.cell?.actions ?? []),
        ...plans.filter(({ status }) => status === "opened").flatMap(({ actions }) => actions),
      ],
      plans,
      ...(trial === undefined ? {} : { trial }),
      ...(exit === undefined ? {} : { exit: { because: exit } }),
      standing: {
        tier: to,
        since: moved ? dayAfter(period) : standing.since,
        reviewed: period,
        history: moved
          ? []
          : lastReviews(found.reviews, needed).map((review) => writeReview(review, keepsBands)),
        ...(lastChange === undefined || !coolsOff ? {} : { lastChange }),
        ...(compare(points, ZERO) === 0 ? {} : { points: lossless(points) }),
        ...(open === undefined ? {} : { plan: planOf(open) }),
        ...(trial?.status === "open" || trial?.status === "extended" ? { trial: trialOf(trial) } : {}),
        ...(protections.length === 0 ? {} : { protections }),
        ...stillHeldUntil(standing.heldUntil, period, moved),
      },
    };
  };
}

function planOf({ opened, deadline, actions, extensions }: PlanResult): NonNullable<Standing["plan"]> {
  return { opened, deadline, actions, ...(extensions === undefined ? {} : { extensions }) };
}

function trialOf({ until, extensions }: TrialResult): NonNullable<Standing["trial"]> {
  return { until, ...(extensions === undefined ? {} : { extensions }) };
}
