import type { AdjustmentRules } from "../../../../src/index.js";
import { names, type Random } from "../random.js";
import { type Known, planConditions } from "./conditions.js";
import { planLabel } from "./matrix.js";

type Tracks = NonNullable<AdjustmentRules["tracks"]>;
type Crossings = NonNullable<AdjustmentRules["crossings"]>;

/** Two or three tracks; each tier stands in one of them. */
export function planTracks(random: Random, tiers: readonly string[]): Tracks {
  const count = tiers.length > 4 && random.chance(30) ? 3 : 2;
  const ids = names("track", count);
  const places = tiers.map((_, index) => (index < count ? index : random.int(0, count - 1)));
  return ids.map((id, track) => ({
    id,
    ...planLabel(random),
    tiers: tiers.filter((_, index) => places[index] === track),
  }));
}

/** A way for most pairs of tracks, from some of the tiers. */
export function planCrossings(random: Random, known: Known, tracks: Tracks): Crossings {
  const pairs = tracks.flatMap((from) => tracks.flatMap((to) => (from === to ? [] : [[from, to] as const])));
  const ways = pairs.filter((_, index) => index === 0 || random.chance(85));
  return ways.map(([from, to], index) => ({
    ...(random.chance(50) ? { id: `way${index + 1}` } : {}),
    ...planLabel(random),
    from: from.id,
    to: to.id,
    map: random
      .some(from.tiers, 1, from.tiers.length)
      .map((tier) => ({ from: tier, to: random.pick(to.tiers) })),
    ...(random.chance(45) ? { requires: planConditions(random, known, "requirement", 2) } : {}),
    ...(random.chance(70) ? { mode: random.pick(["exclusive", "concurrent", "concurrent"] as const) } : {}),
  }));
}
