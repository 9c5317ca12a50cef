import { exactDecimal, unitsToDecimal } from "../../kernel/decimal.js";
import type { Rational } from "../../kernel/rational.js";
import { roundToUnits } from "../../kernel/rounding.js";
import { type LineFigures, payLine, type StatementLine } from "../line.js";
import { type CheckedCommission, type CommissionPlan, paysShares } from "./plan.js";

/** What a line of commission comes to, with its amount in units of the currency. */
export type CommissionFigures = Omit<LineFigures, "basis" | "amount" | "id"> & {
  readonly id: string;
  readonly basis: Rational;
  readonly units: bigint;
};

export function commissionLine(
  plan: CommissionPlan,
  { basis, units, ...figures }: CommissionFigures,
  decimals: number,
): StatementLine {
  return payLine("commission", "commission", plan.config, {
    ...figures,
    basis: exactDecimal(basis),
    rateAs: paysShares(plan) ? "percent" : undefined,
    amount: unitsToDecimal(units, decimals),
  });
}

/** What the line of what caps and floors change on the sum of deals is called, after the plan's id. */
export const LIMITS_LINE = "limits";

/** The id of a plan's line, and the beginning of the ids of several. */
export function lineId({ id = "commission" }: CheckedCommission): string {
  return id;
}

/** Rounded money in units of the currency. */
export function unitsOf(amount: Rational, decimals: number): bigint {
  return roundToUnits(amount, decimals, "half-up");
}
