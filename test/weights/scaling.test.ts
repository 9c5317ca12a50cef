import fc from "fast-check";
import { expect, test } from "vitest";
import { combineWeights, normaliseWeights, roundWeights } from "../../src/index.js";
import { readRatio } from "../../src/kernel/number.js";
import { absolute, compare, multiply, ONE, rational, rationalText } from "../../src/kernel/rational.js";
import { byId, randomWeights, total } from "./random.js";

const normalised = normaliseWeights({});

test("normalised weights sum to 1 exactly, shown ones too, and come to the same when they are scaled or put in another order", () => {
  fc.assert(
    fc.property(randomWeights(), fc.integer({ min: 1, max: 1000 }), (weights, factor) => {
      const result = normalised({ weights });
      expect(total(result.weights)).toEqual(ONE);
      expect(total(result.weights.map(({ shown }) => ({ weight: shown.toString() })))).toEqual(ONE);
      const scaled = weights.map(({ id, weight }) => ({
        id,
        weight: rationalText(multiply(readRatio(weight), rational(BigInt(factor), 7n))),
      }));
      expect(normalised({ weights: scaled })).toEqual(result);
      const turned = normalised({ weights: [...weights].reverse() });
      expect([...turned.weights].reverse()).toEqual(result.weights);
      expect(normalised({ weights: result.weights })).toEqual(result);
    }),
  );
});

test("rounded weights sum to 1 exactly and none moves by a unit, whatever the order of rows", () => {
  fc.assert(
    fc.property(randomWeights(), fc.integer({ min: 0, max: 6 }), (weights, decimals) => {
      const round = roundWeights({ decimals });
      const result = round({ weights });
      expect(total(result.weights)).toEqual(ONE);
      for (const { weight, difference } of result.weights) {
        expect(compare(absolute(readRatio(difference)), rational(1n, 10n ** BigInt(decimals)))).toBe(-1);
        expect(weight.split(".")[1]?.length ?? 0).toBeLessThanOrEqual(decimals);
      }
      expect(byId(round({ weights: [...weights].reverse() }).weights)).toEqual(byId(result.weights));
      expect(byId(round({ weights: result.weights }).weights)).toEqual(byId(result.weights));
    }),
  );
});

test("blends sum to 1 exactly; a blend of a vector with itself, or with equal weights by products, is the vector", () => {
  const parts = [{ id: "one" }, { id: "two" }];
  const product = combineWeights({ method: "multiplicative", vectors: parts });
  fc.assert(
    fc.property(randomWeights(), fc.integer({ min: 0, max: 100 }), (weights, percent) => {
      const linear = combineWeights({
        method: "linear",
        vectors: [
          { id: "one", weight: `${percent}%` },
          { id: "two", weight: `${100 - percent}%` },
        ],
      });
      const equal = weights.map(({ id }) => ({ id, weight: 1 }));
      const expected = normalised({ weights }).weights;
      const same = {
        vectors: [
          { id: "two", weights: [...weights].reverse() },
          { id: "one", weights },
        ],
      };
      expect(linear(same).weights).toEqual(expected);
      const plain = {
        vectors: [
          { id: "one", weights },
          { id: "two", weights: equal },
        ],
      };
      expect(product(plain).weights).toEqual(expected);
      expect(total(linear(plain).weights)).toEqual(ONE);
    }),
  );
});

test("an exact weight that no schema could read is an error, not a text", () => {
  const vectors = Array.from({ length: 10 }, (_, index) => ({ id: `v${index}`, exponent: 10 }));
  const weights = [
    { id: "a", weight: `1/${10n ** 40n + 7n}` },
    { id: "b", weight: "1" },
  ];
  const blend = combineWeights({ method: "multiplicative", vectors });
  const result = blend.safe({ vectors: vectors.map(({ id }) => ({ id, weights })) });
  expect(result.ok ? [] : result.error.issues.map(({ code }) => code)).toEqual(["number-out-of-range"]);
});
