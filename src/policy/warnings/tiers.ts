import { conditionsFor } from "../../adjustment/conditions/condition.js";
import type { Condition } from "../../adjustment/conditions/schema.js";
import { ladderOf, trackOf } from "../../adjustment/ladder.js";
import type { CheckedRules } from "../../adjustment/rules.js";
import { show } from "../../kernel/show.js";
import { canBeAt, canBeMet, type Possible, proposes } from "./conditions.js";
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
    ...byConditions("up", tier, possible),
    ...byConditions("down", tier, possible),
    ...demotions.map(({ steps = 1 }) => ladder[Math.max(0, position - steps)]),
    ...crossings.flatMap(({ map }) => map.filter(({ from }) => from === tier).map(({ to }) => to)),
  ];
  return [...new Set(ways)].filter((to): to is string => to !== undefined && to !== tier);
}

function byConditions(direction: Direction, tier: string, possible: Possible): readonly string[] {
  const { promote, demote } = possible.policy.adjustment;
  const rules = direction === "up" ? promote : demote;
  const requires = direction === "up" ? ((promote?.requires ?? []) as readonly Condition[]) : [];
  const met = conditionsFor((rules?.when ?? []) as readonly Condition[], tier).filter((one) =>
    canBeMet(one, direction, tier, possible),
  );
  const required = conditionsFor(requires, tier).every((one) => canBeMet(one, direction, tier, possible));
  return met.length === 0 || !required ? [] : tiersOfMoves(met, direction, tier, possible);
}

/** The tiers that conditions which are met move a person to. */
export function tiersOfMoves(
  conditions: readonly Condition[],
  direction: Direction,
  tier: string,
  possible: Possible,
): readonly string[] {
  const { policy } = possible;
  const ladder = ladderOf({ ...policy.adjustment, tiers: policy.tiers } as CheckedRules, tier);
  const next = ladder.indexOf(tier) + (direction === "up" ? 1 : -1);
  const planFirst = direction === "down" && policy.adjustment.demote?.plan?.timing === "before-demotion";
  const cellsAlone = conditions.every(({ kind }) => kind === "cell");
  const unlimited = conditions.some(({ exempt = [] }) => exempt.includes("step-limit"));
  const places = placesOfCells(direction, tier, ladder, possible);
  const limited = places.flatMap((place) => ends(place, direction, tier, ladder, possible));
  const all = planFirst ? [next] : [...(cellsAlone ? [] : [next]), ...limited, ...(unlimited ? places : [])];
  const within = all.filter((place) => isWithin(place, direction, ladder, possible));
  return [...new Set(within)].flatMap((place) => ladder[place] ?? []);
}

/** Where on the ladder the cells lead to that propose a move: the tiers that they name, or the next. */
function placesOfCells(
  direction: Direction,
  tier: string,
  ladder: readonly string[],
  possible: Possible,
): readonly number[] {
  const next = ladder.indexOf(tier) + (direction === "up" ? 1 : -1);
  return (possible.policy.matrix.cells ?? [])
    .filter((cell) => proposes(cell, direction, tier, possible.policy) && canBeAt(cell.at, possible))
    .map((cell) => (cell.tier === undefined ? next : ladder.indexOf(cell.tier)));
}

/** Where a move ends that is on its way to a place: there, or at the limit of its steps, a ceiling, a floor or a cap. */
function ends(
  place: number,
  direction: Direction,
  tier: string,
  ladder: readonly string[],
  { policy }: Possible,
): readonly number[] {
  const { promote, demote } = policy.adjustment;
  const steps = (direction === "up" ? promote : demote)?.mostSteps ?? ladder.length;
  const position = ladder.indexOf(tier);
  const reached = direction === "up" ? Math.min(place, position + steps) : Math.max(place, position - steps);
  const caps = direction === "up" ? (policy.matrix.gates ?? []).flatMap((gate) => gate.tier ?? []) : [];
  const stops = [direction === "up" ? promote?.ceiling : demote?.floor, ...caps].flatMap((limit) =>
    limit === undefined ? [] : [ladder.indexOf(limit)],
  );
  const isOnTheWay = (stop: number) =>
    direction === "up" ? stop > position && stop < reached : stop >= 0 && stop < position && stop > reached;
  return [reached, ...stops.filter(isOnTheWay)];
}

/** Whether a ceiling or a floor lets moves come to a place. */
function isWithin(
  place: number,
  direction: Direction,
  ladder: readonly string[],
  { policy: { adjustment } }: Possible,
): boolean {
  const { promote, demote } = adjustment;
  const limit = ladder.indexOf((direction === "up" ? promote?.ceiling : demote?.floor) ?? "");
  return limit < 0 || (direction === "up" ? place <= limit : place >= limit);
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
