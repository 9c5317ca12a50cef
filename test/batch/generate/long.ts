import type { Policy } from "../../../src/index.js";
import { ROUNDING_MODES } from "../../../src/kernel/rounding.js";
import type { Random } from "../../reference/generate/random.js";
import type { Details } from "./figures.js";

/** A policy and people whose numbers have too many digits for whole numbers of 53 bits, many of them on ties, corners and thresholds or one in the last of thirty digits beside. */
export interface LongPlan {
  readonly policy: Policy;
  person(): { readonly evidence: Readonly<Record<string, unknown>>; readonly details: Details };
}

const WEIGHTS = [
  ["1/7", "1/7", "2/7", "3/7"],
  ["0.1234567890123456789", "0.2765432109876543211", "0.3", "0.3"],
  ["1/9999999967", "4999999983/9999999967", "2499999991/9999999967", "2499999992/9999999967"],
  ["25%", "35%", "20%", "20%"],
] as const;

export function planLong(random: Random, index: number): LongPlan {
  const decimals = random.pick([0, 2, 4, 6]);
  const big = random.pick([1, 1e6, 1e13]);
  const weights = random.pick(WEIGHTS);
  const missing = random.pick([undefined, { kind: "reweight" }, { kind: "fixed", score: "61.25" }]);
  const measures = [
    { kind: "points" },
    { kind: "attainment", floor: "60%", cap: "120%", formula: random.pick(["ratio", "inverse", "mirror"]) },
    {
      kind: "lines",
      points: [
        { at: 0, score: 0 },
        { at: "1e-9", score: "33.333333333333333333" },
        { at: "1000000000.000000001", score: 100 },
      ],
      outOfRange: "clamp",
    },
    {
      kind: "growth",
      points: [
        { at: "-1/3", score: 0 },
        { at: "1/7", score: 100 },
      ],
      outOfRange: "clamp",
      baseZero: { kind: "fixed", score: 50 },
      baseNegative: { kind: "absolute" },
    },
  ];
  const indicators = measures.map((measure, at) => ({
    id: `i${at}`,
    weight: weights[at],
    measure,
    ...(missing === undefined ? {} : { missing }),
  }));
  const policy = {
    format: 1,
    id: `long-${index}`,
    effectiveFrom: "2026-01-01",
    currency: random.pick(["USD", "JPY", "KWD"]),
    axes: [
      {
        id: "a",
        indicators,
        decimals,
        scoreDecimals: random.pick([0, 2, 3]),
        rounding: random.pick(ROUNDING_MODES),
        ...random.pick([
          {},
          {},
          { aggregation: { kind: "geometric", least: 1 } },
          { aggregation: { kind: "limited", limits: [{ below: 40, most: 60 }] } },
          { aggregation: { kind: "minimum" } },
        ]),
        bands: [{ id: "low" }, { id: "middle", from: "59.5" }, { id: "high", from: "79.995" }],
        ...(random.chance(50) ? { margin: "0.3333333333333333" } : {}),
      },
    ],
    tiers: [{ id: "t1" }, { id: "t2" }, { id: "t3" }],
    matrix: { gates: [{ id: "g", indicator: "i0", atLeast: "49.5", onFail: "veto" }] },
    adjustment: { cycle: "quarter" },
    incentives: incentivesOf(random, big),
  } as unknown as Policy;
  return { policy, person: () => longPerson(random, decimals, big, missing !== undefined) };
}

function incentivesOf(random: Random, big: number): readonly unknown[] {
  return [
    { use: "basePay", per: "year", table: ["t1", "t2", "t3"].map((tier) => ({ tier, amount: 12_345 })) },
    {
      use: "commission",
      on: "i1",
      rounding: random.pick(ROUNDING_MODES),
      brackets: [{ rate: "1/7" }, { from: `${big}.000000001`, rate: "0.000000000123456789" }],
      ...(random.chance(50) ? { cap: { above: 9000, share: "1/3" } } : {}),
    },
    {
      use: "performanceBonus",
      axis: "a",
      rounding: random.pick(ROUNDING_MODES),
      target: [
        { tier: "t1", amount: random.pick(["1234567890123", "5000000000000"]) },
        { tier: "t2", amount: 1 },
        { tier: "t3", share: "0.123456789012345678" },
      ],
      payout: [
        { score: 50, pays: "1/3" },
        { score: 100, pays: "145.7142857142857142857%" },
      ],
      multipliers: [{ id: "team" }],
    },
  ];
}

function longPerson(
  random: Random,
  decimals: number,
  big: number,
  mayMiss: boolean,
): ReturnType<LongPlan["person"]> {
  const target = long(random, 0, random.int(1, 9), big);
  const evidence: Record<string, unknown> = {
    i0: long(random, decimals, random.int(0, 99), 1),
    i1: { actual: random.chance(20) ? target : long(random, 2, random.int(0, 9), big), target },
    i2: random.pick([
      "1e-9",
      5e-324,
      1e-9,
      "0.0000000010000000000000001",
      long(random, 2, random.int(0, 999), 1e6),
      -1,
      0,
    ]),
    i3: { actual: long(random, 3, random.int(5, 9), big), base: long(random, 3, random.int(5, 9), big) },
  };
  if (mayMiss && random.chance(15)) delete evidence[random.pick(["i0", "i2"])];
  return {
    evidence,
    details: {
      "amounts.i1": random.chance(20) ? null : long(random, 3, random.int(-3, 3), big),
      share: random.chance(80)
        ? null
        : random.pick([
            1,
            "2/3",
            "1.00000000000000000000000001",
            "0.99999999999999999999999999",
            "-0.00000000000000000000000001",
          ]),
      salary: long(random, 2, random.int(1, 9), 10_000),
      "multipliers.team": random.pick(["1/3", "1.1111111111111111111", 0.1 + 0.2, 1, 0]),
    },
  };
}

/** A number between `whole` and the next, times a size: on a tie of so many decimals, a little beside it, or anywhere. */
function long(random: Random, decimals: number, whole: number, size: number): unknown {
  const digits = String(random.int(0, 10 ** decimals - 1)).padStart(decimals, "0");
  const tie = `${BigInt(whole) * BigInt(size)}.${decimals === 0 ? "" : digits}5`;
  switch (random.int(0, 9)) {
    case 0:
      return tie;
    case 1:
      return `${tie}${"0".repeat(random.int(8, 16))}1`;
    case 2:
      return `${tie.slice(0, -1)}4${"9".repeat(random.int(8, 16))}`;
    case 3:
      return (whole + 1 / random.int(3, 13)) * size;
    case 4:
      return `${BigInt(whole) * BigInt(size)}/${random.pick([1, 3, 999_999_999_989])}`;
    case 5:
      return whole * size;
    case 6:
      return `${tie}e-${random.int(0, 2)}`;
    case 7:
      return Number(tie) * (1 + random.pick([-1, 1]) * Number.EPSILON);
    default:
      return `${tie.slice(0, -1)}${random.int(0, 2 ** 31)}${random.int(0, 2 ** 31)}`;
  }
}
