// Pay of a group in a policy: nothing is paid twice or beyond what there is, whoever stands first, and whoever else is in the file.
import fc from "fast-check";
import { expect, test } from "vitest";
import { compilePolicy, type GroupMember, type GroupReview, type Policy } from "../../src/index.js";
import { decimalText } from "./exact.js";

const policy: Policy = {
  format: 1,
  id: "branches",
  effectiveFrom: "2026-01-01",
  currency: "EUR",
  axes: [
    {
      id: "results",
      bands: [{ id: "low" }, { id: "high", from: 80 }],
      indicators: [{ id: "calls", weight: 1, measure: { kind: "points" } }],
    },
  ],
  tiers: [{ id: "junior" }, { id: "senior" }],
  matrix: { cells: [{ at: { results: "low" } }, { at: { results: "high" } }] },
  adjustment: {
    cycle: "quarter",
    promote: { when: [{ kind: "at-least", axis: "results", score: 101 }] },
  },
  incentives: [
    {
      use: "teamPool",
      within: "team",
      fund: [{ kind: "share", of: [{ figure: "profit" }], share: "1/7" }],
      sharedBy: [{ by: "fact", fact: "results" }],
      memberMost: { share: "60%" },
    },
    {
      use: "bonusPool",
      target: [
        { tier: "junior", amount: "333.33" },
        { tier: "senior", share: "1/9" },
      ],
      multiplier: {
        axis: "results",
        payout: [
          { score: 40, pays: "50%" },
          { score: 100, pays: "150%" },
        ],
      },
    },
    {
      use: "honours",
      honours: [
        {
          id: "star",
          per: "quarter",
          by: [{ key: "results", order: "descending" }],
          winners: { count: 2 },
          ties: "id",
          prize: { money: [500, 300] },
        },
      ],
    },
  ],
  training: {
    catalogue: [
      { id: "basics", cost: 120, hours: 8 },
      { id: "visit", cost: 450, hours: 16, seats: 2 },
    ],
    needs: [
      { id: "weak", weak: { indicator: "calls", below: 60 }, courses: ["basics"] },
      { id: "reward", eligibility: [{ at: { results: ["high"] } }], courses: ["visit"] },
    ],
    by: [{ key: "results", order: "descending" }],
  },
};

const { reviewGroup } = compilePolicy(policy);

const member = fc
  .record({
    tier: fc.constantFrom("junior", "senior"),
    team: fc.constantFrom("north", "south"),
    calls: decimalText({ min: 0, max: 100, decimals: 2 }),
    salary: decimalText({ min: 0, max: 9000, decimals: 2 }),
  })
  .map(({ tier, team, calls, salary }) => ({ tier, team, calls, salary }));

type Member = typeof member extends fc.Arbitrary<infer One> ? One : never;

const given = fc.record({
  members: fc.array(member, { minLength: 1, maxLength: 7 }),
  pool: decimalText({ min: 0, max: 2000, decimals: 2 }),
  profit: decimalText({ min: 0, max: 9000, decimals: 2 }),
  budget: decimalText({ min: 0, max: 1500, decimals: 2 }),
});

function memberOf({ tier, team, calls, salary }: Member, index: number): GroupMember {
  return {
    person: { id: `p${index}` },
    attributes: { team },
    standing: { tier, since: "2024-01-01" },
    evidence: { calls },
    pay: { salary },
  };
}

type Given = typeof given extends fc.Arbitrary<infer One> ? One : never;

function paid(people: readonly GroupMember[], { pool, profit, budget }: Given): GroupReview {
  return reviewGroup({
    period: "2026-Q3",
    people,
    pools: {
      teamPool: [
        { team: "north", figures: { profit } },
        { team: "south", figures: { profit: 700 } },
      ],
    },
    bonusPools: { bonusPool: pool },
    training: { budget },
  });
}

const cents = (amount: unknown) => {
  const [whole = "", part = ""] = String(amount).split(".");
  return BigInt(whole + part.padEnd(2, "0"));
};
const sumOf = (amounts: readonly unknown[]) => amounts.map(cents).reduce((sum, one) => sum + one, 0n);

/** By person: the lines of pay and the courses. */
function byPerson({ people, training }: GroupReview) {
  const named = people.map(({ review: { person, statement } }) => {
    const lines = statement?.lines.map(({ id, amount }) => [id, String(amount)]);
    return [person.id, [lines, training?.people.find(({ id }) => id === person.id)]] as const;
  });
  return JSON.parse(JSON.stringify(Object.fromEntries(named)));
}

test("pools, honours and courses are never over what there is, and each statement's lines are the shares", () => {
  fc.assert(
    fc.property(given, (one) => {
      const { people, pay, training } = paid(one.members.map(memberOf), one);
      const lines = people.flatMap(({ review }) => review.statement?.lines ?? []);
      const amounts = (use: string) => lines.filter((line) => line.use === use).map(({ amount }) => amount);
      const [bonuses] = pay?.bonusPools ?? [];
      expect(cents(bonuses?.pool)).toBe(cents(one.pool));
      expect(sumOf(amounts("bonusPool"))).toBe(cents(bonuses?.amount));
      expect(cents(bonuses?.amount) + cents(bonuses?.left)).toBe(cents(one.pool));
      const shared = pay?.pools.map(({ pool }) => pool) ?? [];
      const left = pay?.pools.map(({ undistributed }) => undistributed) ?? [];
      expect(sumOf(amounts("teamPool")) + sumOf(left)).toBe(sumOf(shared));
      expect(sumOf(amounts("honours"))).toBe(one.members.length === 1 ? 50000n : 80000n);
      expect(sumOf([training?.cost, training?.left])).toBe(cents(one.budget));
      expect(sumOf(training?.people.map(({ cost }) => cost) ?? [])).toBe(cents(training?.cost));
      for (const { review } of people)
        expect(sumOf(review.statement?.lines.map(({ amount }) => amount) ?? [])).toBe(
          cents(review.statement?.total),
        );
    }),
    { numRuns: 60 },
  );
});

test("the order of people changes nothing", () => {
  fc.assert(
    fc.property(given, fc.infiniteStream(fc.nat()), (one, order) => {
      const people = one.members.map(memberOf);
      const shuffled = people
        .map((person) => ({ person, at: order.next().value ?? 0 }))
        .sort((a, b) => a.at - b.at)
        .map(({ person }) => person);
      expect(byPerson(paid(shuffled, one))).toEqual(byPerson(paid(people, one)));
    }),
    { numRuns: 40 },
  );
});

test("a person who cannot be reviewed changes nothing for the others", () => {
  const bad = fc.constantFrom<(person: GroupMember) => GroupMember>(
    (person) => ({ ...person, evidence: {} }),
    (person) => ({ ...person, attributes: {} }),
    (person) => ({ ...person, standing: { tier: "senior", since: "2024-01-01" }, pay: {} }),
    (person) => ({ ...person, evidence: { calls: "many" } }),
  );
  fc.assert(
    fc.property(given, bad, fc.nat({ max: 7 }), (one, spoil, place) => {
      const people = one.members.map(memberOf);
      const stranger = spoil({ ...(people[0] as GroupMember), person: { id: "bad" } });
      const at = Math.min(place, people.length);
      const mixed = paid([...people.slice(0, at), stranger, ...people.slice(at)], one);
      expect(mixed.rejected.map(({ index }) => index)).toEqual([at]);
      expect(byPerson(mixed)).toEqual(byPerson(paid(people, one)));
    }),
    { numRuns: 40 },
  );
});
