import { type Pool, poolsOf } from "../../scoring/pools.js";
import { BLOCK, fits, leastCommonMultiple, type Source } from "../forms.js";
import type { MadeSource, Reading } from "../sources.js";
import { ratingSource } from "./item-sources.js";
import { type Items, itemReader, type ReadItems } from "./items.js";
import {
  boundsOf,
  divisorOf,
  longestOf,
  type ReducedLists,
  reducedBy,
  tally,
  weightSource,
} from "./list-source.js";
import type { Listed } from "./listed.js";
import type { KindInput } from "./rating-input.js";
import type { SplitRatings } from "./ratings.js";
import { eachStretch, multipleOf } from "./scales.js";
import { type ItemBounds, type WholeReducer, wholeReducer } from "./whole-reducers.js";

type RatedReading = Pick<Reading, "rows" | "sizes">;

/** The whole numbers of the ratings of one kind, summarised; undefined where no whole numbers fit most of them. */
export function ratedSource(
  kinds: readonly KindInput[],
  place: number,
  { kinds: lists, isRated }: SplitRatings,
  reading: RatedReading,
): MadeSource | undefined {
  const members = membersOf(kinds, place).map((at) => openKind(kinds[at] as KindInput, lists[at], reading));
  if (!members.every((one) => one !== undefined)) return undefined;
  const pooling = poolReader(members, membersOf(kinds, place).indexOf(place), isRated);
  const reduced = reducedPools(members, pooling, reading);
  if (reduced === undefined) return undefined;
  return { den: pooling.den * reduced.multiple, source: sourceOf(reduced, pooling), mayMiss: true };
}

/** The kinds whose ratings may be summarised together with those of a kind; it may be the only one. */
function membersOf(kinds: readonly KindInput[], place: number): readonly number[] {
  const intoOf = (at: number) => {
    const rule = (kinds[at] as KindInput).kind.belowMinimum;
    return rule.kind === "merge" ? kinds.findIndex(({ kind }) => kind.id === rule.into) : at;
  };
  const into = intoOf(place);
  return kinds.flatMap((_, at) => (intoOf(at) === into ? [at] : []));
}

/** A kind whose ratings can be read. */
interface OpenKind {
  readonly input: KindInput;
  readonly reducer: WholeReducer;
  /** Absent where the caller has no ratings of the kind. */
  readonly read?: ReadItems;
  readonly den: bigint;
  readonly weightDen: bigint;
  readonly bounds: ItemBounds;
}

function openKind(
  input: KindInput,
  listed: Listed | undefined,
  { rows, sizes }: RatedReading,
): OpenKind | undefined {
  const { takes, weighs, kind } = input;
  const reducer = wholeReducer(kind.summary);
  const nothing = { den: 1n, weightDen: 1n, bounds: { least: 0n, most: 0n, weight: 1n, count: 0n } };
  if (listed === undefined) return { input, reducer, ...nothing };
  const values = ratingSource(listed.values, takes, { sizes, count: listed.count });
  const weights =
    weighs && listed.weights !== undefined
      ? weightSource(listed.weights, listed.count, sizes, 1n)
      : undefined;
  if (values === undefined || (weighs && listed.weights !== undefined && weights === undefined))
    return undefined;
  const source = weights === undefined ? {} : { source: weights.source };
  return {
    input,
    reducer,
    read: itemReader(listed, {
      values: values.source,
      weights: { ...source, one: 1, mayLack: !weighs },
      leavesOut: values.mayMiss || listed.has !== undefined,
    }),
    den: values.den,
    weightDen: weights?.den ?? 1n,
    bounds: {
      ...boundsOf(values.source),
      weight: weights?.source.most ?? 1n,
      count: longestOf(listed, rows),
    },
  };
}

/** Where the ratings are that count for a row. */
interface Pooled {
  items: Items;
  from: number;
  to: number;
  /** Whose summary it is. */
  reducer: WholeReducer;
}

/** Finds the ratings that count for each row of a block. */
interface PoolReader {
  readonly den: bigint;
  readonly bounds: ItemBounds;
  read(from: number, aside: Uint8Array, count: number): void;
  /** Those of a row of the block, until the next row; nothing where none count, and false where too few do. */
  at(row: number): Pooled | undefined | false;
}

function poolReader(
  members: readonly OpenKind[],
  own: number,
  isRated: (row: number) => boolean,
): PoolReader {
  const den = members.reduce((all, one) => leastCommonMultiple(all, one.den), 1n);
  const weightDen = members.reduce((all, one) => leastCommonMultiple(all, one.weightDen), 1n);
  const factors = members.map((one) => ({
    value: Number(den / one.den),
    weight: Number(weightDen / one.weightDen),
  }));
  const pools = poolMemo(members.map(({ input }) => input.kind));
  const join = joiner(factors);
  const counts = members.map(() => 0);
  let found: readonly (Items | undefined)[] = [];
  let first = 0;
  return {
    den,
    bounds: boundsOfAll(members, den, weightDen),
    read(from, aside, count) {
      first = from;
      found = members.map(({ read }) => read?.(from, aside, count));
    },
    at(row) {
      if (!isRated(first + row)) return undefined;
      for (const [at, items] of found.entries())
        counts[at] =
          items === undefined ? 0 : (items.starts[row + 1] as number) - (items.starts[row] as number);
      const { of, by, outcome } = pools(counts)[own] as Pool;
      if (outcome === "too-few") return false;
      if (outcome === "dropped") return undefined;
      const { reducer } = members[by] as OpenKind;
      return join(found, of, row, reducer);
    },
  };
}

/** The pools of so many ratings of each kind, each worked out once. */
function poolMemo(kinds: readonly KindInput["kind"][]): (counts: readonly number[]) => readonly Pool[] {
  const most = Math.max(...kinds.map(({ minimum }) => minimum)) + 1;
  const known = new Map<number, readonly Pool[]>();
  return (counts) => {
    const key = counts.reduce((all, count) => all * most + Math.min(count, most - 1), 0);
    const pools = known.get(key) ?? poolsOf(kinds, counts);
    if (Number.isSafeInteger(key)) known.set(key, pools);
    return pools;
  };
}

/** Puts the ratings of a pool one after another, over one denominator. */
function joiner(factors: readonly { readonly value: number; readonly weight: number }[]) {
  const starts = new Int32Array();
  let room: Items = { n: new Float64Array(64), weights: new Float64Array(64), starts };
  return (
    found: readonly (Items | undefined)[],
    of: readonly number[],
    row: number,
    reducer: WholeReducer,
  ): Pooled => {
    const [only] = of;
    const one = found[only as number];
    if (of.length === 1 && one !== undefined && factors[only as number]?.value === 1)
      return { items: one, from: one.starts[row] as number, to: one.starts[row + 1] as number, reducer };
    const total = of.reduce((all, at) => all + lengthAt(found[at], row), 0);
    if (total > room.n.length)
      room = { n: new Float64Array(2 * total), weights: new Float64Array(2 * total), starts };
    let to = 0;
    for (const at of of) {
      const items = found[at];
      const factor = factors[at];
      if (items === undefined || factor === undefined) continue;
      const end = items.starts[row + 1] as number;
      for (let from = items.starts[row] as number; from < end; from += 1) {
        room.n[to] = factor.value * (items.n[from] as number);
        room.weights[to] = factor.weight * (items.weights[from] as number);
        to += 1;
      }
    }
    return { items: room, from: 0, to, reducer };
  };
}

function lengthAt(items: Items | undefined, row: number): number {
  return items === undefined ? 0 : (items.starts[row + 1] as number) - (items.starts[row] as number);
}

function boundsOfAll(members: readonly OpenKind[], den: bigint, weightDen: bigint): ItemBounds {
  const some = members.filter(({ read }) => read !== undefined);
  const values = some.flatMap(({ bounds, den: own }) => [
    bounds.least * (den / own),
    bounds.most * (den / own),
  ]);
  const weights = some.map(({ bounds, weightDen: own }) => bounds.weight * (weightDen / own));
  return {
    least: values.reduce((a, b) => (a < b ? a : b), values[0] ?? 0n),
    most: values.reduce((a, b) => (a > b ? a : b), values[0] ?? 0n),
    weight: weights.reduce((a, b) => (a > b ? a : b), 1n),
    count: some.reduce((all, { bounds }) => all + bounds.count, 1n),
  };
}

/** Finds the multiple that most pools want; undefined where numbers on the way could be too large. */
function reducedPools(
  members: readonly OpenKind[],
  { bounds, read, at }: PoolReader,
  { rows, sizes }: RatedReading,
): (((pooled: Pooled) => number) & Omit<ReducedLists, "at">) | undefined {
  const { least, most } = bounds;
  if (!fits(...members.map(({ reducer }) => reducer.size(bounds)), least, most)) return undefined;
  const divisors = new Map<number, number>();
  const aside = new Uint8Array(BLOCK);
  eachStretch(rows, sizes, (from, count) => {
    read(from, aside, count);
    for (let row = 0; row < count; row += 1) {
      const pooled = at(row);
      if (pooled) tally(divisors, divisorOf(pooled.reducer, pooled.items, pooled.from, pooled.to));
    }
  });
  const size = -least > most ? -least : most;
  const multiple = multipleOf(divisors, size, sizes);
  const reduced = new Map(
    members.map(({ reducer }) => [reducer, reducedBy(reducer, multiple, [least, most])] as const),
  );
  return Object.assign(
    ({ reducer, items, from, to }: Pooled) => reduced.get(reducer)?.at(items, from, to) ?? Number.NaN,
    { multiple, least: least * multiple, most: most * multiple },
  );
}

function sourceOf(reduced: NonNullable<ReturnType<typeof reducedPools>>, { read, at }: PoolReader): Source {
  return {
    from: 0,
    least: reduced.least,
    most: reduced.most,
    read(n, aside, count) {
      const [low, high] = [Number(this.least), Number(this.most)];
      read(this.from, aside, count);
      for (let row = 0; row < count; row += 1) {
        const pooled = at(row);
        const value = pooled ? reduced(pooled) : Number.NaN;
        n[row] = value;
        if (pooled === false || (pooled && !(value >= low && value <= high))) aside[row] = 1;
      }
    },
  };
}
