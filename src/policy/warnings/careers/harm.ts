import type { Decision } from "../../../adjustment/adjuster.js";
import { shiftPeriod } from "../../../kernel/calendar.js";
import type { PolicyStandingInput } from "../../standing.js";
import type { Warning } from "../warning.js";
import { standingOn } from "./footings.js";
import { between, known } from "./named.js";
import { type Place, pastIn, peopleIn, rankOf, standingBefore, type View } from "./outcomes.js";
import type { Person } from "./reviewer.js";
import type { Search } from "./search.js";

/** Two people of whom the better one comes to less, and whether the rules themselves kept such people in the tier until then. */
export interface Harm {
  readonly warning: Warning;
  readonly isReached: boolean;
}

/** What a warning says of two views, where there are such people and they are decided on like that. */
export function harmIn(
  views: readonly [View, View],
  place: Place,
  period: string,
  search: Search,
): Harm | undefined {
  const [one, other] = peopleIn(views, search) ?? [];
  const standing = standingBefore(views[0], place, period, search);
  if (one === undefined || other === undefined || standing === undefined) return undefined;
  const [before, after] = [one, other].map((person) => search.reviewer.review(period, standing, person));
  if (before === undefined || after === undefined) return undefined;
  const [kept, lost] = [before.decision, after.decision];
  if (rankOf(lost, search.rules) >= rankOf(kept, search.rules)) return undefined;
  const conditions = between(before, after);
  return {
    isReached: isKept(views[0], place, period, search),
    warning: {
      path: ["adjustment"],
      code: "better-is-worse",
      message: `from the tier ${place.tier}, better scores come to ${endOf(lost)} where worse ones come to ${endOf(kept)}, by ${conditions.join(", ")}`,
      witness: {
        tier: place.tier,
        ...peopleOf(one, other),
        standing,
        period,
        tiers: [kept.to, lost.to],
        conditions,
      },
    },
  };
}

function endOf({ to, exit }: Decision): string {
  return exit === undefined ? `the tier ${to}` : "an exit";
}

function peopleOf(one: Person, other: Person): Partial<Warning["witness"]> {
  const [ofOne, ofOther] = [known(one), known(other)];
  const isSame = JSON.stringify(ofOne) === JSON.stringify(ofOther);
  return {
    scores: one.scores,
    better: other.scores,
    known: ofOne,
    ...(isSame ? {} : { betterKnown: ofOther }),
  };
}

/** Whether the reviews of the past keep the person in the tier. */
function isKept(view: View, { tier, footing }: Place, period: string, search: Search): boolean {
  const past = pastIn(view, search);
  let standing: PolicyStandingInput = standingOn(footing, tier, period);
  return past.every((person, index) => {
    const reviewed = search.reviewer.review(shiftPeriod(period, index - past.length), standing, person);
    if (reviewed === undefined) return false;
    standing = reviewed.standing;
    return standing.tier === tier;
  });
}
