import fc from "fast-check";
import { expect, test } from "vitest";
import { compilePolicy, type Policy, pathTo, type ReviewInput } from "../../src/index.js";

const TIERS = ["one", "two", "three"];
const measure = { kind: "points" as const };
const axis = (id: string, from: number, share: number): Policy["axes"][number] => ({
  id,
  scoreDecimals: 0,
  decimals: 0,
  bands: [{ id: "low" }, { id: "high", from }],
  indicators: [
    { id: `${id}1`, weight: share, measure },
    { id: `${id}2`, weight: 10 - share, measure },
  ],
  outOf: 10,
});
const moves = ["up", "stay", "down"] as const;

const policies = fc
  .record({
    froms: fc.tuple(fc.integer({ min: 20, max: 95 }), fc.integer({ min: 20, max: 95 })),
    shares: fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })),
    cells: fc.array(fc.constantFrom(...moves), { minLength: 4, maxLength: 4 }),
    level: fc.integer({ min: 40, max: 100 }),
    gate: fc.integer({ min: 0, max: 70 }),
    minimum: fc.constantFrom(0, 0, 0, 600),
  })
  .map(({ froms, shares, cells, level, gate, minimum }): Policy => {
    const at = (index: number) => ({ x: index < 2 ? "low" : "high", y: index % 2 === 0 ? "low" : "high" });
    return {
      format: 1,
      id: "p",
      effectiveFrom: "2026-01-01",
      axes: [axis("x", froms[0], shares[0]), axis("y", froms[1], shares[1])],
      tiers: TIERS.map((id) => ({ id })),
      matrix: {
        cells: cells.map((move, index) => ({ at: at(index), move })),
        gates: [{ id: "g", indicator: "x1", atLeast: gate, onFail: "block-promotion" }],
      },
      adjustment: {
        cycle: "quarter",
        promote: {
          when: [{ kind: "cell" }, { kind: "at-least", axis: "y", score: level }],
          minimumMonthsInTier: minimum,
        },
        demote: { when: [{ kind: "below", axis: "x", score: 15 }] },
        precedence: "demote",
      },
    };
  });
const score = fc.integer({ min: 0, max: 100 });
const people = fc.array(fc.record({ x1: score, x2: score, y1: score, y2: score }), {
  minLength: 10,
  maxLength: 10,
});

test("the path to a tier is what a search over the whole grid finds, for 2,000 people", () => {
  let found = 0;
  let impossible = 0;
  fc.assert(
    fc.property(policies, people, fc.constantFrom("one", "two"), (policy, list, tier) => {
      const path = pathTo(policy);
      const { classify, adjust, review } = compilePolicy(policy);
      for (const evidence of list) {
        const standing = { tier, since: "2020-01-01" };
        const input = { person: { id: "a" }, period: "2026-Q1", standing, evidence };
        const position = (to: string) => TIERS.indexOf(to);
        const goal = position(tier) + 1;
        const { axes, indicators, reached } = path({ ...input, to: TIERS[goal] as string });
        const { scores, decision } = review(input);
        expect(reached).toBe(position(decision.to) >= goal);
        if (reached) continue;
        const least = (from: number, reaches: (value: number) => boolean) => {
          for (let value = from + 1; value <= 100; value += 1) if (reaches(value)) return value;
          return undefined;
        };
        for (const step of axes) {
          const values = { x: Number(scores.x?.value), y: Number(scores.y?.value) };
          const wanted = least(Number(step.score), (value) => {
            const placement = classify({
              scores: { ...values, [step.id]: value },
              indicators: { x1: evidence.x1 },
            });
            return position(adjust({ period: "2026-Q1", standing, placement }).to) >= goal;
          });
          expect(step.needed === undefined ? undefined : Number(step.needed)).toBe(wanted);
          if (wanted === undefined) impossible += 1;
          else found += 1;
        }
        for (const step of indicators) {
          const reaches = (value: number) => {
            const changed: ReviewInput = { ...input, evidence: { ...evidence, [step.id]: value } };
            return position(review(changed).decision.to) >= goal;
          };
          if (step.needed === undefined) expect(reaches(100)).toBe(false);
          else {
            expect(reaches(Number(step.needed))).toBe(true);
            expect(reaches(Number(step.needed) - 1)).toBe(false);
          }
        }
      }
    }),
    { numRuns: 200 },
  );
  console.log(`paths found ${found}, impossible ${impossible}`);
  expect(Math.min(found, impossible)).toBeGreaterThan(100);
}, 300_000);
