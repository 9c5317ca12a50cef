import * as z from "zod/mini";
import { basePayChangeFields, basePayInputFields } from "../incentives/base-pay/fields.js";
import { performanceBonusChangeFields, performanceBonusInputFields } from "../incentives/bonus/fields.js";
import { yearEndBonusInputFields } from "../incentives/bonus/year-end-fields.js";
import { deductionsInputFields } from "../incentives/deductions/input.js";
import { lineSchema } from "../incentives/statement/lines.js";
import { id, inputNumber, period } from "../kernel/fields.js";
import { type Checked, described, lazySchema, list, type Written } from "../kernel/schema.js";
import { commissionPayFields } from "./pay-commission.js";
import { payPersonFields } from "./pay-person.js";

/** What pay depends on beside tier, experience and scores; a review's input has it too. */
export function payDetailFields() {
  const { experienceYears: _experience, ...basePay } = basePayInputFields();
  return {
    ...basePay,
    ...performanceBonusInputFields(),
    changes: z._default(
      described(
        list(z.strictObject({ ...basePayChangeFields(), ...performanceBonusChangeFields() })),
        "What changes in the period or did before, in the order of days; what is not said stays as it was.",
      ),
      [],
    ),
    yearEnd: z.optional(
      described(z.strictObject(yearEndBonusInputFields()), "What a year-end bonus is worked out from."),
    ),
    ...deductionsInputFields(),
    lines: z._default(
      described(
        z.array(lineSchema()),
        "Lines of pay that are not worked out here, such as parts of a pool: deductions are made from them too.",
      ),
      [],
    ),
  };
}

const payDetails = /* @__PURE__ */ lazySchema(() => z.strictObject(payDetailFields()));

/**
 * What pay depends on beside tier, experience and scores: grade, step, location, share of full time, days of employment, absences, changes, salary and
 * multipliers; what a year-end bonus is worked out from; events, claims, what the law takes and the balance of deductions; lines of pay from elsewhere.
 *
 * @useDeclaredType
 */
export type PayDetails = Written<typeof payDetails>;

/** The schema of what a policy pays for. */
export const payInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    period: period(),
    tier: id(),
    ...payDetailFields(),
    ...payPersonFields(),
    experienceYears: z._default(inputNumber({ least: 0 }), 0),
    scores: z._default(z.record(z.string(), inputNumber()), {}),
    ...commissionPayFields(),
  }),
);

/**
 * What a policy pays for: the period, the tier that the person had in it, experience in years and what else base pay and bonuses depend on, days of employment, absences and changes in the period, the score on each axis, the amount or the credits of each
 * indicator that commission is paid on, what was credited on it and paid earlier, where a commission counts to date, and its quota, where one counts attainment; attributes, facts, certificates, honours and bands that conditions of eligibility look at.
 *
 * @useDeclaredType
 */
export type PayInput = Written<typeof payInput>;

/** The same after the check, with defaults filled in. */
export type CheckedPay = Checked<typeof payInput>;
