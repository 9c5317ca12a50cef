import { resultValue } from "../kernel/decimal.js";
import { multiply, rational, rationalText } from "../kernel/rational.js";

/** A rate of a result as a percentage: "0.05625" is "5.625%". What is no number stays as it is. */
export function percentOf(rate = ""): string {
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(rate)
    ? `${rationalText(multiply(resultValue(rate), rational(100n)))}%`
    : rate;
}
