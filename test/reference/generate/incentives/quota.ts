import {
  type ExchangeConfig,
  type ExchangeInput,
  exchange,
  type QuotaConfig,
  type QuotaInput,
  quota,
  ROUNDING_MODES,
} from "../../../../src/index.js";
import { countExchange, countQuota, QUOTAS } from "../../coverage/incentives/quota.js";
import type { Random } from "../random.js";
import { planDay, planPresence, planProration } from "./presence.js";
import { askedOf, type Subject } from "./subject.js";

const UNITS = ["month", "quarter", "half-year", "year"] as const;
const MONTHS = { month: 1, quarter: 3, "half-year": 6, year: 12 };
const PERIODS = {
  month: ["2026-02", "2026-07", "2028-02"],
  quarter: ["2026-Q1", "2026-Q3"],
  "half-year": ["2026-H1"],
  year: ["2026", "2028"],
};

export const quotaSubject: Subject = {
  use: "quota",
  share: 700,
  kinds: QUOTAS.quota,
  plan: (random, count) =>
    askedOf(
      "quota",
      quota,
      () => planQuota(random),
      (config) => planQuotaInput(random, config),
      {
        each: (config, input, outcome) => countQuota(config, input, outcome, count),
      },
    ),
};

function planQuota(random: Random): QuotaConfig {
  const per = random.pick(["month", "quarter", "half-year", "year", "year"] as const);
  const unit = random.pick(UNITS.filter((one) => MONTHS[one] <= MONTHS[per]));
  const seasons = { 2: ["30%", "0.7"], 4: ["20%", "1/5", "0.2", "40%"], 3: ["1/3", "1/3", "1/3"] }[
    MONTHS[per] / MONTHS[unit]
  ];
  return {
    ...(random.chance(70)
      ? { currency: random.pick(["USD", "JPY", "KWD"]) }
      : { decimals: random.pick([0, 1]) }),
    ...(random.chance(60) ? { rounding: random.pick(ROUNDING_MODES) } : {}),
    ...(random.chance(95)
      ? { amount: random.pick([0, 100_000, "1234.567", "1e15", "0.001", "1000/3"]) }
      : {}),
    per,
    unit,
    ...(seasons !== undefined && random.chance(60) ? { seasons } : {}),
    ...planProration(random),
    ...(random.chance(40) ? { leastAbsence: random.pick([1, 5, 14]) } : {}),
    ...(random.chance(50)
      ? {
          ramp: {
            shares: random.pick([[0, "25%", "50%", "75%"], ["50%"], [0, "1/3"]]),
            ...(random.chance(75)
              ? { counts: random.pick(["months-of-service", "calendar-months", "full-months"] as const) }
              : {}),
          },
        }
      : {}),
  };
}

function planQuotaInput(random: Random, { per = "year", unit = "quarter" }: QuotaConfig): QuotaInput {
  const period = random.chance(97) ? random.pick(PERIODS[per]) : "2026-Q2";
  const { employment = undefined, absences = [] } = planPresence(random, period);
  const first =
    unit === per
      ? period
      : { month: "2026-01", quarter: "2026-Q1", "half-year": "2026-H1", year: "2026" }[unit];
  return {
    period,
    ...(random.chance(20) ? { amount: random.pick([0, 500, "99.99"]) } : {}),
    ...(employment ?? {}),
    ...(absences.length === 0 ? {} : { absences: absences.map(({ from, to }) => ({ from, to })) }),
    ...(random.chance(25) ? { rampFrom: planDay(random, period) } : {}),
    ...(random.chance(40)
      ? { achieved: [{ period: first, amount: random.pick([0, 500, "250.5", -20]) }] }
      : {}),
  };
}

export const exchangeSubject: Subject = {
  use: "exchange",
  share: 300,
  kinds: QUOTAS.exchange,
  plan: (random, count) =>
    askedOf(
      "exchange",
      exchange,
      () => planExchange(random),
      () => planConverted(random),
      {
        each: (config, _input, outcome) => countExchange(config, outcome, count),
        people: 2,
      },
    ),
};

function planExchange(random: Random): ExchangeConfig {
  const times = [
    {},
    { on: "2026-07-15" },
    { on: "2026-07-20" },
    { period: "2026-07" },
    { period: "2026-Q3" },
    { period: "2026" },
  ];
  const rates = ["EUR", "JPY"].flatMap((from) =>
    random.some(times, 0, 4).map((time) => {
      const inverse = random.chance(40);
      const way = inverse && random.chance(60) ? { from: "USD", to: from } : { from, to: "USD" };
      return {
        ...way,
        rate: random.pick(["1.0825", 1, "0.0064", "1/3", 3]),
        ...time,
        ...(inverse ? { inverse } : {}),
      };
    }),
  );
  return {
    to: "USD",
    rates,
    ...(random.chance(60) ? { dates: random.pick(["exact", "latest"] as const) } : {}),
    ...(random.chance(60) ? { rounding: random.pick(ROUNDING_MODES) } : {}),
  };
}

function planConverted(random: Random): ExchangeInput {
  return {
    amount: random.pick([0, "99.99", -1250, "1e15", "0.001", "1000/3"]),
    currency: random.pick(["EUR", "EUR", "JPY", "USD"]),
    ...(random.chance(85)
      ? {
          on: random.pick([
            "2026-07-15",
            "2026-07-16",
            "2026-07-25",
            "2026-08-01",
            "2026-02-01",
            "2027-01-01",
          ]),
        }
      : {}),
  };
}
