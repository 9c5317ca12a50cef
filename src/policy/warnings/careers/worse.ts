import { reviewsOfRow } from "../../../adjustment/conditions/row.js";
import { shiftPeriod } from "../../../kernel/calendar.js";
import type { Warn, Warning } from "../warning.js";
import { type Footing, footingsOf, timeFacts } from "./footings.js";
import { harmIn } from "./harm.js";
import { type Leaf, type Lists, leavesOf, listsOf } from "./leaves.js";
import { identities, memo } from "./memo.js";
import type { Moment } from "./moment-lists.js";
import { type Place, rankOf, reviewOf, type View } from "./outcomes.js";
import { pairsAfter, type ViewPair } from "./pairs.js";
import { oncePerRules, type Search } from "./search.js";
import { differenceOf, verdictsFor } from "./verdicts.js";

/** The longest past that is tried. */
const LONGEST_PAST = 12;
/** How many people of one difference are tried for some whom the rules themselves lead there. */
const MOST_TRIES = 6;

/** The verdicts on two views. */
type Both = readonly [string, string];

/** Takes two people whom the rules themselves led there, or may not have. */
interface Told {
  readonly surely: Warn;
  readonly perhaps: Warn;
}

/** Warns of people who, from one standing, come to a worse decision with better evidence. */
export function warnOfWorse(search: Search, warn: Warn): void {
  const once = oncePerRules(warn);
  const others: Warning[] = [];
  const told = { surely: once, perhaps: (warning: Warning) => others.push(warning) };
  for (const list of listsOf(search.rules)) compareIn(list, search, told);
  for (const warning of others) once(warning);
}

/** Compares the decisions on people of some tiers. */
function compareIn(list: Lists, search: Search, told: Told): void {
  const leaves = leavesOf(list);
  const needed = leaves.map(({ condition }) => ("periods" in condition ? reviewsOfRow(condition) : 0));
  const longest = Math.min(LONGEST_PAST, Math.max(0, ...needed));
  const period = shiftPeriod(search.first, longest);
  const verdicts = verdictsFor(search, list, leaves, period);
  const compare = comparison(search, period, told);
  for (const [length, footings] of byLength(
    footingsOf(search.rules, leaves, timeCounts(list, leaves, search)),
    longest,
  )) {
    const places = list.tiers.flatMap((tier) => footings.map((footing) => ({ tier, footing })));
    const classes = grouped(places, verdicts.classOf);
    const { steps, raises } = pairsAfter(length, leaves, search);
    for (const { pairs, view } of steps) {
      for (const [name, own] of classes) {
        const verdict = memo((moment: Moment) => verdicts.of(view(moment), own[0] as Place));
        for (const [worse, better] of pairs) {
          const both = [verdict(worse.kind, worse), verdict(better.kind, better)] as const;
          if (mayHarm(both, own)) compare(name, own, [view(worse), view(better)], both);
        }
      }
    }
    for (const pair of raises) {
      for (const [name, own] of classes) {
        const [worse, better] = pair;
        const both = [verdicts.of(worse, own[0] as Place), verdicts.of(better, own[0] as Place)] as const;
        if (mayHarm(both, own)) compare(name, own, pair, both);
      }
    }
  }

  function mayHarm([worse, better]: Both, [place]: readonly Place[]): boolean {
    if (worse === better || worse === "" || better === "") return false;
    return !verdicts.isNoLess(worse, better, place as Place);
  }
}

/**
 * Whether comparing people long in their tier is not enough. What makes people wait turns a move into none: where it does so for all conditions alike, whoever is
 * harmed then is harmed later too.
 */
function timeCounts({ up, down }: Lists, leaves: readonly Leaf[], { reviewer }: Search): boolean {
  const { places, promotion } = reviewer.looksAtTime;
  const isAsked = leaves.some(({ condition }) => condition.kind === "promotion-score");
  const isExempt = [...up, ...down].some(({ exempt = [] }) =>
    exempt.some((rule) => rule === "minimum-time" || rule === "cooling-off"),
  );
  return isExempt || places || (promotion && isAsked) || timeFacts(leaves).length > 0;
}

/** Compares two views of different verdicts from all places of a class, but for verdicts that were compared before. */
function comparison(search: Search, period: string, { surely, perhaps }: Told) {
  const seen = new Set<string>();
  const tries = new Map<string, number>();
  const id = identities();
  const ranks = memo((view: View, place: Place) => {
    const reviewed = reviewOf(view, place, period, search);
    return reviewed && rankOf(reviewed.decision, search.rules);
  });
  /** Whether no other people of these verdicts need to be looked at. */
  const isSettled = (pair: ViewPair, place: Place, [worse, better]: Both): boolean => {
    const at = `${place.tier} ${id(place.footing)}`;
    const before = ranks(`${at} ${worse}`, pair[0], place);
    const after = ranks(`${at} ${better}`, pair[1], place);
    if (before === undefined || after === undefined || after >= before) return true;
    const difference = differenceOf(worse, better);
    const tried = tries.get(difference) ?? 0;
    if (tried > MOST_TRIES) return true;
    const harm = harmIn(pair, place, period, search);
    if (harm === undefined) return false;
    tries.set(difference, harm.isReached ? MOST_TRIES + 1 : tried + 1);
    if (harm.isReached) surely(harm.warning);
    else if (tried === 0) perhaps(harm.warning);
    return harm.isReached;
  };
  return (name: string, places: readonly Place[], pair: ViewPair, both: Both) => {
    const key = `${name} ${both.join(" ")}`;
    if (seen.has(key)) return;
    const settled = places.map((place) => isSettled(pair, place, both));
    if (!settled.includes(false)) seen.add(key);
  };
}

/** The footings by the number of reviews before: none, and as many as there may have been. */
function byLength(footings: readonly Footing[], longest: number) {
  const most = footings.map((footing) => ({
    footing,
    length: Math.max(0, Math.min(longest, footing.most)),
  }));
  return [...new Set([0, ...most.map(({ length }) => length)])].map((length) => {
    const own = most.filter((one) => length === 0 || one.length === length);
    return [length, own.map(({ footing }) => footing)] as const;
  });
}

function grouped<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
