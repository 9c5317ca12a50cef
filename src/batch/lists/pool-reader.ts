import { type Pool, poolsOf } from "../../scoring/pools.js";
import type { RaterKind } from "../../scoring/raters.js";
import type { Items } from "./items.js";
import { commonOf, type OpenKind } from "./open-kinds.js";
import type { Place, PlacesReader } from "./reduced.js";

/** Finds the ratings that count for one of some kinds, which may join each other. */
export function poolReader(
  members: readonly OpenKind[],
  own: number,
  isRated: (row: number) => boolean,
): PlacesReader & { readonly den: bigint } {
  const { den, bounds, factors } = commonOf(members);
  const pools = poolMemo(members.map(({ kind }) => kind));
  const join = joiner(factors);
  const counts = members.map(() => 0);
  let found: readonly (Items | undefined)[] = [];
  let first = 0;
  return {
    den,
    bounds,
    read(from, aside, count) {
      first = from;
      found = members.map(({ read }) => read?.(from, aside, count));
    },
    at(row) {
      if (!isRated(first + row)) return "none";
      for (let at = 0; at < counts.length; at += 1) counts[at] = lengthAt(found[at], row);
      const { of, by, outcome } = pools(counts)[own] as Pool;
      if (outcome === "too-few") return "too-few";
      return outcome === "dropped" ? "none" : join(found, of, row, by);
    },
  };
}

/** The pools of so many ratings of each kind; more than any minimum are as many. */
function poolMemo(
  kinds: readonly Pick<RaterKind, "id" | "minimum" | "belowMinimum">[],
): (counts: readonly number[]) => readonly Pool[] {
  const most = Math.max(...kinds.map(({ minimum }) => minimum)) + 1;
  const known = new Map<number, readonly Pool[]>();
  return (counts) => {
    let key = 0;
    for (let at = 0; at < counts.length; at += 1) key = key * most + Math.min(counts[at] as number, most - 1);
    const pools = known.get(key) ?? poolsOf(kinds, counts);
    if (Number.isSafeInteger(key)) known.set(key, pools);
    return pools;
  };
}

/** Puts the ratings of a pool one after another, over one denominator. */
function joiner(factors: readonly { readonly value: number; readonly weight: number }[]) {
  const starts = new Int32Array();
  let room: Items = { n: new Float64Array(64), weights: new Float64Array(64), starts };
  return (found: readonly (Items | undefined)[], of: readonly number[], row: number, by: number): Place => {
    let total = 0;
    for (const at of of) total += lengthAt(found[at], row);
    if (total > room.n.length)
      room = { n: new Float64Array(2 * total), weights: new Float64Array(2 * total), starts };
    let to = 0;
    for (const at of of) {
      const items = found[at];
      const { value, weight } = factors[at] as (typeof factors)[number];
      if (items === undefined) continue;
      const end = items.starts[row + 1] as number;
      for (let from = items.starts[row] as number; from < end; from += 1) {
        room.n[to] = value * (items.n[from] as number);
        room.weights[to] = weight * (items.weights[from] as number);
        to += 1;
      }
    }
    return { items: room, from: 0, to, by };
  };
}

function lengthAt(items: Items | undefined, row: number): number {
  return items === undefined ? 0 : (items.starts[row + 1] as number) - (items.starts[row] as number);
}
