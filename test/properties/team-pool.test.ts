import fc from "fast-check";
import { expect, test } from "vitest";
import {
  currencyDecimals,
  type TeamPool,
  type TeamPoolConfig,
  type TeamPoolInput,
  teamPool,
} from "../../src/index.js";
import { asJson, decimalText, ids, total, wide } from "./exact.js";

const amount = decimalText({ min: -2000, max: 9000, decimals: 3 });
const weight = decimalText({ min: 0, max: 20, decimals: 1 });
const config: fc.Arbitrary<TeamPoolConfig> = fc
  .record({
    currency: fc.constantFrom("JPY", "USD", "KWD"),
    rounding: fc.constantFrom("half-up" as const, "down" as const, "up" as const, "half-even" as const),
    share: fc.constantFrom("1/3", "100%", "0.07", 0),
    reserve: fc.constantFrom(0, "25%", "1/7", "100%"),
    gate: fc.option(fc.constantFrom(50, 80)),
    least: fc.option(fc.integer({ min: 0, max: 300 })),
    most: fc.option(fc.constantFrom<string[]>("20%", "1/3", "50%")),
    factors: fc.subarray(["equal", "days", "tier", "fact"] as const, { minLength: 1 }),
  })
  .map(({ share, gate, least, most, factors, ...rest }) => ({
    ...rest,
    fund: [
      { kind: "share" as const, of: [{ figure: "result" }], share },
      { kind: "fixed" as const, amount: 12 },
    ],
    whenShort: "reduce" as const,
    ...(gate === null ? {} : { score: { least: gate } }),
    ...(least === null ? {} : { memberLeast: { fact: "least" } }),
    ...(most === null ? {} : { memberMost: { share: most } }),
    sharedBy: factors.map((by) =>
      by === "tier"
        ? {
            by,
            points: [
              { of: ["a"], counts: 1 },
              { of: ["b"], counts: "2.5" },
            ],
          }
        : by === "fact"
          ? { by, fact: "score" }
          : { by },
    ),
  }));
const day = fc.integer({ min: 1, max: 31 }).map((number) => `2026-07-${String(number).padStart(2, "0")}`);
const input = (one: TeamPoolConfig): fc.Arbitrary<TeamPoolInput> =>
  fc
    .record({ result: amount, names: ids(0, 6), score: fc.integer({ min: 0, max: 100 }) })
    .chain(({ result, names, score }) =>
      fc
        .tuple(
          ...names.map((id) =>
            fc.record({
              id: fc.constant(id),
              tier: fc.constantFrom("a", "b"),
              facts: fc.record({ score: weight, least: fc.constantFrom(0, "0.5", 3) }),
              employment: fc.oneof(
                fc.constant({ from: "2020-01-01" }),
                fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })),
                fc.constant({ from: "2026-08-01" }),
              ),
            }),
          ),
        )
        .map((members) => ({
          period: "2026-07",
          figures: { result },
          ...(one.score === undefined ? {} : { score }),
          members,
        })),
    );
const run = config.chain((one) => fc.tuple(fc.constant(one), input(one)));
/** Near enough to compare fractions. */
function number(text: unknown): number {
  const [top, bottom = "1"] = String(text).split("/");
  return Number(top) / Number(bottom);
}

/** A most that is below a least is an error of its own, which these properties are not about. */
const shared = (one: TeamPoolConfig, given: TeamPoolInput): TeamPool | undefined => {
  const result = teamPool(one).safe(given);
  return result.ok ? result.value : undefined;
};

test("the lines and what is undistributed sum to the pool, and the pool and the reserve to the rounded whole", () => {
  let paid = 0;
  fc.assert(
    fc.property(run, ([one, given]) => {
      const result = shared(one, given);
      if (result === undefined) return;
      const lines = result.members.map(({ line }) => line.amount);
      expect(total(lines).eq(wide(result.amount))).toBe(true);
      expect(total([result.amount, result.undistributed]).eq(wide(result.pool))).toBe(true);
      expect([...lines, result.undistributed, result.reserved].every((part) => !part.isNegative())).toBe(
        true,
      );
      expect(result.members.length + result.excluded.length).toBe(given.members.length);
      paid += Number(lines.length > 0 && !result.amount.isZero());
    }),
    { numRuns: 300 },
  );
  expect(paid).toBeGreaterThan(50);
});

test("the order of members changes nothing", () => {
  fc.assert(
    fc.property(run, ([one, given]) => {
      const result = shared(one, given);
      const turned = shared(one, { ...given, members: [...given.members].reverse() });
      expect(turned === undefined).toBe(result === undefined);
      expect([...asJson(turned?.members ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
        [...asJson(result?.members ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1)),
      );
      expect(turned?.undistributed.toFixed()).toBe(result?.undistributed.toFixed());
    }),
    { numRuns: 150 },
  );
});

test("whoever counts more and is held by no bound gets no less, and nobody gets more than the most", () => {
  fc.assert(
    fc.property(run, ([one, given]) => {
      const result = shared(one, given);
      if (result === undefined) return;
      const free = result.members.filter(({ held }) => held === undefined);
      for (const a of free)
        for (const b of free)
          if (number(a.counts) > number(b.counts) + 1e-9) expect(a.line.amount.gte(b.line.amount)).toBe(true);
      const most = one.memberMost?.share;
      if (typeof most !== "string") return;
      // Where no whole units keep all bounds, a part is rounded past its most by less than a unit.
      const unit = wide(10).pow(-currencyDecimals(one.currency));
      const bound =
        most === "1/3"
          ? wide(result.pool).div(3)
          : wide(result.pool)
              .times(number(most.slice(0, -1)))
              .div(100);
      const reduced = result.members.some(({ line }) =>
        line.notes?.some(({ kind }) => kind === "pool-reduced"),
      );
      for (const { line } of reduced ? [] : result.members)
        expect(wide(line.amount).lt(bound.plus(unit))).toBe(true);
    }),
    { numRuns: 200 },
  );
});
