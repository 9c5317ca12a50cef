import {
  type RewardPointsConfig,
  type RewardPointsInput,
  ROUNDING_MODES,
  rewardPoints,
  type TrainingAgreementConfig,
  type TrainingAgreementInput,
  trainingAgreement,
} from "../../../../src/index.js";
import { daysAfter } from "../../../../src/kernel/calendar.js";
import { countAgreement, countPoints, HONOURED } from "../../coverage/incentives/honoured.js";
import { names, type Random } from "../random.js";
import { askedInTurn, askedOf, type Stored, type Subject } from "./subject.js";

const SETTLED = ["2025-12-31", "2026-03-31", "2026-06-30", "2026-12-31", "2027-06-30"] as const;

export const rewardPointsSubject: Subject = {
  use: "rewardPoints",
  share: 500,
  kinds: HONOURED.rewardPoints,
  plan: (random, count) =>
    askedInTurn(
      "rewardPoints",
      rewardPoints,
      () => planPoints(random),
      (config, last, turn) => planSettled(random, config, last, turn),
      {
        turns: SETTLED.length,
        each: (config, _input, outcome) => countPoints(config, outcome, count),
      },
    ),
};

function planPoints(random: Random): RewardPointsConfig {
  return {
    ...(random.chance(25) ? { id: "points", category: "special", rule: "Section 9" } : {}),
    ...(random.chance(60) ? { rounding: random.pick(ROUNDING_MODES) } : {}),
    ...(random.chance(75)
      ? {
          expiry: random.pick([
            { days: 1 },
            { days: 90 },
            { months: 1 },
            { months: 12 },
            { yearEnds: 0 },
            { yearEnds: 1 },
          ]),
        }
      : {}),
    ...(random.chance(60)
      ? {
          money: {
            currency: random.pick(["USD", "JPY", "KWD"]),
            each: random.pick([1, "0.333", "1/3", "0.005"]),
          },
        }
      : {}),
  };
}

function planSettled(
  random: Random,
  { money }: RewardPointsConfig,
  last: Stored | undefined,
  turn: number,
): RewardPointsInput {
  const on = SETTLED[turn] as string;
  const day = () =>
    random.chance(92)
      ? daysAfter(on, -random.pick([0, 1, 30, 60, 89]))
      : daysAfter(on, random.pick([1, -400]));
  const held = (last?.balance.lots ?? []).length;
  return {
    on: random.chance(96) ? on : "2025-06-30",
    ...(random.chance(80)
      ? {
          earned: names(random.chance(90) ? `e${turn}-` : "e0-", random.int(0, 4)).map((id) => ({
            id,
            on: day(),
            points: random.pick([10, 50, "12.5", "100/3"]),
          })),
        }
      : {}),
    ...(held > 0 || random.chance(30)
      ? {
          spent: names("s", random.int(0, 2)).map((id) => ({
            id: random.chance(98) ? id : "s1",
            on: day(),
            points: random.pick([1, 5, "7.5", random.chance(30) ? 1000 : 2]),
            ...((money !== undefined ? random.chance(50) : random.chance(2)) ? { forMoney: true } : {}),
          })),
        }
      : {}),
    ...(last === undefined ? {} : { balance: last.balance }),
  };
}

export const trainingAgreementSubject: Subject = {
  use: "trainingAgreement",
  share: 400,
  kinds: HONOURED.trainingAgreement,
  plan: (random, count) =>
    askedOf(
      "trainingAgreement",
      trainingAgreement,
      () => planAgreement(random),
      (config) => planLeaver(random, config),
      {
        each: (config, _input, outcome) => countAgreement(config, outcome, count),
        people: 2,
      },
    ),
};

function planAgreement(random: Random): TrainingAgreementConfig {
  const by = random.pick(["days", "months", "years", "steps"] as const);
  const counts = random.chance(60) ? { counts: random.pick(["whole", "begun"] as const) } : {};
  const steps = random.some([6, 12, 24, 36], 1, 3).map((before, index) => ({
    before,
    returns: random.pick(
      [
        ["100%", 1],
        ["50%", "2/3"],
        ["25%", 0],
      ][index] as (string | number)[],
    ),
  }));
  return {
    currency: random.pick(["USD", "JPY", "KWD"]),
    ...(random.chance(25) ? { id: "return", category: "special", rule: "Section 9" } : {}),
    ...(random.chance(60) ? { rounding: random.pick(ROUNDING_MODES) } : {}),
    terms: [
      { ...(random.chance(50) ? { fromCost: 1000 } : {}), months: random.pick([12, 18]) },
      ...(random.chance(60) ? [{ fromCost: 5000, months: random.pick([24, 60]) }] : []),
    ],
    returns:
      by === "steps"
        ? {
            by,
            steps,
            ...(random.chance(60) ? { most: random.pick(["days", "months", "years"] as const) } : {}),
          }
        : { by, ...(by === "days" ? {} : counts) },
    ...(random.chance(40) ? { reasons: ["resignation"] } : {}),
  };
}

function planLeaver(random: Random, { reasons }: TrainingAgreementConfig): TrainingAgreementInput {
  const ids = random.chance(4) ? ["t1", "t1"] : names("t", random.int(1, 3));
  return {
    left: random.pick(["2026-03-31", "2026-02-28", "2026-08-30", "2027-01-15"]),
    ...((reasons === undefined ? random.chance(30) : random.chance(94))
      ? { reason: random.pick(["resignation", "resignation", "redundancy"]) }
      : {}),
    trainings: ids.map((id) => ({
      id,
      cost: random.pick([500, 1000, "4999.99", 10_000, "10000/3", "1e15"]),
      ...(random.chance(92)
        ? {
            completed: random.pick([
              "2025-03-31",
              "2024-02-29",
              "2025-08-31",
              "2026-03-31",
              "2026-05-01",
              "2022-01-31",
              "2026-01-15",
            ]),
          }
        : {}),
    })),
  };
}
