import {
  add,
  compare,
  divide,
  floor,
  multiply,
  ONE,
  type Rational,
  rational,
  subtract,
  ZERO,
} from "../kernel/rational.js";

/** The nine definitions of Hyndman and Fan (1996), 1 to 9, by the names that numpy gives them. */
export const QUANTILE_DEFINITIONS = [
  "inverse-cdf",
  "averaged-inverse-cdf",
  "closest-observation",
  "interpolated-inverse-cdf",
  "hazen",
  "weibull",
  "linear",
  "median-unbiased",
  "normal-unbiased",
] as const satisfies readonly QuantileDefinition[];

/** How a quantile is worked out. */
export type QuantileDefinition =
  | "inverse-cdf"
  | "averaged-inverse-cdf"
  | "closest-observation"
  | "interpolated-inverse-cdf"
  | "hazen"
  | "weibull"
  | "linear"
  | "median-unbiased"
  | "normal-unbiased";

const HALF = rational(1n, 2n);

/** Values in rising order: how many there are, and the one at a place from 0. */
export interface RisingValues {
  readonly count: number;
  at(place: number): Rational;
}

/** The quantile at a part of 1, of values in rising order. */
export function quantile(values: RisingValues, at: Rational, definition: QuantileDefinition): Rational {
  const place = add(multiply(rational(BigInt(values.count)), at), shift(at, definition));
  const whole = floor(place);
  const rest = subtract(place, rational(whole));
  const [lower, upper] = [valueAt(values, whole), valueAt(values, whole + 1n)];
  return add(lower, multiply(weightOfUpper(whole, rest, definition), subtract(upper, lower)));
}

/** What is added to n times p to come to a place from 1 to n. */
function shift(at: Rational, definition: QuantileDefinition): Rational {
  switch (definition) {
    case "inverse-cdf":
    case "averaged-inverse-cdf":
    case "interpolated-inverse-cdf":
      return ZERO;
    case "closest-observation":
      return rational(-1n, 2n);
    case "hazen":
      return HALF;
    case "weibull":
      return at;
    case "linear":
      return subtract(ONE, at);
    case "median-unbiased":
      return divide(add(at, ONE), rational(3n));
    case "normal-unbiased":
      return add(divide(at, rational(4n)), rational(3n, 8n));
  }
}

/** How far the quantile is from the value at the place below to the one above. */
function weightOfUpper(whole: bigint, rest: Rational, definition: QuantileDefinition): Rational {
  const between = compare(rest, ZERO) > 0;
  switch (definition) {
    case "inverse-cdf":
      return between ? ONE : ZERO;
    case "averaged-inverse-cdf":
      return between ? ONE : HALF;
    case "closest-observation":
      return between || whole % 2n !== 0n ? ONE : ZERO;
    default:
      return rest;
  }
}

/** The value at a place from 1; the first before it, the last after it. */
function valueAt({ count, at }: RisingValues, place: bigint): Rational {
  return at(Math.min(Math.max(Number(place), 1), count) - 1);
}
