import { compare, type Rational } from "../../../kernel/rational.js";
import { type Axis, type Moment, momentLists } from "./moment-lists.js";

export type MomentPair = readonly [Moment, Moment];

/** The moments of an axis that conditions and places tell apart, and those pairs of which the second has the better score now. */
export interface Moments {
  readonly all: readonly Moment[];
  readonly pairs: readonly MomentPair[];
}

/** The moments after so many reviews in the tier: of those that conditions, places and ranges do not tell apart one, or where the score counts beside, the least and the best. */
export function momentsOn(given: Axis, length: number): Moments {
  const all = keeper<Moment>(given.isCounted, ({ score }) => score);
  const pairs = keeper<MomentPair>(given.isCounted, ([worse]) => worse.score);
  for (const list of momentLists(given, length)) {
    for (const [index, better] of list.entries()) {
      all.keep(keyOf(better), better);
      const worse = list[index - 1];
      if (worse !== undefined && tellApart(worse, better))
        pairs.keep(`${keyOf(worse)}|${keyOf(better)}`, [worse, better]);
    }
    if (given.isCounted) for (const pair of endsOfSame(list)) pairs.keep(keyOf(pair[0]), pair);
  }
  return { all: all.kept(), pairs: pairs.kept() };
}

/** Those of which all scores are in some ranges of the axis; of each kind one. */
export function momentsWithin({ all, pairs }: Moments, ranges: readonly number[]): Moments {
  const isWithin = ({ possible }: Moment) => ranges.every((range) => possible[range] === true);
  return {
    all: oneOfEach(all.filter(isWithin), ({ kind }) => kind),
    pairs: oneOfEach(
      pairs.filter((pair) => pair.every(isWithin)),
      ([worse, better]) => `${worse.kind}|${better.kind}`,
    ),
  };
}

function oneOfEach<Item>(items: readonly Item[], kindOf: (item: Item) => string): readonly Item[] {
  const found = new Map<string, Item>();
  for (const item of items) if (!found.has(kindOf(item))) found.set(kindOf(item), item);
  return [...found.values()];
}

function keyOf({ said, places, possible }: Moment): string {
  return `${said} ${places} ${possible}`;
}

function tellApart(one: Moment, other: Moment): boolean {
  return one.said !== other.said || one.places !== other.places;
}

/** The least and the best of moments that nothing but the score tells apart. */
function endsOfSame(list: readonly Moment[]): readonly MomentPair[] {
  return [...new Set(list.map(keyOf))].flatMap((key) => {
    const same = list.filter((one) => keyOf(one) === key);
    return same.length < 2 ? [] : [[same[0] as Moment, same.at(-1) as Moment] as const];
  });
}

/** Keeps one thing for each key, or the two of the least and the best score. */
function keeper<Item>(bothEnds: boolean, scoreOf: (item: Item) => Rational) {
  const kept = new Map<string, { readonly least: Item; readonly best: Item }>();
  return {
    keep(key: string, item: Item) {
      const known = kept.get(key);
      if (known === undefined) kept.set(key, { least: item, best: item });
      else if (bothEnds) {
        const isLess = compare(scoreOf(item), scoreOf(known.least)) < 0;
        const isMore = compare(scoreOf(item), scoreOf(known.best)) > 0;
        if (isLess || isMore)
          kept.set(key, { least: isLess ? item : known.least, best: isMore ? item : known.best });
      }
    },
    kept: () => [...kept.values()].flatMap(({ least, best }) => (least === best ? [least] : [least, best])),
  };
}
