import { conditionsFor } from "../../adjustment/conditions/condition.js";
import type { Condition } from "../../adjustment/conditions/schema.js";
import { ladderOf, trackOf } from "../../adjustment/ladder.js";
import type { CheckedRules } from "../../adjustment/rules.js";
import { show } from "../../kernel/show.js";
import { canBeMet, type Possible, proposes } from "./conditions.js";
import type { Warn } from "./warning.js";

type Direction = "up" | "down";

/** The tiers that a tier leads to, by conditions, sanctions, failed plans and crossings. */
export function waysFrom(tier: string, possible: Possible): readonly string[] {
  const { policy } = possible;
  const rules = { ...policy.adjustment, tiers: policy.tiers } as CheckedRules;
  const ladder = ladderOf(rules, tier);
  const position = ladder.indexOf(tier);
  const crossings = (rules.crossings ?? []).filter(({ from }) => from === trackOf(rules, tier)?.id);
  const demotions = (rules.violations?.consequences ?? []).filter(({ kind }) => kind === "demotion");
  const ways = [
    ...byConditions("up", tier, ladder, possible),
    ...byConditions("down", tier, ladder, possible),
    ...demotions.map(({ steps = 1 }) => ladder[Math.max(0, position - steps)]),
    ...crossings.flatMap(({ map }) => map.filter(({ from }) => from === tier).map(({ to }) => to)),
  ];
  return [...new Set(ways)].filter((to): to is string => to !== undefined && to !== tier);
}

function byConditions(
  direction: Direction,
  tier: string,
  ladder: readonly string[],
  possible: Possible,
): readonly (string | undefined)[] {
  const { promote, demote } = possible.policy.adjustment;
  const rules = direction === "up" ? promote : demote;
  const requires = direction === "up" ? ((promote?.requires ?? []) as readonly Condition[]) : [];
  const own = conditionsFor((rules?.when ?? []) as readonly Condition[], tier);
  const met = own.some((one) => canBeMet(one, direction, tier, possible));
  const position = ladder.indexOf(tier);
  const limit = ladder.indexOf((direction === "up" ? promote?.ceiling : demote?.floor) ?? "");
  const within = (place: number) => limit < 0 || (direction === "up" ? place <= limit : place >= limit);
  const required = conditionsFor(requires, tier).every((one) => canBeMet(one, direction, tier, possible));
  if (!met || !required) return [];
  const next = position + (direction === "up" ? 1 : -1);
  const named = (possible.policy.matrix.cells ?? []).flatMap((cell) =>
    cell.tier !== undefined && proposes(cell, direction, tier, possible.policy)
      ? [ladder.indexOf(cell.tier)]
      : [],
  );
  return [next, ...named].filter((place) => place >= 0 && within(place)).map((place) => ladder[place]);
}

/** Warns of tiers that nobody comes to, and of those that nothing leads out of. */
export function warnOfTiers(possible: Possible, warn: Warn): void {
  const { policy } = possible;
  const rules = { ...policy.adjustment, tiers: policy.tiers } as CheckedRules;
  const ways = new Map(policy.tiers.map(({ id }) => [id, waysFrom(id, possible)]));
  for (const [index, { id }] of policy.tiers.entries()) {
    const reached = [...ways.values()].some((to) => to.includes(id));
    const isEntry = ladderOf(rules, id)[0] === id;
    if (policy.tiers.length > 1 && !reached && !isEntry)
      warn({
        path: ["tiers", index],
        code: "tier-unreachable",
        message: `no rule leads to the tier ${show(id)}`,
        witness: { tier: id, tiers: [...ways].flatMap(([from, to]) => (to.length > 0 ? [from] : [])) },
      });
    if (policy.tiers.length > 1 && ways.get(id)?.length === 0)
      warn({
        path: ["tiers", index],
        code: "tier-dead-end",
        message: `no rule leads out of the tier ${show(id)}`,
        witness: { tier: id },
      });
  }
}
