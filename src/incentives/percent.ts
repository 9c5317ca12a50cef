import { type Decimal, resultValue, shownDecimal } from "../kernel/decimal.js";
import { isNumberProblem, parseNumber } from "../kernel/number.js";
import { HUNDRED, multiply, rationalText } from "../kernel/rational.js";
import type { StatementLine } from "./line.js";

/** A rate of a result as a percentage: "0.05625" is "5.625%"; of a fraction text it is shown with 6 decimals: "1/3" is "33.333333%". What is no number stays as it is. */
export function percentOf(rate = ""): string {
  if (/^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(rate))
    return `${rationalText(multiply(resultValue(rate), HUNDRED))}%`;
  const exact = parseNumber(rate);
  return isNumberProblem(exact) ? rate : `${shownDecimal(multiply(exact, HUNDRED))}%`;
}

/** A rate as the line that has it says: in percent, or as it is. */
export function rateText(rate: Decimal, rateAs: StatementLine["rateAs"]): string {
  return rateAs === "percent" ? percentOf(String(rate)) : String(rate);
}
