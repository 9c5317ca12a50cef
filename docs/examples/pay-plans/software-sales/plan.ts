import type {
  BasePayConfig,
  ClawbackConfig,
  CommissionConfig,
  CreditingConfig,
  DrawConfig,
  HoldbackConfig,
  Label,
  QuotaConfig,
  YearEndBonusConfig,
} from "tierwise";
import type { PayPlan } from "../plans.js";

/** The plan's rules, each as the config of the calculator that reads it. */
export type SalesPlan = PayPlan<{
  readonly basePay: BasePayConfig;
  readonly quota: QuotaConfig;
  readonly commissionCredit: CreditingConfig;
  readonly quotaCredit: CreditingConfig;
  readonly commission: CommissionConfig;
  readonly largeSale: NonNullable<CommissionConfig["perDeal"]>;
  readonly withheld: HoldbackConfig;
  readonly chargeback: ClawbackConfig;
  readonly twoPoints: CommissionConfig;
  readonly quotaBonus: YearEndBonusConfig;
  readonly draws: { readonly [draw: string]: DrawConfig };
}>;

/** A sale, in the parts that are credited by rules of their own. */
export interface Booking {
  readonly id: string;
  readonly bookedOn: string;
  readonly person?: string;
  readonly splits?: readonly { readonly person: string; readonly share: string }[];
  readonly parts: readonly {
    readonly id: string;
    readonly amount: number;
    readonly attributes: Readonly<Record<string, string>>;
  }[];
  /** The day on which the customer cancelled it before paying. */
  readonly cancelledOn?: string;
  /** The day on which what exceeds a large sale's first part was paid. */
  readonly collectedOn?: string;
}

/** Somebody who sells by the plan. */
export interface Salesperson {
  readonly id: string;
  readonly label: Label;
  readonly tier: string;
  readonly quota: number;
  readonly employment: { readonly from: string };
  readonly draws: readonly { readonly draw: string; readonly from: string; readonly to: string }[];
}

/** A year of sales. */
export interface SalesYear {
  readonly year: string;
  readonly people: readonly Salesperson[];
  /** The month from which bookings get two points more. */
  readonly retroactiveFrom: string;
  readonly bookings: readonly Booking[];
  readonly adjustments: readonly {
    readonly id: string;
    readonly person: string;
    readonly period: string;
    readonly amount: number;
    readonly label: Label;
    readonly category: string;
    readonly rule: string;
    readonly on: string;
    readonly by: string;
    readonly reason: string;
  }[];
}
