import { type FixedPoint, fixedPoint, GUARD_DIGITS } from "../kernel/irrational.js";
import { rational } from "../kernel/rational.js";
import { type DecimalWeightList, rounded } from "./irrational-list.js";

/** How many digits of the sum must be there beyond those that come out. */
const SURE_DIGITS = 45;

/**
 * Weights in proportion to what `measure` gives for each criterion. Where the measures are so small that too few of their digits are there, they are worked out
 * again with more. The caller makes sure that they are not all exactly zero.
 */
export function measuredWeights(
  method: string,
  criteria: readonly { readonly id: string }[],
  digits: number,
  measure: (point: FixedPoint) => readonly bigint[],
): DecimalWeightList {
  for (let working = digits + GUARD_DIGITS; ; working *= 2) {
    const measures = measure(fixedPoint(working)).map((value) => (value < 0n ? 0n : value));
    const total = measures.reduce((sum, value) => sum + value, 0n);
    if (total.toString().length < digits + SURE_DIGITS) continue;
    return {
      kind: "weights",
      method,
      weights: criteria.map(({ id }, index) => ({
        id,
        weight: rounded(rational(measures[index] as bigint, total), digits),
      })),
    };
  }
}
