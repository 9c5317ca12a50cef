import * as z from "zod/mini";
import { type CalibrationInput, changesSchema } from "../../classification/calibration/calibration.js";
import { period } from "../../kernel/fields.js";
import { lazySchema } from "../../kernel/schema.js";
import { type ReviewInput, reviewInput } from "../review-input.js";
import { type GroupPayInput, type GroupTraining, groupPayFields, trainingInputSchema } from "./pay-input.js";

/** One of the people of a group review: a review's input but for the period, which all share, and for what is worked out from the group. */
export type GroupMember = Omit<ReviewInput, "period" | "cohort" | "bands" | "calibrated" | "places">;

/** What a panel changes. */
export type Changes = CalibrationInput["changes"];

/** The people who are reviewed together, and the period. */
export interface GroupReviewInput extends GroupPayInput {
  readonly period: string;
  readonly people: readonly GroupMember[];
  /** What a panel changes, where it calibrated the people's bands; an empty list where it changed nothing, and quotas have to hold all the same. */
  readonly changes?: Changes;
  /** The budget of training, and what was completed. */
  readonly training?: GroupTraining;
}

/** The schema of a group review's input; each of the people is read alone, so that one bad row spoils nothing. */
export const groupReviewInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    period: period(),
    people: z.array(z.unknown()),
    changes: z.optional(changesSchema()),
    ...groupPayFields(),
    training: z.optional(trainingInputSchema()),
  }),
);

/** The schema of one of the people. */
export const groupMember = /* @__PURE__ */ lazySchema(() =>
  z.omit(reviewInput(), { period: true, cohort: true, bands: true, calibrated: true, places: true }),
);
