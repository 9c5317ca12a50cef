import * as z from "zod/mini";
import { inputNumber, key, period } from "../../kernel/fields.js";
import { described, lazySchema, list } from "../../kernel/schema.js";
import { eligibilityFields, eligibilityInputFields } from "../eligibility-conditions.js";
import { payFields } from "../fields.js";
import { presenceFields, prorationFields } from "../presence.js";

/** The fields of a plan whose bonuses a pool funds; a policy's incentive has them too. */
export function bonusPoolFields() {
  return {
    ...payFields(),
    whenBelow: described(
      z._default(z.enum(["paid", "scaled"]), "paid"),
      "Where all claims together are less than the pool: they are paid as they are, or scaled up to it.",
    ),
    ...eligibilityFields(),
    ...prorationFields(),
  };
}

/** The schema of a plan whose bonuses a pool funds. */
export const bonusPoolConfig = /* @__PURE__ */ lazySchema(() => z.strictObject(bonusPoolFields()));

/** The schema of a pool and the people who claim of it. */
export const bonusPoolInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    period: period(),
    pool: inputNumber({ least: 0 }),
    people: list(claimantSchema()),
  }),
);

/** The schema of one person who claims of a pool. */
export function claimantSchema() {
  return z.strictObject({
    id: key(),
    target: described(inputNumber({ least: 0 }), "What is paid at a multiplier of 1."),
    multiplier: z._default(described(inputNumber({ least: 0 }), "The payout of the person."), 1),
    ...eligibilityInputFields(),
    ...presenceFields(),
  });
}
