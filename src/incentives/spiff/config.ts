import * as z from "zod/mini";
import type { Path } from "../../kernel/errors.js";
import { configNumber, date, inputNumber, key, period } from "../../kernel/fields.js";
import { checkFiscal, fiscalSchema } from "../../kernel/fiscal-periods.js";
import type { Report } from "../../kernel/report.js";
import { type Checked, described, lazySchema, list, type Written } from "../../kernel/schema.js";
import { dealConditions } from "../deal-conditions.js";
import { checkEligibility, eligibilityFields, eligibilityInputFields } from "../eligibility-conditions.js";
import { payFields } from "../fields.js";
import { checkStatedMoney, type WithCurrency } from "../money.js";

/** The fields of a sales incentive; a policy's incentive has them too. */
export function spiffFields() {
  return {
    ...payFields(),
    ...eligibilityFields(),
    pays: described(configNumber({ above: 0 }), "What is paid for each."),
    per: described(
      z._default(z.enum(["deal", "unit"]), "deal"),
      "For each deal (one of a negative amount takes one back), or for each unit of a deal.",
    ),
    from: z.optional(described(date(), "The first day on which deals count.")),
    to: z.optional(described(date(), "The last day on which they do.")),
    when: dealConditions(),
    leastAmount: z.optional(
      described(configNumber({ above: 0 }), "The least amount of a deal that counts, without its sign."),
    ),
    first: z.optional(
      described(
        z.strictObject({
          count: configNumber({ above: 0 }),
          of: described(
            z._default(z.enum(["person", "everybody"]), "person"),
            "Of each person, or of all together.",
          ),
        }),
        "Only the first so many count.",
      ),
    ),
    minimum: z.optional(
      described(
        z.strictObject({
          count: configNumber({ above: 0 }),
          pays: described(
            z._default(z.enum(["all", "further"]), "all"),
            "all: whoever has so many is paid for all of them. further: only for what is more.",
          ),
        }),
        "How many a person must have to be paid anything.",
      ),
    ),
    maximum: z.optional(described(configNumber({ least: 0 }), "The most that a person is paid.")),
    budget: z.optional(
      described(configNumber({ least: 0 }), "The most that is paid in all; the first come are paid first."),
    ),
    calendar: z.optional(
      described(fiscalSchema(), "The calendar of the periods; without it, the ordinary one."),
    ),
  };
}

/** The schema of the config of `spiff`. */
export const spiffConfig = /* @__PURE__ */ lazySchema(() => z.strictObject(spiffFields()));

/** The schema of deals that a sales incentive may pay for. */
export function spiffDeals() {
  return list(
    z.strictObject({
      id: key(),
      person: key(),
      on: date(),
      units: z.optional(inputNumber()),
      amount: z.optional(inputNumber()),
      attributes: z._default(z.record(z.string(), key()), {}),
    }),
  );
}

/** The schema of the input of `spiff`. */
export const spiffInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    period: z.optional(period()),
    deals: spiffDeals(),
    people: z._default(list(z.strictObject({ id: key(), ...eligibilityInputFields() })), []),
  }),
);

/**
 * What a sales incentive pays for: the config of `spiff`.
 *
 * @useDeclaredType
 */
export type SpiffConfig = Written<typeof spiffConfig>;

/** The same after the check, with defaults filled in. */
export type CheckedSpiff = Checked<typeof spiffConfig>;

/**
 * All deals from the first day on, of everybody; the period that is paid (without it, all deals are); and what is known of the people, where only some are eligible.
 *
 * @useDeclaredType
 */
export type SpiffInput = Written<typeof spiffInput>;

/** The same after the check. */
export type CheckedSpiffInput = Checked<typeof spiffInput>;

/** A deal of the input. */
export type SpiffDeal = CheckedSpiffInput["deals"][number];

/** Notes what the schema cannot see in a sales incentive. */
export function checkSpiff(
  config: Omit<CheckedSpiff, "currency"> & WithCurrency,
  path: Path,
  report: Report,
): void {
  checkStatedMoney(config, ["maximum", "budget"], path, report);
  checkFiscal(config.calendar, [...path, "calendar"], report);
  checkEligibility(config.eligibility, [...path, "eligibility"], report);
  const { from, to } = config;
  if (from === undefined || to === undefined) return;
  if (report.sound([...path, "from"]) && report.sound([...path, "to"]) && from > to)
    report.add([...path, "to"], "range-empty", `expected a day that is not before ${from}, got ${to}`);
}
