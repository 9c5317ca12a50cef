import type { Policy } from "../../../src/index.js";
import { type AxisPlan, planAxis } from "./axes.js";
import { type IncentivePlan, planIncentives } from "./incentives.js";
import { names, type Random } from "./random.js";
import { type GateAim, planAdjustment, planCells, planGates, type TriggerAims } from "./rules.js";

/** A policy, and what is needed to aim people at its corners. */
export interface PolicyPlan {
  readonly policy: Policy;
  readonly axes: readonly AxisPlan[];
  readonly gates: readonly GateAim[];
  readonly triggers: readonly TriggerAims[];
  readonly pay: IncentivePlan;
}

const CURRENCIES = ["CNY", "USD", "EUR", "JPY", "KRW", "KWD", "BHD"] as const;

export function planPolicy(random: Random, index: number): PolicyPlan {
  const axes = names("a", random.int(1, 3)).map((id, place) => planAxis(random, id, index + place));
  const tiers = names("t", random.int(2, 5));
  const { gates, aims } = planGates(random, axes);
  const { adjustment, aims: triggers } = planAdjustment(random, axes);
  const pays = random.chance(95);
  const pay = pays
    ? planIncentives(random, axes, tiers)
    : { incentives: [], commissions: [], bonusPoints: [] };
  const policy: Policy = {
    format: 1,
    id: `policy-${index}`,
    effectiveFrom: "2020-01-01",
    ...(pays ? { currency: random.pick(CURRENCIES), incentives: pay.incentives } : {}),
    axes: axes.map(({ config }) => config),
    tiers: tiers.map((id) => ({ id })),
    matrix: { cells: planCells(random, axes, tiers), ...(gates.length === 0 ? {} : { gates }) },
    adjustment,
  };
  return { policy, axes, gates: aims, triggers, pay };
}
