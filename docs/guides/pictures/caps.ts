import type { TopLevelSpec } from "vega-lite";
import { type PicturedPlan, planCurves } from "./plan-curves.js";

const ACCELERATED = {
  currency: "USD",
  brackets: [{ rate: "6%" }, { from: 200_000, rate: "9%" }, { from: 300_000, rate: "12%" }],
};
const PLANS: readonly PicturedPlan[] = [
  { name: "6, 9 and 12%, without a cap", colour: "#1d4ed8", plan: ACCELERATED },
  {
    name: "the same, a quarter of what exceeds 16,500",
    colour: "#0d9488",
    plan: { ...ACCELERATED, cap: { above: 16_500, share: "25%" } },
  },
  {
    name: "the same, nothing above 16,500",
    colour: "#d97706",
    plan: { ...ACCELERATED, cap: { above: 16_500 } },
  },
  {
    name: "8, 5 and 2%, a decelerator",
    colour: "#64748b",
    plan: {
      currency: "USD",
      brackets: [{ rate: "8%" }, { from: 200_000, rate: "5%" }, { from: 300_000, rate: "2%" }],
    },
  },
];

/** What an accelerated plan pays without a cap and with two, and a plan that slows down. */
export function caps(): TopLevelSpec {
  return planCurves(PLANS, 400_000);
}
