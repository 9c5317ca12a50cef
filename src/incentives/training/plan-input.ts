import * as z from "zod/mini";
import { date, id, inputNumber, key, period } from "../../kernel/fields.js";
import { checkIds } from "../../kernel/ids.js";
import type { Report } from "../../kernel/report.js";
import { type Checked, described, lazySchema, list, type Written } from "../../kernel/schema.js";
import { eligibilityInputFields } from "../eligibility-conditions.js";
import { checkMoney } from "../money.js";
import type { CheckedTrainingPlan } from "./plan-rules.js";

/** The schema of the people who are trained, and of the budget. */
export const trainingPlanInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    period: period(),
    budget: z.optional(
      described(inputNumber({ least: 0 }), "What may be spent on all of them; without it there is no limit."),
    ),
    people: list(
      z.strictObject({
        id: key(),
        ...eligibilityInputFields(),
        scores: z._default(
          described(z.record(z.string(), inputNumber()), "The scores of indicators that needs look at."),
          {},
        ),
        completed: z._default(
          described(
            list(z.strictObject({ course: id(), on: date() })),
            "The courses that were completed, and when; those that the catalogue does not have do not matter.",
          ),
          [],
        ),
      }),
    ),
  }),
);

/**
 * The period, the budget, and the people with their scores and the courses that they completed.
 *
 * @useDeclaredType
 */
export type TrainingPlanInput = Written<typeof trainingPlanInput>;

/** An input of the right shape. */
export type CheckedTrainingInput = Checked<typeof trainingPlanInput>;

/** Somebody who may be trained. */
export type Trainee = CheckedTrainingInput["people"][number];

/** Notes what the schema cannot see in an input of a training plan. */
export function checkTrainingInput(
  { currency }: CheckedTrainingPlan,
  { budget, people }: CheckedTrainingInput,
  report: Report,
): void {
  checkIds(people, ["people"], report);
  if (budget !== undefined) checkMoney(budget, currency, ["budget"], report);
}
