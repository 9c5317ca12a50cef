import type { Policy } from "tierwise";

export const TIERS = ["junior", "intermediate", "senior"];
/** What people are compared within, where there are several groups. */
export const REGION = "region";

const shared = {
  format: 1,
  id: "footprint",
  effectiveFrom: "2026-01-01",
  tiers: TIERS.map((id) => ({ id })),
  matrix: {},
  adjustment: { cycle: "quarter" },
} as const;

/** Measures that compare people, a median, and bands by the scores of a group, of which a key breaks ties. */
export function comparing(isGrouped: boolean): Policy {
  return {
    ...shared,
    ...(isGrouped ? { comparedWithin: REGION } : {}),
    axes: [
      {
        id: "results",
        indicators: [
          { id: "sales", weight: "50%", measure: { kind: "percentile-rank", definition: "mid" } },
          { id: "customers", weight: "30%", measure: { kind: "z-score", deviation: "population" } },
          { id: "quality", weight: "20%", measure: { kind: "min-max" } },
        ],
        bands: [{ id: "others" }, { id: "best" }],
        relative: {
          kind: "top-share",
          cuts: [{ band: "best", share: "20%" }],
          ties: { keys: [{ key: "months", order: "descending" }] },
        },
      },
      {
        id: "skills",
        indicators: [
          {
            id: "skill",
            weight: 1,
            measure: { kind: "points" },
            missing: { kind: "cohort-median", otherwise: "zero" },
          },
        ],
        bands: [{ id: "low" }, { id: "high" }],
        relative: {
          kind: "mean-deviation",
          cuts: [{ band: "high", deviations: 1 }],
          deviation: "population",
        },
      },
    ],
  };
}

/** Summaries of lists, and ratings by several raters. */
export function listPolicy(): Policy {
  const over = (kind: "mean" | "median") => ({ kind: "points" as const, over: { kind } });
  return {
    ...shared,
    axes: [
      {
        id: "results",
        bands: [{ id: "low" }, { id: "high", from: 60 }],
        raters: {
          kinds: [
            { id: "superior", weight: "60%" },
            { id: "peer", weight: "40%" },
          ],
        },
        indicators: [
          { id: "calls", weight: "40%", measure: over("mean") },
          { id: "visits", weight: "40%", measure: over("median") },
          { id: "conduct", weight: "20%", measure: { kind: "rating", from: 1, to: 5 }, raters: {} },
        ],
      },
    ],
  };
}
