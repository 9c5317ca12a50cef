// Policies of all rules of adjustment at once, for the properties of careers.
import fc from "fast-check";
import type { ConditionInput as Condition, Policy } from "../../src/index.js";

const LADDER = ["a", "b", "c", "d"];
const SIDE = ["m", "n"];

/** The ladder that a tier of a policy is on, from the lowest. */
export function ladderOf({ tiers, adjustment }: Policy, tier: string): readonly string[] {
  const track = adjustment.tracks?.find((one) => one.tiers.includes(tier));
  return track?.tiers ?? tiers.map(({ id }) => id);
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const rarely = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 1 });
const seldom = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

/** The same without what is undefined, as it is written in a document. */
function written<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

const times = fc.integer({ min: 1, max: 3 });
const tierId = fc.constantFrom(...LADDER);
const axis = fc.constantFrom("x", "y");
const counting = { periods: times, outOf: seldom(fc.integer({ min: 3, max: 4 })) };
const score = fc.integer({ min: 20, max: 90 });
const points = fc.record({ kind: fc.constant("points" as const), atLeast: fc.integer({ min: 1, max: 4 }) });
const promotionScore = fc.record({ kind: fc.constant("promotion-score" as const), atLeast: score });
const certificate = fc.record({ kind: fc.constant("certificate" as const), certificate: fc.constant("c") });
const cell = fc.record({ kind: fc.constant("cell" as const), ...counting });
const level = <Kind extends "at-least" | "below">(kind: Kind) =>
  fc.record({ kind: fc.constant(kind), axis, score, over: fc.constantFrom(1, 1, 2), ...counting });
const change = <Kind extends "rise" | "fall">(kind: Kind) =>
  fc.record({
    kind: fc.constant(kind),
    axis,
    by: fc.integer({ min: 5, max: 40 }),
    against: fc.constantFrom(1, 1, 2),
    ...counting,
  });
const placed = (band: "low" | "high") =>
  fc.record({
    kind: fc.constant("placed" as const),
    at: fc.constantFrom({ x: band }, { y: band }, { x: band, y: band }),
    ...counting,
  });

/** What speaks for a person, and what speaks against one. */
const good: fc.Arbitrary<Condition> = fc.oneof(
  cell,
  level("at-least"),
  change("rise"),
  placed("high"),
  points,
  promotionScore,
  certificate,
  fc.constantFrom<Condition>(
    { kind: "fact", fact: "years", atLeast: 3 },
    { kind: "fact", fact: "months-in-tier", atLeast: 9 },
    { kind: "fact", fact: "violations", atMost: 0 },
  ),
);
const bad: fc.Arbitrary<Condition> = fc.oneof(
  cell,
  level("below"),
  change("fall"),
  placed("low"),
  fc.constantFrom<Condition>(
    { kind: "fact", fact: "years", atMost: 1 },
    { kind: "fact", fact: "violation-points", atLeast: 2 },
  ),
);

/** `odd` lets now and then what speaks for a person speak against one, and the other way round. */
function conditions(
  prefix: string,
  ownKind: "good" | "bad",
  odd: boolean,
  most = 3,
): fc.Arbitrary<Condition[]> {
  const [own, other] = ownKind === "good" ? [good, bad] : [bad, good];
  const one = odd ? fc.oneof({ weight: 6, arbitrary: own }, { weight: 1, arbitrary: other }) : own;
  const joined = fc.record({
    kind: fc.constantFrom("all" as const, "any" as const),
    of: fc
      .array(one, { minLength: 1, maxLength: 2 })
      .map((list) => list.map((part, index) => ({ ...part, id: `p${index}` }))),
  });
  const any = fc.oneof({ weight: 5, arbitrary: one }, { weight: 1, arbitrary: joined });
  const entry = fc.record({
    condition: any,
    exempt: seldom(fc.subarray(["minimum-time", "cooling-off", "step-limit"] as const, { minLength: 1 })),
    tiers: seldom(fc.subarray(LADDER, { minLength: 1 })),
  });
  return fc
    .array(entry, { minLength: 1, maxLength: most })
    .map((list) =>
      list.map(({ condition, ...rest }, index) => ({ ...condition, ...rest, id: `${prefix}${index}` })),
    );
}

const months = seldom(fc.integer({ min: 1, max: 12 }));

const violations = {
  severities: [
    { id: "minor", points: 1, expiresMonths: 12 },
    { id: "major", points: "5/2" },
  ],
  consequences: [
    { kind: "warning" as const, atPoints: 1 },
    { kind: "block-promotion" as const, atPoints: 2 },
    { kind: "demotion" as const, severity: "major", count: 1 },
    { id: "fall", kind: "demotion" as const, atPoints: 6, steps: 2 },
    { kind: "dismissal" as const, atPoints: 8 },
  ],
};

const tracks = [
  { id: "main", tiers: LADDER },
  { id: "side", tiers: SIDE },
];

const crossings = fc
  .record({ mode: fc.constantFrom("exclusive" as const, "concurrent" as const), level: score })
  .map(({ mode, level }) => [
    {
      from: "main",
      to: "side",
      mode,
      map: [
        { from: "b", to: "m" },
        { from: "c", to: "m" },
        { from: "d", to: "n" },
      ],
      requires: [{ kind: "at-least" as const, axis: "x", score: level }],
    },
    {
      from: "side",
      to: "main",
      mode,
      map: [
        { from: "m", to: "b" },
        { from: "n", to: "c" },
      ],
    },
  ]);

function adjustment(odd: boolean, withTracks: boolean) {
  return fc.record({
    cycle: fc.constantFrom("quarter" as const, "quarter" as const, "half-year" as const, "month" as const),
    precedence: fc.constantFrom("promote" as const, "demote" as const, "retain" as const),
    trial: fc.record({
      months: fc.constant(6),
      pass: maybe(conditions("s", "good", odd, 1)),
      extensions: maybe(fc.record({ most: times, months: fc.constantFrom(3, 6) })),
    }),
    promote: fc.record({
      when: conditions("u", "good", odd),
      requires: seldom(conditions("r", "good", odd, 1)),
      minimumMonthsInTier: months,
      coolingOffMonths: months,
      mostSteps: maybe(times),
      ceiling: seldom(tierId),
    }),
    demote: fc.record({
      when: conditions("d", "bad", odd),
      minimumMonthsInTier: months,
      coolingOffMonths: months,
      mostSteps: maybe(times),
      floor: seldom(tierId),
      plan: maybe(
        fc.record({
          timing: fc.constantFrom("with-demotion" as const, "before-demotion" as const),
          periods: times,
          actions: fc.constant(["a coach"]),
          targets: maybe(conditions("t", "good", odd, 2)),
          extensions: maybe(fc.constant({ most: 1, periods: 1 })),
          onFail: maybe(fc.constantFrom("demote" as const, "exit" as const)),
        }),
      ),
    }),
    points: fc.record({
      awards: fc.constantFrom(
        [
          { at: { x: "high", y: "high" }, points: 1 },
          { at: { x: "high" }, points: "1/3" },
        ],
        [
          { at: { y: "high" }, points: 2 },
          { at: { y: "low" }, points: -1 },
        ],
      ),
      onPromotion: fc.constantFrom("reset" as const, "keep" as const, "spend" as const),
      onDemotion: fc.constantFrom("reset" as const, "keep" as const),
    }),
    protections: fc.constant([
      {
        reason: "leave",
        label: { en: "parental leave", "zh-TW": "育嬰假" },
        review: "is-skipped" as const,
        holds: ["demotion" as const, "promotion" as const],
      },
      { reason: "transfer" },
      { reason: "freeze", holds: ["promotion" as const] },
    ]),
    violations: fc.constant(violations),
    tracks: fc.constant(withTracks ? tracks : undefined),
    crossings: withTracks ? crossings : fc.constant(undefined),
    order: fc.constantFrom(undefined, ["condition" as const], ["appointment" as const, "plan" as const]),
  });
}

type Says = { readonly move?: "up" | "stay" | "down"; readonly tier?: string };
const RANK = { down: 0, stay: 1, up: 2 };

/** The four cells; better places never say less, unless they may be odd. */
function cells(odd: boolean) {
  const says: fc.Arbitrary<Says> = odd
    ? fc.oneof(
        {
          weight: 3,
          arbitrary: fc.record({ move: fc.constantFrom("up" as const, "stay" as const, "down" as const) }),
        },
        { weight: 1, arbitrary: fc.record({ tier: tierId }) },
      )
    : fc.record({ move: fc.constantFrom("up" as const, "stay" as const, "down" as const) });
  const sorted = fc.oneof(
    {
      weight: 3,
      arbitrary: fc
        .array(says, { minLength: 4, maxLength: 4 })
        .map((list) => [...list].sort((p, q) => rank(p) - rank(q))),
    },
    {
      weight: 1,
      arbitrary: fc
        .array(tierId, { minLength: 4, maxLength: 4 })
        .map((list) => [...list].sort().map((tier) => ({ tier }) as Says)),
    },
  );
  const list = odd ? fc.array(says, { minLength: 4, maxLength: 4 }) : sorted;
  return list.map((four) =>
    four.map((one, index) => ({
      at: { x: index < 2 ? "low" : "high", y: index % 2 === 0 ? "low" : "high" },
      ...one,
      actions: ["a talk"],
    })),
  );
}

function rank({ move }: Says): number {
  return RANK[move ?? "stay"];
}

const gates = fc
  .record({
    least: score,
    onFail: fc.constantFrom("block-promotion" as const, "veto" as const),
    cap: tierId,
    shown: fc.subarray([0, 1, 2, 3]),
  })
  .map(({ least, onFail, cap, shown }) =>
    [
      { id: "g-indicator", label: { en: "help", "zh-CN": "帮助" }, indicator: "x1", atLeast: least, onFail },
      { id: "g-axis", axis: "y", atLeast: least - 10, onFail: "cap-tier" as const, tier: cap },
      { id: "g-fact", fact: "years", atLeast: 1, onFail: "block-promotion" as const },
      { id: "g-certificate", certificate: "c", onFail: "block-promotion" as const },
    ].filter((_, index) => shown.includes(index)),
  );

export interface PolicyWish {
  /** Conditions and cells may be such that better evidence does harm. */
  readonly odd: boolean;
  readonly tracks?: boolean;
  readonly gates?: boolean;
  readonly effectiveFrom?: string;
  readonly transition?: Policy["transition"];
}

/** Policies of one shape: two axes of two bands, four tiers and perhaps a second track of two, and all rules of adjustment. */
export function anyPolicy(wish: PolicyWish): fc.Arbitrary<Policy> {
  const measure = { kind: "points" as const };
  return fc
    .record({
      high: fc.tuple(score, score),
      margin: rarely(fc.integer({ min: 1, max: 10 })),
      cells: cells(wish.odd),
      gates: wish.gates === false ? fc.constant([]) : gates,
      adjustment: adjustment(wish.odd, wish.tracks ?? false),
    })
    .map(({ high, margin, cells: four, gates: some, adjustment: rules }) =>
      written({
        format: 1 as const,
        id: "any",
        label: { en: "Any", "zh-CN": "任意", "zh-TW": "任意" },
        effectiveFrom: wish.effectiveFrom ?? "2026-01-01",
        transition: wish.transition,
        axes: [
          {
            id: "x",
            indicators: [
              { id: "x1", weight: "40%", measure },
              { id: "x2", weight: "60%", measure },
            ],
            bands: [{ id: "low" }, { id: "high", from: high[0] }],
          },
          {
            id: "y",
            indicators: [{ id: "y1", weight: 1, measure }],
            bands: [{ id: "low" }, { id: "high", from: high[1] }],
            margin,
          },
        ],
        tiers: [...LADDER, ...(wish.tracks ? SIDE : [])].map((id) => ({
          id,
          label: { en: `Tier ${id}`, "zh-CN": `${id}级`, "zh-TW": `${id}級` },
        })),
        matrix: { cells: four, gates: some },
        promotionScore: {
          indicators: [
            { id: "x", weight: "70%", measure },
            { id: "years", weight: "30%", measure },
          ],
        },
        adjustment: rules,
      }),
    ) as fc.Arbitrary<Policy>;
}

/** What is known of a person at one review. */
export interface Known {
  readonly evidence: { readonly x1: number; readonly x2: number; readonly y1: number };
  readonly facts: { readonly years: number };
  readonly certificates: readonly string[];
}

const points100 = fc.integer({ min: 0, max: 100 });
export const anyKnown: fc.Arbitrary<Known> = fc.record({
  evidence: fc.record({ x1: points100, x2: points100, y1: points100 }),
  facts: fc.record({ years: fc.integer({ min: 0, max: 12 }) }),
  certificates: fc.constantFrom([], ["c"], ["c"]),
});
