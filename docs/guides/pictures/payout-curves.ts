import type { TopLevelSpec } from "vega-lite";
import { type PicturedPlan, planCurves } from "./plan-curves.js";

const BRACKETS = [{ rate: "4%" }, { from: 50_000, rate: "6%" }, { from: 100_000, rate: "8%" }];
const PLANS: readonly PicturedPlan[] = [
  { name: "5% throughout", colour: "#64748b", plan: { currency: "USD", brackets: [{ rate: "5%" }] } },
  {
    name: "4, 6 and 8%, slice by slice",
    colour: "#1d4ed8",
    plan: { currency: "USD", brackets: BRACKETS },
  },
  {
    name: "4, 6 and 8%, the rate that is reached for all",
    colour: "#d97706",
    plan: { currency: "USD", method: "whole", brackets: BRACKETS },
  },
];

/** What a flat plan, slices and a retroactive plan pay. */
export function payoutCurves(): TopLevelSpec {
  return planCurves(PLANS, 200_000);
}
