import * as z from "zod/mini";
import { currency } from "../../kernel/currency.js";
import { configNumber, id, wholeNumber } from "../../kernel/fields.js";
import { label } from "../../kernel/label.js";
import { orderKeysSchema } from "../../kernel/order-keys.js";
import { type Checked, described, lazySchema, list, type Written } from "../../kernel/schema.js";
import { eligibilityFields } from "../eligibility-conditions.js";

/** The fields of a training plan. */
export function trainingPlanFields() {
  return {
    currency: currency(),
    catalogue: described(list(courseSchema(), 1), "The courses that there are."),
    needs: described(
      list(needSchema(), 1),
      "Who needs which courses; what comes first in the list has the priority for the budget.",
    ),
    by: z.optional(
      orderKeysSchema(
        "The facts by which people of the same priority are put in order; without them, and where they do not tell, by id.",
      ),
    ),
    mostCost: z.optional(described(configNumber({ least: 0 }), "The most that is spent on a person.")),
    mostHours: z.optional(
      described(configNumber({ least: 0 }), "The most hours of courses that a person has."),
    ),
    whenShort: described(
      z._default(z.enum(["skip", "stop"]), "skip"),
      "Where a course does not fit into the budget: skip it and go on with those that do, or stop.",
    ),
  };
}

function courseSchema() {
  return z.strictObject({
    id: id(),
    label: z.optional(label()),
    cost: z._default(described(configNumber({ least: 0 }), "What it costs for each who takes it."), 0),
    hours: z._default(configNumber({ least: 0 }), 0),
    requires: z.optional(
      described(list(id(), 1), "Courses that have to be completed before, or are taken before it."),
    ),
    seats: z.optional(described(wholeNumber(0, 1_000_000), "How many people can take it in a period.")),
    validMonths: z.optional(
      described(wholeNumber(1, 1200), "After how many months it has to be taken again; without it, never."),
    ),
    ...eligibilityFields(),
  });
}

function needSchema() {
  return z.strictObject({
    id: id(),
    label: z.optional(label()),
    ...eligibilityFields(),
    weak: z.optional(
      described(
        z.strictObject({ indicator: id(), below: configNumber() }),
        "Only those whose score of this indicator is below so much.",
      ),
    ),
    courses: described(list(id(), 1), "The courses that they need, in order."),
  });
}

/** The schema of a training plan. */
export const trainingPlanConfig = /* @__PURE__ */ lazySchema(() => z.strictObject(trainingPlanFields()));

/**
 * The catalogue of courses, and who needs which of them: the config of `trainingPlan`.
 *
 * @useDeclaredType
 */
export type TrainingPlanConfig = Written<typeof trainingPlanConfig>;

/** The same after the check, with defaults filled in. */
export type CheckedTrainingPlan = Checked<typeof trainingPlanConfig>;

/** A course of the catalogue. */
export type Course = CheckedTrainingPlan["catalogue"][number];

/** Who needs which courses. */
export type Need = CheckedTrainingPlan["needs"][number];
