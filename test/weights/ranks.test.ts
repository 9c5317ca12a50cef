import fc from "fast-check";
import { expect, test } from "vitest";
import { rankOrderCentroid, rankReciprocal, rankSum } from "../../src/index.js";
import { readRatio } from "../../src/kernel/number.js";
import { compare, ONE } from "../../src/kernel/rational.js";
import { byId, randomIds, total } from "./random.js";

const ranked = randomIds(1, 9).chain((ids) =>
  fc
    .array(fc.integer({ min: 1, max: 6 }), { minLength: ids.length, maxLength: ids.length })
    .map((ranks) => ids.map((id, index) => ({ id, rank: ranks[index] as number }))),
);

test.each([{ factory: rankOrderCentroid }, { factory: rankSum }, { factory: rankReciprocal }])(
  "$factory.title: weights sum to 1, follow the order, and only the order matters",
  ({ factory }) => {
    const weigh = factory({});
    fc.assert(
      fc.property(ranked, (criteria) => {
        const { weights } = weigh({ criteria });
        expect(total(weights)).toEqual(ONE);
        for (const [index, { rank }] of criteria.entries()) {
          for (const [other, { rank: otherRank }] of criteria.entries()) {
            const order = compare(
              readRatio(weights[index]?.weight ?? ""),
              readRatio(weights[other]?.weight ?? ""),
            );
            expect(order).toBe(Math.sign(otherRank - rank));
          }
        }
        const turned = [...criteria].reverse();
        expect(byId(weigh({ criteria: turned }).weights)).toEqual(byId(weights));
        const stretched = criteria.map(({ id, rank }) => ({ id, rank: rank * rank + 10 }));
        expect(weigh({ criteria: stretched }).weights).toEqual(weights);
      }),
    );
  },
);
