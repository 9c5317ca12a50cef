import {
  type ClawbackConfig,
  type ClawbackInput,
  type CommissionConfig,
  clawback,
  type RecomputedClawbackInput,
  ROUNDING_MODES,
  recomputedClawback,
} from "../../../../src/index.js";
import { CLAWBACKS, countClawback } from "../../coverage/incentives/clawbacks.js";
import { names, type Random } from "../random.js";
import { planCommission, planInput as planCredits } from "./commission.js";
import { askedOf, type Subject } from "./subject.js";

const DAYS = [
  "2026-01-15",
  "2026-01-31",
  "2026-02-28",
  "2026-06-30",
  "2026-07-15",
  "2026-07-31",
  "2027-01-31",
  "2027-02-01",
  "2028-02-29",
];

export const clawbackSubject: Subject = {
  use: "clawback",
  share: 500,
  kinds: CLAWBACKS.clawback,
  plan: (random, count) =>
    askedOf(
      "clawback",
      clawback,
      () => planClawback(random),
      (config) => planCancelled(random, config),
      {
        each: (config, _input, outcome) => countClawback("clawback", config, outcome, count),
      },
    ),
};

function planClawback(random: Random): ClawbackConfig {
  const months = random.some([1, 6, 12, 13, 24], 1, 3);
  return {
    currency: random.pick(["USD", "JPY", "KWD"]),
    ...(random.chance(25) ? { id: "back", category: "special", rule: "Section 9" } : {}),
    ...(random.chance(60) ? { rounding: random.pick(ROUNDING_MODES) } : {}),
    ...(random.chance(30)
      ? { unserved: planUnserved(random) }
      : random.chance(70)
        ? {
            schedule: months.map((withinMonths) => ({
              withinMonths,
              share: random.pick([1, "50%", "1/3", 0]),
            })),
          }
        : {}),
  };
}

function planUnserved(random: Random): NonNullable<ClawbackConfig["unserved"]> {
  const by = random.pick(["days", "months"] as const);
  return {
    months: random.pick([1, 6, 12, 25]),
    ...(by === "days" && random.chance(50) ? {} : { by }),
    ...(by === "months" && random.chance(50) ? { counts: "begun" } : {}),
    ...(random.chance(40) ? { share: random.pick([1, "90%", "1/3"]) } : {}),
  };
}

function planCancelled(random: Random, { currency }: ClawbackConfig): ClawbackInput {
  const amount = () =>
    currency === "JPY" ? random.int(-500, 5000) : `${random.int(-500, 5000)}.${random.int(10, 99)}`;
  const paid = names("line", random.int(1, 5)).map((id) => ({
    deal: random.pick(["d1", "d2", "d3"]),
    on: random.pick(DAYS),
    line: {
      id,
      use: "commission",
      category: "commission",
      currency: random.chance(99) ? currency : "GBP",
      ...(random.chance(50) ? { period: "2026-Q1" } : {}),
      basis: "1000",
      rate: "0.05",
      amount: amount(),
      trace: [],
    },
  }));
  const deals = [...new Set(paid.map(({ deal }) => deal))];
  const cancelled = random.some(random.chance(8) ? [...deals, "d9", ...deals] : deals, 1, 3).map((deal) => ({
    deal,
    on: random.chance(90)
      ? ([...paid.filter((one) => one.deal === deal).map(({ on }) => on), random.pick(DAYS)]
          .sort()
          .at(-1) as string)
      : random.pick(DAYS),
  }));
  const before = random.chance(30) ? { before: random.chance(90) ? ["d8"] : ["d1"] } : {};
  return { paid, cancelled, ...before } as unknown as ClawbackInput;
}

export const recomputedSubject: Subject = {
  use: "recomputedClawback",
  share: 500,
  kinds: CLAWBACKS.recomputedClawback,
  plan: (random, count) =>
    askedOf(
      "recomputedClawback",
      recomputedClawback,
      () => planCommission(random),
      (config) => planRecomputed(random, config),
      {
        each: (config, _input, outcome) => countClawback("recomputedClawback", config, outcome, count),
      },
    ),
};

function planRecomputed(random: Random, config: CommissionConfig): RecomputedClawbackInput {
  const paid = planCredits(random, config);
  const deals = [...paid.credits, ...(paid.earlier ?? [])].map(({ id }) => id);
  const before = random.chance(50) ? random.some(deals, 1, 2) : [];
  const left = random.chance(4)
    ? [...deals, "unknown", ...deals]
    : deals.filter((deal) => !before.includes(deal));
  const twice = random.chance(6) ? deals.slice(0, 1) : [];
  return {
    paid,
    cancelled: [...random.some(left, 0, 3), ...twice, ...twice],
    ...(before.length === 0 ? {} : { before }),
  };
}
