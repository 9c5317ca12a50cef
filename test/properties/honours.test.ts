import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type HonoursConfig,
  honours,
  type RewardPoints,
  type RewardPointsConfig,
  rewardPoints,
} from "../../src/index.js";
import { asJson, ids, total, wide } from "./exact.js";

const config = fc
  .record({
    winners: fc.option(
      fc.oneof(
        fc.integer({ min: 0, max: 4 }).map((count) => ({ count })),
        fc.constantFrom("30%", "1/2").map((share) => ({ share })),
      ),
    ),
    ties: fc.constantFrom("all-in" as const, "all-out" as const, "id" as const),
    tied: fc.constantFrom("same" as const, "shared" as const),
    money: fc.array(fc.constantFrom(0, 100, "33.33", "0.01"), { minLength: 1, maxLength: 3 }),
    units: fc.boolean(),
    cooling: fc.option(fc.integer({ min: 1, max: 3 })),
  })
  .map(
    ({ winners, ties, tied, money, units, cooling }): HonoursConfig => ({
      currency: "USD",
      honours: [
        {
          id: "star",
          per: "month",
          by: [{ key: "score", order: "descending" }],
          ...(winners === null ? {} : { winners }),
          ...(units ? { within: "branch" } : {}),
          ...(cooling === null ? {} : { coolingPeriods: cooling }),
          ties,
          prize: { money, points: [7, 3], tied },
        },
      ],
    }),
  );
const people = ids(0, 7).chain((names) =>
  fc.tuple(
    ...names.map((id) =>
      fc.record({
        id: fc.constant(id),
        facts: fc.record({ score: fc.integer({ min: 1, max: 4 }) }),
        attributes: fc.record({ branch: fc.constantFrom("north", "south") }),
        honours: fc.subarray([4, 5, 6].map((month) => ({ honour: "star", on: `2026-0${month}-28` }))),
      }),
    ),
  ),
);

test("the better win, no more than there are places unless equals all win, and everybody is accounted for once", () => {
  fc.assert(
    fc.property(config, people, (one, list) => {
      const result = honours(one)({ period: "2026-07", people: list });
      const [honour] = result.honours;
      const { ties = "all-in" } = one.honours[0] ?? {};
      const seen = [...(honour?.refused ?? []).map(({ id }) => id)];
      const score = new Map(list.map(({ id, facts }) => [id, facts.score]));
      for (const { winners, others, places = winners.length, vacant } of honour?.units ?? []) {
        seen.push(...winners.map(({ id }) => id), ...others.map(({ id }) => id));
        if (ties !== "all-in") expect(winners.length).toBeLessThanOrEqual(places);
        expect(vacant).toBe(Math.max(0, places - winners.length));
        for (const { id, rank } of winners)
          for (const other of others) {
            expect(score.get(id)).toBeGreaterThanOrEqual(score.get(other.id) ?? 0);
            expect(rank).toBeLessThanOrEqual(other.rank);
          }
      }
      expect(seen.sort()).toEqual(list.map(({ id }) => id).sort());
      const lines = result.people.flatMap((person) => person.lines.map(({ amount }) => amount));
      expect(total(lines).eq(wide(result.amount))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test("who shares prizes gets together what the places are worth that they take up", () => {
  fc.assert(
    fc.property(config, people, (one, list) => {
      const [rule] = one.honours;
      if (rule?.prize?.tied !== "shared") return;
      const result = honours(one)({ period: "2026-07", people: list });
      const money = rule.prize.money ?? [];
      const worth = (result.honours[0]?.units ?? []).map(({ winners }) =>
        winners.reduce((sum, _, place) => sum.plus(wide(money[place] ?? money.at(-1) ?? 0)), wide(0)),
      );
      expect(wide(result.amount).eq(worth.reduce((sum, one) => sum.plus(one), wide(0)))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test("the order of people changes nothing, and a period that is decided on again is the same", () => {
  fc.assert(
    fc.property(config, people, (one, list) => {
      const run = honours(one);
      const result = run({ period: "2026-07", people: list });
      const turned = run({ period: "2026-07", people: [...list].reverse() });
      expect(asJson(turned.honours.map(({ units }) => units))).toEqual(
        asJson(result.honours.map(({ units }) => units)),
      );
      const known = list.map((person) => {
        const won = result.people.find(({ id }) => id === person.id)?.honours ?? [];
        return { ...person, honours: [...person.honours, ...won] };
      });
      expect(asJson(run({ period: "2026-07", people: known }))).toEqual(asJson(result));
    }),
    { numRuns: 200 },
  );
});

const scheme: fc.Arbitrary<RewardPointsConfig> = fc.constantFrom(
  {},
  { expiry: { days: 20 } },
  { expiry: { months: 1 } },
  { expiry: { yearEnds: 0 } },
);
const event = fc.record({
  day: fc.integer({ min: 1, max: 90 }),
  points: fc.integer({ min: 1, max: 9 }),
  spends: fc.boolean(),
});
const dayOf = (day: number) =>
  day <= 31
    ? `2025-12-${String(day).padStart(2, "0")}`
    : day <= 62
      ? `2026-01-${String(day - 31).padStart(2, "0")}`
      : `2026-02-${String(day - 62).padStart(2, "0")}`;

test("points earned are spent, expired or left, and a time that is settled in parts comes to the same", () => {
  fc.assert(
    fc.property(
      scheme,
      fc.array(event, { maxLength: 12 }),
      fc.integer({ min: 1, max: 89 }),
      (one, all, cut) => {
        const run = rewardPoints(one);
        const events = all.map(({ day, ...rest }, index) => ({ ...rest, id: `e${index}`, on: dayOf(day) }));
        const part = (from: string, to: string, before?: RewardPoints["balance"]) => {
          const inside = events.filter(({ on }) => on > from && on <= to);
          const pick = (spends: boolean) =>
            inside.filter((each) => each.spends === spends).map(({ id, on, points }) => ({ id, on, points }));
          const input = { on: to, earned: pick(false), spent: pick(true) };
          return run.safe(before === undefined ? input : { ...input, balance: before });
        };
        const whole = part("", dayOf(90));
        const first = part("", dayOf(cut));
        if (!first.ok) {
          expect(whole.ok).toBe(false);
          return;
        }
        const second = part(dayOf(cut), dayOf(90), asJson(first.value.balance));
        expect(second.ok).toBe(whole.ok);
        if (!whole.ok || !second.ok) return;
        const { earned, spent, expired, points, balance } = whole.value;
        expect(total([spent, expired, points]).eq(wide(earned))).toBe(true);
        expect(asJson(second.value.balance)).toEqual(asJson(balance));
        expect(total([first.value.expired, second.value.expired]).eq(wide(expired))).toBe(true);
      },
    ),
    { numRuns: 400 },
  );
});
