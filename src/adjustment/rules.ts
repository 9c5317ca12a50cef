import * as z from "zod/mini";
import { bandsSchema } from "../classification/bands.js";
import { tiersSchema } from "../classification/tier.js";
import type { Path } from "../kernel/errors.js";
import { id, wholeNumber } from "../kernel/fields.js";
import { checkIds } from "../kernel/ids.js";
import { label } from "../kernel/label.js";
import type { Report } from "../kernel/report.js";
import { type Checked, described, lazySchema, type Written } from "../kernel/schema.js";
import { show, showChoices } from "../kernel/show.js";
import { checkConditions, type Names } from "./conditions/check.js";
import { parts } from "./conditions/condition.js";
import { type Condition, conditionsSchema } from "./conditions/schema.js";
import { checkPlan, planSchema } from "./rules/plan.js";
import { checkPoints, pointsSchema } from "./rules/points.js";
import { checkProtections, protectionsSchema } from "./rules/protections.js";
import { checkTracks, crossingsSchema, tracksSchema } from "./rules/tracks.js";
import { checkTrial, trialSchema } from "./rules/trial.js";
import { checkViolations, violationsSchema } from "./rules/violations.js";
import { orderSchema } from "./sources.js";

const months = (description: string) => z.optional(described(wholeNumber(0, 1200), description));
const ANY = "The conditions; any one of them is enough.";

function moveFields() {
  return {
    when: conditionsSchema(ANY),
    minimumMonthsInTier: months("The least time in the tier before such a move, in whole months."),
    coolingOffMonths: months("The least time after a move the other way, in whole months."),
    mostSteps: z.optional(
      described(
        wholeNumber(1, 1000),
        "The most tiers that one such move passes; without it a cell may name any tier.",
      ),
    ),
  };
}

/** The fields of the rules that a policy's `adjustment` has too. */
export function adjustmentFields() {
  return {
    cycle: described(z.enum(["month", "quarter", "half-year", "year"]), "How often people are reviewed."),
    lateAfterDays: z.optional(
      described(wholeNumber(0, 3660), "How many days after a period its review is late, where that is said."),
    ),
    trial: z.optional(trialSchema()),
    promote: z.optional(
      z.strictObject({
        ...moveFields(),
        requires: z.optional(conditionsSchema("What else has to be met for a promotion; all of it.")),
        ceiling: z.optional(described(id(), "The highest tier that conditions promote to.")),
      }),
    ),
    demote: z.optional(
      z.strictObject({
        ...moveFields(),
        floor: z.optional(
          described(id(), "The lowest tier that conditions, and improvement plans that fail, demote to."),
        ),
        plan: z.optional(planSchema()),
      }),
    ),
    precedence: z.optional(
      described(
        z.enum(["promote", "demote", "retain"]),
        "What happens where conditions of both kinds are met.",
      ),
    ),
    points: z.optional(pointsSchema()),
    protections: z.optional(protectionsSchema()),
    violations: z.optional(violationsSchema()),
    tracks: z.optional(tracksSchema()),
    crossings: z.optional(crossingsSchema()),
    order: z.optional(orderSchema()),
  };
}

/** The schema of the rules. */
export const adjustmentRulesSchema = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    tiers: tiersSchema(),
    axes: z.optional(
      described(
        z.array(z.strictObject({ id: id(), label: z.optional(label()), bands: z.optional(bandsSchema()) })),
        "The axes that conditions may name.",
      ),
    ),
    ...adjustmentFields(),
  }),
);

/**
 * The rules of promotion and demotion: the config of `adjuster`.
 *
 * @useDeclaredType
 */
export type AdjustmentRules = Written<typeof adjustmentRulesSchema>;

/** The same after the check, with defaults filled in. */
export type CheckedRules = Checked<typeof adjustmentRulesSchema>;

/** The rules of one direction. */
export type MoveRules = Omit<NonNullable<CheckedRules["promote"]>, "requires" | "ceiling">;

/** The rules that hold for moves in a direction. */
export function rulesFor(rules: CheckedRules, direction: "up" | "down"): MoveRules | undefined {
  return direction === "up" ? rules.promote : rules.demote;
}

/** All conditions of the rules, those inside others too; with a tier, those that are for people in it. */
export function allConditions(
  { promote, demote, trial, crossings }: CheckedRules,
  tier?: string,
): readonly Condition[] {
  const lists = [
    promote?.when,
    promote?.requires,
    demote?.when,
    demote?.plan?.targets,
    trial?.pass,
    ...(crossings ?? []).map((one) => one.requires),
  ];
  return lists.flatMap((list) => (list ?? []) as readonly Condition[]).flatMap((one) => parts(one, tier));
}

/** Notes what the schema cannot see in the rules. */
export function checkAdjustment(config: CheckedRules, path: Path, report: Report): void {
  checkIds(config.tiers, [...path, "tiers"], report);
  const tiers = report.sound([...path, "tiers"]) ? config.tiers.map(({ id: tier }) => tier) : [];
  const names: Names = {
    axes: report.sound([...path, "axes"]) ? config.axes : undefined,
    tiers: tiers.length === 0 ? undefined : tiers,
  };
  const check = (conditions: readonly Condition[] | undefined, ...keys: readonly string[]) =>
    checkConditions(conditions, names, [...path, ...keys], report);
  check(config.promote?.when as readonly Condition[] | undefined, "promote", "when");
  check(config.promote?.requires as readonly Condition[] | undefined, "promote", "requires");
  check(config.demote?.when as readonly Condition[] | undefined, "demote", "when");
  checkTier(config.promote?.ceiling, tiers, [...path, "promote", "ceiling"], report);
  checkTier(config.demote?.floor, tiers, [...path, "demote", "floor"], report);
  checkPlan(config.demote?.plan, names, [...path, "demote", "plan"], report);
  checkTrial(config.trial, names, [...path, "trial"], report);
  checkPoints(config.points, names, [...path, "points"], report);
  checkPointsGiven(config, path, report);
  checkViolations(config.violations, [...path, "violations"], report);
  checkTracks(config, tiers, names, path, report);
  checkProtections(config.protections, [...path, "protections"], report);
  for (const [index, source] of report.items(config.order, [...path, "order"])) {
    if (config.order?.indexOf(source) !== index)
      report.add([...path, "order", index], "duplicate-id", `${show(source)} is there twice`, { id: source });
  }
  if (config.promote !== undefined && config.demote !== undefined && config.precedence === undefined) {
    const message =
      "both promotion and demotion can be triggered by one review: say which comes first (promote, demote or retain)";
    report.add([...path, "precedence"], "precedence-missing", message);
  }
}

/** Notes a tier that is not there, where the tiers are known. */
export function checkTier(
  tier: string | undefined,
  tiers: readonly string[],
  path: Path,
  report: Report,
): void {
  if (tier === undefined || tiers.length === 0 || !report.sound(path) || tiers.includes(tier)) return;
  report.add(path, "unknown-tier", `${show(tier)} is not a tier: expected ${showChoices(tiers)}`, { tier });
}

/** Notes conditions on points where the rules give none. */
function checkPointsGiven(config: CheckedRules, path: Path, report: Report): void {
  if (config.points !== undefined || !report.sound(path)) return;
  if (allConditions(config).some(({ kind }) => kind === "points"))
    report.add([...path, "points"], "missing", "a condition counts points: say which reviews give them");
}
