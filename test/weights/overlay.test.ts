import fc from "fast-check";
import { expect, test } from "vitest";
import { normaliseWeights, overlayWeights } from "../../src/index.js";
import { readRatio } from "../../src/kernel/number.js";
import { add, compare, multiply, ONE, rationalText, subtract, sum, ZERO } from "../../src/kernel/rational.js";
import { byId, randomWeight, randomWeights, total } from "./random.js";

/** Weights that sum to 1, the first of which is to change, some of the middle ones locked, the last one free and above zero. */
const plans = fc
  .tuple(
    randomWeights({ least: 2, weight: randomWeight(1) }),
    fc.array(fc.boolean()),
    fc.integer({ min: 0, max: 99 }),
  )
  .map(([raw, flags, percent]) => {
    const weights = normaliseWeights({})({ weights: raw }).weights;
    const locked = weights.slice(1, -1).filter((_, index) => flags[index] === true);
    const room = subtract(ONE, sum(locked.map(({ weight }) => readRatio(weight))));
    const target = rationalText(multiply(room, readRatio(`${percent}%`)));
    return { weights, target, locked: locked.map(({ id }) => id), id: weights[0]?.id ?? "" };
  });

test("a set weight is there, locked ones stay, the others keep their proportions, and all sum to 1", () => {
  fc.assert(
    fc.property(plans, ({ weights, target, locked, id }) => {
      const overlay = overlayWeights({ changes: [{ kind: "set", id, weight: target }], locked });
      const result = overlay({ weights });
      expect(total(result.weights)).toEqual(ONE);
      const [before, after] = [byId(weights), byId(result.weights)];
      expect(after[id]).toBe(target);
      for (const one of locked) expect(after[one]).toBe(before[one]);
      const free = weights.filter((one) => one.id !== id && !locked.includes(one.id));
      for (const one of free) {
        for (const other of free) {
          const cross = (a: string, b: string) =>
            multiply(readRatio(before[a] ?? ""), readRatio(after[b] ?? ""));
          expect(compare(cross(one.id, other.id), cross(other.id, one.id))).toBe(0);
        }
      }
      const turned = overlay({ weights: [...weights].reverse() });
      expect(byId(turned.weights)).toEqual(after);
    }),
  );
});

test("an overlay that sets a weight, and then sets it back under the same locks, is the identity", () => {
  fc.assert(
    fc.property(plans, ({ weights, target, locked, id }) => {
      const there = overlayWeights({ changes: [{ kind: "set", id, weight: target }], locked });
      const back = overlayWeights({
        changes: [{ kind: "set", id, weight: byId(weights)[id] ?? "" }],
        locked,
      });
      expect(back({ weights: there({ weights }).weights }).weights).toEqual(weights);
    }),
  );
});

test("adding an indicator and dropping it again is the identity where nothing is locked", () => {
  fc.assert(
    fc.property(plans, fc.integer({ min: 0, max: 99 }), ({ weights }, percent) => {
      const adding = overlayWeights({ changes: [{ kind: "add", id: "new one", weight: `${percent}%` }] });
      const dropping = overlayWeights({ changes: [{ kind: "drop", id: "new one" }] });
      expect(dropping({ weights: adding({ weights }).weights }).weights).toEqual(weights);
    }),
  );
});

test("the moves lead from the old weights to the new ones and sum to nothing", () => {
  fc.assert(
    fc.property(plans, ({ weights, target, locked, id }) => {
      const result = overlayWeights({ changes: [{ kind: "set", id, weight: target }], locked })({ weights });
      expect(sum(result.moves.map(({ difference }) => readRatio(difference)))).toEqual(ZERO);
      const after = byId(weights);
      for (const move of result.moves) {
        expect(after[move.id]).toBe(move.from);
        after[move.id] = rationalText(add(readRatio(move.from ?? 0), readRatio(move.difference)));
      }
      expect(after).toEqual(byId(result.weights));
      expect(result.moves.every(({ difference }) => difference !== "0")).toBe(true);
    }),
  );
});
