import fc from "fast-check";
import { expect, test, vi } from "vitest";
import {
  type AdjustmentRules,
  adjuster,
  type ConditionInput as Condition,
  type ConditionResult,
  classifier,
  type Decision,
  monthsBetween,
  nextPeriod,
  periodStart,
  type StandingInput,
} from "../../src/index.js";
import { dayAfter } from "../../src/kernel/calendar.js";
import { asJson, decimalText } from "./exact.js";

vi.setConfig({ testTimeout: 60_000 });

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

const times = fc.integer({ min: 1, max: 3 });
const axis = fc.constantFrom("x", "y");
const counting = { periods: times, outOf: fc.option(fc.integer({ min: 3, max: 5 }), { nil: undefined }) };
const level = { axis, score: fc.integer({ min: 20, max: 80 }), over: times, ...counting };
const band = fc.constantFrom("low", "high");
const simple: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ kind: fc.constantFrom("at-least" as const, "below" as const), ...level }),
  fc.record({
    kind: fc.constantFrom("rise" as const, "fall" as const),
    axis,
    by: fc.integer({ min: 1, max: 30 }),
    against: times,
    ...counting,
  }),
  fc.record({ kind: fc.constant("cell" as const), ...counting }),
  fc.record({ kind: fc.constant("placed" as const), at: fc.record({ x: band }), ...counting }),
  fc.record({ kind: fc.constant("points" as const), atLeast: fc.integer({ min: -2, max: 6 }) }),
  fc.record({ kind: fc.constant("promotion-score" as const), atLeast: fc.integer({ min: 20, max: 80 }) }),
  fc.record({
    kind: fc.constant("fact" as const),
    fact: fc.constantFrom("years", "months-in-tier"),
    atLeast: fc.integer({ min: 0, max: 12 }),
  }),
  fc.record({ kind: fc.constant("certificate" as const), certificate: fc.constantFrom("c1", "c2") }),
);
const named = (list: readonly Condition[], prefix: string): Condition[] =>
  list.map((one, index) => ({ ...one, id: `${prefix}${index}` }));
const condition: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 5, arbitrary: simple },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom("all" as const, "any" as const),
      of: fc.array(simple, { minLength: 1, maxLength: 3 }).map((list) => named(list, "p")),
    }),
  },
);
const some = (prefix: string, most = 3) =>
  fc.array(condition, { minLength: 1, maxLength: most }).map((list) => named(list, prefix));
const exempt = fc.subarray(["minimum-time", "cooling-off", "step-limit", "places"] as const);
const when = fc
  .tuple(some("c"), fc.array(exempt, { minLength: 3, maxLength: 3 }))
  .map(([list, lists]) => list.map((one, index) => ({ ...one, exempt: lists[index] ?? [] })));
const rarely = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const months = maybe(fc.integer({ min: 0, max: 9 }));
const tierId = fc.constantFrom("a", "b", "c", "d");
const rules: fc.Arbitrary<AdjustmentRules> = fc.record({
  tiers: fc.constant(["a", "b", "c", "d"].map((id) => ({ id }))),
  axes: fc.constant([{ id: "x" }, { id: "y" }]),
  cycle: fc.constant("quarter" as const),
  precedence: fc.constantFrom("promote" as const, "demote" as const, "retain" as const),
  trial: fc.constant({
    months: 6,
    pass: [{ kind: "at-least" as const, axis: "x", score: 40 }],
    extensions: { most: 1, months: 6 },
  }),
  promote: fc.record({
    when,
    requires: rarely(some("r", 1)),
    minimumMonthsInTier: months,
    coolingOffMonths: months,
    mostSteps: maybe(times),
    ceiling: rarely(tierId),
  }),
  demote: fc.record({
    when,
    minimumMonthsInTier: months,
    coolingOffMonths: months,
    mostSteps: maybe(times),
    floor: rarely(tierId),
    plan: maybe(
      fc.record({
        timing: fc.constantFrom("with-demotion" as const, "before-demotion" as const),
        periods: times,
        actions: fc.constant(["a coach", "talks"]),
        targets: maybe(some("t", 2)),
        onFail: maybe(fc.constantFrom("demote" as const, "exit" as const)),
      }),
    ),
  }),
  points: fc.record({
    awards: fc.constant([
      { at: { x: "high" }, points: "1/3" },
      { at: { y: "low" }, points: -1 },
    ]),
    onPromotion: fc.constantFrom("reset" as const, "keep" as const, "spend" as const),
    onDemotion: fc.constantFrom("reset" as const, "keep" as const),
  }),
  protections: fc.constant([
    { reason: "leave", holds: [], review: "is-skipped" as const },
    { reason: "transfer", holds: ["demotion" as const, "promotion" as const], review: "counts" as const },
  ]),
  order: fc.constantFrom([], ["condition" as const]),
});

/** One review: what is given beside the standing, and how many periods after the last one it is. */
const review = fc.record({
  after: fc.constantFrom(1, 1, 1, 1, 2),
  placement: fc.record({
    scores: fc.record({ x: scoreText, y: scoreText }),
    cell: fc
      .tuple(
        fc.oneof(
          fc.constantFrom("up" as const, "stay" as const, "down" as const).map((move) => ({ move })),
          tierId.map((tier) => ({ tier })),
        ),
        fc.record({ x: band, y: band }),
      )
      .map(([says, at]) => ({ ...says, at })),
    gates: fc.constantFrom(true, true, true, false).map((passed) => [{ id: "g", passed }]),
  }),
  capped: rarely(tierId),
  promotionScore: fc.integer({ min: 0, max: 100 }),
  facts: fc.record({ years: fc.integer({ min: 0, max: 12 }) }),
  certificates: fc.subarray(["c1", "c2"]),
  places: fc.record({ c: fc.boolean().map((granted) => ({ granted })) }),
  event: rarely(
    fc.oneof(
      fc.record({ kind: fc.constant("appointment" as const), to: tierId }),
      fc.record({
        kind: fc.constant("protection" as const),
        reason: fc.constantFrom("leave", "transfer"),
        days: fc.integer({ min: 0, max: 200 }),
      }),
    ),
  ),
});
/** Runs enough for moves by conditions of every kind. */
const RUNS = { numRuns: 200 };

const reviews = fc.array(review, { minLength: 2, maxLength: 12 });
type Review = typeof review extends fc.Arbitrary<infer T> ? T : never;
type Adjust = ReturnType<typeof adjuster>;
type Input = Parameters<Adjust>[0];

/** The inputs of a career without the standings. */
function inputsOf(list: readonly Review[]): readonly Omit<Input, "standing">[] {
  let period = "2025-Q4";
  return list.map(({ after, capped, event, placement, ...rest }, index) => {
    for (let left = after; left > 0; left -= 1) period = nextPeriod(period);
    const from = periodStart(period);
    const base = { id: `e${index}`, date: from };
    const events =
      event === undefined
        ? []
        : event.kind === "appointment"
          ? [{ ...base, ...event }]
          : [{ ...base, kind: event.kind, reason: event.reason, from, to: later(from, event.days) }];
    return {
      period,
      placement: { ...placement, ...(capped === undefined ? {} : { capTier: capped }) },
      events,
      ...rest,
    };
  });
}

function later(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

function career(
  adjust: Adjust,
  inputs: readonly Omit<Input, "standing">[],
  standing: StandingInput,
  keep = (one: StandingInput) => one,
): Decision[] {
  let now = standing;
  return inputs.map((input) => {
    const decision = adjust({ ...input, standing: now });
    now = keep(decision.standing);
    return decision;
  });
}

const start: fc.Arbitrary<StandingInput> = fc.constantFrom(
  { tier: "b", since: "2025-10-01" },
  { tier: "b", since: "2025-11-15", trial: { until: "2026-05-14" } },
  {
    tier: "c",
    since: "2025-01-01",
    lastChange: { direction: "down" as const, on: "2025-01-01" },
    points: "2/3",
  },
);

test("a career that is stored as JSON at every step is the same", () => {
  fc.assert(
    fc.property(rules, reviews, start, (config, list, standing) => {
      const inputs = inputsOf(list);
      const whole = career(adjuster(config), inputs, standing);
      expect(asJson(career(adjuster(asJson(config)), asJson(inputs), standing, asJson))).toEqual(
        asJson(whole),
      );
    }),
    RUNS,
  );
});

test("a fold that is split anywhere gives the same career", () => {
  fc.assert(
    fc.property(rules, reviews, start, fc.nat(), (config, list, standing, nat) => {
      const inputs = inputsOf(list);
      const whole = career(adjuster(config), inputs, standing);
      const at = 1 + (nat % (inputs.length - 1));
      const last = whole[at - 1] as Decision;
      const rest = career(adjuster(config), inputs.slice(at), asJson(last.standing));
      expect(asJson([...whole.slice(0, at), ...rest])).toEqual(asJson(whole));
    }),
    RUNS,
  );
});

test("a standing has nothing undefined in it, and nothing that comes after its last review", () => {
  fc.assert(
    fc.property(rules, reviews, start, (config, list, standing) => {
      for (const { standing: after } of career(adjuster(config), inputsOf(list), standing)) {
        expect(Object.values(after).every((value) => value !== undefined)).toBe(true);
        expect(after.history.every(({ period }) => period <= (after.reviewed as string))).toBe(true);
        expect(after.since <= dayAfter(after.reviewed as string)).toBe(true);
      }
    }),
    RUNS,
  );
});

const position = ["a", "b", "c", "d"];
const movedBy = ({ from, to }: Decision) => position.indexOf(to) - position.indexOf(from);
const cause = ({ because }: Decision) => because?.source;

/** The exemptions of the condition that moved the person. */
function exemptions(config: AdjustmentRules, decision: Decision): readonly string[] {
  const rule = movedBy(decision) > 0 ? config.promote : config.demote;
  return rule?.when.find(({ id }) => id === decision.because?.id)?.exempt ?? [];
}

/** Decisions, each with the standing before it. */
function withBefore(decisions: readonly Decision[], standing: StandingInput) {
  return decisions.map((decision, index) => ({
    decision,
    before: index === 0 ? standing : (decisions[index - 1] as Decision).standing,
  }));
}

test("conditions move nobody farther than the step limit, the ceiling, the floor and the cap", () => {
  fc.assert(
    fc.property(rules, reviews, start, (config, list, standing) => {
      const inputs = inputsOf(list);
      for (const [index, decision] of career(adjuster(config), inputs, standing).entries()) {
        const moved = movedBy(decision);
        if (cause(decision) !== "condition" || moved === 0) continue;
        const rule = moved > 0 ? config.promote : config.demote;
        if (rule?.mostSteps !== undefined && !exemptions(config, decision).includes("step-limit"))
          expect(Math.abs(moved)).toBeLessThanOrEqual(rule.mostSteps);
        const [to, floor, ceiling, cap] = [
          decision.to,
          config.demote?.floor ?? "a",
          config.promote?.ceiling ?? "d",
          inputs[index]?.placement?.capTier ?? "d",
        ].map((tier) => position.indexOf(tier)) as [number, number, number, number];
        if (moved > 0) expect(to).toBeLessThanOrEqual(Math.min(ceiling, cap));
        else expect(to).toBeGreaterThanOrEqual(floor);
      }
    }),
    RUNS,
  );
});

test("conditions move nobody inside the minimum time, the cooling-off time, a trial or a protection, unless exempt", () => {
  fc.assert(
    fc.property(rules, reviews, start, (config, list, standing) => {
      for (const { decision, before } of withBefore(
        career(adjuster(config), inputsOf(list), standing),
        standing,
      )) {
        const moved = movedBy(decision);
        if (cause(decision) !== "condition" || moved === 0) continue;
        const rule = moved > 0 ? config.promote : config.demote;
        const free = exemptions(config, decision);
        if (!free.includes("minimum-time"))
          expect(monthsBetween(before.since, decision.effectiveFrom)).toBeGreaterThanOrEqual(
            rule?.minimumMonthsInTier ?? 0,
          );
        const change = before.lastChange;
        const contrary = change?.direction === (moved > 0 ? "down" : "up") && !free.includes("cooling-off");
        if (change !== undefined && contrary)
          expect(monthsBetween(change.on, decision.effectiveFrom)).toBeGreaterThanOrEqual(
            rule?.coolingOffMonths ?? 0,
          );
        expect(decision.trial?.status ?? "passed").toBe("passed");
        expect(decision.skipped).toBe(false);
        expect(decision.holds.some(({ code }) => code === "protected")).toBe(false);
      }
    }),
    RUNS,
  );
});

const ROWS = ["at-least", "below", "rise", "fall", "cell", "placed"];

/** A result and all that it is made of. */
const flat = (results: readonly ConditionResult[]): readonly ConditionResult[] =>
  results.flatMap((one) => [one, ...flat(one.of ?? [])]);

test("what a decision names as evidence is this review or in the history before it", () => {
  fc.assert(
    fc.property(rules, reviews, start, (config, list, standing) => {
      for (const { decision, before } of withBefore(
        career(adjuster(config), inputsOf(list), standing),
        standing,
      )) {
        const known = [...(before.history ?? []).map(({ period }) => period), decision.period];
        for (const { evidence, periods, outOf, count, met, kind } of flat(decision.conditions)) {
          for (const { period } of evidence) expect(known).toContain(period);
          if (!ROWS.includes(kind)) continue;
          expect(count).toBe(evidence.length);
          expect(met).toBe(evidence.length >= periods);
          expect(evidence.length).toBeLessThanOrEqual(outOf);
        }
      }
    }),
    RUNS,
  );
});

test("a decision agrees with itself", () => {
  fc.assert(
    fc.property(rules, reviews, start, (config, list, standing) => {
      for (const { decision, before } of withBefore(
        career(adjuster(config), inputsOf(list), standing),
        standing,
      )) {
        const moved = Math.sign(movedBy(decision));
        expect(decision.from).toBe(before.tier);
        expect(decision.standing.tier).toBe(decision.to);
        expect(decision.outcome).toBe({ "-1": "demoted", 0: "retained", 1: "promoted" }[String(moved)]);
        expect(decision.standing.since).toBe(moved === 0 ? before.since : decision.effectiveFrom);
        const met = (direction: string) =>
          decision.conditions.some((one) => one.met && one.purpose === direction);
        if (cause(decision) === "condition") expect(met(moved > 0 ? "up" : "down")).toBe(true);
        if (moved === 0 && (met("up") || met("down")))
          expect(decision.holds.length + (cause(decision) === undefined ? 0 : 1)).toBeGreaterThan(0);
        const open = decision.plans.filter(({ status }) => ["opened", "open", "extended"].includes(status));
        expect(open.length).toBe(decision.standing.plan === undefined ? 0 : 1);
        for (const hold of decision.holds)
          if (
            "until" in hold &&
            hold.until !== undefined &&
            hold.code !== "protected" &&
            hold.code !== "trial"
          )
            expect(hold.until > decision.effectiveFrom).toBe(true);
      }
    }),
    RUNS,
  );
});
