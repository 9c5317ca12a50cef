import { currencyDecimals } from "../../kernel/currency.js";
import { type Curve, curveValue } from "../../kernel/curve.js";
import { exactDecimal } from "../../kernel/decimal.js";
import { type Rational, ZERO } from "../../kernel/rational.js";
import { round } from "../../kernel/rounding.js";
import { gridOf, type Payer } from "./payer.js";
import { attainedPercent } from "./plan-places.js";
import type { PaidResult, PlanWarning } from "./warning.js";

/** A warning that is not said in words yet. */
export type Found = Omit<PlanWarning, "message">;

/** A curve that is looked at, and what a result is paid on it. */
export interface Looked {
  readonly payer: Payer;
  readonly curve: Curve;
  readonly grid: Rational;
  pay(result: Rational): Rational;
  paid(result: Rational): PaidResult;
}

export function look(payer: Payer, curve: Curve): Looked {
  const decimals = currencyDecimals(payer.currency);
  const pay = (result: Rational) => round(curveValue(curve, result) ?? ZERO, decimals, payer.rounding);
  return {
    payer,
    curve,
    grid: gridOf(payer),
    pay,
    paid: (result) => ({
      result: exactDecimal(result),
      ...attainedPercent(payer.places, result),
      pay: exactDecimal(pay(result)),
    }),
  };
}
