// A path to a tier with limited places, against what a group review really gives.
import fc from "fast-check";
import { expect, test } from "vitest";
import { compilePolicy, type GroupMember, type Policy, pathTo } from "../../src/index.js";

const TIERS: readonly string[] = ["a", "b", "c", "d"];
const PERIOD = "2026";
const position = (tier: string) => TIERS.indexOf(tier);

const axis = (id: string): Policy["axes"][number] => ({
  id,
  scoreDecimals: 0,
  decimals: 0,
  bands: [{ id: "low" }, { id: "high", from: 60 }],
  indicators: [{ id: `${id}-points`, weight: 1, measure: { kind: "points" } }],
});
const cell = (x: string, y: string, rest: object) => ({ at: { x, y }, ...rest });
const exempt = fc.constantFrom<readonly ("places" | "step-limit")[]>(
  [],
  ["step-limit"],
  ["step-limit"],
  ["places"],
);
const move = fc.constantFrom<object>(
  { move: "up" },
  { move: "stay" },
  { move: "down" },
  { tier: "c" },
  { tier: "d" },
  { tier: "d" },
);

interface Quota {
  readonly tier: string;
  readonly group: string | undefined;
  readonly most: { readonly count: number };
}

/** The quotas of a policy: those for a group only where people have one. */
function written(quotas: readonly Quota[], grouped: boolean) {
  const kept = quotas.filter(({ group }) => grouped || group === undefined);
  const plain = kept.map(({ group, ...quota }) => (group === undefined ? quota : { ...quota, group }));
  return plain.length > 0 ? plain : [{ tier: "b", most: { count: 1 } }];
}

const policies = fc
  .record({
    quotas: fc.uniqueArray(
      fc.record({
        tier: fc.constantFrom(...TIERS),
        group: fc.constantFrom("x", "b", undefined),
        most: fc.record({ count: fc.nat({ max: 3 }) }),
      }),
      { minLength: 2, maxLength: 5, selector: ({ tier, group }) => `${tier} ${group}` },
    ),
    incumbents: fc.constantFrom("protected" as const, "compete" as const),
    ties: fc.constantFrom("all-in" as const, "all-out" as const, "id" as const),
    within: fc.constantFrom("unit", "unit", "tier", undefined),
    moves: fc.tuple(move, move, move),
    level: fc.integer({ min: 40, max: 90 }),
    exempt,
    mostSteps: fc.constantFrom(undefined, 1, 1, 2),
    lost: fc.boolean(),
    precedence: fc.constantFrom("promote" as const, "demote" as const, "retain" as const),
  })
  .map(
    ({ moves, level, exempt: from, mostSteps, lost, precedence, within, ...places }): Policy => ({
      format: 1,
      id: "shop",
      effectiveFrom: "2026-01-01",
      axes: [axis("x"), axis("y")],
      tiers: TIERS.map((id) => ({ id })),
      matrix: {
        cells: [
          cell("low", "low", { move: "stay" }),
          cell("low", "high", moves[0]),
          cell("high", "low", moves[1]),
          cell("high", "high", moves[2]),
        ],
      },
      adjustment: {
        cycle: "year",
        promote: {
          when: [{ kind: "cell" }, { kind: "at-least", axis: "y", score: level, exempt: from }],
          ...(mostSteps === undefined ? {} : { mostSteps }),
        },
        demote: {
          when: [
            { kind: "below", axis: "x", score: 15 },
            ...(lost || places.incumbents === "compete" ? [{ kind: "place-lost" as const }] : []),
          ],
        },
        precedence,
      },
      places: {
        ...places,
        quotas: written(places.quotas, within !== undefined),
        ...(within === undefined ? {} : { within }),
        keys: [{ key: "x", order: "descending" }],
      },
    }),
  );

const score = fc.integer({ min: 0, max: 100 });
const groups = fc
  .array(
    fc.record({
      tier: fc.constantFrom("a", "a", "b", "c", "d"),
      unit: fc.constantFrom("x", "y"),
      x: score,
      y: score,
    }),
    { minLength: 2, maxLength: 7 },
  )
  .map((people) =>
    people.map(
      ({ tier, unit, x, y }, index): GroupMember => ({
        person: { id: `p${index}` },
        standing: { tier, since: "2020-01-01" },
        attributes: { unit },
        evidence: { "x-points": x, "y-points": y },
      }),
    ),
  );

test("what a path says is enough, with a place where it says so, is what a group review gives", () => {
  const seen = { enough: 0, place: 0, several: 0, missing: 0, lost: 0, none: 0 };
  fc.assert(
    fc.property(
      policies,
      groups,
      fc.nat(),
      fc.constantFrom("b", "b", "c", "d"),
      (policy, people, which, to) => {
        const path = pathTo(policy);
        const { review, reviewGroup } = compilePolicy(policy);
        const place = which % people.length;
        const there = (tier: string) => position(tier) >= position(to);
        const reviewed = (evidence: GroupMember["evidence"]) => {
          const rows = people.map((one, index) => (index === place ? { ...one, evidence } : one));
          const found = reviewGroup({ period: PERIOD, people: rows }).people[place];
          if (found === undefined) throw new Error("no row is rejected");
          return found;
        };
        const person = people[place] as GroupMember;
        const now = reviewed(person.evidence);
        const after = path({ ...now.input, to });
        const alone = { ...person, period: PERIOD };
        const before = path({ ...alone, to });
        const open = there(review(alone).decision.to);

        expect(after.reached).toBe(there(now.review.decision.to));
        expect(before.reached).toBe(open);
        expect(before.onlyPlaceMissing).toBeUndefined();
        expect(after.onlyPlaceMissing ?? false).toBe(open && !after.reached);
        if (after.onlyPlaceMissing) {
          seen.missing += 1;
          expect(after.placesNeeded?.length).toBeGreaterThan(0);
          if (now.review.decision.from === to) seen.lost += 1;
        }

        const given = ({ places = {} }: (typeof now)["input"], needed: typeof before.placesNeeded) =>
          needed === undefined || needed.some(({ tier }) => places[tier]?.granted);
        if (before.reached) expect(given(now.input, before.placesNeeded)).toBe(after.reached);
        if ((before.placesNeeded?.length ?? 0) > 1) seen.several += 1;
        if (open) return;
        for (const found of [before, after])
          for (const step of [...found.axes, ...found.indicators]) {
            const points = "axis" in step ? step.id : `${step.id}-points`;
            const at = (value: number) => reviewed({ ...person.evidence, [points]: value });
            if (step.needed === undefined) {
              if ("axis" in step) continue;
              seen.none += 1;
              for (const value of [40, 60, 61, 89, 100])
                if (value > Number(step.score)) expect(there(at(value).review.decision.to)).toBe(false);
              continue;
            }
            const enough = at(Number(step.needed));
            expect(there(enough.review.decision.to)).toBe(given(enough.input, step.placesNeeded));
            expect(there(at(Number(step.needed) - 1).review.decision.to)).toBe(false);
            seen.enough += 1;
            if (step.placesNeeded !== undefined) seen.place += 1;
          }
      },
    ),
    { numRuns: 150 },
  );
  console.log(`paths with places: ${JSON.stringify(seen)}`);
  const { several: _several, lost: _lost, ...common } = seen;
  for (const [what, count] of Object.entries(common)) expect(count, what).toBeGreaterThan(0);
}, 300_000);
