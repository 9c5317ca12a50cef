import { compilePolicy, type ReviewInput } from "tierwise";
import { auditRecord, correction } from "tierwise/audit";
import { keyAccountManagers } from "tierwise/presets";
import type { TopLevelSpec } from "vega-lite";
import { type Dot, matrix } from "./matrix.js";

const ratings = {
  communication: 4.5,
  relationships: 4,
  "market-development": 4,
  "business-knowledge": 4,
  adaptability: 4,
  teamwork: 5,
};
const input: ReviewInput = {
  person: { id: "k17" },
  period: "2026-Q3",
  standing: { tier: "intermediate", since: "2025-01-01" },
  evidence: {
    ...ratings,
    sales: { actual: 108_000, target: 1_000_000 },
    customers: { actual: 42, target: 40 },
    satisfaction: 88,
    growth: { actual: 9, target: 10 },
    delivery: 91,
  },
};

/** Where a person was in the matrix by the record, and where on the corrected input. */
export function appeal(): TopLevelSpec {
  const corrected = { ...input.evidence, sales: { actual: 1_080_000, target: 1_000_000 } };
  const record = auditRecord(keyAccountManagers)({ salt: "5b1f0c7a9e2d4483", input });
  const { review } = correction(keyAccountManagers)({ record, input: { ...input, evidence: corrected } });
  const [across, up] = compilePolicy(keyAccountManagers).parts.matrix.axes;
  const dot = (name: string, scores: Readonly<Record<string, { readonly value: unknown }>>): Dot => ({
    name,
    x: Number(scores[across?.id ?? ""]?.value),
    y: Number(scores[up?.id ?? ""]?.value),
  });
  const path = [dot("recorded", record.result.scores), dot("corrected", review.scores)];
  return matrix(keyAccountManagers, "k17, 2026-Q3", path, path) as TopLevelSpec;
}
