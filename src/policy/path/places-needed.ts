import type { Decision } from "../../adjustment/adjuster.js";
import { quotaFor } from "../../adjustment/places/rules.js";
import type { Label } from "../../kernel/label.js";
import type { CheckedPolicy } from "../policy.js";
import type { ReviewInput } from "../review-input.js";

/** A tier with limited places, in which the person has none so far. */
export interface PlaceNeeded {
  readonly tier: string;
  readonly label?: Label;
}

/** What a way takes beside the scores. */
export interface WithPlaces {
  /** The tiers in one of which a place must be given, the highest first; absent where none is needed, or one is granted. */
  readonly placesNeeded?: readonly PlaceNeeded[];
}

type Places = NonNullable<ReviewInput["places"]>;

/** What is known of a person: the group, by the attributes, and what became of places. */
interface PlacesKnown {
  readonly attributes: Readonly<Record<string, string>>;
  readonly places?: Places | undefined;
}

/** The places that are granted, without the refusals: they were given for the scores of then. */
export function grantedIn({ places = {} }: ReviewInput): Places {
  return Object.fromEntries(Object.entries(places).filter(([, { granted }]) => granted));
}

/**
 * Finds the places that a decision takes: as in a group review, the one in the tier that it comes to is refused, and so on, until it is not what it
 * was meant to be. A tier is limited by a quota, or where the input refuses a place in it.
 */
export function compilePlacesNeeded({ tiers, places: limits }: CheckedPolicy) {
  return (
    { attributes, places = {} }: PlacesKnown,
    known: Places,
    decide: (places: Places) => Decision,
    isMeant: (decision: Decision) => boolean,
  ): WithPlaces => {
    const within = limits?.within;
    const group = within !== undefined && Object.hasOwn(attributes, within) ? attributes[within] : undefined;
    const isLimited = ({ from, to }: Decision) =>
      Object.hasOwn(places, to) ||
      (limits !== undefined &&
        quotaFor(limits, to, group) !== undefined &&
        (to !== from || limits.incumbents === "compete"));
    const needed: PlaceNeeded[] = [];
    let given = known;
    for (;;) {
      const decision = decide(given);
      const { to: tier } = decision;
      if (!isMeant(decision)) return needed.length === 0 ? {} : { placesNeeded: needed };
      if (Object.hasOwn(given, tier) || !isLimited(decision)) return {};
      const label = tiers.find(({ id }) => id === tier)?.label;
      needed.push({ tier, ...(label === undefined ? {} : { label }) });
      given = { ...given, [tier]: { granted: false } };
    }
  };
}
