import {
  type EquityGrantConfig,
  type EquityGrantInput,
  type EquityPayoutConfig,
  type EquityPayoutInput,
  equityGrant,
  equityPayout,
  ROUNDING_MODES,
} from "../../../../src/index.js";
import { countEquityGrant, countEquityPayout, EQUITY } from "../../coverage/incentives/equity.js";
import type { Random } from "../random.js";
import { planConditions, planPerson } from "./eligibility.js";
import { askedOf, type Subject } from "./subject.js";

export const equityGrantSubject: Subject = {
  use: "equityGrant",
  share: 500,
  kinds: EQUITY.equityGrant,
  plan: (random, count) =>
    askedOf(
      "equityGrant",
      equityGrant,
      () => planGrant(random),
      () => planGranted(random),
      {
        each: (config, _input, outcome) => countEquityGrant(config, outcome, count),
        people: 3,
      },
    ),
};

function planGrant(random: Random): EquityGrantConfig {
  const options = random.chance(50);
  const tiers = random.pick([
    [undefined],
    ["junior", "senior"],
    [undefined, "junior"],
    ["junior", "senior", "head"],
  ] as const);
  const rows = <Row>(row: () => Row) =>
    tiers.map((tier) => ({ ...(tier === undefined ? {} : { tier }), ...row() }));
  return {
    currency: random.pick(["USD", "JPY"]),
    ...(random.chance(30) ? { rule: "Plan, section 4" } : {}),
    ...(options
      ? { instrument: "options" as const }
      : random.chance(50)
        ? { instrument: "restricted-units" as const }
        : {}),
    size: random.pick<() => EquityGrantConfig["size"]>([
      () => ({ by: "units", rows: rows(() => ({ units: random.pick([0, 100, "333.3", "1e15", "0.001"]) })) }),
      () => ({ by: "value", rows: rows(() => ({ value: random.pick([100_000, "9999.99", 1]) })) }),
      () => ({ by: "salary", rows: rows(() => ({ share: random.pick(["40%", "1/3", "0.05"]) })) }),
    ])(),
    ...(random.chance(60) ? { rounding: random.pick(ROUNDING_MODES) } : {}),
    ...(random.chance(50) ? { multipleOf: random.pick([1, 10, 100, "0.01"]) } : {}),
    ...(random.chance(40) ? { eligibility: planConditions(random, 2) } : {}),
    ...(options && random.chance(50)
      ? {
          exercisePrice: {
            share: random.pick(["85%", 1, "1.1"]),
            ...(random.chance(60)
              ? { decimals: random.pick([0, 2]), rounding: random.pick(ROUNDING_MODES) }
              : {}),
          },
        }
      : {}),
    ...(random.chance(50) ? { termMonths: random.pick([1, 12, 120]) } : {}),
  };
}

function planGranted(random: Random): EquityGrantInput {
  return {
    on: random.pick(["2026-03-01", "2026-01-31", "2024-02-29", "2026-12-31"]),
    ...planPerson(random, "2026", 97),
    ...(random.chance(95) ? { period: "2026" } : {}),
    ...(random.chance(30) ? { id: "grant-1", start: "2026-01-15" } : {}),
    ...(random.chance(95) ? { salary: random.pick([120_000, "98765.43", 0]) } : {}),
    ...(random.chance(95) ? { price: random.pick(["105.01", 33, "1/3", random.chance(20) ? 0 : 7]) } : {}),
    ...(random.chance(30) ? { unitValue: random.pick(["42.42", 5]) } : {}),
  };
}

export const equityPayoutSubject: Subject = {
  use: "equityPayout",
  share: 300,
  kinds: EQUITY.equityPayout,
  plan: (random, count) =>
    askedOf(
      "equityPayout",
      equityPayout,
      () => planPayout(random),
      (config) => planPaid(random, config),
      {
        each: (config, _input, outcome) => countEquityPayout(config, outcome, count),
        people: 2,
      },
    ),
};

function planPayout(random: Random): EquityPayoutConfig {
  return {
    currency: random.pick(["USD", "JPY", "KWD"]),
    ...(random.chance(30) ? { id: "phantom", category: "long-term", rule: "Plan, section 4" } : {}),
    ...(random.chance(60) ? { rounding: random.pick(ROUNDING_MODES) } : {}),
    ...(random.chance(80) ? { pays: random.pick(["full-value", "appreciation"] as const) } : {}),
    ...(random.chance(40) ? { mostPerUnit: random.pick([0, 5, "7.5"]) } : {}),
  };
}

function planPaid(random: Random, { pays }: EquityPayoutConfig): EquityPayoutInput {
  const hasBase = (pays === "appreciation") === random.chance(95);
  return {
    units: random.pick([0, 100, "33.3333", "1e15"]),
    price: random.pick([0, 18, "9.99", "10.005", "40/3"]),
    ...(hasBase ? { basePrice: random.pick([10, 18, "9.5"]) } : {}),
    ...(random.chance(40) ? { period: "2026-Q2" } : {}),
  };
}
