import { ROUNDING_MODES, type Spiff, type SpiffConfig } from "../../../../src/index.js";
import type { Outcome } from "../../generate/incentives/subject.js";
import type { Count } from "../coverage.js";
import { countChoices, isRefused, kindsOf } from "./lines.js";

const FIELDS = {
  rounding: ["-", ...ROUNDING_MODES],
  currency: ["USD", "JPY", "KWD"],
  per: ["-", "deal", "unit"],
};
const RULES = ["from", "to", "when", "leastAmount", "first", "minimum", "maximum", "budget", "eligibility"];

export const KINDS = {
  ...kindsOf("spiff", FIELDS),
  "spiff rules": [...RULES, "first of everybody", "further"],
  "spiff lines": ["positive", "negative", "nothing"],
  "spiff notes": [
    "spiff-first",
    "spiff-minimum",
    "spiff-maximum",
    "spiff-budget",
    "rounded",
    "rounded-to-date",
    "rounded-before",
  ],
  "spiff deals": ["counted", "earlier", "later", "outside-dates", "other-deal", "too-small", "ineligible"],
  "spiff refused": ["duplicate-id", "missing", "unknown-person", "fact-missing"],
};

export function countSpiff(config: SpiffConfig, outcome: Outcome<Spiff>, count: Count): void {
  countChoices("spiff", config, Object.keys(FIELDS), count);
  for (const rule of RULES) count("spiff rules", rule, Object.hasOwn(config, rule));
  count("spiff rules", "first of everybody", config.first?.of === "everybody");
  count("spiff rules", "further", config.minimum?.pays === "further");
  if (isRefused("spiff", outcome, count) || !outcome.ok) return;
  for (const { line } of outcome.value.people) {
    count(
      "spiff lines",
      line.amount.isZero() ? "nothing" : line.amount.isNegative() ? "negative" : "positive",
    );
    for (const { kind } of line.notes ?? []) count("spiff notes", kind);
  }
  for (const { reason, earlier } of outcome.value.deals)
    count("spiff deals", reason ?? (earlier === true ? "earlier" : "counted"));
}
