import type { Policy } from "../../src/index.js";

export type Axis = Policy["axes"][number];

/** A small policy of one axis, `a` unless it says otherwise, and one tier, `t1`. */
export function oneAxis(axis: Partial<Axis> & Pick<Axis, "indicators">): Policy {
  return {
    format: 1,
    id: "small",
    effectiveFrom: "2026-01-01",
    axes: [{ id: "a", bands: [{ id: "all" }], ...axis }],
    tiers: [{ id: "t1" }],
    matrix: {},
    adjustment: { cycle: "quarter" },
  };
}
