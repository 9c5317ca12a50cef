import {
  type MeritIncreaseConfig,
  type MeritIncreaseInput,
  meritIncrease,
  ROUNDING_MODES,
  type SalaryPositionConfig,
  type SalaryPositionInput,
  salaryPosition,
} from "../../../../src/index.js";
import { countMerit, countSalaryPosition, MERIT } from "../../coverage/incentives/merit.js";
import type { Random } from "../random.js";
import { PERIODS, planPresence, planProration } from "./presence.js";
import { askedOf, type Subject } from "./subject.js";

const TIERS = ["junior", "senior"] as const;
const GRADES = ["g1", "g2"] as const;
const QUARTERS = ["below", "first-quarter", "second-quarter", "third-quarter", "fourth-quarter", "above"];

const head = (random: Random) => ({
  currency: random.pick(["USD", "JPY", "KWD"]),
  ...(random.chance(60) ? { rounding: random.pick(ROUNDING_MODES) } : {}),
});

function planRanges(random: Random): Pick<SalaryPositionConfig, "ranges" | "rangeDecimals" | "positions"> {
  const grades = random.chance(30) ? GRADES : [undefined];
  const bands = [
    { id: "low" },
    { id: "middle", from: random.pick(["0.9", "95%"]) },
    { id: "high", from: random.pick(["1", "1.05", "20/19"]) },
  ];
  return {
    ranges: TIERS.flatMap((tier) =>
      grades.map((grade) => ({
        tier,
        ...(grade === undefined ? {} : { grade }),
        ...random.pick([
          { minimum: 48_000, maximum: 72_000 },
          { minimum: "30000.01", maximum: "50000.04" },
          { minimum: 40_000, midpoint: 50_000, maximum: 65_000 },
          { midpoint: 60_000, spread: random.pick(["50%", "1/3", "0.4"]) },
        ]),
      })),
    ),
    ...(random.chance(30) ? { rangeDecimals: random.pick([0, 1, 4]) } : {}),
    ...(random.chance(50)
      ? {
          positions: {
            by: random.pick(["compa-ratio", "penetration"] as const),
            ...(random.chance(40) ? { decimals: random.pick([1, 2]) } : {}),
            bands,
          },
        }
      : {}),
  };
}

const planSalary = (random: Random) =>
  random.pick([
    48_000,
    54_000,
    60_000,
    72_000,
    20_000,
    90_000,
    66_000,
    `${random.int(25_000, 80_000)}.${random.int(10, 99)}`,
    "160000/3",
  ]);

function planPlace(random: Random, { ranges }: Pick<SalaryPositionConfig, "ranges">) {
  const graded = ranges.some(({ grade }) => grade !== undefined);
  return {
    tier: random.pick([...TIERS, ...TIERS, ...TIERS, ...TIERS, ...TIERS, "chief"]),
    ...(graded && random.chance(98)
      ? { grade: random.pick([...GRADES, ...GRADES, ...GRADES, ...GRADES, "g9"]) }
      : {}),
  };
}

export const salaryPositionSubject: Subject = {
  use: "salaryPosition",
  share: 600,
  kinds: MERIT.salaryPosition,
  plan: (random, count) =>
    askedOf(
      "salaryPosition",
      salaryPosition,
      () => planSalaryPosition(random),
      (config) => planPosition(random, config),
      {
        each: (config, _input, outcome) => countSalaryPosition(config, outcome, count),
      },
    ),
};

function planSalaryPosition(random: Random): SalaryPositionConfig {
  const rates = TIERS.flatMap((tier) =>
    [
      { percentile: 25, amount: "45000.005" },
      { percentile: 50, amount: random.pick([52_000, "54321.987"]) },
      { percentile: 75, amount: random.pick([60_000, 66_000]) },
      ...(random.chance(50) ? [{ percentile: 90, amount: 66_000 }] : []),
    ].map((row) => ({ tier, ...row })),
  );
  return {
    ...head(random),
    ...planRanges(random),
    ...(random.chance(60)
      ? {
          market: {
            asOf: "2026-01-15",
            ...(random.chance(40) ? { reference: random.pick([50, 75]) } : {}),
            ...(random.chance(60)
              ? {
                  ageing: {
                    rate: random.pick(["4%", "1/30", "-2%", 0]),
                    ...(random.chance(60) ? { method: random.pick(["simple", "compound"] as const) } : {}),
                  },
                }
              : {}),
            rates,
          },
        }
      : {}),
  };
}

function planPosition(random: Random, config: SalaryPositionConfig): SalaryPositionInput {
  return {
    ...planPlace(random, config),
    salary: planSalary(random),
    ...(random.chance(95)
      ? {
          on: random.pick([
            "2026-01-15",
            "2026-07-01",
            "2027-01-15",
            "2028-03-31",
            random.chance(20) ? "2026-01-14" : "2026-02-28",
          ]),
        }
      : {}),
  };
}

export const meritIncreaseSubject: Subject = {
  use: "meritIncrease",
  share: 800,
  kinds: MERIT.meritIncrease,
  plan: (random, count) =>
    askedOf(
      "meritIncrease",
      meritIncrease,
      () => planMerit(random),
      (config) => planReview(random, config),
      {
        each: (config, _input, outcome) => countMerit(config, outcome, count),
        people: 3,
      },
    ),
};

function planMerit(random: Random): MeritIncreaseConfig {
  const ranges = planRanges(random);
  const places = ranges.positions?.bands.map(({ id }) => id) ?? QUARTERS;
  const scored = random.chance(60);
  const bands = ["below", "meets", "exceeds"].map((id, index) => ({
    id,
    ...(scored && index > 0 ? { from: [0, 60, 80][index] as number } : {}),
  }));
  return {
    ...head(random),
    ...(random.chance(25) ? { id: "merit", category: "special", rule: "Section 9" } : {}),
    ...ranges,
    bands,
    matrix: bands.flatMap(({ id: band }) =>
      places.map((place) => ({
        band,
        positions: [place],
        ...(random.chance(60)
          ? { percent: random.pick(["2%", "5%", "1/30", 0, "12.5%"]) }
          : { least: "1%", target: random.pick(["3%", "2.5%"]), most: "6%" }),
      })),
    ),
    ...(random.chance(50) ? { budget: random.pick(["3%", "1/40", 0, "1"]) } : {}),
    ...(random.chance(70) ? { aboveMaximum: random.pick(["lost", "lump-sum", "paid"] as const) } : {}),
    ...(random.chance(40) ? { salaryStep: random.pick([1, 10, 100, "0.05"]) } : {}),
    ...planProration(random),
  };
}

function planReview(random: Random, config: MeritIncreaseConfig): MeritIncreaseInput {
  const period = random.pick([...PERIODS, "2026", "2026"]);
  const scored = config.bands.some(({ from }) => from !== undefined);
  const ids = random.chance(3) ? ["ann", "ann"] : random.some(["ann", "ben", "chö", "dan", "Eve"], 0, 5);
  return {
    period,
    ...((config.budget === undefined ? random.chance(50) : random.chance(3))
      ? { budget: random.pick([1000, "2500.005", 0, 100_000, "1000/3"]) }
      : {}),
    people: ids.map((id) => ({
      id,
      ...planPlace(random, config),
      tier: random.chance(98) ? random.pick(TIERS) : "chief",
      salary: planSalary(random),
      ...(scored === random.chance(99)
        ? { score: random.pick([40, 60, 75, 80, "79.99"]) }
        : { band: random.pick(["below", "meets", "exceeds", random.chance(10) ? "unknown" : "meets"]) }),
      ...(random.chance(4) ? { percent: random.pick(["0.03", "0.06", "0.02"]) } : {}),
      ...(random.chance(40) ? planPresence(random, period) : {}),
    })),
  };
}
