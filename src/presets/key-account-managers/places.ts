import type { Policy } from "../../policy/policy.js";

/** The share of people who may be senior, and who comes first (M9, M17). */
export const places: Policy["places"] = {
  quotas: [
    { tier: "senior", most: { share: "20%" } },
    { tier: "department-manager", most: { share: "5%" } },
  ],
  keys: [
    { key: "promotion-score", order: "descending" },
    { key: "months-in-tier", order: "descending" },
  ],
};
