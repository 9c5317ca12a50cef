import * as z from "zod/mini";
import { type Decimal, SHOWN_DECIMALS, toDecimal } from "../kernel/decimal.js";
import { decimals } from "../kernel/fields.js";
import { roundIrrational } from "../kernel/irrational.js";
import type { Rational } from "../kernel/rational.js";
import { described } from "../kernel/schema.js";

/** One weight, rounded to the digits that the config states. */
export interface RoundedPart {
  readonly id: string;
  readonly weight: Decimal;
}

/** Weights in the order of the input, each rounded by itself: they sum to 1 but for the last digit. `roundWeights` makes them sum to 1 exactly. */
export interface DecimalWeightList {
  readonly kind: "weights";
  readonly method: string;
  readonly weights: readonly RoundedPart[];
}

/** The field of a config that says how many digits come out. */
export function decimalsField() {
  return {
    decimals: described(
      z._default(decimals(), SHOWN_DECIMALS),
      "The digits after the point of every number in the result.",
    ),
  };
}

/** A worked-out number, rounded as if it were exact. */
export function rounded(value: Rational, digits: number): Decimal {
  return toDecimal(roundIrrational(value, digits), digits);
}
