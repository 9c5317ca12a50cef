import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  carryOver,
  compilePolicy,
  diffPolicies,
  nextPeriod,
  type Policy,
  type PolicyStandingInput,
  policyAt,
  TierwiseError,
} from "../../src/index.js";
import { asJson, decimalText } from "./exact.js";

const desk: Policy = {
  format: 1,
  id: "desk",
  label: { en: "Desk", "zh-TW": "服務台" },
  effectiveFrom: "2026-01-01",
  currency: "EUR",
  axes: [
    {
      id: "quality",
      decimals: 4,
      indicators: [
        { id: "audits", weight: 0.25, measure: { kind: "points", from: 0 } },
        {
          id: "help",
          weight: "75%",
          measure: { kind: "rating", from: 1, to: 5, points: { from: 10.5, to: 100 } },
        },
      ],
      bands: [{ id: "low" }, { id: "fair", from: 50 }, { id: "good", from: 80 }],
    },
  ],
  tiers: [{ id: "first", duties: ["greet", "listen"] }, { id: "second" }, { id: "third" }],
  matrix: {
    cells: [
      { at: { quality: "low" }, move: "down" },
      { at: { quality: "fair" }, move: "stay", actions: ["coach"] },
      { at: { quality: "good" }, move: "up" },
    ],
    gates: [{ id: "audit", indicator: "audits", atLeast: 40, onFail: "block-promotion" }],
  },
  adjustment: {
    cycle: "quarter",
    promote: { when: [{ kind: "cell", periods: 2 }], minimumMonthsInTier: 6 },
    demote: {
      when: [{ kind: "below", axis: "quality", score: 40 }],
      plan: { periods: 1, actions: ["meet"] },
    },
    precedence: "demote",
  },
  incentives: [
    {
      use: "performanceBonus",
      axis: "quality",
      target: ["first", "second", "third"].map((tier, index) => ({ tier, amount: 1000 * (index + 1) })),
      payout: [
        { score: 50, pays: "50%" },
        { score: 100, pays: 1 },
      ],
    },
  ],
};

const day = fc.integer({ min: 0, max: 40 }).map((days) => {
  const date = new Date(Date.UTC(2026, 0, 1 + days * 9));
  return date.toISOString().slice(0, 10);
});

describe("policyAt", () => {
  const version = fc.record(
    { effectiveFrom: day, effectiveTo: day, recordedOn: day },
    { requiredKeys: ["effectiveFrom"] },
  );
  interface Dates {
    readonly effectiveFrom: string;
    readonly effectiveTo?: string;
    readonly recordedOn?: string;
  }
  const known = ({ recordedOn, effectiveFrom }: Dates) => recordedOn ?? effectiveFrom;

  /** The same, asked the other way round: a version is in force if none stands in its way. */
  const naive = (versions: readonly Dates[], on: string, knownOn: string) =>
    versions.findIndex((one) => {
      if (known(one) > knownOn || one.effectiveFrom > on || (one.effectiveTo ?? "9") < on) return false;
      return versions.every((other) => {
        if (other === one || known(other) > knownOn) return true;
        if (other.effectiveFrom === one.effectiveFrom) return known(other) < known(one);
        const replaced = versions.some(
          (third) =>
            third.effectiveFrom === other.effectiveFrom &&
            known(third) <= knownOn &&
            known(third) > known(other),
        );
        const inForce = other.effectiveFrom <= on && (other.effectiveTo ?? "9") >= on && !replaced;
        return !inForce || other.effectiveFrom < one.effectiveFrom;
      });
    });

  test("finds what a search through all versions finds, whatever their order", () => {
    fc.assert(
      fc.property(
        fc.array(version, { minLength: 1, maxLength: 6 }),
        day,
        fc.option(day),
        fc.nat(),
        (list, on, knownOn, turn) => {
          const policies = list.map((dates, index) => ({
            ...desk,
            ...dates,
            label: `v${index}`,
          })) as Policy[];
          const problems = policyAt.check({ policies });
          const twice =
            new Set(list.map((one) => `${one.effectiveFrom} ${known(one as Dates)}`)).size < list.length;
          const backwards = list.some(
            (one) => one.effectiveTo !== undefined && one.effectiveTo < one.effectiveFrom,
          );
          expect(problems.length > 0).toBe(twice || backwards);
          if (problems.length > 0) return;
          const at = policies.length === 0 ? 0 : turn % policies.length;
          const outcome = policyAt({ policies: [...policies.slice(at), ...policies.slice(0, at)] }).safe({
            on,
            ...(knownOn === null ? {} : { knownOn }),
          });
          const wanted = naive(list as Dates[], on, knownOn ?? "9");
          expect(outcome.ok ? outcome.value.label : outcome.error.issues[0]?.code).toBe(
            wanted < 0 ? "no-policy-in-force" : `v${wanted}`,
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});

const standings: fc.Arbitrary<PolicyStandingInput> = fc
  .record({
    tier: fc.constantFrom("first", "second", "third"),
    since: day,
    scores: fc.array(decimalText({ min: 0, max: 100, decimals: 2 }), { maxLength: 4 }),
  })
  .map(({ tier, since, scores }) => {
    let period = "2025-Q1";
    const history = scores.map((quality) => {
      period = nextPeriod(period);
      return { period, scores: { quality }, proposal: "up" as const };
    });
    return { tier, since, history, policy: { id: desk.id, effectiveFrom: desk.effectiveFrom } };
  });

describe("carryOver", () => {
  const next = (transition: Policy["transition"]): Policy => ({
    ...desk,
    effectiveFrom: "2026-07-01",
    ...(transition === undefined ? {} : { transition }),
  });

  test("to a version in which nothing is another changes nothing but the version", () => {
    fc.assert(
      fc.property(
        standings,
        fc.constantFrom(undefined, { counters: "keep" as const }),
        (standing, transition) => {
          const { standing: carried, changes } = carryOver(next(transition))(standing);
          expect(changes).toEqual([]);
          expect(asJson(carried)).toEqual({
            ...standing,
            policy: { id: desk.id, effectiveFrom: "2026-07-01" },
          });
        },
      ),
    );
  });

  test("loses nothing without saying so, and a second time changes nothing", () => {
    const transitions = fc.record(
      {
        counters: fc.constantFrom("keep" as const, "reset" as const),
        tiers: fc.uniqueArray(
          fc.record({
            from: fc.constantFrom("first", "second", "third"),
            to: fc.constantFrom("first", "third"),
          }),
          { selector: ({ from }) => from },
        ),
        grandfather: fc.record({ months: fc.integer({ min: 1, max: 30 }) }),
      },
      { requiredKeys: ["counters"] },
    ) as fc.Arbitrary<NonNullable<Policy["transition"]>>;
    fc.assert(
      fc.property(standings, transitions, (standing, transition) => {
        const carry = carryOver(next(transition));
        const { standing: carried, changes } = carry(standing);
        const dropped = changes.flatMap((change) =>
          change.code === "reviews-dropped" ? change.periods : [],
        );
        expect([...dropped, ...carried.history.map(({ period }) => period)].sort()).toEqual(
          (standing.history ?? []).map(({ period }) => period),
        );
        expect(changes.some(({ code }) => code === "tier-mapped")).toBe(carried.tier !== standing.tier);
        expect(carried.since).toBe(standing.since);
        expect(changes.some(({ code }) => code === "grandfathered")).toBe(carried.heldUntil !== undefined);
        const again = carry(carried);
        expect([again.changes, asJson(again.standing)]).toEqual([[], asJson(carried)]);
      }),
    );
  });

  test("keeps who is protected from demotion until the day, and no longer", () => {
    const policy = next({ counters: "keep", grandfather: { months: 12 } });
    const { review } = compilePolicy(policy);
    const evidence = fc.record({
      audits: fc.integer({ min: 0, max: 100 }),
      help: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(evidence, { minLength: 8, maxLength: 8 }), (list) => {
        let standing = carryOver(policy)({ tier: "third", since: "2025-01-01" }).standing;
        let period = "2026-Q3";
        for (const one of list) {
          const { decision, standing: left } = review({
            person: { id: "ann" },
            period,
            standing,
            evidence: one,
          });
          const poor = decision.conditions.some(({ purpose, met }) => purpose === "down" && met);
          const early = decision.effectiveFrom < "2027-07-01";
          if (early) {
            expect(decision.to).toBe("third");
            expect(decision.holds.some(({ code }) => code === "held-until")).toBe(poor);
            expect(left.heldUntil?.date).toBe("2027-07-01");
          } else {
            expect(decision.holds.some(({ code }) => code === "held-until")).toBe(false);
            expect(left.heldUntil).toBeUndefined();
            if (decision.from === "third") expect(decision.outcome === "demoted").toBe(poor);
          }
          [standing, period] = [left, nextPeriod(period)];
        }
      }),
    );
  });
});

/** All places of a document. */
function places(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...path, key]))];
}

function changed(
  value: unknown,
  [key, ...rest]: readonly string[],
  change: (value: unknown) => unknown,
): unknown {
  if (key === undefined) return change(value);
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  const holder = copy as Record<string, unknown>;
  const made = changed(holder[key], rest, change);
  if (made !== undefined) holder[key] = made;
  else if (Array.isArray(copy)) copy.splice(Number(key), 1);
  else delete holder[key];
  return copy;
}

describe("diffPolicies", () => {
  const numbers = places(desk).filter((path) => {
    let value: unknown = desk;
    for (const key of path) value = (value as Record<string, unknown>)[key];
    const last = path.at(-1) ?? "";
    return (
      typeof value === "number" && !["format", "decimals", "periods", "minimumMonthsInTier"].includes(last)
    );
  });

  /** Says the same in other words: properties in another order, numbers as texts, defaults said. */
  const reworded = fc
    .record({
      turned: fc.boolean(),
      written: fc.array(fc.tuple(fc.constantFrom(...numbers), fc.constantFrom("text", "zeros", "fraction")), {
        maxLength: 4,
      }),
      defaults: fc.boolean(),
    })
    .map(({ turned, written, defaults }) => {
      let policy: unknown = desk;
      for (const [path, way] of written) {
        policy = changed(policy, path, (value) => {
          if (typeof value !== "number") return value;
          const text = String(value);
          if (way === "zeros") return text.includes(".") ? `${text}00` : `${text}.00`;
          return way === "fraction" ? `${value * 4}/4` : text;
        });
      }
      if (defaults) {
        policy = changed(policy, ["axes", "0", "rounding"], () => "half-up");
        policy = changed(policy, ["axes", "0", "scoreDecimals"], () => 2);
        policy = changed(policy, ["incentives", "0", "curve"], () => "lines");
      }
      return (turned ? reversed(policy) : policy) as Policy;
    });

  function reversed(value: unknown): unknown {
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map(reversed);
    return Object.fromEntries(
      Object.entries(value)
        .map(([key, inner]) => [key, reversed(inner)])
        .reverse(),
    );
  }

  test("finds nothing where two documents say the same", () => {
    fc.assert(
      fc.property(reworded, reworded, (one, other) => {
        expect(compilePolicy.check(one)).toEqual([]);
        expect(diffPolicies(one, other)).toEqual([]);
      }),
    );
  });

  const anyPlace = fc.constantFrom(...places(desk).filter((path) => path.length > 0));
  const anyChange = fc.constantFrom(
    () => undefined,
    (value: unknown) => (typeof value === "number" ? value + 1 : `${value}x`),
    (value: unknown) => (Array.isArray(value) ? [...value].reverse() : value),
    (value: unknown) => (Array.isArray(value) ? [...value, ...value] : value),
    (value: unknown) => (value === "half-up" ? "half-even" : value === "up" ? "stay" : value),
  );

  test("finds something where they do not, and the same things the other way round", () => {
    let compared = 0;
    fc.assert(
      fc.property(anyPlace, anyChange, reworded, (path, change, other) => {
        const policy = changed(desk, path, change) as Policy;
        if (compilePolicy.check(policy).length > 0) return;
        const there = diffPolicies(other, policy);
        const back = diffPolicies(policy, other);
        expect(there.length === 0).toBe(meaning(policy) === meaning(desk));
        expect(back).toHaveLength(there.length);
        const opposite = { added: "removed", removed: "added", changed: "changed", reordered: "reordered" };
        expect(back.map(({ kind }) => opposite[kind]).sort()).toEqual(there.map(({ kind }) => kind).sort());
        for (const { text } of there) expect(text).toMatch(/^[A-Z].*\.$/s);
        compared += there.length;
      }),
      { numRuns: 600 },
    );
    expect(compared).toBeGreaterThan(20);
  });

  /** What a document says: everything filled in, as `compilePolicy` shows it, and what no part has. */
  function meaning(policy: Policy): string {
    const { parts } = compilePolicy(policy);
    const { label, effectiveFrom, id } = policy;
    return JSON.stringify(
      [parts, label, effectiveFrom, id, policy.incentives?.map(({ use }) => use)],
      (key, value) => {
        const sorted = (object: object) =>
          Object.fromEntries(Object.entries(object).sort(([one], [two]) => (one < two ? -1 : 1)));
        if (typeof value === "object" && value !== null && !Array.isArray(value)) return sorted(value);
        const numeric = !["label", "id", "tier"].includes(key) && /^\d+(\.\d+)?%?$/.test(String(value));
        if (!numeric) return value;
        return String(value).endsWith("%") ? Number(String(value).slice(0, -1)) / 100 : Number(value);
      },
    );
  }

  test("of a policy that is not valid is an error", () => {
    expect(() => diffPolicies(desk, { ...desk, tiers: [] })).toThrow(TierwiseError);
  });
});
