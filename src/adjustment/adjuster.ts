import * as z from "zod/mini";
import type { Move } from "../classification/classifier.js";
import { checkIds, tiersSchema } from "../classification/tier.js";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../kernel/calculator.js";
import {
  comparePeriods,
  dayAfter,
  monthsBetween,
  periodEnd,
  periodUnit,
  shiftPeriod,
} from "../kernel/calendar.js";
import { exactDecimal } from "../kernel/decimal.js";
import type { Path } from "../kernel/errors.js";
import { id, inputNumber, period } from "../kernel/fields.js";
import { type Label, label, labels } from "../kernel/label.js";
import { readNumber } from "../kernel/number.js";
import type { Rational } from "../kernel/rational.js";
import type { Report } from "../kernel/report.js";
import { type Checked, described, lazySchema, list, type Written } from "../kernel/schema.js";
import { show, showChoices } from "../kernel/show.js";
import { type ImprovementPlan, type PastReview, type Standing, standingSchema } from "./standing.js";
import {
  checkTriggers,
  evaluateTrigger,
  type ReviewedPeriod,
  reviewsNeeded,
  type TriggerResult,
  triggersSchema,
} from "./triggers.js";

const minimumMonths = () =>
  z.optional(
    described(
      z.int().check(z.gte(0), z.lte(1200)),
      "The least time in the tier before such a move, in whole months.",
    ),
  );

/** The fields of the rules that a policy's `adjustment` has too. */
export function adjustmentFields() {
  return {
    cycle: described(z.enum(["month", "quarter", "half-year", "year"]), "How often people are reviewed."),
    promote: z.optional(z.strictObject({ when: triggersSchema(), minimumMonthsInTier: minimumMonths() })),
    demote: z.optional(
      z.strictObject({
        when: triggersSchema(),
        minimumMonthsInTier: minimumMonths(),
        plan: z.optional(
          described(
            z.strictObject({
              periods: described(
                z.int().check(z.gte(1), z.lte(100)),
                "How many periods the person has to improve.",
              ),
              actions: list(label(), 1),
            }),
            "The improvement plan that comes with a demotion.",
          ),
        ),
      }),
    ),
    precedence: z.optional(
      described(
        z.enum(["promote", "demote", "retain"]),
        "What happens where conditions of both kinds are met.",
      ),
    ),
  };
}

const adjustmentRules = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    tiers: tiersSchema(),
    axes: z.optional(
      described(
        z.array(z.strictObject({ id: id(), label: z.optional(label()) })),
        "The axes that conditions may name.",
      ),
    ),
    ...adjustmentFields(),
  }),
);

const adjustmentInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    period: period(),
    standing: standingSchema(),
    placement: z.object({
      scores: z.record(z.string(), inputNumber()),
      cell: z.optional(
        z.object({
          tier: z.optional(id()),
          move: z.optional(z.enum(["up", "stay", "down"])),
          actions: z.optional(labels()),
        }),
      ),
      gates: z.optional(z.array(z.object({ id: id(), label: z.optional(label()), passed: z.boolean() }))),
    }),
  }),
);

/** The rules of promotion and demotion: the config of `adjuster`. */
export type AdjustmentRules = Written<typeof adjustmentRules>;

type CheckedRules = Checked<typeof adjustmentRules>;

/** A standing, the placement of the period (or its scores alone), and the period. */
export type AdjustmentInput = Written<typeof adjustmentInput>;

type CheckedInput = Checked<typeof adjustmentInput>;

/** What held a move back. */
export type Hold =
  | { readonly code: "gate"; readonly direction: "up"; readonly gate: string; readonly label?: Label }
  | {
      readonly code: "minimum-time";
      readonly direction: "up" | "down";
      readonly months: number;
      readonly required: number;
      readonly since: string;
    }
  | { readonly code: "highest-tier"; readonly direction: "up" }
  | { readonly code: "lowest-tier"; readonly direction: "down" }
  | {
      readonly code: "precedence";
      readonly direction: "up" | "down";
      readonly precedence: "promote" | "demote" | "retain";
    };

/** What happened to an improvement plan at this review. */
export interface PlanResult extends ImprovementPlan {
  readonly status: "opened" | "open" | "passed" | "failed";
}

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
 * Decides on a person's tier (M7): up when any condition of `promote` is met, down when any of `demote` is, one tier at a time,
 * or to the tier that the cell names.
 *
 * It is a reducer: `standing` goes in, and the decision holds the next one, so a career is a fold over its reviews. Conditions look
 * at reviews in the present tier alone, in directly following periods. Where conditions of both kinds are met, `precedence` says what
 * happens. A move whose conditions are met can be held back by a failed gate (up), by the minimum time in the tier, counted in whole months
 * from `since` to the day after the period, or by the end of the ladder. A demotion opens an improvement plan, where the rules have one;
 * at its deadline it is passed if no condition of `demote` is met by that review on its own, else failed.
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
    config: adjustmentRules,
    check: (config, report) => checkAdjustment(config, [], report),
    compile: compileAdjuster,
  });

/** Notes what the schema cannot see in the rules. */
export function checkAdjustment(config: CheckedRules, path: Path, report: Report): void {
  if (report.readable([...path, "tiers"])) checkIds(config.tiers, [...path, "tiers"], report);
  const axes =
    config.axes !== undefined && report.sound([...path, "axes"])
      ? config.axes.map((axis) => axis.id)
      : undefined;
  for (const rule of ["promote", "demote"] as const) {
    const when = [...path, rule, "when"];
    const triggers = report.readable(when) ? config[rule]?.when : undefined;
    if (triggers !== undefined) checkTriggers(triggers, axes, when, report);
  }
  if (config.promote !== undefined && config.demote !== undefined && config.precedence === undefined) {
    const message =
      "both promotion and demotion can be triggered by one review: say which comes first (promote, demote or retain)";
    report.add([...path, "precedence"], "precedence-missing", message);
  }
}

function compileAdjuster(rules: CheckedRules) {
  const labelsOfAxes = new Map(rules.axes?.map((axis) => [axis.id, axis.label]));
  const wantedAxes = new Set(
    [...(rules.promote?.when ?? []), ...(rules.demote?.when ?? [])].flatMap((trigger) =>
      trigger.kind === "cell" ? [] : [trigger.axis],
    ),
  );
  const kept = Math.max(
    0,
    ...[...(rules.promote?.when ?? []), ...(rules.demote?.when ?? [])].map(reviewsNeeded),
  );
  const position = new Map(rules.tiers.map((tier, index) => [tier.id, index]));
  const evaluateAll = (direction: "up" | "down", reviews: readonly ReviewedPeriod[]) =>
    ((direction === "up" ? rules.promote : rules.demote)?.when ?? []).map((trigger) =>
      evaluateTrigger(trigger, direction, reviews, (axis) => labelsOfAxes.get(axis)),
    );

  return defineCalculator({
    title: "adjuster",
    input: adjustmentInput,
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
      const plans = reviewPlans(input, rules, direction, evaluateAll("down", [present]));
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
        },
      };
    },
  });
}

function checkInput(
  { period: present, standing, placement }: CheckedInput,
  rules: CheckedRules,
  tiers: ReadonlyMap<string, number>,
  axes: ReadonlySet<string>,
  report: Report,
): void {
  if (periodUnit(present) !== rules.cycle) {
    report.add(
      ["period"],
      "wrong-cycle",
      `expected a ${rules.cycle}, as the rules review by ${rules.cycle}, got ${show(present)}`,
    );
    return;
  }
  const expected = `expected ${showChoices([...tiers.keys()])}`;
  if (!tiers.has(standing.tier)) {
    report.add(["standing", "tier"], "unknown-tier", `${show(standing.tier)} is not a tier: ${expected}`, {
      tier: standing.tier,
    });
  }
  const named = placement.cell?.tier;
  if (named !== undefined && !tiers.has(named)) {
    report.add(["placement", "cell", "tier"], "unknown-tier", `${show(named)} is not a tier: ${expected}`, {
      tier: named,
    });
  }
  if (standing.since > periodEnd(present)) {
    const message = `expected a day before the end of ${present}, got ${show(standing.since)}`;
    report.add(["standing", "since"], "since-after-period", message);
  }
  for (const [index, past] of standing.history.entries()) {
    const here = ["standing", "history", index];
    const later = standing.history[index + 1]?.period ?? present;
    if (periodUnit(past.period) !== rules.cycle) {
      report.add([...here, "period"], "wrong-cycle", `expected a ${rules.cycle}, got ${show(past.period)}`);
    } else if (comparePeriods(past.period, later) >= 0) {
      const message = `expected reviews in order, each period once: ${past.period} is not before ${later}`;
      report.add(
        index === standing.history.length - 1 ? ["period"] : [...here, "period"],
        "period-not-after",
        message,
      );
    }
    checkScores(past.scores, axes, [...here, "scores"], report);
  }
  checkScores(placement.scores, axes, ["placement", "scores"], report);
}

function checkScores(
  scores: Readonly<Record<string, unknown>>,
  axes: ReadonlySet<string>,
  path: Path,
  report: Report,
): void {
  for (const axis of axes) {
    if (!Object.hasOwn(scores, axis))
      report.add([...path, axis], "score-missing", `a condition needs the score of ${show(axis)}`);
  }
}

function readScores(scores: CheckedInput["placement"]["scores"]): ReadonlyMap<string, Rational> {
  return new Map(Object.entries(scores).map(([axis, score]) => [axis, readNumber(score)]));
}

function writeReview({ period: reviewed, scores, proposal }: ReviewedPeriod): PastReview {
  return {
    period: reviewed,
    scores: Object.fromEntries([...scores].map(([axis, score]) => [axis, exactDecimal(score)])),
    proposal,
  };
}

function failedGates({ placement }: CheckedInput) {
  return (placement.gates ?? []).filter((gate) => !gate.passed);
}

/** What the cell proposes after the gates: towards the tier that it names, or as it says, or both where they agree. */
function proposalOf(input: CheckedInput, tiers: ReadonlyMap<string, number>): Move {
  const { tier, move } = input.placement.cell ?? {};
  const distance = tier === undefined ? 0 : (tiers.get(tier) ?? 0) - (tiers.get(input.standing.tier) ?? 0);
  const towards: Move = distance > 0 ? "up" : distance < 0 ? "down" : "stay";
  const proposed =
    tier === undefined ? (move ?? "stay") : move === undefined || move === towards ? towards : "stay";
  return proposed === "up" && failedGates(input).length > 0 ? "stay" : proposed;
}

function settle(
  input: CheckedInput,
  rules: CheckedRules,
  triggers: readonly TriggerResult[],
  tiers: ReadonlyMap<string, number>,
): { readonly direction: "up" | "down" | undefined; readonly holds: readonly Hold[] } {
  const met = (direction: "up" | "down") =>
    triggers.some((trigger) => trigger.met && trigger.direction === direction);
  const holds: Hold[] = [];
  let wanted: "up" | "down" | undefined = met("up") ? "up" : met("down") ? "down" : undefined;
  if (met("up") && met("down") && rules.precedence !== undefined) {
    const { precedence } = rules;
    if (precedence !== "promote") holds.push({ code: "precedence", direction: "up", precedence });
    if (precedence !== "demote") holds.push({ code: "precedence", direction: "down", precedence });
    wanted = precedence === "promote" ? "up" : precedence === "demote" ? "down" : undefined;
  }
  if (wanted === undefined) return { direction: undefined, holds };
  const against =
    wanted === "up" ? holdsOnPromotion(input, rules, tiers) : holdsOnDemotion(input, rules, tiers);
  return { direction: against.length > 0 ? undefined : wanted, holds: [...holds, ...against] };
}

function holdsOnPromotion(
  input: CheckedInput,
  rules: CheckedRules,
  tiers: ReadonlyMap<string, number>,
): readonly Hold[] {
  const gates = failedGates(input).map(
    (gate): Hold => ({
      code: "gate",
      direction: "up",
      gate: gate.id,
      ...(gate.label === undefined ? {} : { label: gate.label }),
    }),
  );
  const highest = tiers.get(input.standing.tier) === tiers.size - 1;
  return [
    ...gates,
    ...tooEarly(input, "up", rules.promote?.minimumMonthsInTier),
    ...(highest ? [{ code: "highest-tier", direction: "up" } as const] : []),
  ];
}

function holdsOnDemotion(
  input: CheckedInput,
  rules: CheckedRules,
  tiers: ReadonlyMap<string, number>,
): readonly Hold[] {
  const lowest = tiers.get(input.standing.tier) === 0;
  return [
    ...tooEarly(input, "down", rules.demote?.minimumMonthsInTier),
    ...(lowest ? [{ code: "lowest-tier", direction: "down" } as const] : []),
  ];
}

function tooEarly(
  { standing, period: present }: CheckedInput,
  direction: "up" | "down",
  required = 0,
): readonly Hold[] {
  const months = monthsBetween(standing.since, dayAfter(present));
  return months >= required
    ? []
    : [{ code: "minimum-time", direction, months, required, since: standing.since }];
}

/** The tier that the cell names, where it lies in the direction of the move; else the next one. */
function destination(
  input: CheckedInput,
  rules: CheckedRules,
  direction: "up" | "down",
  tiers: ReadonlyMap<string, number>,
): string {
  const present = tiers.get(input.standing.tier) ?? 0;
  const named = input.placement.cell?.tier;
  if (named !== undefined && proposalOf(input, tiers) === direction) return named;
  return rules.tiers[present + (direction === "up" ? 1 : -1)]?.id ?? input.standing.tier;
}

function reviewPlans(
  { standing, period: present }: CheckedInput,
  rules: CheckedRules,
  direction: "up" | "down" | undefined,
  alone: readonly TriggerResult[],
): readonly PlanResult[] {
  const results: PlanResult[] = [];
  if (standing.plan !== undefined) {
    const due = periodEnd(present) >= standing.plan.deadline || direction === "down";
    const missed = direction === "down" || alone.some((trigger) => trigger.consecutive > 0);
    results.push({ ...standing.plan, status: due ? (missed ? "failed" : "passed") : "open" });
  }
  const plan = rules.demote?.plan;
  if (direction === "down" && plan !== undefined) {
    const deadline = periodEnd(shiftPeriod(present, plan.periods));
    results.push({ opened: present, deadline, actions: plan.actions, status: "opened" });
  }
  return results;
}
