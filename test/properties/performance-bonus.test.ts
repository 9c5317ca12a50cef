import fc from "fast-check";
import { expect, test } from "vitest";
import { type PerformanceBonusConfig, performanceBonus } from "../../src/index.js";
import { daysAfter } from "../../src/kernel/calendar.js";
import { asJson, decimalText, total, wide } from "./exact.js";

const settings = { numRuns: 200 };
const rising = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 0, max: 120 }), { minLength: 2, maxLength: 5 }),
    fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 10, maxLength: 10 }),
    fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
    fc.constantFrom("lines" as const, "steps" as const),
    fc.constantFrom("level" as const, "extended" as const),
  )
  .map(([scores, pays, jumps, curve, above]) => {
    const levels = [...pays].sort((a, b) => a - b);
    const last = scores.length - 1;
    const payout = scores
      .sort((a, b) => a - b)
      .map((score, index) => ({
        score,
        pays: `${levels[index * 2 + 1]}%`,
        ...(jumps[index] && curve === "lines" && index > 0 && (index < last || above === "level")
          ? { below: `${levels[index * 2]}%` }
          : {}),
      }));
    return { curve, above: curve === "steps" ? ("level" as const) : above, payout };
  });
const extras = fc.record({
  combine: fc.constantFrom("multiply" as const, "add" as const),
  modifiers: fc.constantFrom(undefined, [{ tier: "a", factor: "1.25" }]),
  cap: fc.constantFrom(undefined, "150%"),
  floor: fc.constantFrom(undefined, "10%"),
  payoutDecimals: fc.constantFrom(undefined, 2),
});
const config = fc
  .tuple(rising, rising, extras)
  .map(([own, company, { modifiers, cap, floor, payoutDecimals, combine }]): PerformanceBonusConfig => {
    const multipliers = [{ id: "company", ...company }, { id: "team" }];
    return {
      currency: "USD",
      target: [
        { tier: "a", amount: "1234.5" },
        { tier: "b", share: "1/3" },
      ],
      ...own,
      multipliers,
      combine,
      ...(modifiers === undefined ? {} : { modifiers }),
      ...(cap === undefined ? {} : { cap }),
      ...(floor === undefined ? {} : { floor }),
      ...(payoutDecimals === undefined ? {} : { payoutDecimals }),
    };
  });
const score = decimalText({ min: -10, max: 150, decimals: 2 });
const ordered = fc
  .tuple(score, score)
  .map(([a, b]) => (wide(a).lte(b) ? [a, b] : [b, a]) as [string, string]);

test("where its curves rise, a bonus never falls with the score or a multiplier, and keeps between floor and cap", () => {
  fc.assert(
    fc.property(config, ordered, ordered, (plan, [low, high], [less, more]) => {
      const bonus = performanceBonus(plan);
      const pay = (own: string, company: string) =>
        bonus({ tier: "a", score: own, multipliers: { company, team: "1.1" } }).amount;
      expect(pay(low, less).lte(pay(high, less))).toBe(true);
      expect(pay(low, less).lte(pay(low, more))).toBe(true);
      if (plan.cap !== undefined) expect(pay(high, more).lte("1851.75")).toBe(true);
      if (plan.floor !== undefined) expect(pay(low, less).gte("123.45")).toBe(true);
    }),
    settings,
  );
});

test("the parts of a line sum to it, and a change to what holds already changes nothing", () => {
  fc.assert(
    fc.property(config, score, fc.nat(91), (plan, own, day) => {
      const bonus = performanceBonus(plan);
      const input = {
        tier: "b",
        salary: 10_000,
        score: own,
        multipliers: { company: 90, team: 1 },
        period: "2026-Q3",
      };
      const from = daysAfter("2026-07-01", day);
      const changed = bonus({ ...input, changes: [{ from, tier: "a" }] });
      if (changed.parts !== undefined)
        expect(total(changed.parts.map((part) => part.amount)).eq(wide(changed.amount))).toBe(true);
      const same = bonus({ ...input, changes: [{ from, salary: 10_000 }] });
      expect(asJson(same.amount)).toEqual(asJson(bonus(input).amount));
    }),
    settings,
  );
});
