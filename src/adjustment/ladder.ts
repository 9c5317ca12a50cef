import type { CheckedRules } from "./rules.js";

/** The track in which a tier stands, where the rules have tracks. */
export function trackOf({ tracks }: CheckedRules, tier: string) {
  return tracks?.find(({ tiers }) => tiers.includes(tier));
}

/** The tiers of the ladder in which a tier stands, from the lowest to the highest: those of its track, or all. */
export function ladderOf(rules: CheckedRules, tier: string): readonly string[] {
  return trackOf(rules, tier)?.tiers ?? rules.tiers.map(({ id }) => id);
}

/** Which way a tier lies from another one of its ladder; nothing where they are the same, or on different ladders. */
export function towards(rules: CheckedRules, from: string, to: string): "up" | "down" | undefined {
  const ladder = ladderOf(rules, from);
  const [before, after] = [ladder.indexOf(from), ladder.indexOf(to)];
  if (after < 0 || before === after) return undefined;
  return after > before ? "up" : "down";
}

/** The tier so many steps further on the ladder, or its end. */
export function stepFrom(rules: CheckedRules, tier: string, direction: "up" | "down", steps: number): string {
  const ladder = ladderOf(rules, tier);
  const position = ladder.indexOf(tier) + (direction === "up" ? steps : -steps);
  return ladder[Math.min(Math.max(position, 0), ladder.length - 1)] ?? tier;
}

/** How many steps lie between two tiers of a ladder. */
export function stepsBetween(rules: CheckedRules, from: string, to: string): number {
  const ladder = ladderOf(rules, from);
  return Math.abs(ladder.indexOf(to) - ladder.indexOf(from));
}

/** Of two tiers of a ladder the one that is less far in a direction. */
export function nearer(rules: CheckedRules, one: string, other: string, direction: "up" | "down"): string {
  return towards(rules, one, other) === direction ? one : other;
}
