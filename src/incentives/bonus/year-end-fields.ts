import * as z from "zod/mini";
import { configNumber, configRatio, id, inputNumber, period } from "../../kernel/fields.js";
import { described, lazySchema, list } from "../../kernel/schema.js";
import { eligibilityFields, eligibilityInputFields } from "../eligibility-conditions.js";
import { payFields } from "../fields.js";
import { presenceFields, prorationFields } from "../presence.js";

/** The fields of a year-end bonus; a policy's incentive has them too. */
export function yearEndBonusFields() {
  return {
    ...payFields(),
    pays: described(
      list(
        z.strictObject({
          tier: z.optional(
            described(id(), "Without it, the row is for all tiers that have none of their own."),
          ),
          amount: z.optional(configNumber({ least: 0 })),
          months: z.optional(
            described(configNumber({ least: 0 }), "Instead of an amount: months of the salary."),
          ),
          share: z.optional(
            described(
              configRatio({ least: 0 }),
              "Instead of an amount: a part of what was earned in the period.",
            ),
          ),
          basisMost: z.optional(
            described(
              configNumber({ above: 0 }),
              "The most of the salary, or of what was earned, that counts.",
            ),
          ),
        }),
        1,
      ),
      "What each tier is paid: an amount, months of the salary, or a part of what was earned.",
    ),
    ...eligibilityFields(),
    ...prorationFields(),
  };
}

/** The schema of a year-end bonus. */
export const yearEndBonusConfig = /* @__PURE__ */ lazySchema(() => z.strictObject(yearEndBonusFields()));

/** The fields of what a year-end bonus alone depends on; a policy's input of pay has them too. */
export function yearEndBonusInputFields() {
  return {
    salary: z.optional(described(inputNumber({ least: 0 }), "The salary of a month.")),
    earned: z.optional(described(inputNumber({ least: 0 }), "What was earned in the period.")),
    factor: z.optional(
      described(
        inputNumber({ least: 0 }),
        "What the bonus is multiplied by, such as an appraisal's coefficient.",
      ),
    ),
  };
}

/** The schema of what a year-end bonus depends on. */
export const yearEndBonusInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    period: period(),
    ...yearEndBonusInputFields(),
    ...eligibilityInputFields(),
    ...presenceFields(),
  }),
);
