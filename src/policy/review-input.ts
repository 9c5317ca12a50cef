import * as z from "zod/mini";
import { type AdjustmentInput, decisionInputFields } from "../adjustment/input.js";
import { type BandContext, bandContextInput } from "../classification/band-context.js";
import { type Calibrated, calibratedInput } from "../classification/calibration/calibrated.js";
import { eligibilityInputFields } from "../incentives/eligibility-conditions.js";
import { inputNumber, key, period } from "../kernel/fields.js";
import { type Label, label } from "../kernel/label.js";
import type { NumberInput } from "../kernel/number.js";
import { lazySchema } from "../kernel/schema.js";
import { contextFields, type Evidence, evidenceField, type ScoreContext } from "../scoring/input.js";
import { type EquityPrices, equityInputSchema } from "./grants.js";
import { commissionPayFields } from "./pay-commission.js";
import { type PayDetails, type PayInput, payDetailFields } from "./pay-input.js";
import { type PolicyStandingInput, policyStandingSchema } from "./standing.js";

/** The schema of what goes into a review. */
export const reviewInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    person: z.strictObject({
      id: key(),
      label: z.optional(label()),
      experienceYears: z.optional(inputNumber({ least: 0 })),
    }),
    ...contextFields(),
    period: period(),
    evidence: evidenceField(),
    standing: policyStandingSchema(),
    ...decisionInputFields(),
    bands: z.optional(bandContextInput()),
    calibrated: z.optional(calibratedInput()),
    honours: eligibilityInputFields().honours,
    equity: z.optional(equityInputSchema()),
    pay: z.optional(z.strictObject(payDetailFields())),
    ...commissionPayFields(),
  }),
);

/**
 * One person and one period: the evidence for all axes, and the standing that the last decision left. `attributes` choose between variants and targets; the tier
 * of the standing is one of them, as `tier`.
 */
export interface ReviewInput extends ScoreContext {
  readonly person: {
    readonly id: string;
    readonly label?: Label;
    /** Years of experience, for base pay; 0 where it is not given. */
    readonly experienceYears?: NumberInput;
  };
  readonly period: string;
  readonly evidence: Evidence;
  readonly standing: PolicyStandingInput;
  /** What happened since the last review: protections, appointments and so on. */
  readonly events?: AdjustmentInput["events"];
  /** Numbers that gates, conditions and the promotion score look at, by name. */
  readonly facts?: AdjustmentInput["facts"];
  /** The certificates that the person holds. */
  readonly certificates?: AdjustmentInput["certificates"];
  /** Where bands that depend on the group begin: what `bandContext` made of its people. */
  readonly bands?: BandContext;
  /** By axis: the band that a panel put the person into: what `calibration` made of its changes. */
  readonly calibrated?: { readonly [axis: string]: Calibrated };
  /** By tier: whether there is a place for the person, where places are limited. */
  readonly places?: AdjustmentInput["places"];
  /** The honours that the person won before; conditions of eligibility may ask for them. */
  readonly honours?: PayInput["honours"];
  /** Where grants of equity are proposed: the prices that they need. */
  readonly equity?: EquityPrices;
  /** What pay depends on beside tier, experience and scores. */
  readonly pay?: PayDetails;
  /** Amounts that commission is paid on, where they are not the raw evidence of the indicator. */
  readonly amounts?: PayInput["amounts"];
  /** In place of an amount: the credits that commission is paid on. */
  readonly credits?: PayInput["credits"];
  /** Credits of earlier periods, where a commission counts to date. */
  readonly earlier?: PayInput["earlier"];
  /** In place of earlier credits: their total. */
  readonly toDate?: PayInput["toDate"];
  /** What was paid for what came before: needed where the quota or the plan of then was another; without it, what they make of it now. */
  readonly paid?: PayInput["paid"];
  /** Quotas, where a commission counts attainment. */
  readonly quotas?: PayInput["quotas"];
}
