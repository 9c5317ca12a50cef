import type { Decimal } from "../../kernel/decimal.js";
import type { Path } from "../../kernel/errors.js";

/** What a plan may not mean to say. */
export type PlanWarningCode =
  | "pay-falls"
  | "pay-jumps"
  | "dead-zone"
  | "nothing-paid"
  | "pay-stops"
  | "bracket-unreachable"
  | "table-unreachable"
  | "holding-back-pays";

/** A result and what it is paid. */
export interface PaidResult {
  readonly result: Decimal;
  /** The attainment in percent, where the plan counts that, shown with 6 decimals. */
  readonly attainment?: Decimal;
  readonly pay: Decimal;
}

/** A warning, with the results that show it. */
export interface PlanWarning {
  /** Where in the config it comes from, where one place can be named. */
  readonly path: Path;
  readonly code: PlanWarningCode;
  /** What `explainPlanWarning` says in English. */
  readonly message: string;
  /** Two results and what they are paid; for moved results, what two periods have and would have; for a bracket that is not reached, the highest result. */
  readonly witness: readonly PaidResult[];
  /**
   * What the message says beside the witness, as exact texts: `by` how much pay jumps; where a bracket `begins`, its `attainment` in percent, and what `counts` of the
   * highest result where that is less; the table `by` which a later one has no deals; what is `moved`, and what both periods are `paid` and `wouldPay`.
   */
  readonly values: Readonly<Record<string, string>>;
}
