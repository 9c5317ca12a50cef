import {
  type Exchange,
  type ExchangeConfig,
  type Quota,
  type QuotaConfig,
  type QuotaInput,
  ROUNDING_MODES,
} from "../../../../src/index.js";
import type { Outcome } from "../../generate/incentives/subject.js";
import type { Count } from "../coverage.js";
import { countChoices, isRefused, kindsOf } from "./lines.js";
import { PRORATIONS, prorationKind } from "./presence.js";

const QUOTA = {
  rounding: ["-", ...ROUNDING_MODES],
  per: ["month", "quarter", "half-year", "year"],
  unit: ["month", "quarter", "half-year", "year"],
  leastAbsence: ["-", "1", "5", "14"],
};
const EXCHANGE = { rounding: ["-", ...ROUNDING_MODES], dates: ["-", "exact", "latest"] };

export const QUOTAS = {
  quota: {
    ...kindsOf("quota", QUOTA),
    "quota seasons": ["equal", "stated"],
    "quota proration": PRORATIONS,
    "quota ramp": ["-", "months-of-service", "calendar-months", "full-months"],
    "quota part": ["all", "some", "none"],
    "quota attainment": ["asked for", "not"],
    "quota refused": ["wrong-cycle", "amount-missing", "quota-not-positive", "not-a-choice"],
  },
  exchange: {
    ...kindsOf("exchange", EXCHANGE),
    "exchange rate": ["of a day", "of a period", "of no time", "inverse"],
    "exchange refused": ["exchange-rate-missing"],
  },
};

export function countQuota(
  config: QuotaConfig,
  { achieved }: QuotaInput,
  outcome: Outcome<Quota>,
  count: Count,
): void {
  countChoices("quota", config, Object.keys(QUOTA), count);
  count("quota seasons", config.seasons === undefined ? "equal" : "stated");
  count("quota proration", prorationKind(config.proration));
  count("quota ramp", config.ramp === undefined ? "-" : (config.ramp.counts ?? "months-of-service"));
  count("quota attainment", achieved === undefined ? "not" : "asked for");
  if (isRefused("quota", outcome, count) || !outcome.ok) return;
  for (const { part } of outcome.value.periods) {
    const written = String(part);
    count("quota part", written === "0" ? "none" : written === "1" ? "all" : "some");
  }
}

export function countExchange(config: ExchangeConfig, outcome: Outcome<Exchange>, count: Count): void {
  countChoices("exchange", config, Object.keys(EXCHANGE), count);
  if (isRefused("exchange", outcome, count) || !outcome.ok) return;
  const { on, period, inverse } = outcome.value;
  count("exchange rate", on !== undefined ? "of a day" : period !== undefined ? "of a period" : "of no time");
  count("exchange rate", "inverse", inverse);
}
