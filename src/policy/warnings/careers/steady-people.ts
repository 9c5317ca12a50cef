import { productOf } from "./combinations.js";
import { LONG, monthsIn, standingOn } from "./footings.js";
import { leavesOf, listsOf } from "./leaves.js";
import type { Person } from "./reviewer.js";
import type { Search } from "./search.js";
import { type Judged, saidOf, type TierSaid } from "./steady.js";

/** How many people are looked at. */
const MOST_PEOPLE = 4_000;

/**
 * People whose evidence stays, one of each kind, of whom conditions may promote in some tier and demote in some tier: all others only go one way. Where
 * scores stay, nothing rises or falls, and a mean is the score itself.
 */
export function steadyPeople(search: Search): readonly Person[] {
  const { axes, people, rules } = search;
  const scores = productOf(
    axes.map(({ corners }) => corners),
    MOST_PEOPLE / people.contexts.length,
  );
  const lists = listsOf(rules).map((list) => ({ list, leaves: leavesOf(list) }));
  const kinds = new Map<string, Person>();
  for (const context of people.contexts) {
    for (const one of scores) {
      if (!people.isPossible(context, one)) continue;
      const person = people.person(context, one);
      const kind = kindOf(person, lists, search);
      if (kind !== undefined && !kinds.has(kind)) kinds.set(kind, person);
    }
  }
  return [...kinds.values()];
}

/** All that rules can tell of somebody whose evidence stays; nothing where they can only promote, or only demote. */
function kindOf(person: Person, lists: readonly Judged[], search: Search): string | undefined {
  const { reviewer, rules, first, asksForPromotion } = search;
  const placement = reviewer.place(first, standingOn({ months: LONG, most: 0 }, "", first), person);
  if (placement === undefined || (placement.promotionBlocked && !reviewer.looksAtTime.places))
    return undefined;
  const steady = { person, placement, search };
  if (!goesBothWays(saidOf(steady, [], lists))) return undefined;
  const scores = (asksForPromotion ? [LONG, monthsIn(rules)] : []).map(
    (months) =>
      reviewer.promotionScore(first, standingOn({ months, most: 0 }, "", first), person)?.value ?? 0,
  );
  const said = saidOf(steady, scores, lists);
  if (!goesBothWays(said)) return undefined;
  const { cell, capTier } = placement;
  return JSON.stringify([said.map(({ signs }) => signs), cell.at, capTier]);
}

function goesBothWays(said: readonly TierSaid[]): boolean {
  return said.some(({ up }) => up) && said.some(({ down }) => down);
}
