import * as z from "zod/mini";
import { configNumber, date, decimals, id, inputNumber, period, wholeNumber } from "../../kernel/fields.js";
import { described, list, orInstead } from "../../kernel/schema.js";
import { payFields } from "../fields.js";
import { presenceFields, prorationFields } from "../presence.js";

/** How many months an amount of the table is for. */
export const MONTHS_PER = { month: 1, quarter: 3, "half-year": 6, year: 12 } as const;

/** The fields of base pay; a policy's incentive has them too. */
export function basePayFields() {
  return {
    ...payFields(),
    per: described(
      z._default(z.enum(["month", "quarter", "half-year", "year"]), "month"),
      "For how long an amount of the table pays.",
    ),
    table: described(
      list(
        z.strictObject({
          tier: id(),
          grade: z.optional(described(id(), "The grade within the tier.")),
          step: z.optional(described(wholeNumber(0, 100), "The step within the grade.")),
          location: z.optional(described(id(), "The place of work, where places have amounts of their own.")),
          fromYears: described(z._default(configNumber({ least: 0 }), 0), "The least experience, in years."),
          amount: configNumber({ least: 0 }),
        }),
        1,
      ),
      "What each tier pays from so many years of experience on. Every tier has a row from 0 years, and each grade, step and location that has rows of its own.",
    ),
    locations: z.optional(
      described(
        list(z.strictObject({ location: id(), factor: configNumber({ above: 0 }) }), 1),
        "The factor of each place of work, by which the table's amounts are multiplied.",
      ),
    ),
    rateDecimals: z.optional(
      described(
        decimals(),
        "To how many decimals an amount, with the factor of its place, is rounded before it is paid; without it, it is exact.",
      ),
    ),
    ...prorationFields(),
  };
}

function placeFields() {
  return {
    tier: id(),
    grade: z.optional(id()),
    step: z.optional(wholeNumber(0, 100)),
    location: z.optional(id()),
    experienceYears: z._default(inputNumber({ least: 0 }), 0),
    share: z._default(described(inputNumber({ least: 0, most: 1 }), "The share of full time."), 1),
  };
}

/** What may change in a period, from a day on. */
export function basePayChangeFields() {
  const { tier, grade, step, location } = placeFields();
  return {
    from: date(),
    tier: z.optional(tier),
    grade,
    step,
    location,
    experienceYears: z.optional(inputNumber({ least: 0 })),
    share: z.optional(inputNumber({ least: 0, most: 1 })),
  };
}

/** The fields of an input of base pay, without tier, period and changes; a policy's input of pay has them too. */
export function basePayInputFields() {
  const { tier: _tier, ...fields } = placeFields();
  return {
    ...fields,
    ...presenceFields(),
  };
}

/** The schema of an input of base pay. */
export function basePayInputSchema() {
  return z.strictObject({
    tier: id(),
    ...basePayInputFields(),
    period: period(),
    changes: z._default(
      described(
        list(
          orInstead(z.strictObject(basePayChangeFields()), {
            amount: "a raise is another row of the plan's table: say its tier, grade or step here",
            salary: "a raise is another row of the plan's table: say its tier, grade or step here",
          }),
        ),
        "What changes in the period or did before, in the order of days; what is not said stays as it was.",
      ),
      [],
    ),
  });
}
