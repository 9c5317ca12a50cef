import { type EligibilityConfig, type EligibilityInput, eligibility } from "../../../../src/index.js";
import { daysAfter, periodEnd, periodStart } from "../../../../src/kernel/calendar.js";
import { countEligibility, KINDS } from "../../coverage/incentives/eligibility.js";
import type { Random } from "../random.js";
import { PERIODS, planDay } from "./presence.js";
import { askedOf, type Subject } from "./subject.js";

type Condition = EligibilityConfig["conditions"][number];

const HONOURS = ["star", "champion"] as const;

/** Conditions of any kind that a person of `planPerson` may meet or not. */
export function planConditions(random: Random, most: number): readonly Condition[] {
  const day = () => random.pick(["period-start", "period-end", "2026-07-15", "2026-02-28"]);
  const all: readonly (() => Condition)[] = [
    () => ({ tier: random.some(["junior", "senior", "head"], 1, 2) }),
    () => ({ attribute: "region", is: random.some(["north", "south"], 1, 1) }),
    () => ({ fact: "violations", atMost: random.pick([0, 1, 2]) }),
    () => ({
      fact: "score",
      atLeast: random.pick([40, "59.5", 60]),
      ...(random.chance(30) ? { atMost: 90 } : {}),
    }),
    () => ({ certificate: random.pick(["first-aid", "sales"]) }),
    () => ({ employedOn: day() }),
    () => ({ employedOn: "period-start", through: random.pick(["period-end", "2026-07-15", "2026-01-01"]) }),
    () => ({ monthsOfService: random.pick([0, 1, 6, 12, 24]), on: day() }),
    () => ({
      honours: random.some(HONOURS, 1, 2),
      ...(random.chance(50) ? { atLeast: random.pick([1, 2]) } : {}),
      ...(random.chance(50) ? { from: random.pick(["period-start", "2026-01-01"]) } : {}),
    }),
    () => ({
      at: {
        performance: random.some(["low", "high"], 1, 1),
        ...(random.chance(40) ? { potential: ["high", "middle"] } : {}),
      },
    }),
  ];
  return random.some(all, 1, most).map((make) => make());
}

/** A person, with what conditions look at; now and then something is not given. */
export function planPerson(random: Random, period: string, percent = 99) {
  const has = () => random.chance(percent);
  const [from, to] = [planDay(random, period), planDay(random, period)].sort() as [string, string];
  const since = random.chance(50)
    ? daysAfter(periodStart(period), -random.pick([0, 31, 180, 365, 366, 800]))
    : from;
  return {
    ...(has() ? { tier: random.pick(["junior", "junior", "senior", "head"]) } : {}),
    ...(has() ? { attributes: { region: random.pick(["north", "north", "south"]) } } : {}),
    ...(has()
      ? {
          facts: {
            violations: random.pick([0, 0, 1, 2]),
            score: random.pick([40, "59.5", 60, 75, 90, "200/3"]),
            hours: random.pick([0, 80, 160, "120.5"]),
          },
        }
      : {}),
    ...(random.chance(60) ? { certificates: random.some(["first-aid", "sales"], 0, 2) } : {}),
    ...(has()
      ? {
          employment: {
            from: since,
            ...(random.chance(25) ? { to: to < since ? periodEnd(period) : to } : {}),
          },
        }
      : {}),
    ...(random.chance(50)
      ? {
          honours: random
            .some(["2025-03-01", "2026-01-01", "2026-05-05"], 0, 3)
            .map((on) => ({ honour: random.pick(HONOURS), on })),
        }
      : {}),
    ...(has()
      ? {
          at: {
            performance: random.pick(["low", "high"]),
            potential: random.pick(["low", "middle", "high"]),
          },
        }
      : {}),
  };
}

export const eligibilitySubject: Subject = {
  use: "eligibility",
  share: 400,
  kinds: KINDS,
  plan: (random, count) =>
    askedOf(
      "eligibility",
      eligibility,
      (): EligibilityConfig => ({
        conditions: [
          ...planConditions(random, 3),
          ...(random.chance(20) ? [{ employedOn: "award-date" }] : []),
        ],
      }),
      (): EligibilityInput => {
        const period = random.pick(PERIODS);
        return {
          ...planPerson(random, period, 96),
          ...(random.chance(96) ? { period } : {}),
          ...(random.chance(90) ? { on: planDay(random, period) } : {}),
        };
      },
      { each: (config, _input, outcome) => countEligibility(config, outcome, count) },
    ),
};
