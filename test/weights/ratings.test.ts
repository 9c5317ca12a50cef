import fc from "fast-check";
import { expect, test } from "vitest";
import { directRating, pointAllocation, swing } from "../../src/index.js";
import { readRatio } from "../../src/kernel/number.js";
import { divide, greater, multiply, ONE, rational, rationalText } from "../../src/kernel/rational.js";
import { byId, randomWeights, total } from "./random.js";

test("direct ratings, swings and points of the same proportions give the same weights, which sum to 1", () => {
  fc.assert(
    fc.property(randomWeights(), fc.integer({ min: 1, max: 500 }), (rated, factor) => {
      const sum = total(rated);
      const values = rated.map(({ id, weight }) => ({ id, value: readRatio(weight) }));
      const most = values.map(({ value }) => value).reduce(greater);
      const ratings = (by: (typeof values)[number]["value"]) =>
        values.map(({ id, value }) => ({ id, rating: rationalText(multiply(value, by)) }));
      const direct = directRating({})({ criteria: ratings(ONE) });
      expect(total(direct.weights)).toEqual(ONE);
      expect(directRating({})({ criteria: ratings(rational(BigInt(factor), 3n)) })).toEqual(direct);
      expect(swing({})({ criteria: ratings(divide(rational(100n), most)) }).weights).toEqual(direct.weights);
      const points = values.map(({ id, value }) => ({ id, points: rationalText(divide(value, sum)) }));
      expect(pointAllocation({ points: 1 })({ criteria: points }).weights).toEqual(direct.weights);
      const turned = [...ratings(ONE)].reverse();
      expect(byId(directRating({})({ criteria: turned }).weights)).toEqual(byId(direct.weights));
    }),
  );
});
