import * as z from "zod/mini";
import { currency } from "../../kernel/currency.js";
import { exchangeFields } from "../../kernel/exchange-rates.js";
import { configNumber, configRatio, decimals, key, roundingMode } from "../../kernel/fields.js";
import { fiscalSchema } from "../../kernel/fiscal-periods.js";
import { type Checked, described, lazySchema, list, type Written } from "../../kernel/schema.js";
import { dealConditions } from "../deal-conditions.js";

/** By what a deal is credited: when it is booked, invoiced, paid, or on dates that are agreed. */
export const CREDITING_EVENTS = ["booking", "invoice", "cash", "schedule"] as const;

/** The name of a crediting event. */
export type CreditingEvent = (typeof CREDITING_EVENTS)[number];

/** The longest id of a deal, and the longest name of a role: a credit is known by both and a date. */
export const LONGEST_DEAL = 100;
const LONGEST_ROLE = 60;

/** The name of a role. */
export function role() {
  return key(LONGEST_ROLE);
}

/** The schema of the config of `crediting`. */
export const creditingConfig = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    currency: z.optional(currency()),
    decimals: z.optional(
      described(decimals(), "Instead of a currency: the decimals of what is credited, such as 0 for units."),
    ),
    unitDecimals: described(z._default(decimals(), 6), "The decimals of credited units."),
    rounding: z._default(roundingMode(), "half-up"),
    calendar: z.optional(
      described(fiscalSchema(), "The calendar of the periods; without it, the ordinary one."),
    ),
    events: described(
      z._default(
        list(
          z.strictObject({
            on: z.enum(CREDITING_EVENTS),
            share: described(
              z._default(configRatio({ above: 0, most: 1 }), 1),
              "What part of a deal it credits.",
            ),
          }),
          1,
        ),
        [{ on: "booking" as const, share: 1 }],
      ),
      "What a deal is credited by, in parts that sum to 1; without it, by its booking.",
    ),
    splits: described(
      z._default(z.enum(["exact", "over", "house"]), "exact"),
      "What the shares of a deal's people sum to: exact: 1. over: 1 or more. house: 1 or less, and nobody is credited with the rest.",
    ),
    weights: described(
      z._default(
        list(
          z.strictObject({
            when: dealConditions(),
            credit: described(configRatio({ least: 0 }), "What part of such a deal is credited."),
          }),
        ),
        [],
      ),
      "How much of a deal counts; the first that fits holds, and where none does all of it counts.",
    ),
    minimum: z.optional(
      described(
        configNumber({ above: 0 }),
        "The least amount of a deal that is credited; a return counts as its amount.",
      ),
    ),
    rollUp: z.optional(
      described(
        z.strictObject({
          by: described(
            z._default(z.enum(["levels", "differences"]), "levels"),
            "differences: by the people's own rates; each above gets by how much the own rate is over the highest below.",
          ),
          levels: z.optional(
            described(
              list(configRatio({ least: 0 }), 1),
              "By levels: what part of a person's credit the manager gets, that one's manager, and so on.",
            ),
          ),
          beyond: z.optional(
            described(configRatio({ above: 0 }), "What part everybody above these levels gets."),
          ),
          most: z.optional(
            described(
              configRatio({ above: 0 }),
              "The most of a deal that rolls up to one person, as a share of it.",
            ),
          ),
        }),
        "Credit of managers, beside that of their people.",
      ),
    ),
    overlays: described(
      z._default(
        list(
          z.strictObject({
            role: role(),
            share: described(
              z._default(configRatio({ above: 0 }), 1),
              "What part of a deal each of them gets.",
            ),
            when: dealConditions(),
            rollsUp: described(z._default(z.boolean(), false), "Whether it rolls up to their managers, too."),
          }),
        ),
        [],
      ),
      "Roles that are credited beside the people who share a deal, such as specialists.",
    ),
    exchange: z.optional(
      described(
        z.strictObject({
          ...exchangeFields(),
          at: described(
            z._default(z.enum(["event", "booking"]), "event"),
            "Of which day a rate is: of the event that is credited, or of the booking.",
          ),
        }),
        "The stated rates by which deals in other currencies are converted.",
      ),
    ),
  }),
);

/**
 * The crediting rules: the config of `crediting`.
 *
 * @useDeclaredType
 */
export type CreditingConfig = Written<typeof creditingConfig>;

/** The same after the check, with defaults filled in. */
export type CheckedCrediting = Checked<typeof creditingConfig>;

/** Attributes of a deal. */
export type Attributes = Readonly<Record<string, string>>;
