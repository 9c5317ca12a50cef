import { type CalculatorFactory, defineCalculator, defineFactory } from "../kernel/calculator.js";
import { dayAfter } from "../kernel/calendar.js";
import type { Label } from "../kernel/label.js";
import { stillHeldUntil } from "./held-until.js";
import { type AdjustmentInput, adjustmentInputSchema, checkInput, readScores, writeReview } from "./input.js";
import { destination, type Hold, proposalOf, settle } from "./move.js";
import { type PlanResult, reviewPlans } from "./plans.js";
import { type AdjustmentRules, adjustmentRulesSchema, type CheckedRules, checkAdjustment } from "./rules.js";
import type { Standing } from "./standing.js";
import { evaluateTrigger, type ReviewedPeriod, reviewsNeeded, type TriggerResult } from "./triggers.js";

/** The decision on a person's tier for one period, why, and the standing that goes into the next one. */
export interface Decision {
  readonly kind: "decision";
  readonly period: string;
  readonly outcome: "promoted" | "retained" | "demoted";
  readonly from: string;
  readonly fromLabel?: Label;
  readonly to: string;
  readonly toLabel?: Label;
  /** The day after the period, from which the tier holds. */
  readonly effectiveFrom: string;
  /** Every condition of the rules, met or not. */
  readonly triggers: readonly TriggerResult[];
  /** What held back a move whose conditions were met. */
  readonly holds: readonly Hold[];
  /** What management does: the actions of the cell and of an improvement plan. */
  readonly actions: readonly Label[];
  readonly plans: readonly PlanResult[];
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

function compileAdjuster(rules: CheckedRules) {
  const labelsOfAxes = new Map(rules.axes?.map((axis) => [axis.id, axis.label]));
  const wantedAxes = new Set(
    [...(rules.promote?.when ?? []), ...(rules.demote?.when ?? [])].flatMap((trigger) =>
      trigger.kind === "cell" ? [] : [trigger.axis],
    ),
  );
  const kept = Math.max(
    1,
    ...[...(rules.promote?.when ?? []), ...(rules.demote?.when ?? [])].map(reviewsNeeded),
  );
  const position = new Map(rules.tiers.map((tier, index) => [tier.id, index]));
  const evaluateAll = (direction: "up" | "down", reviews: readonly ReviewedPeriod[]) =>
    ((direction === "up" ? rules.promote : rules.demote)?.when ?? []).map((trigger) =>
      evaluateTrigger(trigger, direction, reviews, (axis) => labelsOfAxes.get(axis)),
    );

  return defineCalculator({
    title: "adjuster",
    input: adjustmentInputSchema,
    run(input, report): Decision {
      checkInput(input, rules, position, wantedAxes, report);
      report.stop();
      const { standing, placement } = input;
      const present: ReviewedPeriod = {
        period: input.period,
        scores: readScores(placement.scores),
        proposal: proposalOf(input, position),
      };
      const reviews = [
        ...standing.history.map((past) => ({ ...past, scores: readScores(past.scores) })),
        present,
      ];
      const triggers = [...evaluateAll("up", reviews), ...evaluateAll("down", reviews)];
      const { direction, holds } = settle(input, rules, triggers, position);
      const to = direction === undefined ? standing.tier : destination(input, rules, direction, position);
      const plans = reviewPlans(input, rules, direction, triggers);
      const open = plans.find((plan) => plan.status === "opened" || plan.status === "open");
      const tierLabel = (tier: string) => rules.tiers[position.get(tier) ?? -1]?.label;
      const [fromLabel, toLabel] = [tierLabel(standing.tier), tierLabel(to)];
      return {
        kind: "decision",
        period: input.period,
        outcome: direction === undefined ? "retained" : direction === "up" ? "promoted" : "demoted",
        from: standing.tier,
        ...(fromLabel === undefined ? {} : { fromLabel }),
        to,
        ...(toLabel === undefined ? {} : { toLabel }),
        effectiveFrom: dayAfter(input.period),
        triggers,
        holds,
        actions: [
          ...(placement.cell?.actions ?? []),
          ...plans.filter((plan) => plan.status === "opened").flatMap((plan) => plan.actions),
        ],
        plans,
        standing: {
          tier: to,
          since: direction === undefined ? standing.since : dayAfter(input.period),
          history:
            direction === undefined
              ? reviews.map(writeReview).slice(reviews.length - Math.min(kept, reviews.length))
              : [],
          ...(open === undefined
            ? {}
            : { plan: { opened: open.opened, deadline: open.deadline, actions: open.actions } }),
          ...stillHeldUntil(standing.heldUntil, input.period, direction !== undefined),
        },
      };
    },
  });
}
