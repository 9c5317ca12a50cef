import type { Policy } from "tierwise";
import { keyAccountManagers } from "tierwise/presets";

const { axes, tiers, matrix, incentives = [] } = keyAccountManagers;

/** What all contestants work out: the scores, the cell and the performance bonus of the preset. */
export const policy: Policy = {
  format: 1,
  id: "bench",
  effectiveFrom: "2026-01-01",
  currency: "CNY",
  axes,
  tiers,
  matrix,
  adjustment: { cycle: "quarter" },
  incentives: incentives.filter(({ use }) => use === "performanceBonus"),
};

export const PERIOD = "2026-Q3";
export const TIERS = tiers.map(({ id }) => id);

/** Targets of the bonus, in the order of the tiers. */
export const BONUS_TARGETS = [4000, 6000, 9000, 10_000, 14_000];

export const RATINGS = [
  "communication",
  "relationships",
  "market-development",
  "business-knowledge",
  "adaptability",
  "teamwork",
] as const;
export const ATTAINMENTS = ["sales", "customers", "growth"] as const;
export const POINTS = ["satisfaction", "delivery"] as const;
