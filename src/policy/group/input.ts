import * as z from "zod/mini";
import { period } from "../../kernel/fields.js";
import { lazySchema } from "../../kernel/schema.js";
import { type ReviewInput, reviewInput } from "../review.js";

/** One of the people of a group review: a review's input but for the period, which all share, and for what is worked out from the group. */
export type GroupMember = Omit<ReviewInput, "period" | "cohort" | "bands" | "places">;

/** The people who are reviewed together, and the period. */
export interface GroupReviewInput {
  readonly period: string;
  readonly people: readonly GroupMember[];
}

/** The schema of a group review's input; each of the people is read alone, so that one bad row spoils nothing. */
export const groupReviewInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({ period: period(), people: z.array(z.unknown()) }),
);

/** The schema of one of the people. */
export const groupMember = /* @__PURE__ */ lazySchema(() =>
  z.omit(reviewInput(), { period: true, cohort: true, bands: true, places: true }),
);
