import * as z from "zod/mini";
import { actionsSchema } from "../classification/actions.js";
import { COMPUTED_FACTS, factInputFields } from "../classification/facts.js";
import { periodEnd, periodStart, periodUnit } from "../kernel/calendar.js";
import type { Path } from "../kernel/errors.js";
import { id, inputNumber, period, wholeNumber } from "../kernel/fields.js";
import { label } from "../kernel/label.js";
import type { Report } from "../kernel/report.js";
import { type Checked, described, lazySchema, type Written } from "../kernel/schema.js";
import { show, showChoices } from "../kernel/show.js";
import { axesOf } from "./conditions/check.js";
import {
  checkEvents,
  checkExtensions,
  checkProtectionEvents,
  checkViolationEvents,
  eventsSchema,
} from "./events.js";
import { allConditions, type CheckedRules } from "./rules.js";
import { standingSchema } from "./standing.js";
import { checkContradictions, checkStandingByRules, lastReviewed } from "./standing-check.js";

/** The fields of what a decision looks at beside the standing and the placement; the input of a policy's review has them too. */
export function decisionInputFields() {
  return {
    events: eventsSchema(),
    ...factInputFields(),
    places: z.optional(
      described(
        z.record(
          z.string(),
          z.strictObject({
            granted: z.boolean(),
            rank: z.optional(wholeNumber(1, 1_000_000_000)),
            waiting: z.optional(wholeNumber(1, 1_000_000_000)),
          }),
        ),
        "By tier: whether there is a place for the person, where places are limited.",
      ),
    ),
  };
}

/** The schema of what goes into a decision. */
export const adjustmentInputSchema = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    period: period(),
    standing: standingSchema(),
    placement: z.optional(
      z.object({
        scores: z.record(z.string(), inputNumber()),
        cell: z.optional(
          z.object({
            at: z.optional(z.record(z.string(), id())),
            tier: z.optional(id()),
            move: z.optional(z.enum(["up", "stay", "down"])),
            actions: z.optional(actionsSchema()),
          }),
        ),
        gates: z.optional(
          z.array(
            z.object({
              id: id(),
              label: z.optional(label()),
              passed: z.boolean(),
              onFail: z.optional(z.enum(["block-promotion", "veto", "cap-tier"])),
            }),
          ),
        ),
        capTier: z.optional(id()),
      }),
    ),
    ...decisionInputFields(),
    promotionScore: z.optional(
      described(inputNumber(), "The promotion score, where a condition looks at it."),
    ),
  }),
);

/**
 * A standing, the placement of the period (or its scores alone), the period, and what else rules look at: events, facts, certificates,
 * the promotion score, places. The placement may be left out for a period whose review is skipped by a protection.
 *
 * @useDeclaredType
 */
export type AdjustmentInput = Written<typeof adjustmentInputSchema>;

/** The same after the check, with defaults filled in. */
export type CheckedInput = Checked<typeof adjustmentInputSchema>;

/** The placement of the period. */
export type CheckedPlacement = NonNullable<CheckedInput["placement"]>;

/** Notes what the schema cannot see in an input. `skipped` says that the review does not count. */
export function checkInput(input: CheckedInput, rules: CheckedRules, skipped: boolean, report: Report): void {
  const { period: present, standing, placement, events } = input;
  if (periodUnit(present) !== rules.cycle) {
    report.add(
      ["period"],
      "wrong-cycle",
      `expected a ${rules.cycle}, as the rules review by ${rules.cycle}, got ${show(present)}`,
    );
    return;
  }
  checkTiers(input, rules, report);
  checkContradictions(standing, ["standing"], report);
  checkStandingByRules(standing, rules, present, report);
  checkEvents(events, present, report);
  checkProtectionEvents(events, rules, report);
  checkViolationEvents(events, standing.violations ?? [], rules, report);
  checkExtensions(events, standing.plan, rules, report);
  checkHistory(input, rules, report);
  if (skipped) return;
  if (placement === undefined) {
    report.add(["placement"], "missing", "expected the scores of the period, as its review is not skipped");
    return;
  }
  const axes = axesOf(allConditions(rules));
  checkScores(placement.scores, axes, ["placement", "scores"], report);
  checkKnown(input, rules, report);
}

function checkTiers(
  { standing, placement, events, places }: CheckedInput,
  rules: CheckedRules,
  report: Report,
) {
  const tiers = rules.tiers.map(({ id: tier }) => tier);
  const check = (tier: string | undefined, ...path: Path) => {
    if (tier === undefined || tiers.includes(tier)) return;
    report.add(path, "unknown-tier", `${show(tier)} is not a tier: expected ${showChoices(tiers)}`, { tier });
  };
  check(standing.tier, "standing", "tier");
  for (const [index, { tier }] of (standing.also ?? []).entries())
    check(tier, "standing", "also", index, "tier");
  check(placement?.cell?.tier, "placement", "cell", "tier");
  check(placement?.capTier, "placement", "capTier");
  for (const tier of Object.keys(places ?? {})) check(tier, "places", tier);
  for (const [index, event] of events.entries()) {
    if (event.kind === "appointment") check(event.to, "events", index, "to");
  }
}

function checkHistory(
  { period: present, standing }: CheckedInput,
  rules: CheckedRules,
  report: Report,
): void {
  const reviewed = lastReviewed(standing);
  if (reviewed !== undefined && periodEnd(reviewed) >= periodStart(present)) {
    const message = `expected a period after the last review: ${present} is not after ${reviewed}`;
    report.add(["period"], "period-not-after", message);
  }
  for (const [index, past] of standing.history.entries()) {
    const here = ["standing", "history", index, "period"];
    if (periodUnit(past.period) !== rules.cycle)
      report.add(here, "wrong-cycle", `expected a ${rules.cycle}, got ${show(past.period)}`);
  }
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

/** Notes facts, bands and a promotion score that conditions look at and that are not given, and facts that nobody may give. */
function checkKnown(
  { facts = {}, standing, placement, promotionScore }: CheckedInput,
  rules: CheckedRules,
  report: Report,
) {
  for (const name of COMPUTED_FACTS) {
    if (Object.hasOwn(facts, name))
      report.add(["facts", name], "one-of", `${show(name)} is worked out from the standing: take this away`);
  }
  const conditions = allConditions(rules, standing.tier);
  const wanted = new Set(conditions.flatMap((one) => (one.kind === "fact" ? [one.fact] : [])));
  for (const name of wanted) {
    if (!Object.hasOwn(facts, name) && !COMPUTED_FACTS.some((own) => own === name))
      report.add(["facts", name], "fact-missing", `a condition needs the fact ${show(name)}`, { fact: name });
  }
  const placed = rules.points !== undefined || conditions.some(({ kind }) => kind === "placed");
  if (placed && placement?.cell?.at === undefined)
    report.add(
      ["placement", "cell", "at"],
      "missing",
      "a condition or points look at the bands of the placement",
    );
  if (promotionScore === undefined && conditions.some(({ kind }) => kind === "promotion-score"))
    report.add(["promotionScore"], "missing", "a condition looks at the promotion score");
}
