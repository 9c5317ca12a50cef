import type { CommissionPlan } from "../../incentives/commission/plan.js";
import type { SumColumn } from "../../incentives/commission/sum-columns.js";

/** The credits that a commission counts together, and where the caller has them. */
export interface CreditsInput {
  readonly path: string;
  readonly plan: CommissionPlan;
}

/** What is made of the credits of a row: a sum over them, or their number. */
export type CreditSum = SumColumn | "number";
