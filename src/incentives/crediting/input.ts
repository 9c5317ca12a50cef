import * as z from "zod/mini";
import { currency } from "../../kernel/currency.js";
import { date, inputNumber, key, period } from "../../kernel/fields.js";
import { type Checked, described, lazySchema, list, type Written } from "../../kernel/schema.js";
import { dealConditions } from "../deal-conditions.js";
import { LONGEST_DEAL, role } from "./config.js";

/** The schema of the input of `crediting`. */
export const creditingInput = /* @__PURE__ */ lazySchema(() => {
  const amounts = () => z.optional(list(z.strictObject({ on: date(), amount: inputNumber() })));
  return z.strictObject({
    period: period(),
    deals: list(
      z.strictObject({
        id: key(LONGEST_DEAL),
        amount: inputNumber(),
        units: z.optional(inputNumber()),
        margin: z.optional(described(inputNumber(), "Money, in the currency of the amount.")),
        currency: z.optional(currency()),
        person: z.optional(described(key(), "Whose the deal is, where it is not split.")),
        splits: z.optional(list(z.strictObject({ person: key(), share: inputNumber({ least: 0 }) }))),
        team: z.optional(
          described(
            list(
              z.strictObject({ person: key(), role: role(), share: z.optional(inputNumber({ least: 0 })) }),
            ),
            "Who is credited beside them, in a role of the overlays; an own share goes before the role's.",
          ),
        ),
        bookedOn: z.optional(date()),
        invoices: amounts(),
        payments: amounts(),
        schedule: z.optional(list(z.strictObject({ on: date(), share: inputNumber({ least: 0 }) }))),
        attributes: z._default(z.record(z.string(), key()), {}),
      }),
    ),
    people: z._default(
      list(
        z.strictObject({
          id: key(),
          manager: z.optional(key()),
          rate: z.optional(
            described(
              inputNumber({ least: 0 }),
              "Where credit rolls up by differences: the part of a deal that the person's own level pays.",
            ),
          ),
          from: z.optional(date()),
          to: z.optional(date()),
          covers: z.optional(
            described(
              list(z.strictObject({ role: role(), when: dealConditions() })),
              "The roles in which the person is credited with every deal of such attributes.",
            ),
          ),
        }),
      ),
      [],
    ),
  });
});

/**
 * The deals with what has happened to them, the period, and who reports to whom, where credit rolls up. A person has several rows where that changes with time.
 *
 * @useDeclaredType
 */
export type CreditingInput = Written<typeof creditingInput>;

/** The same after the check. */
export type CheckedCreditingInput = Checked<typeof creditingInput>;

/** A deal. */
export type Deal = CheckedCreditingInput["deals"][number];

/** A person, for the time that the row says. */
export type PersonRow = CheckedCreditingInput["people"][number];
