import * as z from "zod/mini";
import { configNumber, configRatio, date, id, inputNumber, period } from "../../kernel/fields.js";
import { described, list, type Plain } from "../../kernel/schema.js";
import { payFields } from "../fields.js";
import { presenceFields, prorationFields } from "../presence.js";
import { curveFields, payoutDecimals, payoutPoints } from "./curve.js";

/** The fields of a performance bonus; a policy's incentive has them too. */
export function performanceBonusFields() {
  return {
    ...payFields(),
    target: bonusTargets(),
    ...curveFields(),
    payout: payoutPoints(),
    payoutDecimals: payoutDecimals(),
    weight: z.optional(
      described(
        configRatio({ least: 0 }),
        "Where payouts are added with weights: the weight of the score's own payout.",
      ),
    ),
    multipliers: z.optional(multipliers()),
    combine: described(
      z._default(z.enum(["multiply", "add"]), "multiply"),
      "How the score's own payout and the multipliers make the payout.",
    ),
    modifiers: z.optional(
      described(
        list(z.strictObject({ tier: id(), factor: configNumber({ least: 0 }) }), 1),
        "By what the payout of some tiers is multiplied.",
      ),
    ),
    floor: z.optional(described(configRatio({ least: 0 }), "The least payout.")),
    cap: z.optional(described(configRatio({ least: 0 }), "The most payout.")),
    ...prorationFields(),
  };
}

/** What each tier is paid at a payout of 100%. */
export function bonusTargets() {
  return described(
    list(
      z.strictObject({
        tier: id(),
        amount: z.optional(configNumber({ least: 0 })),
        share: z.optional(
          described(configRatio({ least: 0 }), "Instead of an amount: a part of the salary."),
        ),
      }),
      1,
    ),
    "What each tier is paid for a period at a payout of 100%.",
  );
}

/** What else than the score makes the payout: the company, the team, the person. */
function multipliers() {
  return described(
    list(
      z.strictObject({
        id: id(),
        weight: z.optional(configRatio({ least: 0 })),
        ...curveFields(),
        payout: z.optional(
          described(payoutPoints(), "Its own curve; without one, the input says the factor itself."),
        ),
        byScore: z.optional(
          described(
            matrixFields(),
            "In place of one curve a matrix: a curve for each of some scores, so that both measures make the payout together.",
          ),
        ),
        required: described(
          z._default(z.boolean(), false),
          "Where payouts are added: a payout of 0 here leaves nothing to be paid at all.",
        ),
      }),
      1,
    ),
    "What else than the score makes the payout, such as the result of the company or the team.",
  );
}

/** A matrix of payouts: by the score, and by what the curve of a row counts. */
function matrixFields() {
  return z.strictObject({
    curve: described(
      z._default(z.enum(["steps", "lines"]), "lines"),
      "steps: the row of the last score that is reached. lines: straight lines from row to row.",
    ),
    rows: described(
      list(z.strictObject({ score: configNumber(), payout: payoutPoints() }), 1),
      "The rows in rising order of score. Below the first nothing is paid, above the last its curve.",
    ),
  });
}

/** The fields of an input of a performance bonus, without the tier and the score; a policy's input of pay has them too. */
export function performanceBonusInputFields() {
  return {
    salary: z.optional(
      described(
        inputNumber({ least: 0 }),
        "The salary that a target is a part of, for the same time as the bonus.",
      ),
    ),
    multipliers: z._default(
      described(z.record(z.string(), inputNumber()), "By multiplier: its score, or the factor itself."),
      {},
    ),
  };
}

/** What may change in a period, from a day on. */
export function performanceBonusChangeFields() {
  return { from: date(), tier: z.optional(id()), salary: z.optional(inputNumber({ least: 0 })) };
}

/** The schema of an input of a performance bonus. */
export function performanceBonusInputSchema() {
  return z.strictObject({
    tier: id(),
    score: inputNumber(),
    ...performanceBonusInputFields(),
    period: z.optional(period()),
    ...presenceFields(),
    changes: z._default(
      described(
        list(z.strictObject(performanceBonusChangeFields())),
        "What changes in the period or did before, in the order of days; what is not said stays as it was.",
      ),
      [],
    ),
  });
}

/** A performance bonus that has been checked. */
export type BonusRules = Omit<
  Plain<z.output<z.ZodMiniObject<ReturnType<typeof performanceBonusFields>, z.core.$strict>>>,
  "currency"
>;
