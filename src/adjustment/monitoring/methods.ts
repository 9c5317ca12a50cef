import { readNumber } from "../../kernel/number.js";
import {
  absolute,
  add,
  compare,
  divide,
  greater,
  multiply,
  negate,
  ONE,
  type Rational,
  rational,
  subtract,
  ZERO,
} from "../../kernel/rational.js";
import { round } from "../../kernel/rounding.js";
import { signedRoot } from "../../program/irrational-steps.js";
import type { CheckedMonitor } from "./schema.js";

/** What one value comes to: the figures to show, and which way it is marked. */
export interface Watched {
  readonly figures: Readonly<Record<string, Rational>>;
  readonly flag?: "up" | "down";
}

type Of<Kind> = Extract<CheckedMonitor, { readonly kind: Kind }>;

/** What values come to by a method. */
export function watch(config: CheckedMonitor, values: readonly Rational[]): readonly Watched[] {
  switch (config.kind) {
    case "ewma":
      return ewma(config, values);
    case "cusum":
      return cusum(config, values);
    case "change":
      return change(config, values);
  }
}

/** The average z = w x + (1 - w) z, which begins at the target, beside the target and L deviations of z. */
function ewma(
  { target, deviation, weight, width, limits, decimals }: Of<"ewma">,
  values: readonly Rational[],
) {
  const [mean, newest] = [readNumber(target), readNumber(weight)];
  const older = subtract(ONE, newest);
  const reach = multiply(readNumber(width), readNumber(deviation));
  const settled = multiply(multiply(reach, reach), divide(newest, subtract(rational(2n), newest)));
  let [average, left] = [mean, ONE];
  return values.map((value): Watched => {
    average = add(multiply(newest, value), multiply(older, average));
    left = multiply(left, multiply(older, older));
    const square = limits === "settled" ? settled : multiply(settled, subtract(ONE, left));
    const distance = subtract(average, mean);
    const outside = compare(multiply(distance, distance), square) > 0;
    return {
      figures: {
        average: round(average, decimals, "half-up"),
        lower: signedRoot(negate(square), mean, decimals, "half-up"),
        upper: signedRoot(square, mean, decimals, "half-up"),
      },
      ...(outside ? { flag: directionOf(distance) } : {}),
    };
  });
}

/** The sums max(0, sum + (x - target) - k) and max(0, sum - (x - target) - k), marked above h; k and h are in deviations. */
function cusum(config: Of<"cusum">, values: readonly Rational[]) {
  const deviation = readNumber(config.deviation);
  const [allowance, threshold, start] = [config.allowance, config.threshold, config.headStart].map((number) =>
    multiply(readNumber(number), deviation),
  ) as [Rational, Rational, Rational];
  let [high, low] = [start, start];
  return values.map((value): Watched => {
    const distance = subtract(value, readNumber(config.target));
    high = greater(ZERO, subtract(add(high, distance), allowance));
    low = greater(ZERO, subtract(subtract(low, distance), allowance));
    const figures = {
      high: round(high, config.decimals, "half-up"),
      low: round(low, config.decimals, "half-up"),
      threshold: round(threshold, config.decimals, "half-up"),
    };
    if (compare(high, threshold) > 0) return { figures, flag: "up" };
    return compare(low, threshold) > 0 ? { figures, flag: "down" } : { figures };
  });
}

/** The change against the value before. */
function change({ by, decimals }: Of<"change">, values: readonly Rational[]) {
  return values.map((value, index): Watched => {
    const before = values[index - 1];
    if (before === undefined) return { figures: {} };
    const changed = subtract(value, before);
    const marked = compare(absolute(changed), readNumber(by)) >= 0;
    return {
      figures: { change: round(changed, decimals, "half-up") },
      ...(marked ? { flag: directionOf(changed) } : {}),
    };
  });
}

function directionOf(distance: Rational): "up" | "down" {
  return compare(distance, ZERO) > 0 ? "up" : "down";
}
