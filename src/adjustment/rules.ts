import * as z from "zod/mini";
import { tiersSchema } from "../classification/tier.js";
import type { Path } from "../kernel/errors.js";
import { id, wholeNumber } from "../kernel/fields.js";
import { checkIds } from "../kernel/ids.js";
import { label } from "../kernel/label.js";
import type { Report } from "../kernel/report.js";
import { type Checked, described, lazySchema, list, type Written } from "../kernel/schema.js";
import { checkTriggers, triggersSchema } from "./triggers.js";

const minimumMonths = () =>
  z.optional(
    described(wholeNumber(0, 1200), "The least time in the tier before such a move, in whole months."),
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
              periods: described(wholeNumber(1, 100), "How many periods the person has to improve."),
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

/** The schema of the rules. */
export const adjustmentRulesSchema = /* @__PURE__ */ lazySchema(() =>
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

/**
 * The rules of promotion and demotion: the config of `adjuster`.
 *
 * @useDeclaredType
 */
export type AdjustmentRules = Written<typeof adjustmentRulesSchema>;

/** The same after the check, with defaults filled in. */
export type CheckedRules = Checked<typeof adjustmentRulesSchema>;

/** Notes what the schema cannot see in the rules. */
export function checkAdjustment(config: CheckedRules, path: Path, report: Report): void {
  checkIds(config.tiers, [...path, "tiers"], report);
  const axes =
    config.axes !== undefined && report.sound([...path, "axes"])
      ? config.axes.map((axis) => axis.id)
      : undefined;
  for (const rule of ["promote", "demote"] as const) {
    const when = [...path, rule, "when"];
    checkTriggers(config[rule]?.when, axes, when, report);
  }
  if (config.promote !== undefined && config.demote !== undefined && config.precedence === undefined) {
    const message =
      "both promotion and demotion can be triggered by one review: say which comes first (promote, demote or retain)";
    report.add([...path, "precedence"], "precedence-missing", message);
  }
}
