import * as z from "zod/mini";
import { basePayFields } from "../incentives/base-pay/fields.js";
import { benefitsFields } from "../incentives/benefits/items.js";
import { curveFields, payoutPoints } from "../incentives/bonus/curve.js";
import { bonusTargets, performanceBonusFields } from "../incentives/bonus/fields.js";
import { bonusPoolFields } from "../incentives/bonus/pool-fields.js";
import { yearEndBonusFields } from "../incentives/bonus/year-end-fields.js";
import { commissionFields } from "../incentives/commission/fields.js";
import { deductionsFields } from "../incentives/deductions/rules.js";
import { honoursFields } from "../incentives/honours/rules.js";
import { spiffFields } from "../incentives/spiff/config.js";
import { teamPoolFields } from "../incentives/team-pool/rules.js";
import { id } from "../kernel/fields.js";
import { described, type Plain } from "../kernel/schema.js";

/** What is paid, as a policy says it: the config of a calculator without the currency, and what the policy connects it with. */
export function incentivesSchema() {
  return z.array(
    z.discriminatedUnion("use", [
      described(
        z.strictObject({ use: z.literal("basePay"), ...withoutCurrency(basePayFields()) }),
        "Base pay by tier and experience.",
      ),
      described(
        z.strictObject({
          use: z.literal("performanceBonus"),
          axis: described(id(), "The axis whose score is paid for."),
          ...withoutCurrency(performanceBonusFields()),
        }),
        "A bonus for the score of an axis.",
      ),
      described(
        z.strictObject({
          use: z.literal("commission"),
          on: described(id(), "The indicator whose raw amount is credited."),
          ...withoutCurrency(commissionFields()),
        }),
        "Commission on the raw amount of an indicator.",
      ),
      described(
        z.strictObject({
          use: z.literal("yearEndBonus"),
          per: described(
            z._default(z.enum(["month", "quarter", "half-year", "year"]), "year"),
            "For how long it is paid: it comes with the review that ends together with such a time.",
          ),
          ...withoutCurrency(yearEndBonusFields()),
        }),
        "A bonus at the end of the year, for who is eligible.",
      ),
      described(
        z.strictObject({ use: z.literal("benefits"), ...withoutCurrency(benefitsFields()) }),
        "Allowances, contributions and gifts.",
      ),
      described(
        z.strictObject({ use: z.literal("deductions"), ...withoutCurrency(deductionsFields()) }),
        "Fines and other deductions, made from all pay that the policy has beside them.",
      ),
      described(
        z.strictObject({
          use: z.literal("teamPool"),
          within: z.optional(
            described(id(), "The attribute that says which team a person is in; without it all are one."),
          ),
          ...withoutCurrency(teamPoolFields()),
        }),
        "A pool that a team earns and its members share.",
      ),
      described(
        z.strictObject({
          use: z.literal("bonusPool"),
          target: bonusTargets(),
          multiplier: z.optional(
            described(
              z.strictObject({
                axis: described(id(), "The axis whose score is paid for."),
                ...curveFields(),
                payout: payoutPoints(),
              }),
              "By what each target is multiplied; without it, by 1.",
            ),
          ),
          ...withoutCurrency(bonusPoolFields()),
        }),
        "Bonuses that a pool funds, which they never exceed.",
      ),
      described(
        z.strictObject({ use: z.literal("spiff"), ...ordinarySpiff() }),
        "So much for each deal of some kind, on some days.",
      ),
      described(
        z.strictObject({ use: z.literal("honours"), ...withoutCurrency(honoursFields()) }),
        "Honours that people compete for, and rewards for events; their prizes.",
      ),
    ]),
  );
}

/** Reviews are of calendar periods. */
function ordinarySpiff() {
  const { calendar: _ordinary, ...fields } = withoutCurrency(spiffFields());
  return fields;
}

function withoutCurrency<Fields extends { readonly currency: unknown }>({
  currency: _filledIn,
  ...fields
}: Fields): Omit<Fields, "currency"> {
  return fields;
}

/** One of a policy's incentives. */
export type CheckedIncentive = Plain<z.output<ReturnType<typeof incentivesSchema>>>[number];

/** An incentive of one calculator. */
export type OfUse<Use extends CheckedIncentive["use"]> = Extract<CheckedIncentive, { readonly use: Use }>;

/** The id that an incentive's lines are known by: its own, or the name of its calculator. */
export function incentiveId(incentive: CheckedIncentive): string {
  return ("id" in incentive ? incentive.id : undefined) ?? incentive.use;
}
