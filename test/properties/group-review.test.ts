import fc from "fast-check";
import { expect, test } from "vitest";
import { compilePolicy, type GroupMember, type GroupReview, type Policy } from "../../src/index.js";

const TIERS = ["a", "b", "c"] as const;
const PERIOD = "2026";

const share = fc.integer({ min: 0, max: 6 }).map((parts) => ({ share: `${parts}/10` }));
const most = fc.oneof(
  fc.nat({ max: 4 }).map((count) => ({ count })),
  share,
);
const quotas = fc
  .uniqueArray(fc.record({ tier: fc.constantFrom("b", "c"), group: fc.constantFrom("x", undefined), most }), {
    minLength: 1,
    maxLength: 4,
    selector: ({ tier, group }) => `${tier} ${group}`,
  })
  .map((list) => list.map(({ group, ...quota }) => (group === undefined ? quota : { ...quota, group })));

const policies = fc
  .record({
    quotas,
    incumbents: fc.constantFrom("protected" as const, "compete" as const),
    ties: fc.constantFrom("all-in" as const, "all-out" as const, "id" as const),
    comparedWithin: fc.constantFrom("unit", "tier", undefined),
    move: fc.constantFrom("b", "c", undefined),
  })
  .map(
    ({ comparedWithin, move, ...places }): Policy => ({
      format: 1,
      id: "shop",
      effectiveFrom: "2026-01-01",
      axes: [
        {
          id: "results",
          bands: [{ id: "low" }, { id: "high" }],
          relative: { kind: "top-share", cuts: [{ band: "high", share: "60%" }], ties: "all-in" },
          indicators: [
            { id: "sales", weight: "1/2", measure: { kind: "percentile-rank", definition: "mid" } },
            { id: "care", weight: "1/2", measure: { kind: "points" } },
          ],
        },
      ],
      ...(comparedWithin === undefined ? {} : { comparedWithin }),
      tiers: TIERS.map((id) => ({ id })),
      matrix: {
        cells: [
          { at: { results: "low" }, move: "stay" },
          { at: { results: "high" }, move: "up", ...(move === undefined ? {} : { tier: move }) },
        ],
      },
      adjustment: {
        cycle: "year",
        promote: { when: [{ kind: "cell" }] },
        demote: { when: [{ kind: "place-lost" }, { kind: "below", axis: "results", score: 20 }] },
        precedence: "promote",
      },
      places: {
        within: "unit",
        keys: [
          { key: "results", order: "descending" },
          { key: "seniority", order: "ascending" },
        ],
        ...places,
      },
    }),
  );

const person = fc.record({
  tier: fc.constantFrom(...TIERS),
  unit: fc.constantFrom("x", "y"),
  sales: fc.nat({ max: 4 }),
  care: fc.nat({ max: 4 }).map((level) => level * 25),
  seniority: fc.nat({ max: 2 }),
  bad: fc.constantFrom("no", "no", "no", "no", "evidence", "standing", "unit"),
});

const groups = fc.array(person, { minLength: 1, maxLength: 14 }).map((people) =>
  people.map(
    ({ tier, unit, sales, care, seniority, bad }, index): GroupMember => ({
      person: { id: `p${index}` },
      standing: { tier: bad === "standing" ? "none" : tier, since: "2020-01-01" },
      attributes: bad === "unit" ? {} : { unit },
      evidence: { sales, care: bad === "evidence" ? 1000 : care },
      facts: { seniority },
    }),
  ),
);

const plain = (value: unknown) => JSON.parse(JSON.stringify(value));
const byId = ({ people, rejected, places }: GroupReview, rows: readonly GroupMember[]) => ({
  people: Object.fromEntries(people.map(({ input, review }) => [input.person.id, plain({ input, review })])),
  rejected: rejected.map(({ index }) => rows[index]?.person.id).sort(),
  places: plain(places),
});

/** The numbers by which a person is ranked, the greater the better. */
function ranking({ people }: GroupReview, id: string): readonly [number, number] {
  const found = people.find(({ input }) => input.person.id === id);
  return [Number(found?.review.scores.results?.value), -Number(found?.input.facts?.seniority)];
}

function isBetter(one: readonly [number, number], other: readonly [number, number]): boolean {
  return one[0] === other[0] ? one[1] > other[1] : one[0] > other[0];
}

const RUNS = { numRuns: 300 };

test("bad rows are rejected, and the others are reviewed as if they were not there", () => {
  let rejected = 0;
  fc.assert(
    fc.property(policies, groups, (config, people) => {
      const { reviewGroup } = compilePolicy(config);
      const result = reviewGroup({ period: PERIOD, people });
      rejected += result.rejected.length;
      expect(result.people.length + result.rejected.length).toBe(people.length);
      const bad = new Set(result.rejected.map(({ index }) => index));
      for (const { index, issues } of result.rejected)
        for (const { path } of issues) expect(path.slice(0, 2)).toEqual(["people", index]);
      const good = people.filter((_, index) => !bad.has(index));
      const alone = reviewGroup({ period: PERIOD, people: good });
      expect(alone.rejected).toEqual([]);
      expect(byId(alone, good).people).toEqual(byId(result, people).people);
      expect(plain(alone.places)).toEqual(plain(result.places));
    }),
    RUNS,
  );
  expect(rejected).toBeGreaterThan(500);
});

test("the result does not depend on the order of the rows", () => {
  fc.assert(
    fc.property(
      policies,
      groups.chain((people) =>
        fc.tuple(fc.constant(people), fc.shuffledSubarray(people, { minLength: people.length })),
      ),
      (config, [people, other]) => {
        const { reviewGroup } = compilePolicy(config);
        const [one, two] = [people, other].map((rows) =>
          byId(reviewGroup({ period: PERIOD, people: rows }), rows),
        );
        expect(one).toEqual(two);
      },
    ),
    RUNS,
  );
});

test("each review is what the own input gives alone", () => {
  fc.assert(
    fc.property(policies, groups, (config, rows) => {
      const { review, reviewGroup } = compilePolicy(config);
      for (const { input, review: made } of reviewGroup({ period: PERIOD, people: rows }).people)
        expect(plain(review(plain(input)))).toEqual(plain(made));
    }),
    RUNS,
  );
});

test("places are never more than the quota and who keeps one, and nobody better is refused", () => {
  let [refused, lost] = [0, 0];
  fc.assert(
    fc.property(policies, groups, (config, rows) => {
      const result = compilePolicy(config).reviewGroup({ period: PERIOD, people: rows });
      for (const { tier, group, most: places, incumbents, given, waiting, people } of result.places) {
        const members = result.people.filter(({ input }) => input.attributes?.unit === group);
        expect(people).toBe(members.length);
        const inTier = members.filter(({ review }) => review.decision.to === tier).length;
        if (config.places?.ties !== "all-in")
          expect(inTier).toBeLessThanOrEqual(Math.max(places, incumbents));
        for (const { id } of given) {
          const holder = members.find(({ input }) => input.person.id === id);
          expect(holder?.review.decision.to).toBe(tier);
        }
        for (const { id, incumbent } of waiting) {
          refused += 1;
          lost += incumbent ? 1 : 0;
          const review = members.find(({ input }) => input.person.id === id)?.review;
          expect(review?.decision.to).not.toBe(tier);
          expect(given.some((holder) => isBetter(ranking(result, id), ranking(result, holder.id)))).toBe(
            false,
          );
        }
      }
    }),
    RUNS,
  );
  expect(refused).toBeGreaterThan(100);
  expect(lost).toBeGreaterThan(20);
});
