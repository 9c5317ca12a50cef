import {
  type AllocationConfig,
  type AllocationInput,
  allocation,
  type BonusPoolConfig,
  type BonusPoolInput,
  bonusPool,
  ROUNDING_MODES,
  type TeamPoolConfig,
  type TeamPoolInput,
  teamPool,
} from "../../../../src/index.js";
import { countAllocation, countBonusPool, countTeamPool, POOLS } from "../../coverage/incentives/pools.js";
import type { Random } from "../random.js";
import { planBrackets } from "./brackets.js";
import { planConditions, planPerson } from "./eligibility.js";
import { PERIODS, planPresence, planProration } from "./presence.js";
import { askedOf, type Subject } from "./subject.js";

const IDS = ["ann", "ben", "chö", "dan", "Eve", "王"] as const;
const CURRENCIES = ["USD", "JPY", "KWD"] as const;

const head = (random: Random) => ({
  currency: random.pick(CURRENCIES),
  ...(random.chance(25) ? { id: "own", category: "special", rule: "Section 9" } : {}),
  ...(random.chance(60) ? { rounding: random.pick(ROUNDING_MODES) } : {}),
});

export const allocationSubject: Subject = {
  use: "allocation",
  share: 400,
  kinds: POOLS.allocation,
  plan: (random, count) =>
    askedOf(
      "allocation",
      allocation,
      (): AllocationConfig =>
        random.chance(70) ? { currency: random.pick(CURRENCIES) } : { decimals: random.pick([0, 1, 4]) },
      () => planShares(random),
      {
        each: (_config, _input, outcome) => countAllocation(outcome, count),
      },
    ),
};

function planShares(random: Random): AllocationInput {
  const bound = (amounts: readonly (number | string)[], shares: readonly string[]) =>
    random.chance(50) ? { amount: random.pick(amounts) } : { share: random.pick(shares) };
  const ids = random.chance(3) ? ["ann", "ann"] : random.some(IDS, 1, 6);
  return {
    amount: random.pick([0, 1, 100, "7", 1000, -50, random.chance(20) ? "0.00001" : 12, "1e15"]),
    shares: ids.map((id) => ({
      id,
      share: random.pick([0, 1, 1, 2, "1/3", "0.7", 50]),
      ...(random.chance(25) ? { least: bound([0, 1, "5.5"], ["1/3", "0.1"]) } : {}),
      ...(random.chance(25) ? { most: bound([8, "20.005"], ["1/3", "0.4"]) } : {}),
    })),
  };
}

export const teamPoolSubject: Subject = {
  use: "teamPool",
  share: 700,
  kinds: POOLS.teamPool,
  plan: (random, count) =>
    askedOf(
      "teamPool",
      teamPool,
      () => planTeamPool(random),
      (config) => planTeam(random, config),
      {
        each: (config, _input, outcome) => countTeamPool(config, outcome, count),
        people: 3,
      },
    ),
};

type Figures = NonNullable<TeamPoolConfig["least"]>;

function planFigures(random: Random): Figures {
  const one = () =>
    random.pick<Figures[number]>([
      { figure: "profit" },
      { figure: "profit", times: random.pick(["50%", "1/3"]) },
      { figure: "sales", times: "10%" },
      { amount: 200 },
      { amount: -50 },
    ]);
  return random.chance(70) ? [one()] : [one(), one()];
}

function planTeamPool(random: Random): TeamPoolConfig {
  const fund = () => {
    const method = random.pick(["marginal", "whole"] as const);
    return random.pick<TeamPoolConfig["fund"][number]>([
      { kind: "fixed", amount: random.pick([100, "333.35"]) },
      { kind: "per-member", amount: random.pick([50, "20.05"]) },
      { kind: "share", of: planFigures(random), share: random.pick(["10%", "1/3", 1]) },
      {
        kind: "excess",
        of: planFigures(random),
        over: planFigures(random),
        share: random.pick(["10%", "50%"]),
      },
      {
        kind: "brackets",
        of: planFigures(random),
        method,
        ...(random.chance(40) ? { boundary: random.pick(["upper", "lower"] as const) } : {}),
        brackets: planBrackets(random, { method }, random.chance(30)),
      },
    ]);
  };
  const points = (of: readonly string[]) =>
    of.map((name) => ({ of: [name], counts: random.pick([0, 1, 2, "1.5"]) }));
  const factors = random.some<() => TeamPoolConfig["sharedBy"][number]>(
    [
      () => ({ by: "equal" }),
      () => ({ by: "days", ...planProration(random) }),
      () => ({
        by: "tier",
        points: points(random.chance(90) ? ["junior", "senior", "head"] : ["junior", "senior"]),
      }),
      () => ({
        by: "attribute",
        attribute: "region",
        points: points(random.chance(90) ? ["north", "south"] : ["north"]),
      }),
      () => ({
        by: "fact",
        fact: random.pick(["hours", "score"]),
        ...(random.chance(50) ? { negative: random.pick(["error", "nothing"] as const) } : {}),
      }),
      () => ({
        by: "fact",
        fact: "score",
        steps: [
          { from: 40, counts: 1 },
          { from: 60, counts: "2.5" },
        ],
      }),
    ],
    1,
    2,
  );
  const bound = (amounts: readonly (number | string)[], shares: readonly string[]) =>
    random.pick([
      { amount: random.pick(amounts) },
      { share: random.pick(shares) },
      { fact: "hours", ...(random.chance(50) ? { times: random.pick(["50%", "1/3"]) } : {}) },
    ]);
  return {
    ...head(random),
    fund: random.chance(70) ? [fund()] : [fund(), fund()],
    ...(random.chance(40) ? { score: planScore(random) } : {}),
    ...(random.chance(15) ? { least: planFigures(random) } : {}),
    ...(random.chance(20) ? { most: planFigures(random) } : {}),
    ...(random.chance(25) ? { reserve: random.pick(["10%", "1/3", 0, 1]) } : {}),
    sharedBy: factors.map((make) => make()),
    ...(random.chance(35) ? { memberLeast: bound([1, "5.005", 300], ["5%", "1/3"]) } : {}),
    ...(random.chance(25) ? { memberMost: bound([40, "20.05"], ["40%", "1/3"]) } : {}),
    ...(random.chance(50) ? { whenShort: random.pick(["error", "reduce"] as const) } : {}),
    ...(random.chance(30) ? { joiners: random.pick(["share", "excluded"] as const) } : {}),
    ...(random.chance(30) ? { leavers: random.pick(["share", "excluded"] as const) } : {}),
    ...(random.chance(25) ? { eligibility: planConditions(random, 2) } : {}),
  };
}

function planScore(random: Random): NonNullable<TeamPoolConfig["score"]> {
  const factors = [
    { score: 50, factor: "50%" },
    { score: 80, factor: random.pick(["100%", "2/3"]) },
    { score: 100, factor: "1.2" },
  ];
  const least = random.chance(60) ? { least: random.pick([60, 50]) } : {};
  return {
    ...least,
    ...(random.chance(30) ? { curve: random.pick(["steps", "lines"] as const) } : {}),
    ...(random.chance(70) || !("least" in least) ? { factors: random.some(factors, 1, 3) } : {}),
  };
}

function planTeam(random: Random, config: TeamPoolConfig): TeamPoolInput {
  const period = random.pick(PERIODS);
  const ids = random.chance(2) ? ["ann", "ann"] : random.some(IDS, random.chance(5) ? 0 : 1, 6);
  return {
    period,
    ...(random.chance(30) ? { team: "north" } : {}),
    figures: {
      ...(random.chance(97)
        ? { profit: random.pick([0, 500, "1234.56", 3000, -200, "1e15", "2000/3"]) }
        : {}),
      sales: random.pick([1000, 25_000, "333.33"]),
    },
    ...((config.score !== undefined) === random.chance(98)
      ? { score: random.pick([40, 50, 60, 75, 80, 95, 110]) }
      : {}),
    members: ids.map((id) => {
      const { employment, ...person } = planPerson(random, period, 99);
      const [absence] = planPresence(random, period).absences ?? [];
      return {
        id,
        ...person,
        ...(employment !== undefined && (config.eligibility !== undefined || random.chance(60))
          ? { employment }
          : {}),
        ...(absence === undefined ? {} : { absences: [{ from: absence.from, to: absence.to }] }),
      };
    }),
  };
}

export const bonusPoolSubject: Subject = {
  use: "bonusPool",
  share: 600,
  kinds: POOLS.bonusPool,
  plan: (random, count) =>
    askedOf(
      "bonusPool",
      bonusPool,
      () => planBonusPool(random),
      () => planClaims(random),
      {
        each: (config, _input, outcome) => countBonusPool(config, outcome, count),
        people: 3,
      },
    ),
};

function planBonusPool(random: Random): BonusPoolConfig {
  return {
    ...head(random),
    ...(random.chance(60) ? { whenBelow: random.pick(["paid", "scaled"] as const) } : {}),
    ...(random.chance(35) ? { eligibility: planConditions(random, 2) } : {}),
    ...planProration(random),
  };
}

function planClaims(random: Random): BonusPoolInput {
  const period = random.pick(PERIODS);
  const ids = random.chance(3) ? ["ann", "ann"] : random.some(IDS, random.chance(5) ? 0 : 1, 6);
  return {
    period,
    pool: random.pick([0, 500, 5000, 100_000, "1e15", random.chance(15) ? "0.0001" : 7]),
    people: ids.map((id) => ({
      id,
      ...planPerson(random, period, 99),
      ...planPresence(random, period),
      target: random.pick([0, 500, "1234.567", 3000, "10000/3"]),
      ...(random.chance(60) ? { multiplier: random.pick([0, 1, "1.25", "2/3"]) } : {}),
    })),
  };
}
