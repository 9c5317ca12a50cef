import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type AdjustmentRules,
  adjuster,
  classifier,
  type Decision,
  nextPeriod,
  type StandingInput,
} from "../../src/index.js";
import { asJson, decimalText } from "./exact.js";

const scoreText = decimalText({ min: 0, max: 100, decimals: 2 });

test("a higher score is never in a lower band", () => {
  const corners = fc
    .uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 0, maxLength: 5 })
    .map((list) => list.sort((a, b) => a - b));
  fc.assert(
    fc.property(corners, scoreText, scoreText, (list, one, other) => {
      const bands = [{ id: "b0" }, ...list.map((from, index) => ({ id: `b${index + 1}`, from }))];
      const classify = classifier({
        axes: [{ id: "x", bands }],
        cells: bands.map(({ id }) => ({ at: { x: id }, move: "stay" })),
      });
      const band = (score: string) => {
        const { axes, cell } = classify({ scores: { x: score } });
        expect(cell.at.x).toBe(axes[0]?.band);
        return Number(axes[0]?.band.slice(1));
      };
      expect(
        Math.sign(band(one) - band(other)) * Math.sign(Number(one) - Number(other)),
      ).toBeGreaterThanOrEqual(0);
      expect(band(one)).toBe(list.filter((from) => from <= Number(one)).length);
    }),
  );
});

const trigger = fc.oneof(
  fc.record({
    kind: fc.constant("at-least" as const),
    axis: fc.constantFrom("x", "y"),
    score: fc.integer({ min: 40, max: 90 }),
    periods: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({
    kind: fc.constant("below" as const),
    axis: fc.constantFrom("x", "y"),
    score: fc.integer({ min: 10, max: 60 }),
    periods: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({
    kind: fc.constantFrom("rise" as const, "fall" as const),
    axis: fc.constantFrom("x", "y"),
    by: fc.integer({ min: 1, max: 30 }),
    periods: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({ kind: fc.constant("cell" as const), periods: fc.integer({ min: 1, max: 3 }) }),
);
const conditions = fc
  .array(trigger, { minLength: 1, maxLength: 3 })
  .map((list) => list.map((one, index) => ({ ...one, id: `c${index}` })));
const rules: fc.Arbitrary<AdjustmentRules> = fc.record({
  tiers: fc.constant([{ id: "a" }, { id: "b" }, { id: "c" }]),
  cycle: fc.constant("quarter" as const),
  precedence: fc.constantFrom("promote" as const, "demote" as const, "retain" as const),
  promote: fc.record({ when: conditions, minimumMonthsInTier: fc.integer({ min: 0, max: 9 }) }),
  demote: fc.record({
    when: conditions,
    minimumMonthsInTier: fc.integer({ min: 0, max: 9 }),
    plan: fc.constant({ periods: 2, actions: ["coach"] }),
  }),
});
const placements = fc.array(
  fc.record({
    scores: fc.record({ x: scoreText, y: scoreText }),
    cell: fc.oneof(
      fc.constantFrom("up" as const, "stay" as const, "down" as const).map((move) => ({ move })),
      fc.constantFrom("a", "b", "c").map((tier) => ({ tier })),
    ),
    gates: fc.boolean().map((passed) => [{ id: "g", passed }]),
  }),
  { minLength: 2, maxLength: 12 },
);
type Adjust = ReturnType<typeof adjuster>;
type Placements = readonly Parameters<Adjust>[0]["placement"][];

function career(
  adjust: Adjust,
  list: Placements,
  standing: StandingInput,
  period: string,
  keep = (one: StandingInput) => one,
): Decision[] {
  const decisions: Decision[] = [];
  let [present, now] = [period, standing];
  for (const placement of list) {
    const decision = adjust({ period: present, standing: now, placement });
    decisions.push(decision);
    [present, now] = [nextPeriod(present), keep(decision.standing)];
  }
  return decisions;
}

const start: StandingInput = { tier: "b", since: "2025-10-01" };

test("a career that is stored as JSON at every step is the same", () => {
  fc.assert(
    fc.property(rules, placements, (config, list) => {
      const adjust = adjuster(config);
      const whole = career(adjust, list, start, "2026-Q1");
      expect(asJson(career(adjuster(asJson(config)), list, start, "2026-Q1", asJson))).toEqual(asJson(whole));
    }),
  );
});

test("a fold that is split anywhere gives the same career", () => {
  fc.assert(
    fc.property(rules, placements, fc.nat(), (config, list, nat) => {
      const adjust = adjuster(config);
      const whole = career(adjust, list, start, "2026-Q1");
      const at = 1 + (nat % (list.length - 1));
      const last = whole[at - 1] as Decision;
      const rest = career(adjuster(config), list.slice(at), asJson(last.standing), nextPeriod(last.period));
      expect(asJson([...whole.slice(0, at), ...rest])).toEqual(asJson(whole));
    }),
  );
});

test("a decision agrees with itself", () => {
  const position = ["a", "b", "c"];
  fc.assert(
    fc.property(rules, placements, (config, list) => {
      let [tier, since] = [start.tier, start.since];
      for (const decision of career(adjuster(config), list, start, "2026-Q1")) {
        const moved = Math.sign(position.indexOf(decision.to) - position.indexOf(decision.from));
        expect(decision.from).toBe(tier);
        expect(decision.outcome).toBe({ "-1": "demoted", 0: "retained", 1: "promoted" }[String(moved)]);
        expect(decision.standing.since).toBe(moved === 0 ? since : decision.effectiveFrom);
        const met = (direction: string) =>
          decision.conditions.some((one) => one.met && one.purpose === direction);
        if (moved !== 0) expect(met(moved > 0 ? "up" : "down")).toBe(true);
        if (moved === 0 && (met("up") || met("down"))) expect(decision.holds.length).toBeGreaterThan(0);
        if (moved < 0) expect(decision.plans.at(-1)?.status).toBe("opened");
        for (const one of decision.conditions) expect(one.met).toBe(one.evidence.length === one.periods);
        [tier, since] = [decision.to, decision.standing.since];
      }
    }),
  );
});
