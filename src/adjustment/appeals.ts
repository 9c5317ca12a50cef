import type { Label } from "../kernel/label.js";
import { stepFrom, trackOf } from "./ladder.js";
import type { CheckedRules } from "./rules.js";
import type { HeldTier, Sanction } from "./standing.js";

/** What a demotion that is undone gives back in a track that is not the present one. */
export interface GivenBack {
  readonly track: string;
  readonly trackLabel?: Label;
  /** The tier that was held there beside the present one, and what it becomes; absent where the person holds none there any more, and nothing is given back. */
  readonly held?: {
    readonly from: string;
    readonly fromLabel?: Label;
    readonly to: string;
    readonly toLabel?: Label;
  };
}

/** Whether a demotion was in the track of a tier; one that names no track of the rules counts as one of the present track. */
function isIn({ track }: Sanction, rules: CheckedRules, tier: string): boolean {
  const isKnown = rules.tracks?.some(({ id }) => id === track) === true;
  return !isKnown || trackOf(rules, tier)?.id === track;
}

/** How many tiers up go back in the present track. */
export function stepsGivenBack(undone: readonly Sanction[], rules: CheckedRules, tier: string): number {
  return undone.filter((one) => isIn(one, rules, tier)).reduce((all, { steps }) => all + steps, 0);
}

/** What goes back in the other tracks. */
export function givenBackBeside(
  undone: readonly Sanction[],
  rules: CheckedRules,
  { tier, also = [] }: { readonly tier: string; readonly also?: readonly HeldTier[] | undefined },
): readonly GivenBack[] {
  const elsewhere = undone.filter((one) => !isIn(one, rules, tier));
  const tracks = rules.tracks?.filter(({ id }) => elsewhere.some(({ track }) => track === id)) ?? [];
  const tierWith = <K extends "from" | "to">(key: K, id: string) => {
    const label = rules.tiers.find((one) => one.id === id)?.label;
    return { [key]: id, ...(label === undefined ? {} : { [`${key}Label`]: label }) } as {
      [key in K]: string;
    };
  };
  return tracks.map(({ id, label, tiers }) => {
    const steps = elsewhere.reduce((all, one) => (one.track === id ? all + one.steps : all), 0);
    const from = also.find((one) => tiers.includes(one.tier))?.tier;
    return {
      track: id,
      ...(label === undefined ? {} : { trackLabel: label }),
      ...(from === undefined
        ? {}
        : { held: { ...tierWith("from", from), ...tierWith("to", stepFrom(rules, from, "up", steps)) } }),
    };
  });
}

/** The tiers that are held beside, with what was given back, from a day on. */
export function heldAfter(
  also: readonly HeldTier[],
  givenBack: readonly GivenBack[],
  on: string,
): readonly HeldTier[] {
  return also.map((one) => {
    const to = givenBack.find(({ held }) => held?.from === one.tier)?.held?.to;
    return to === undefined || to === one.tier ? one : { tier: to, since: on };
  });
}
