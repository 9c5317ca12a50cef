import type { Move } from "../classification/matrix.js";
import type { ConditionResult } from "./conditions/result.js";
import { blockingGates, gateHolds, type Hold, holdsOn, type Known } from "./holds.js";
import type { CheckedInput } from "./input.js";
import { nearer, stepFrom, stepsBetween, towards } from "./ladder.js";
import { type CheckedRules, rulesFor } from "./rules.js";

type Direction = "up" | "down";

/** What the cell proposes: towards the tier that it names, or as it says, or both where they agree, else to stay. */
function cellProposal({ placement, standing }: CheckedInput, rules: CheckedRules): Move {
  const { tier, move } = placement?.cell ?? {};
  if (tier === undefined) return move ?? "stay";
  const direction = towards(rules, standing.tier, tier) ?? "stay";
  return move === undefined || move === direction ? direction : "stay";
}

/** What the cell proposes after the gates: a failed one turns a move up into a stay. */
export function proposalOf(input: CheckedInput, rules: CheckedRules): Move {
  const proposed = cellProposal(input, rules);
  return proposed === "up" && blockingGates(input).length > 0 ? "stay" : proposed;
}

/** What the conditions come to: the tier that they move to, if any, and what held a move back, or a part of it. */
export interface ConditionMove {
  readonly direction?: Direction;
  readonly to?: string;
  /** The condition that it is for. */
  readonly by?: Pick<ConditionResult, "id" | "label">;
  readonly holds: readonly Hold[];
}

/** Which way the conditions move the tier, and where to. */
export function moveByConditions(
  input: CheckedInput,
  rules: CheckedRules,
  known: Known & { readonly conditions: readonly ConditionResult[] },
): ConditionMove {
  const { conditions } = known;
  const met = (direction: Direction) =>
    conditions.filter(({ met: is, purpose }) => is && purpose === direction);
  const { wanted, holds } = wantedDirection(rules, met("up").length > 0, met("down").length > 0);
  const looksAtCell = conditions.some(({ purpose, kind }) => purpose === "up" && kind === "cell");
  const ofGates =
    wanted !== "up" && looksAtCell && cellProposal(input, rules) === "up" ? gateHolds(input) : [];
  if (wanted === undefined) return { holds: [...holds, ...ofGates] };
  const tries = met(wanted).map((condition) => ({
    by: condition,
    ...tryFor(condition, wanted, input, rules, known),
  }));
  const [best] = tries.sort(
    (a, b) => Number(a.to === undefined) - Number(b.to === undefined) || a.holds.length - b.holds.length,
  );
  return {
    direction: wanted,
    ...(best?.to === undefined ? {} : { to: best.to, by: best.by }),
    holds: [...holds, ...ofGates, ...(best?.holds ?? [])],
  };
}

function wantedDirection({ precedence }: CheckedRules, up: boolean, down: boolean) {
  if (!up || !down || precedence === undefined)
    return { wanted: up ? ("up" as const) : down ? ("down" as const) : undefined, holds: [] };
  const holds: Hold[] = [];
  if (precedence !== "promote") holds.push({ code: "precedence", direction: "up", precedence });
  if (precedence !== "demote") holds.push({ code: "precedence", direction: "down", precedence });
  return {
    wanted: { promote: "up", demote: "down", retain: undefined }[precedence] as Direction | undefined,
    holds,
  };
}

/** What one met condition comes to: where it moves to, or what holds it back. */
function tryFor(
  { exempt = [] }: ConditionResult,
  direction: Direction,
  input: CheckedInput,
  rules: CheckedRules,
  known: Known,
): { readonly to?: string; readonly holds: readonly Hold[] } {
  const against = holdsOn(input, rules, direction, known, exempt);
  if (against.length > 0) return { holds: against };
  const most = exempt.includes("step-limit") ? undefined : rulesFor(rules, direction)?.mostSteps;
  const { to, holds } = destination(input, rules, direction, most);
  const place = direction === "up" && !exempt.includes("places") ? noPlace(input, to) : [];
  return place.length > 0 ? { holds: place } : { to, holds };
}

/** The tier that the cell names, where it lies in the direction of the move, else the next one; within all limits. */
function destination(
  input: CheckedInput,
  rules: CheckedRules,
  direction: Direction,
  most: number | undefined,
) {
  const { standing, placement } = input;
  const named = placement?.cell?.tier;
  const wanted =
    named !== undefined && proposalOf(input, rules) === direction
      ? named
      : stepFrom(rules, standing.tier, direction, 1);
  const holds: Hold[] = [];
  let to = wanted;
  const limit = (tier: string | undefined, hold: (tier: string) => Hold) => {
    if (tier === undefined || nearer(rules, tier, to, direction) === to) return;
    to = tier;
    holds.push(hold(tier));
  };
  if (most !== undefined && stepsBetween(rules, standing.tier, wanted) > most) {
    to = stepFrom(rules, standing.tier, direction, most);
    holds.push({ code: "step-limit", direction, wanted, most });
  }
  if (direction === "down") limit(rules.demote?.floor, (tier) => ({ code: "floor", direction, tier }));
  else {
    limit(rules.promote?.ceiling, (tier) => ({ code: "ceiling", direction, tier }));
    limit(placement?.capTier, (tier) => ({ code: "cap", direction, tier }));
  }
  return { to, holds };
}

/** Whether the person's place in the present tier went to others. */
export function isPlaceLost(input: CheckedInput): boolean {
  return placeIn(input, input.standing.tier)?.granted === false;
}

function placeIn({ places = {} }: CheckedInput, tier: string) {
  return Object.hasOwn(places, tier) ? places[tier] : undefined;
}

function noPlace(input: CheckedInput, tier: string): readonly Hold[] {
  const place = placeIn(input, tier);
  if (place === undefined || place.granted) return [];
  const { rank, waiting } = place;
  return [
    {
      code: "no-place",
      direction: "up",
      tier,
      ...(rank === undefined ? {} : { rank }),
      ...(waiting === undefined ? {} : { waiting }),
    },
  ];
}
