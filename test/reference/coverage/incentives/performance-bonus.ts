import {
  type PerformanceBonusConfig,
  type PerformanceBonusInput,
  ROUNDING_MODES,
  type StatementLine,
} from "../../../../src/index.js";
import type { Outcome } from "../../generate/incentives/subject.js";
import type { Count } from "../coverage.js";
import { countChoices, countLines, kindsOf, LINES } from "./lines.js";
import { countPresence, PRESENCE, PRORATIONS, WORKDAYS } from "./presence.js";

const FIELDS = {
  curve: ["-", "lines", "steps"],
  above: ["-", "level", "extended"],
  combine: ["-", "multiply", "add"],
  currency: ["USD", "JPY", "KWD", "CNY"],
  rounding: ["-", ...ROUNDING_MODES],
  payoutDecimals: ["-", "0", "2", "4"],
};

export const KINDS = {
  ...kindsOf("performanceBonus", FIELDS),
  "performanceBonus target": ["amount", "share"],
  "performanceBonus payout": [
    "jumps",
    "weights",
    "own curve",
    "matrix in steps",
    "matrix in lines",
    "factor",
    "required",
    "modifiers",
    "floor",
    "cap",
  ],
  "performanceBonus proration": PRORATIONS,
  "performanceBonus presence": PRESENCE,
  "performanceBonus workdays": WORKDAYS,
  "performanceBonus lines": LINES.filter((kind) => kind !== "negative"),
  "performanceBonus notes": [
    "payout-score",
    "payout-target",
    "rounded",
    "parts-rounded-to-sum",
    "payout-threshold",
    "payout-multiplier",
    "payout-multiplier-curve",
    "payout-added",
    "payout-gate",
    "payout-modifier",
    "payout-cap",
    "payout-floor",
    "prorated",
    "absence",
  ],
  "performanceBonus refused": ["unknown-tier", "missing", "out-of-range", "dates-unsorted", "spans-overlap"],
};

export function countPerformanceBonus(
  config: PerformanceBonusConfig,
  input: PerformanceBonusInput,
  outcome: Outcome<StatementLine>,
  count: Count,
): void {
  countChoices("performanceBonus", config, Object.keys(FIELDS), count);
  const { target, payout, weight, multipliers = [], modifiers, floor, cap } = config;
  for (const { share } of target) count("performanceBonus target", share === undefined ? "amount" : "share");
  const seen = (kind: string, met: boolean) => count("performanceBonus payout", kind, met);
  seen(
    "jumps",
    payout.some(({ below }) => below !== undefined),
  );
  seen("weights", weight !== undefined);
  seen(
    "own curve",
    multipliers.some((one) => one.payout !== undefined),
  );
  for (const between of ["steps", "lines"] as const)
    seen(
      `matrix in ${between}`,
      multipliers.some(({ byScore }) => byScore !== undefined && (byScore.curve ?? "lines") === between),
    );
  seen(
    "factor",
    multipliers.some((one) => one.payout === undefined && one.byScore === undefined),
  );
  seen(
    "required",
    multipliers.some(({ required }) => required === true),
  );
  seen("modifiers", modifiers !== undefined);
  seen("floor", floor !== undefined);
  seen("cap", cap !== undefined);
  countPresence("performanceBonus", config, input, outcome, count);
  countLines("performanceBonus", outcome, count);
}
