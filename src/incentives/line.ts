import { currencyDecimals } from "../kernel/currency.js";
import { type Decimal, toDecimal } from "../kernel/decimal.js";
import type { Label } from "../kernel/label.js";
import type { Rational } from "../kernel/rational.js";
import type { RoundingMode } from "../kernel/rounding.js";
import type { TraceLine } from "../program/program.js";

/** One part of a line: an amount of basis, the rate that it is paid at, and what that comes to. Parts sum to the line. */
export interface LinePart {
  readonly basis: Decimal;
  readonly rate: Decimal;
  readonly amount: Decimal;
}

/** One line of a statement: money for one reason, rounded once to the currency's minor unit. */
export interface StatementLine {
  readonly id: string;
  /** The public name of the calculator that made it. */
  readonly use: string;
  readonly label?: Label;
  readonly currency: string;
  /** What the amount is worked out from. */
  readonly basis: Decimal;
  /** The part of the basis that is paid, or the number that it is multiplied by. */
  readonly rate: Decimal;
  readonly amount: Decimal;
  readonly parts?: readonly LinePart[];
  readonly trace: readonly TraceLine[];
}

/** Rounds money to the currency's minor unit. */
export function toMoney(amount: Rational, currency: string, mode: RoundingMode = "half-up"): Decimal {
  return toDecimal(amount, currencyDecimals(currency), mode);
}
