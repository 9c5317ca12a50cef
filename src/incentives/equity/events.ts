import * as z from "zod/mini";
import { date, id, inputNumber, wholeNumber } from "../../kernel/fields.js";
import { type Checked, described, lazySchema, list, type Written } from "../../kernel/schema.js";
import { grantFields } from "./holding-data.js";
import { earlyFields } from "./terms.js";

/** The schema of what happens to a grant. */
export const vestingEvent = /* @__PURE__ */ lazySchema(() =>
  z.discriminatedUnion("kind", [
    described(
      z.strictObject({
        kind: z.literal("grant"),
        ...grantFields(),
        start: z.optional(described(date(), "From when the schedule counts, where not from the grant.")),
      }),
      "The grant is made.",
    ),
    described(
      z.strictObject({ kind: z.literal("leave"), on: date(), to: date() }),
      "A leave from a day to another, both of them days of it.",
    ),
    described(
      z.strictObject({ kind: z.literal("milestone"), on: date(), milestone: id() }),
      "A milestone is reached.",
    ),
    described(
      z.strictObject({
        kind: z.literal("performance"),
        on: date(),
        factor: inputNumber({ least: 0 }),
        tranches: z.optional(list(wholeNumber(1, 10_000), 1)),
      }),
      "The performance is known: what is not vested yet, or only some tranches of it, is multiplied.",
    ),
    described(
      z.strictObject({
        kind: z.literal("accelerate"),
        on: date(),
        share: z.optional(inputNumber({ above: 0, most: 1 })),
        ...earlyFields(),
        units: z.optional(inputNumber({ above: 0 })),
      }),
      "Some of what is not vested vests at once.",
    ),
    described(
      z.strictObject({ kind: z.literal("terminate"), on: date(), reason: z._default(id(), "other") }),
      "The service ends; the day is its last.",
    ),
    described(
      z.strictObject({ kind: z.literal("exercise"), on: date(), units: inputNumber({ above: 0 }) }),
      "Options are exercised.",
    ),
  ]),
);

/**
 * What happens to a grant, with defaults.
 *
 * @useDeclaredType
 */
export type VestingEvent = Checked<typeof vestingEvent>;

/**
 * What happens to a grant, as callers write it.
 *
 * @useDeclaredType
 */
export type VestingEventInput = Written<typeof vestingEvent>;

/** An event of one kind. */
export type EventOf<Kind extends VestingEvent["kind"]> = Extract<VestingEvent, { readonly kind: Kind }>;
