import type { Eligibility, EligibilityConfig } from "../../../../src/index.js";
import type { Outcome } from "../../generate/incentives/subject.js";
import type { Count } from "../coverage.js";
import { isRefused } from "./lines.js";

const CONDITIONS = [
  "tier",
  "attribute",
  "fact",
  "certificate",
  "employedOn",
  "monthsOfService",
  "honours",
  "at",
];
export const INELIGIBLE = [
  "tier",
  "attribute",
  "fact",
  "certificate",
  "employment",
  "service",
  "honours",
  "placement",
].map((kind) => `ineligible-${kind}`);

export const KINDS = {
  "eligibility conditions": CONDITIONS,
  "eligibility failed": [...INELIGIBLE, "none"],
  "eligibility refused": ["fact-missing"],
};

export function countEligibility(
  { conditions }: EligibilityConfig,
  outcome: Outcome<Eligibility>,
  count: Count,
): void {
  for (const condition of conditions)
    count("eligibility conditions", CONDITIONS.find((name) => name in condition) ?? "");
  if (isRefused("eligibility", outcome, count) || !outcome.ok) return;
  for (const { kind } of outcome.value.failed) count("eligibility failed", kind);
  count("eligibility failed", "none", outcome.value.eligible);
}
