import {
  type PerformanceBonusConfig,
  type PerformanceBonusInput,
  performanceBonus,
  ROUNDING_MODES,
} from "../../../../src/index.js";
import { countPerformanceBonus, KINDS } from "../../coverage/incentives/performance-bonus.js";
import { names, type Random } from "../random.js";
import { PERIODS, planDay, planPresence, planProration } from "./presence.js";
import { askedOf, type Subject } from "./subject.js";

const TIERS = ["junior", "senior", "head"] as const;

export const performanceBonusSubject: Subject = {
  use: "performanceBonus",
  share: 1_500,
  kinds: KINDS,
  plan: (random, count) =>
    askedOf(
      "performanceBonus",
      performanceBonus,
      () => planBonus(random),
      (config) => planInput(random, config),
      {
        each: (config, input, outcome) => countPerformanceBonus(config, input, outcome, count),
      },
    ),
};

function planCurve(random: Random) {
  const pays = () => random.pick(["0", "50%", "1", "150%", "2/3", "0.625"]);
  const scores = random.some([10, 40, "59.99", 60, "80", 100, "340/3"], 1, 4);
  const curve = random.pick([undefined, "lines", "steps"] as const);
  return {
    ...(curve === undefined ? {} : { curve }),
    ...(random.chance(25) ? { above: random.pick(["level", "extended"] as const) } : {}),
    payout: scores.map((score, index) => ({
      score,
      pays: pays(),
      ...(index > 0 && curve !== "steps" && random.chance(20) ? { below: pays() } : {}),
    })),
  };
}

function planMatrix(random: Random) {
  const { payout: _, ...curve } = planCurve(random);
  const pays = () => random.pick(["0", "50%", "1", "150%", "2/3"]);
  const between = random.pick([undefined, "lines", "steps"] as const);
  const scores = random.some([0, 40, "59.99", 60, 100, "340/3"], 1, 4);
  const values = random.some([10, 50, "80", 100], curve.above === "extended" ? 2 : 1, 3);
  return {
    ...curve,
    byScore: {
      ...(between === undefined ? {} : { curve: between }),
      rows: scores.map((score) => ({
        score,
        payout: values.map((value) => ({ score: value, pays: pays() })),
      })),
    },
  };
}

function planBonus(random: Random): PerformanceBonusConfig {
  const ofSalary = random.chance(40);
  const ids = names("m", random.pick([0, 0, 1, 2]));
  const adds = ids.length > 0 && random.chance(50);
  const weights =
    adds && random.chance(60)
      ? [
          ["0.6", "40%"],
          ["0.5", "0.3", "20%"],
        ][ids.length - 1]
      : undefined;
  return {
    currency: random.pick(["USD", "JPY", "KWD", "CNY"]),
    ...(random.chance(30) ? { id: "bonus-1", category: "variable" } : {}),
    ...(random.chance(70) ? { rounding: random.pick(ROUNDING_MODES) } : {}),
    target: TIERS.map((tier) => ({
      tier,
      ...(ofSalary && random.chance(70)
        ? { share: random.pick(["40%", "1/3", "0.125"]) }
        : {
            amount: random.pick([
              random.int(100, 9000),
              `${random.int(1, 900)}.${random.int(100, 999)}`,
              "1e15",
              "0.001",
              "1000/3",
            ]),
          }),
    })),
    ...planCurve(random),
    ...(random.chance(30) ? { payoutDecimals: random.pick([0, 2, 4]) } : {}),
    ...(weights === undefined ? {} : { weight: weights[0] as string }),
    ...(ids.length === 0
      ? {}
      : {
          multipliers: ids.map((id, index) => ({
            id,
            ...(weights === undefined ? {} : { weight: weights[index + 1] as string }),
            ...random.pick([() => planCurve(random), () => planMatrix(random), () => ({})])(),
            ...(adds && random.chance(40) ? { required: true } : {}),
          })),
        }),
    ...(adds ? { combine: "add" as const } : random.chance(20) ? { combine: "multiply" as const } : {}),
    ...(random.chance(30)
      ? {
          modifiers: random
            .some(TIERS, 1, 2)
            .map((tier) => ({ tier, factor: random.pick(["1.2", 0, "2/3", 1]) })),
        }
      : {}),
    ...(random.chance(25) ? { floor: random.pick(["10%", "0.5"]) } : {}),
    ...(random.chance(25) ? { cap: random.pick(["50%", "1.2", "200%"]) } : {}),
    ...planProration(random),
  };
}

function planInput(
  random: Random,
  { multipliers = [], target }: PerformanceBonusConfig,
): PerformanceBonusInput {
  const tier = () => random.pick([...TIERS, ...TIERS, ...TIERS, ...TIERS, "chief"]);
  const salary = () => random.pick([50_000, "72345.67", "1e15", "100000/3", 0]);
  const score = () =>
    random.pick([
      0,
      10,
      40,
      60,
      80,
      100,
      130,
      random.int(0, 120),
      `${random.int(0, 120)}.${random.int(1, 99)}`,
      "340/3",
      -5,
    ]);
  const ofSalary = target.some(({ share }) => share !== undefined);
  const period = random.pick(PERIODS);
  const changes = names("", random.pick([0, 0, 1, 2]))
    .map(() => planDay(random, period))
    .sort()
    .map((from) => ({
      from,
      ...(random.chance(70) ? { tier: tier() } : {}),
      ...(ofSalary && random.chance(60) ? { salary: salary() } : {}),
    }));
  return {
    tier: tier(),
    score: score(),
    ...(ofSalary && random.chance(95) ? { salary: salary() } : {}),
    ...(multipliers.length === 0
      ? {}
      : {
          multipliers: Object.fromEntries(
            multipliers
              .filter(() => random.chance(98))
              .map(({ id, payout, byScore }) => [
                id,
                payout === undefined && byScore === undefined
                  ? random.pick(["1.1", 0, "2/3", 1, "0.05", random.chance(10) ? -1 : 2])
                  : score(),
              ]),
          ),
        }),
    ...(random.chance(50)
      ? random.chance(80)
        ? {}
        : { period }
      : { period, ...planPresence(random, period), ...(changes.length === 0 ? {} : { changes }) }),
  };
}
