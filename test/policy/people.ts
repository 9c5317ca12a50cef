// Evidence for the preset's indicators, made up.
import type { ReviewInput } from "../../src/index.js";

export const evidence: ReviewInput["evidence"] = {
  communication: 4.5,
  relationships: 4,
  "market-development": 4,
  "business-knowledge": 4,
  adaptability: 4,
  teamwork: 5,
  sales: { actual: 1_080_000, target: 1_000_000 },
  customers: { actual: 42, target: 40 },
  satisfaction: 88,
  growth: { actual: 9, target: 10 },
  delivery: 91,
};

export const poor: ReviewInput["evidence"] = {
  ...evidence,
  communication: "7/3",
  relationships: 2,
  sales: { actual: 333_333.33, target: 1_000_000 },
  satisfaction: 39,
  growth: { actual: -3, target: 10 },
};

export const input = (more: Partial<ReviewInput> = {}): ReviewInput => ({
  person: { id: "k17", experienceYears: 4 },
  period: "2026-Q3",
  standing: { tier: "intermediate", since: "2025-01-01" },
  evidence,
  ...more,
});
