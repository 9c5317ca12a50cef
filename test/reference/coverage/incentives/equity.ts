import {
  type EquityGrant,
  type EquityGrantConfig,
  type EquityPayoutConfig,
  ROUNDING_MODES,
  type StatementLine,
} from "../../../../src/index.js";
import type { Outcome } from "../../generate/incentives/subject.js";
import type { Count } from "../coverage.js";
import { countChoices, countLines, isRefused, kindsOf } from "./lines.js";

const GRANT = {
  rounding: ["-", ...ROUNDING_MODES],
  instrument: ["-", "options", "restricted-units"],
  multipleOf: ["-", "1", "10", "100", "0.01"],
  termMonths: ["-", "1", "12", "120"],
};
const PAYOUT = {
  rounding: ["-", ...ROUNDING_MODES],
  pays: ["-", "full-value", "appreciation"],
  mostPerUnit: ["-", "0", "5", "7.5"],
};

export const EQUITY = {
  equityGrant: {
    ...kindsOf("equityGrant", GRANT),
    "equityGrant by": ["units", "value", "salary"],
    "equityGrant exercise price": ["-", "stated"],
    "equityGrant result": ["granted", "ineligible", "no units"],
    "equityGrant refused": ["unknown-tier", "fact-missing", "out-of-range"],
  },
  equityPayout: {
    ...kindsOf("equityPayout", PAYOUT),
    "equityPayout lines": ["positive", "nothing"],
    "equityPayout notes": ["no-appreciation", "most-per-unit", "rounded"],
    "equityPayout refused": ["fact-missing", "unknown-property"],
  },
};

export function countEquityGrant(
  config: EquityGrantConfig,
  outcome: Outcome<EquityGrant>,
  count: Count,
): void {
  countChoices("equityGrant", config, Object.keys(GRANT), count);
  count("equityGrant by", config.size.by);
  count("equityGrant exercise price", config.exercisePrice === undefined ? "-" : "stated");
  if (isRefused("equityGrant", outcome, count) || !outcome.ok) return;
  const { eligible, event } = outcome.value;
  count("equityGrant result", !eligible ? "ineligible" : event === undefined ? "no units" : "granted");
}

export function countEquityPayout(
  config: EquityPayoutConfig,
  outcome: Outcome<StatementLine>,
  count: Count,
): void {
  countChoices("equityPayout", config, Object.keys(PAYOUT), count);
  countLines("equityPayout", outcome, count);
}
