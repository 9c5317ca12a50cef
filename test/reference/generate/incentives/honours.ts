import {
  type HonoursConfig,
  type HonoursInput,
  honours,
  ROUNDING_MODES,
  type TrainingPlanConfig,
  type TrainingPlanInput,
  trainingPlan,
} from "../../../../src/index.js";
import { countHonours, countTrainingPlan, HONOURS } from "../../coverage/incentives/honours.js";
import { names, type Random } from "../random.js";
import { planConditions, planPerson } from "./eligibility.js";
import { askedOf, type Subject } from "./subject.js";

const IDS = ["ann", "ben", "chö", "dan", "Eve", "王"] as const;
const LENGTHS = { month: "2026-07", quarter: "2026-Q3", "half-year": "2026-H1", year: "2026" };
type Rule = HonoursConfig["honours"][number];

const planBy = (random: Random) =>
  random.some(
    [
      { key: "score", order: random.pick(["descending", "descending", "ascending"] as const) },
      { key: "violations", order: "ascending" as const },
    ],
    1,
    2,
  );

export const honoursSubject: Subject = {
  use: "honours",
  share: 700,
  kinds: HONOURS.honours,
  plan: (random, count) =>
    askedOf(
      "honours",
      honours,
      () => planHonours(random),
      (config) => planCandidates(random, config),
      {
        each: (config, _input, outcome) => countHonours(config, outcome, count),
        people: 3,
      },
    ),
};

function planHonours(random: Random): HonoursConfig {
  const ids = random.some(["star", "champion", "referral"], 1, 3);
  const per = random.pick(["month", "quarter", "half-year", "year"] as const);
  return {
    currency: random.pick(["USD", "JPY", "KWD"]),
    honours: ids.map((id, index) => planRule(random, id, per, ids.slice(0, index))),
  };
}

function planRule(random: Random, id: string, per: Rule["per"], before: readonly string[]): Rule {
  const bound = () =>
    random.pick([
      { count: random.pick([0, 1, 2, 10]) },
      { share: random.pick(["50%", "1/3"]) },
      { share: "0.4", rounding: random.pick(ROUNDING_MODES) },
    ]);
  const within = random.chance(30);
  const ranks = () => ({
    ...(random.chance(85)
      ? {
          by: planBy(random),
          ...(random.chance(75) ? { winners: bound() } : {}),
          ...(within && random.chance(60) ? { quotas: [{ unit: "north", winners: bound() }] } : {}),
        }
      : {}),
    ...(within ? { within: "region" } : {}),
    ...(random.chance(60) ? { ties: random.pick(["all-in", "all-out", "id"] as const) } : {}),
    ...(random.chance(75)
      ? {
          prize: {
            ...(random.chance(80)
              ? { money: random.pick([[2000, 1000], ["333.33"], [500, "0.05", 0]]) }
              : { points: [10] }),
            ...(random.chance(40) ? { points: random.pick([[50, 20, 0], [7]]) } : {}),
            ...(random.chance(60) ? { tied: random.pick(["same", "shared"] as const) } : {}),
          },
        }
      : {}),
  });
  const events = [
    { of: ["expert"], money: random.pick([1000, "99.95"]) },
    { of: ["junior", "senior"], ...(random.chance(50) ? { money: 500 } : {}), points: 5 },
  ];
  return {
    id,
    per: random.chance(90) ? per : "year",
    ...(id === "referral" ? { events } : ranks()),
    ...(random.chance(25) ? { category: "special", rule: "Section 9" } : {}),
    ...(random.chance(35)
      ? {
          mostWins: {
            wins: random.pick([1, 2]),
            ...(random.chance(60) ? { months: random.pick([3, 6, 24]) } : {}),
          },
        }
      : {}),
    ...(random.chance(30) ? { coolingPeriods: random.pick([1, 3]) } : {}),
    ...(before.length > 0 && random.chance(40) ? { notWith: [before[0] as string] } : {}),
    ...(random.chance(30) ? { eligibility: planConditions(random, 1) } : {}),
  };
}

function planCandidates(random: Random, config: HonoursConfig): HonoursInput {
  const period = random.chance(97) ? LENGTHS[config.honours[0]?.per ?? "month"] : "2026-02";
  const ids = random.chance(2) ? ["ann", "ann"] : random.some(IDS, random.chance(8) ? 0 : 1, 6);
  const rewarding = config.honours
    .filter(({ events, per }) => events !== undefined && per === config.honours[0]?.per)
    .map(({ id }) => id);
  const some = ids.length > 0 && rewarding.length > 0 && random.chance(85);
  return {
    period,
    people: ids.map((id) => ({
      id,
      ...planPerson(random, period, 99),
      honours: random
        .some(["2025-08-31", "2025-12-31", "2026-03-31", "2026-05-31", "2026-06-30", "2026-07-31"], 0, 4)
        .map((on) => ({ honour: random.pick(["star", "champion", "referral"]), on })),
    })),
    ...(some || random.chance(2)
      ? {
          events: names("r", random.int(1, 5)).map((id) => ({
            id: random.chance(99) ? id : "r1",
            honour: random.pick(rewarding.length > 0 && random.chance(98) ? rewarding : ["star"]),
            person: ids.length > 0 && random.chance(98) ? random.pick(ids) : "zed",
            of: random.chance(97) ? random.pick(["expert", "junior", "senior"]) : "chief",
            date: random.chance(98)
              ? random.pick(
                  ["2026-07-03", "2026-01-20", "2026-06-30"].filter(
                    (on) => on <= "2026-06-30" || period !== "2026-H1",
                  ),
                )
              : "2027-03-01",
          })),
        }
      : {}),
  };
}

export const trainingPlanSubject: Subject = {
  use: "trainingPlan",
  share: 500,
  kinds: HONOURS.trainingPlan,
  plan: (random, count) =>
    askedOf(
      "trainingPlan",
      trainingPlan,
      () => planTraining(random),
      (config) => planTrainees(random, config),
      {
        each: (config, _input, outcome) => countTrainingPlan(config, outcome, count),
        people: 3,
      },
    ),
};

function planTraining(random: Random): TrainingPlanConfig {
  const courses = ["basics", "sales", "advanced", "law", "coaching"];
  const shuffled = random.chance(50) ? courses : [...courses].reverse();
  const requires: Readonly<Record<string, readonly string[]>> = {
    sales: ["basics"],
    advanced: random.pick([["sales"], ["law", "sales"]]),
    coaching: ["basics", "law"],
  };
  return {
    currency: random.pick(["USD", "KWD"]),
    catalogue: shuffled.map((id) => ({
      id,
      ...(random.chance(90) ? { cost: random.pick([500, "1200.50", 0, 2000]) } : {}),
      ...(random.chance(80) ? { hours: random.pick([8, "1.5", 16, "1/3"]) } : {}),
      ...(requires[id] === undefined || random.chance(30)
        ? {}
        : { requires: requires[id] as readonly string[] }),
      ...(random.chance(25) ? { seats: random.pick([0, 1, 2]) } : {}),
      ...(random.chance(40) ? { validMonths: random.pick([6, 24]) } : {}),
      ...(random.chance(15) ? { eligibility: planConditions(random, 1) } : {}),
    })),
    needs: names("need", random.int(1, 3)).map((id) => ({
      id,
      ...(random.chance(35) ? { eligibility: planConditions(random, 1) } : {}),
      ...(random.chance(40)
        ? { weak: { indicator: random.pick(["quality", "service"]), below: random.pick([60, 70]) } }
        : {}),
      courses: random.some(courses, 1, 3),
    })),
    ...(random.chance(40) ? { by: planBy(random) } : {}),
    ...(random.chance(30) ? { mostCost: random.pick([1000, 2500]) } : {}),
    ...(random.chance(30) ? { mostHours: random.pick([10, 24]) } : {}),
    ...(random.chance(60) ? { whenShort: random.pick(["skip", "stop"] as const) } : {}),
  };
}

function planTrainees(random: Random, { currency }: TrainingPlanConfig): TrainingPlanInput {
  const period = random.pick(["2026-Q3", "2026", "2026-07"]);
  const ids = random.chance(2) ? ["ann", "ann"] : random.some(IDS, 0, 5);
  const fine = currency === "USD" && random.chance(12) ? [{ budget: "1000.001" }] : [];
  return {
    period,
    ...random.pick([{}, { budget: 3000 }, { budget: "5200.5" }, { budget: 0 }, { budget: 100_000 }, ...fine]),
    people: ids.map((id) => ({
      id,
      ...planPerson(random, period, 99),
      ...(random.chance(98)
        ? { scores: { quality: random.pick([50, 60, 65, 90]), service: random.pick([59, 70, "200/3"]) } }
        : {}),
      ...(random.chance(50)
        ? {
            completed: random
              .some(["basics", "law", "sales", "unknown"], 1, 2)
              .map((course) => ({ course, on: random.pick(["2025-12-31", "2025-01-15", "2024-01-01"]) })),
          }
        : {}),
    })),
  };
}
