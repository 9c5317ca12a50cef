import { compareIds } from "../../kernel/apportion.js";
import { headCount, headCountOf } from "../../kernel/head-count.js";
import { compareByKeys } from "../../kernel/order-keys.js";
import type { Candidate } from "./candidates.js";
import type { HonourRule } from "./rules.js";

/** Somebody with a rank, from 1; equals share the best of their ranks. */
export interface Ranked {
  readonly id: string;
  readonly rank: number;
}

/** Who won in one unit. */
export interface UnitWinners {
  readonly unit?: string;
  /** How many places there are; absent where all win. */
  readonly places?: number;
  readonly winners: readonly Ranked[];
  /** Those who were ranked and did not win, the best first. */
  readonly others: readonly Ranked[];
  /** How many places nobody has. */
  readonly vacant: number;
}

/** Ranks the candidates of each unit, the units in the order of their names, and fills the places. */
export function rankUnits(rule: HonourRule, candidates: readonly Candidate[]): readonly UnitWinners[] {
  const units = new Map<string | undefined, Candidate[]>();
  for (const candidate of candidates)
    units.set(candidate.unit, [...(units.get(candidate.unit) ?? []), candidate]);
  if (units.size === 0 && rule.within === undefined) units.set(undefined, []);
  return [...units]
    .sort(([a], [b]) => compareIds(a ?? "", b ?? ""))
    .map(([unit, members]) => fill(rule, unit, ranked(rule, members)));
}

/** The candidates in their order; the rank is one more than the number of those who are strictly better. */
function ranked({ by = [] }: HonourRule, candidates: readonly Candidate[]): readonly Ranked[] {
  const sorted = [...candidates].sort((a, b) => compareByKeys(by, a.keys, b.keys) || compareIds(a.id, b.id));
  let rank = 1;
  return sorted.map((candidate, index) => {
    const before = sorted[index - 1];
    if (before !== undefined && compareByKeys(by, before.keys, candidate.keys) !== 0) rank = index + 1;
    return { id: candidate.id, rank };
  });
}

function fill(
  { winners, quotas, ties }: HonourRule,
  unit: string | undefined,
  people: readonly Ranked[],
): UnitWinners {
  const named = unit === undefined ? {} : { unit };
  const bound = quotas?.find((quota) => quota.unit === unit)?.winners ?? winners;
  if (bound === undefined) return { ...named, winners: people, others: [], vacant: 0 };
  const places = headCountOf(bound, people.length, "most");
  const same = (a: Ranked, b: Ranked) => a.rank === b.rank;
  const inside = headCount(people, places, same, ties === "id" ? "in-order" : ties);
  return {
    ...named,
    places,
    winners: people.slice(0, inside),
    others: people.slice(inside),
    vacant: Math.max(0, places - inside),
  };
}
