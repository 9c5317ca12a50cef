import {
  type Allocation,
  type BonusPool,
  type BonusPoolConfig,
  ROUNDING_MODES,
  type TeamPool,
  type TeamPoolConfig,
} from "../../../../src/index.js";
import type { Outcome } from "../../generate/incentives/subject.js";
import type { Count } from "../coverage.js";
import { INELIGIBLE } from "./eligibility.js";
import { countChoices, countLines, isRefused, kindsOf } from "./lines.js";
import { PRORATIONS, prorationKind } from "./presence.js";

const TEAM = {
  currency: ["USD", "JPY", "KWD"],
  rounding: ["-", ...ROUNDING_MODES],
  whenShort: ["-", "error", "reduce"],
  joiners: ["-", "share", "excluded"],
  leavers: ["-", "share", "excluded"],
  reserve: ["-", "10%", "1/3", "0", "1"],
};
const BONUS = {
  currency: ["USD", "JPY", "KWD"],
  rounding: ["-", ...ROUNDING_MODES],
  whenBelow: ["-", "paid", "scaled"],
};
const BOUNDS = ["amount", "share", "fact"];

export const POOLS = {
  allocation: {
    "allocation held": ["-", "least", "most"],
    "allocation amount": ["positive", "negative", "undistributed"],
    "allocation refused": ["amount-too-fine", "duplicate-id", "shares-zero", "range-empty", "minimums-over"],
  },
  teamPool: {
    ...kindsOf("teamPool", TEAM),
    "teamPool fund": ["fixed", "per-member", "share", "excess", "brackets"],
    "teamPool score": ["gate", "factors"],
    "teamPool sharedBy": ["equal", "days", "tier", "attribute", "fact", "steps"],
    "teamPool memberLeast": BOUNDS,
    "teamPool memberMost": BOUNDS,
    "teamPool left": ["nothing", "undistributed"],
    "teamPool notes": ["pool-gate", "pool-factor", "pool-at-least", "pool-at-most", "pool-reserved"],
    "teamPool lines": ["positive", "nothing"],
    "teamPool line notes": [
      "pool-counts",
      "pool-moved",
      "rounded-to-sum",
      "pool-reduced",
      "pool-held-least",
      "pool-held-most",
      "pool-gate",
    ],
    "teamPool excluded": ["pool-not-employed", "pool-joined", "pool-left", ...INELIGIBLE],
    "teamPool refused": [
      "missing",
      "score-missing",
      "unknown-property",
      "duplicate-id",
      "fact-missing",
      "unknown-tier",
      "row-missing",
      "minimums-over",
      "range-empty",
      "above-brackets",
    ],
  },
  bonusPool: {
    ...kindsOf("bonusPool", BONUS),
    "bonusPool proration": PRORATIONS,
    "bonusPool left": ["nothing", "something"],
    "bonusPool lines": ["positive", "nothing"],
    "bonusPool notes": [
      "claim-multiplier",
      "claim-factor",
      "rounded-to-sum",
      "prorated",
      "absence",
      ...INELIGIBLE,
    ],
    "bonusPool refused": ["amount-too-fine", "duplicate-id", "fact-missing", "spans-overlap"],
  },
};

export function countAllocation(outcome: Outcome<Allocation>, count: Count): void {
  if (isRefused("allocation", outcome, count) || !outcome.ok) return;
  const { amount, parts, undistributed } = outcome.value;
  for (const { held } of parts) count("allocation held", held ?? "-");
  count("allocation amount", amount.isNegative() ? "negative" : "positive");
  count("allocation amount", "undistributed", !undistributed.isZero());
}

export function countTeamPool(config: TeamPoolConfig, outcome: Outcome<TeamPool>, count: Count): void {
  countChoices("teamPool", config, Object.keys(TEAM), count);
  for (const { kind } of config.fund) count("teamPool fund", kind);
  count("teamPool score", "gate", config.score?.least !== undefined);
  count("teamPool score", "factors", config.score?.factors !== undefined);
  for (const factor of config.sharedBy) count("teamPool sharedBy", "steps" in factor ? "steps" : factor.by);
  for (const name of ["memberLeast", "memberMost"] as const) {
    const bound = config[name];
    if (bound !== undefined) count(`teamPool ${name}`, BOUNDS.find((one) => one in bound) ?? "");
  }
  if (isRefused("teamPool", outcome, count) || !outcome.ok) return;
  const { notes, members, excluded, undistributed } = outcome.value;
  count("teamPool left", undistributed.isZero() ? "nothing" : "undistributed");
  for (const { kind } of notes) count("teamPool notes", kind);
  for (const { line } of members) {
    count("teamPool lines", line.amount.isZero() ? "nothing" : "positive");
    for (const { kind } of line.notes ?? []) count("teamPool line notes", kind);
  }
  for (const { reasons } of excluded) for (const { kind } of reasons) count("teamPool excluded", kind);
}

export function countBonusPool(config: BonusPoolConfig, outcome: Outcome<BonusPool>, count: Count): void {
  countChoices("bonusPool", config, Object.keys(BONUS), count);
  count("bonusPool proration", prorationKind(config.proration));
  countLines("bonusPool", outcome, count);
  if (outcome.ok) count("bonusPool left", outcome.value.left.isZero() ? "nothing" : "something");
}
