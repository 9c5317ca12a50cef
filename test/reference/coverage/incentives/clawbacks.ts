import { type Clawback, ROUNDING_MODES } from "../../../../src/index.js";
import type { Outcome } from "../../generate/incentives/subject.js";
import type { Count } from "../coverage.js";
import { countChoices, countLines, kindsOf } from "./lines.js";

const FIELDS = {
  clawback: { rounding: ["-", ...ROUNDING_MODES], currency: ["USD", "JPY", "KWD"] },
  recomputedClawback: {
    per: ["credit", "order", "period", "to-date"],
    method: ["marginal", "each", "whole"],
  },
};
const REFUSED = ["deal-not-paid", "deal-clawed-back", "deal-twice"];

export const CLAWBACKS = {
  clawback: {
    ...kindsOf("clawback", FIELDS.clawback),
    "clawback schedule": ["stated", "unserved", "none"],
    "clawback lines": ["positive", "negative"],
    "clawback notes": ["clawed-back", "rounded"],
    "clawback refused": [...REFUSED, "cancelled-before", "wrong-currency"],
  },
  recomputedClawback: {
    ...kindsOf("recomputedClawback", FIELDS.recomputedClawback),
    "recomputedClawback lines": ["positive", "negative"],
    "recomputedClawback notes": ["recomputed"],
    "recomputedClawback refused": [...REFUSED, "above-brackets"],
  },
};

export function countClawback(
  group: keyof typeof FIELDS,
  config: object,
  outcome: Outcome<Clawback>,
  count: Count,
): void {
  countChoices(group, config, Object.keys(FIELDS[group]), count);
  if (group === "clawback") {
    const kind = Object.hasOwn(config, "unserved") ? "unserved" : "none";
    count("clawback schedule", Object.hasOwn(config, "schedule") ? "stated" : kind);
  }
  countLines(group, outcome, count);
}
