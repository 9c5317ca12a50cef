import fc from "fast-check";
import type { ExactWeight } from "../../src/index.js";
import { readRatio } from "../../src/kernel/number.js";
import { type Rational, rational, rationalText, sum } from "../../src/kernel/rational.js";

/** Up to `most` different ids. */
export function randomIds(least: number, most: number) {
  return fc.uniqueArray(fc.stringMatching(/^[a-e][a-e0-9]{0,3}$/), { minLength: least, maxLength: most });
}

/** A fraction of zero or more; `least` is its least numerator. */
export function randomWeight(least = 0) {
  return fc
    .tuple(fc.bigInt(BigInt(least), 1000n), fc.bigInt(1n, 97n))
    .map(([n, d]) => rationalText(rational(n, d)));
}

/** Weights by id, at least one of which is above zero. */
export function randomWeights({ least = 1, most = 8, weight = randomWeight() } = {}) {
  return randomIds(least, most)
    .chain((ids) =>
      fc
        .array(weight, { minLength: ids.length, maxLength: ids.length })
        .map((weights) => ids.map((id, index) => ({ id, weight: weights[index] as string }))),
    )
    .filter((weights) => weights.some((one) => readRatio(one.weight).n > 0n));
}

/** The exact sum of weights. */
export function total(weights: readonly { readonly weight: string }[]): Rational {
  return sum(weights.map(({ weight }) => readRatio(weight)));
}

/** The weights by id, so that two lists can be compared whatever their order. */
export function byId(weights: readonly Pick<ExactWeight, "id" | "weight">[]): Record<string, string> {
  return Object.fromEntries(weights.map(({ id, weight }) => [id, weight]));
}
