import * as z from "zod/mini";
import type { Decimal } from "../kernel/decimal.js";
import { date, id, inputNumber, period } from "../kernel/fields.js";
import { type Label, labels } from "../kernel/label.js";
import { lazySchema, type Written } from "../kernel/schema.js";
import { type HeldUntil, heldUntilSchema } from "./held-until.js";

/** The schema of a standing, as it comes in. */
export function standingSchema() {
  return z.strictObject({
    tier: id(),
    since: date(),
    history: z._default(
      z.array(
        z.strictObject({
          period: period(),
          scores: z.record(z.string(), inputNumber()),
          proposal: z.enum(["up", "stay", "down"]),
        }),
      ),
      [],
    ),
    plan: z.optional(z.strictObject({ opened: period(), deadline: date(), actions: labels() })),
    heldUntil: heldUntilSchema(),
  });
}

const standing = /* @__PURE__ */ lazySchema(standingSchema);

/**
 * Where a person stands as it is written down: the tier and the date since when; the rest comes out of earlier decisions.
 *
 * @useDeclaredType
 */
export type StandingInput = Written<typeof standing>;

/** One review in the present tier: its scores, and what the matrix proposed after the gates. */
export interface PastReview {
  readonly period: string;
  /** The score on each axis; one whose decimal does not end is kept as a fraction text. */
  readonly scores: { readonly [axis: string]: Decimal | string };
  readonly proposal: "up" | "stay" | "down";
}

/** An improvement plan that is open: measures and a deadline (M7). */
export interface ImprovementPlan {
  readonly opened: string;
  readonly deadline: string;
  readonly actions: readonly Label[];
}

/**
 * All that the next review needs to know of a person: the tier, since when, the reviews in this tier that rules still look at, the
 * oldest first, and an open improvement plan. It is plain data; what a decision returns goes into the next one.
 */
export interface Standing {
  readonly tier: string;
  readonly since: string;
  readonly history: readonly PastReview[];
  readonly plan?: ImprovementPlan;
  /** The tier is kept so long, whatever reviews say. */
  readonly heldUntil?: HeldUntil;
}
