import type { Decision } from "../../../adjustment/adjuster.js";
import { ladderOf } from "../../../adjustment/ladder.js";
import type { CheckedRules } from "../../../adjustment/rules.js";
import type { Rational } from "../../../kernel/rational.js";
import type { PolicyStandingInput } from "../../standing.js";
import { type Footing, standingOn } from "./footings.js";
import type { Moment } from "./moment-lists.js";
import { standingAfter } from "./past-reviews.js";
import type { Context } from "./people.js";
import type { Person, Reviewed } from "./reviewer.js";
import type { Search } from "./search.js";

/** Somebody at a review: a moment on each axis, in a context. */
export interface View {
  readonly moments: readonly Moment[];
  readonly context: Context;
  /** What conditions, places and the promotion score look at on the axes. */
  readonly said: string;
  readonly places: string;
  readonly texts: string;
  /** The person, where more is known of them than the context says. */
  readonly person?: Person;
}

/** Where somebody stands. */
export interface Place {
  readonly tier: string;
  readonly footing: Footing;
}

export function viewOf(moments: readonly Moment[], context: Context, person?: Person): View {
  return {
    moments,
    context,
    said: moments.map((one) => one.said).join(""),
    places: moments.map((one) => one.places).join("/"),
    texts: moments.map((one) => one.text).join(),
    ...(person === undefined ? {} : { person }),
  };
}

export function personIn(view: View, { people }: Search): Person {
  return view.person ?? people.person(view.context, presentScores(view));
}

/** The people of two views, who had the same past; absent where there can be none. */
export function peopleIn(
  [one, other]: readonly [View, View],
  { people }: Search,
): readonly Person[] | undefined {
  if (!pastScores(one).every((scores) => people.isPossible(one.context, scores))) return undefined;
  if (one.person !== undefined && other.person !== undefined) return [one.person, other.person];
  return people.alike(one.context, [one, other].map(presentScores));
}

function presentScores({ moments }: View): readonly Rational[] {
  return moments.map(({ score }) => score);
}

function pastScores({ moments }: View): readonly (readonly Rational[])[] {
  return (moments[0]?.past ?? []).map((_, index) => moments.map(({ past }) => past[index] as Rational));
}

/** The standing before the review; absent where the person had no place in a past one. */
export function standingBefore(
  view: View,
  { tier, footing }: Place,
  period: string,
  search: Search,
): PolicyStandingInput | undefined {
  const kept = view.moments.flatMap(({ axis, before }) => (before === undefined ? [] : [[axis, before]]));
  const bands = kept.length === 0 ? {} : { bands: Object.fromEntries(kept) };
  const before = { ...standingOn(footing, tier, period), ...bands };
  return standingAfter(pastIn(view, search), before, period, search.rules, search.reviewer);
}

/** The person at the reviews of the past. */
export function pastIn(view: View, { people }: Search): readonly Person[] {
  return pastScores(view).map((scores) => people.person(view.context, scores));
}

export function reviewOf(view: View, place: Place, period: string, search: Search): Reviewed | undefined {
  const standing = standingBefore(view, place, period, search);
  return standing && search.reviewer.review(period, standing, personIn(view, search));
}

/** How good a decision is: the tier it comes to, and worse than all tiers, that an exit is proposed. */
export function rankOf({ exit, from, to }: Decision, rules: CheckedRules): number {
  return exit === undefined ? ladderOf(rules, from).indexOf(to) : -1;
}
