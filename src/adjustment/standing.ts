import * as z from "zod/mini";
import type { Decimal } from "../kernel/decimal.js";
import { date, id, inputNumber, key, period, wholeNumber } from "../kernel/fields.js";
import { type Label, labels } from "../kernel/label.js";
import { type Checked, lazySchema, type Written } from "../kernel/schema.js";
import { type HeldUntil, heldUntilSchema } from "./held-until.js";

/** The schema of a standing, as it comes in. */
export function standingSchema() {
  return z.strictObject({
    tier: id(),
    since: date(),
    reviewed: z.optional(period()),
    history: z._default(
      z.array(
        z.strictObject({
          period: period(),
          scores: z.record(z.string(), inputNumber()),
          proposal: z.enum(["up", "stay", "down"]),
          at: z.optional(z.record(z.string(), id())),
          skipped: z.optional(z.literal(true)),
        }),
      ),
      [],
    ),
    lastChange: z.optional(z.strictObject({ direction: z.enum(["up", "down"]), on: date() })),
    points: z.optional(inputNumber()),
    plan: z.optional(
      z.strictObject({
        opened: period(),
        deadline: date(),
        actions: labels(),
        extensions: z.optional(wholeNumber(0, 100)),
      }),
    ),
    trial: z.optional(z.strictObject({ until: date(), extensions: z.optional(wholeNumber(0, 100)) })),
    violations: z.optional(z.array(z.strictObject({ id: key(), severity: id(), date: date() }))),
    sanctions: z.optional(
      z.array(
        z.strictObject({
          consequence: id(),
          violations: z.array(key()),
          steps: wholeNumber(1, 100),
          track: z.optional(id()),
        }),
      ),
    ),
    also: z.optional(z.array(z.strictObject({ tier: id(), since: date() }))),
    protections: z.optional(z.array(z.strictObject({ reason: id(), from: date(), to: date() }))),
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

/** The same after the check, with defaults filled in. */
export type CheckedStanding = Checked<typeof standing>;

/** One review in the present tier: its scores, and what the matrix proposed after the gates. */
export interface PastReview {
  readonly period: string;
  /** The score on each axis; one whose decimal does not end is kept as a fraction text. */
  readonly scores: { readonly [axis: string]: Decimal | string };
  readonly proposal: "up" | "stay" | "down";
  /** The bands, where a condition still looks at them. */
  readonly at?: { readonly [axis: string]: string };
  /** A protected period whose review does not count; it has no scores. */
  readonly skipped?: true;
}

/** An improvement plan that is open: measures and a deadline (M7). */
export interface ImprovementPlan {
  readonly opened: string;
  readonly deadline: string;
  readonly actions: readonly Label[];
  /** How often it was extended. */
  readonly extensions?: number | undefined;
}

/** A violation that still counts. */
export interface Violation {
  readonly id: string;
  readonly severity: string;
  readonly date: string;
}

/** A demotion for violations, which an appeal against them would undo, and how many tiers it went down. */
export interface Sanction {
  readonly consequence: string;
  readonly violations: readonly string[];
  readonly steps: number;
  /** The track in which it was, where the rules have tracks: only there an appeal gives something back. */
  readonly track?: string | undefined;
}

/** A tier of another track that is held beside. */
export interface HeldTier {
  readonly tier: string;
  readonly since: string;
}

/** A time in which a person is protected. */
export interface ProtectedTime {
  readonly reason: string;
  readonly from: string;
  readonly to: string;
}

/**
 * All that the next review needs to know of a person: the tier, since when, the last period reviewed, the reviews in this tier that rules
 * still look at, the oldest first, and what is open. Reviews of periods that end before `since` count for nothing. It is plain data; what a decision returns goes into the next one.
 */
export interface Standing {
  readonly tier: string;
  readonly since: string;
  /** The last period that was reviewed. */
  readonly reviewed?: string;
  readonly history: readonly PastReview[];
  /** The last promotion or demotion, at which a cooling-off looks, be it of a later version of the rules. */
  readonly lastChange?: { readonly direction: "up" | "down"; readonly on: string };
  /** The points collected; absent where there are none. */
  readonly points?: Decimal | string;
  readonly plan?: ImprovementPlan;
  /** A trial period that goes on. */
  readonly trial?: { readonly until: string; readonly extensions?: number | undefined };
  /** Violations that still count, and those of the demotions that an appeal could still undo, the oldest first. */
  readonly violations?: readonly Violation[];
  /** Demotions for violations of which some still count. */
  readonly sanctions?: readonly Sanction[];
  /** Tiers of other tracks that are held beside. */
  readonly also?: readonly HeldTier[];
  /** Protections that have not ended, and those that skip reviews and ended in the first period of the history or later. */
  readonly protections?: readonly ProtectedTime[];
  /** The tier is kept so long, whatever reviews say. */
  readonly heldUntil?: HeldUntil;
}
