import { headCount, headCountOf } from "../../kernel/head-count.js";
import type { CheckedPlaces } from "./rules.js";

/** How many places a tier has in a group, and how many are to be taken at least, where that is said. */
export interface PlaceBounds {
  readonly most: number;
  readonly least?: number;
}

/** The places of a quota in a group of so many people. */
export function placesOf(
  { most, least }: Pick<CheckedPlaces["quotas"][number], "most" | "least">,
  people: number,
): PlaceBounds {
  const bounds = { most: headCountOf(most, people, "most") };
  return least === undefined ? bounds : { ...bounds, least: headCountOf(least, people, "least") };
}

/** How many of those who compete get one of so many places, by their ranks, the best first. */
export function placesGiven(ties: CheckedPlaces["ties"], places: number, ranks: readonly number[]): number {
  return headCount(ranks, places, (a, b) => a === b, ties === "id" ? "in-order" : ties);
}

/** The place on the waiting list of somebody with a rank, where so many got a place. */
export function placeInLine(rank: number, given: number): number {
  return Math.max(1, rank - given);
}

/** How many places nobody has, and how many lack to the least, where so many are taken. */
export function openPlaces(
  { most, least = 0 }: PlaceBounds,
  taken: number,
): { readonly vacant: number; readonly shortfall: number } {
  return { vacant: Math.max(0, most - taken), shortfall: Math.max(0, least - taken) };
}
