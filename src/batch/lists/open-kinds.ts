import { greater, leastCommonMultiple, lesser } from "../forms/forms.js";
import type { KindInput } from "../sources/rating-input.js";
import type { Reading } from "../sources/sources.js";
import { ratingSource } from "./item-sources.js";
import { itemReader, type ReadItems } from "./items.js";
import type { Listed } from "./listed.js";
import { longestOf } from "./reduced.js";
import { weightSource } from "./weights.js";
import { type ItemBounds, type WholeReducer, wholeReducer } from "./whole-reducers.js";

/** A kind whose ratings can be read. */
export interface OpenKind {
  readonly kind: KindInput["kind"];
  readonly reducer: WholeReducer;
  /** Absent where the caller has no ratings of the kind. */
  readonly read?: ReadItems;
  readonly den: bigint;
  readonly weightDen: bigint;
  readonly bounds: ItemBounds;
}

/** The kinds whose ratings may be summarised together with those of a kind; it may be the only one. */
export function membersOf(kinds: readonly KindInput[], place: number): readonly number[] {
  const intoOf = (at: number) => {
    const rule = (kinds[at] as KindInput).kind.belowMinimum;
    return rule.kind === "merge" ? kinds.findIndex(({ kind }) => kind.id === rule.into) : at;
  };
  const into = intoOf(place);
  return kinds.flatMap((_, at) => (intoOf(at) === into ? [at] : []));
}

/** Opens the ratings of a kind; undefined where no whole numbers fit most of them. */
export function openKind(
  { takes, weighs, kind }: KindInput,
  listed: Listed | undefined,
  { rows, sizes }: Pick<Reading, "rows" | "sizes">,
): OpenKind | undefined {
  const reducer = wholeReducer(kind.summary);
  const nothing = { den: 1n, weightDen: 1n, bounds: { least: 0n, most: 0n, weight: 1n, count: 0n } };
  if (listed === undefined) return { kind, reducer, ...nothing };
  const values = ratingSource(listed.values, takes, { sizes, count: listed.count });
  const given = weighs ? listed.weights : undefined;
  const weights = given && weightSource(given, listed.count, sizes, 1n);
  if (values === undefined || (given !== undefined && weights === undefined)) return undefined;
  const { least, most } = values.source;
  return {
    kind,
    reducer,
    read: itemReader(listed, {
      values: values.source,
      weights: { ...(weights === undefined ? {} : { source: weights.source }), one: 1, mayLack: !weighs },
      leavesOut: values.mayMiss || listed.has !== undefined,
    }),
    den: values.den,
    weightDen: weights?.den ?? 1n,
    bounds: { least, most, weight: weights?.source.most ?? 1n, count: longestOf(listed, rows) },
  };
}

/** The denominators that kinds have in common, what brings each of them over these, and the bounds of all of their ratings. */
export function commonOf(members: readonly OpenKind[]) {
  const den = members.reduce((all, one) => leastCommonMultiple(all, one.den), 1n);
  const weightDen = members.reduce((all, one) => leastCommonMultiple(all, one.weightDen), 1n);
  const some = members.filter(({ read }) => read !== undefined);
  const ends = some.flatMap(({ bounds, den: own }) => [
    bounds.least * (den / own),
    bounds.most * (den / own),
  ]);
  const weights = some.map(({ bounds, weightDen: own }) => bounds.weight * (weightDen / own));
  const bounds: ItemBounds = {
    least: ends.length === 0 ? 0n : lesser(ends),
    most: ends.length === 0 ? 0n : greater(ends),
    weight: greater([1n, ...weights]),
    count: some.reduce((all, one) => all + one.bounds.count, 1n),
  };
  const factors = members.map((one) => ({
    value: Number(den / one.den),
    weight: Number(weightDen / one.weightDen),
  }));
  return { den, bounds, factors };
}
