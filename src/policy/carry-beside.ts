import { ladderOf, trackOf } from "../adjustment/ladder.js";
import type { CheckedRules } from "../adjustment/rules.js";
import type { HeldTier } from "../adjustment/standing.js";
import type { CheckedPolicy } from "./policy.js";

/** The tiers that can be held beside a tier: of each other track the highest. The others are dropped. */
export function heldBesideTier(
  also: readonly HeldTier[],
  tier: string,
  policy: CheckedPolicy,
): { readonly kept: readonly HeldTier[]; readonly dropped: readonly HeldTier[] } {
  const rules = { ...policy.adjustment, tiers: policy.tiers } as CheckedRules;
  const isLower = (one: HeldTier, index: number) => {
    const ladder = ladderOf(rules, one.tier);
    const place = ladder.indexOf(one.tier);
    return also.some((other, position) => {
      const against = ladder.indexOf(other.tier);
      return position !== index && (against > place || (against === place && position < index));
    });
  };
  const isKept = (one: HeldTier, index: number) =>
    trackOf(rules, one.tier) !== undefined &&
    trackOf(rules, one.tier) !== trackOf(rules, tier) &&
    !isLower(one, index);
  return { kept: also.filter(isKept), dropped: also.filter((one, index) => !isKept(one, index)) };
}
