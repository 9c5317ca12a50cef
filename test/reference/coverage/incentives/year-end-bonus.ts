import { ROUNDING_MODES, type StatementLine, type YearEndBonusConfig } from "../../../../src/index.js";
import type { Outcome } from "../../generate/incentives/subject.js";
import type { Count } from "../coverage.js";
import { INELIGIBLE } from "./eligibility.js";
import { countChoices, countLines, kindsOf } from "./lines.js";
import { PRORATIONS, prorationKind } from "./presence.js";

const FIELDS = { rounding: ["-", ...ROUNDING_MODES], currency: ["USD", "JPY", "KWD"] };

export const KINDS = {
  ...kindsOf("yearEndBonus", FIELDS),
  "yearEndBonus pays": ["amount", "months", "share", "basisMost", "all other tiers"],
  "yearEndBonus proration": PRORATIONS,
  "yearEndBonus lines": ["positive", "nothing"],
  "yearEndBonus notes": [
    "bonus-months",
    "bonus-share",
    "rounded",
    "basis-most",
    "bonus-factor",
    "prorated",
    "absence",
    ...INELIGIBLE,
  ],
  "yearEndBonus refused": ["unknown-tier", "missing", "fact-missing", "spans-overlap"],
};

export function countYearEnd(
  config: YearEndBonusConfig,
  outcome: Outcome<StatementLine>,
  count: Count,
): void {
  countChoices("yearEndBonus", config, Object.keys(FIELDS), count);
  for (const row of config.pays) {
    for (const name of ["amount", "months", "share", "basisMost"] as const)
      count("yearEndBonus pays", name, row[name] !== undefined);
    count("yearEndBonus pays", "all other tiers", row.tier === undefined);
  }
  count("yearEndBonus proration", prorationKind(config.proration));
  countLines("yearEndBonus", outcome, count);
}
