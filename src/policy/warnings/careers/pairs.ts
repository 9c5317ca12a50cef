import { withinLimits } from "../../../classification/facts.js";
import { readNumber } from "../../../kernel/number.js";
import { namesOfPromotion } from "./circumstances.js";
import { productOf } from "./combinations.js";
import { LONG, standingOn } from "./footings.js";
import type { Leaf } from "./leaves.js";
import type { Moment, PlaceOn } from "./moment-lists.js";
import { type MomentPair, type Moments, momentsOn, momentsWithin } from "./moments.js";
import { type View, viewOf } from "./outcomes.js";
import type { Context } from "./people.js";
import type { Search } from "./search.js";

/** How many pairs are compared at most, from places that rules tell apart. */
const MOST_PAIRS = 200_000;

export type ViewPair = readonly [View, View];

/** Pairs on one axis, and who they are beside. */
export interface Pairs {
  readonly pairs: readonly MomentPair[];
  view(moment: Moment): View;
}

/** What is compared after so many reviews: pairs of which the second has the better score on one axis, and those of which it has just enough for a gate. */
export function pairsAfter(
  length: number,
  leaves: readonly Leaf[],
  search: Search,
): { readonly steps: Iterable<Pairs>; readonly raises: Iterable<ViewPair> } {
  const contexts = contextsFor(leaves, search);
  const moments = momentsAfter(length, leaves, search);
  return { steps: stepsAmong(moments, contexts, search), raises: raisesAmong(moments, contexts, search) };
}

function* stepsAmong(
  every: readonly Moments[],
  contexts: readonly Context[],
  { people }: Search,
): Generator<Pairs> {
  const most = MOST_PAIRS / (contexts.length * every.length);
  for (const context of contexts) {
    const moments = every.map((one, axis) => momentsWithin(one, people.rangesIn(context, axis)));
    for (const [index, { pairs }] of moments.entries()) {
      const others = moments.map(({ all }, at) => (at === index ? [undefined] : all));
      for (const same of productOf(others, most / Math.max(1, pairs.length)))
        yield {
          pairs,
          view: (moment) =>
            viewOf(
              same.map((one) => one ?? moment),
              context,
            ),
        };
    }
  }
}

function* raisesAmong(
  every: readonly Moments[],
  contexts: readonly Context[],
  { people }: Search,
): Generator<ViewPair> {
  const raises = people.raises.filter((pair) => pair.every((context) => contexts.includes(context)));
  for (const [before, after] of raises) {
    const both = every.map((one, axis) =>
      momentsWithin(one, [...people.rangesIn(before, axis), ...people.rangesIn(after, axis)]),
    );
    for (const all of productOf(
      both.map((one) => one.all),
      MOST_PAIRS / raises.length,
    )) {
      const raised = people.raised(
        [before, after],
        all.map(({ score }) => score),
      );
      if (raised !== undefined) yield [viewOf(all, before, raised[0]), viewOf(all, after, raised[1])];
    }
  }
}

/** The moments of each axis after so many reviews. */
function momentsAfter(length: number, leaves: readonly Leaf[], search: Search): readonly Moments[] {
  return search.policy.axes.map((axis, index) => {
    const scores = search.axes[index] as Search["axes"][number];
    const isCounted = countsFor(axis.id, leaves, search);
    const placeOf = search.places.get(axis.id) as PlaceOn;
    const ranges = search.ranges.get(axis.id) ?? [];
    return momentsOn({ axis, scores, leaves, isCounted, placeOf, ranges }, length);
  });
}
/** Whether a condition looks at a promotion score of which the axis is a part. */
function countsFor(axis: string, leaves: readonly Leaf[], { policy }: Search): boolean {
  const isAsked = leaves.some(({ condition }) => condition.kind === "promotion-score");
  return isAsked && namesOfPromotion(policy.promotionScore).includes(axis);
}

/** The contexts that gates and conditions of these people tell apart. */
function contextsFor(leaves: readonly Leaf[], search: Search): readonly Context[] {
  const { people, reviewer, first, axes } = search;
  const isAsked = leaves.some(({ condition }) => condition.kind === "promotion-score");
  const standing = standingOn({ months: LONG, most: 0 }, "", first);
  const lowest = axes.map((one) => one.lowest);
  const found = new Map<string, Context>();
  for (const context of people.contexts) {
    const { facts } = context.setting;
    const gates = reviewer.place(first, standing, people.person(context, lowest))?.gates ?? [];
    const passed = gates.flatMap((gate) => (gate.of.kind === "axis" ? [] : [gate.passed]));
    const key = JSON.stringify([passed, leaves.map((leaf) => isMetIn(leaf, context)), isAsked ? facts : {}]);
    if (!found.has(key)) found.set(key, context);
  }
  return [...found.values()];
}

function isMetIn({ condition }: Leaf, { setting: { facts, certificates } }: Context): boolean {
  if (condition.kind === "certificate") return certificates.includes(condition.certificate);
  const fact = condition.kind === "fact" ? facts[condition.fact] : undefined;
  return condition.kind === "fact" && fact !== undefined && withinLimits(readNumber(fact), condition);
}
