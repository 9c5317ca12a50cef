import { dayAfter, daysAfter, monthsAfter, monthsBetween } from "../kernel/calendar.js";
import type { Label } from "../kernel/label.js";
import type { ConditionResult } from "./conditions/result.js";
import type { Exemption } from "./conditions/schema.js";
import { type HeldUntilHold, heldUntilHolds } from "./held-until.js";
import type { CheckedInput } from "./input.js";
import { ladderOf, towards } from "./ladder.js";
import { type ActiveProtection, activeProtections } from "./protections.js";
import { type CheckedRules, rulesFor } from "./rules.js";
import type { Source } from "./sources.js";
import type { TrialResult } from "./trial.js";
import type { Violations } from "./violations.js";

/** Which way a move goes. */
export type Direction = "up" | "down";

/** What held a move back, or a part of it. `until` is the first day on which time alone would no longer hold it. */
export type Hold =
  | { readonly code: "gate"; readonly direction: "up"; readonly gate: string; readonly label?: Label }
  | { readonly code: "cap"; readonly direction: "up"; readonly tier: string; readonly tierLabel?: Label }
  | {
      readonly code: "minimum-time" | "cooling-off";
      readonly direction: Direction;
      readonly months: number;
      readonly required: number;
      readonly since: string;
      readonly until: string;
    }
  | { readonly code: "trial"; readonly direction: Direction; readonly until: string }
  | {
      readonly code: "protected";
      readonly direction: Direction;
      readonly reason: string;
      readonly label?: Label;
      readonly until: string;
    }
  | HeldUntilHold
  | { readonly code: "highest-tier"; readonly direction: "up" }
  | { readonly code: "lowest-tier"; readonly direction: "down" }
  | {
      readonly code: "ceiling";
      readonly direction: "up";
      readonly tier: string;
      readonly tierLabel?: Label;
    }
  | {
      readonly code: "floor";
      readonly direction: "down";
      readonly tier: string;
      readonly tierLabel?: Label;
    }
  | {
      readonly code: "step-limit";
      readonly direction: Direction;
      readonly wanted: string;
      readonly wantedLabel?: Label;
      readonly most: number;
    }
  | {
      readonly code: "requirement";
      readonly direction: "up";
      readonly condition: string;
      readonly label?: Label;
    }
  | {
      readonly code: "no-place";
      readonly direction: "up";
      readonly tier: string;
      readonly tierLabel?: Label;
      readonly rank?: number;
      readonly waiting?: number;
    }
  | {
      readonly code: "violations";
      readonly direction: "up";
      readonly consequence: string;
      readonly label?: Label;
      readonly until?: string;
    }
  | { readonly code: "crossing"; readonly track: string; readonly trackLabel?: Label }
  | { readonly code: "plan"; readonly direction: "down"; readonly deadline: string }
  | {
      readonly code: "precedence";
      readonly direction: Direction;
      readonly precedence: "promote" | "demote" | "retain";
    }
  | { readonly code: "outranked"; readonly because: Source; readonly by: Source };

/** The same with the labels of the tiers and tracks that it names. */
export function nameHold(hold: Hold, { tiers, tracks = [] }: CheckedRules): Hold {
  const labelOf = (
    list: readonly { readonly id: string; readonly label?: Label | undefined }[],
    id: string,
  ) => list.find((one) => one.id === id)?.label;
  switch (hold.code) {
    case "cap":
    case "ceiling":
    case "floor":
    case "no-place": {
      const tierLabel = labelOf(tiers, hold.tier);
      return tierLabel === undefined ? hold : { ...hold, tierLabel };
    }
    case "step-limit": {
      const wantedLabel = labelOf(tiers, hold.wanted);
      return wantedLabel === undefined ? hold : { ...hold, wantedLabel };
    }
    case "crossing": {
      const trackLabel = labelOf(tracks, hold.track);
      return trackLabel === undefined ? hold : { ...hold, trackLabel };
    }
    default:
      return hold;
  }
}

/** The gates that failed and block a promotion. */
export function blockingGates({ placement }: CheckedInput) {
  return (placement?.gates ?? []).filter((gate) => !gate.passed && gate.onFail !== "cap-tier");
}

/** The holds of gates that block a promotion. */
export function gateHolds(input: CheckedInput): readonly Hold[] {
  return blockingGates(input).map((gate) => ({
    code: "gate",
    direction: "up",
    gate: gate.id,
    ...(gate.label === undefined ? {} : { label: gate.label }),
  }));
}

/** The holds that protections put on moves by conditions. */
export function protectionHolds(
  input: CheckedInput,
  rules: CheckedRules,
  direction: Direction,
): readonly Hold[] {
  const held = direction === "up" ? "promotion" : "demotion";
  return activeProtections(input, rules)
    .filter(({ holds, review }) => holds.includes(held) || review === "is-skipped")
    .map((protection) => protectedHold(protection, direction));
}

function protectedHold({ reason, label, to }: ActiveProtection, direction: Direction): Hold {
  return {
    code: "protected",
    direction,
    reason,
    ...(label === undefined ? {} : { label }),
    until: daysAfter(to, 1),
  };
}

/** What moves by conditions have to know. */
export interface Known {
  readonly requirements: readonly ConditionResult[];
  readonly violations: Violations;
  readonly trial: TrialResult | undefined;
}

/** What holds back any move in a direction for a condition, whatever its tier. */
export function holdsOn(
  input: CheckedInput,
  rules: CheckedRules,
  direction: Direction,
  { requirements, violations, trial }: Known,
  exempt: readonly Exemption[],
): readonly Hold[] {
  const ladder = ladderOf(rules, input.standing.tier);
  const end = direction === "up" ? ladder.at(-1) : ladder[0];
  const unless = (exemption: Exemption, holds: readonly Hold[]) => (exempt.includes(exemption) ? [] : holds);
  return [
    ...(direction === "up" ? [...gateHolds(input), ...blocks(violations)] : []),
    ...unless("minimum-time", tooEarly(input, rules, direction)),
    ...unless("cooling-off", tooSoon(input, rules, direction)),
    ...onTrial(trial, direction),
    ...protectionHolds(input, rules, direction),
    ...(direction === "up" ? unmet(requirements) : heldUntilHolds(input.standing.heldUntil, input.period)),
    ...(input.standing.tier === end ? [endOfLadder(direction)] : limitHolds(input, rules, direction)),
  ];
}

function blocks({ sanctions }: Violations): readonly Hold[] {
  return sanctions
    .filter(({ kind }) => kind === "block-promotion")
    .map(({ id, label, until }) => ({
      code: "violations",
      direction: "up",
      consequence: id,
      ...(label === undefined ? {} : { label }),
      ...(until === undefined ? {} : { until }),
    }));
}

function endOfLadder(direction: Direction): Hold {
  return direction === "up" ? { code: "highest-tier", direction } : { code: "lowest-tier", direction };
}

/** The holds of a ceiling, a floor or a cap of the person's own ladder that is reached. */
function limitHolds(input: CheckedInput, rules: CheckedRules, direction: Direction): readonly Hold[] {
  const { tier } = input.standing;
  const ladder = ladderOf(rules, tier);
  const reached = (limit: string | undefined): limit is string =>
    limit !== undefined && ladder.includes(limit) && towards(rules, tier, limit) !== direction;
  if (direction === "down") {
    const floor = rules.demote?.floor;
    return reached(floor) ? [{ code: "floor", direction, tier: floor }] : [];
  }
  const { ceiling } = rules.promote ?? {};
  const cap = input.placement?.capTier;
  return [
    ...(reached(ceiling) ? [{ code: "ceiling", direction, tier: ceiling } as const] : []),
    ...(reached(cap) ? [{ code: "cap", direction, tier: cap } as const] : []),
  ];
}

function tooEarly(
  { standing, period }: CheckedInput,
  rules: CheckedRules,
  direction: Direction,
): readonly Hold[] {
  return overMonths(
    "minimum-time",
    direction,
    standing.since,
    period,
    rulesFor(rules, direction)?.minimumMonthsInTier,
  );
}

function tooSoon(
  { standing, period }: CheckedInput,
  rules: CheckedRules,
  direction: Direction,
): readonly Hold[] {
  const { lastChange } = standing;
  if (lastChange === undefined || lastChange.direction === direction) return [];
  return overMonths(
    "cooling-off",
    direction,
    lastChange.on,
    period,
    rulesFor(rules, direction)?.coolingOffMonths,
  );
}

function overMonths(
  code: "minimum-time" | "cooling-off",
  direction: Direction,
  since: string,
  period: string,
  required = 0,
): readonly Hold[] {
  const months = monthsBetween(since, dayAfter(period));
  if (months >= required) return [];
  return [{ code, direction, months, required, since, until: monthsAfter(since, required) }];
}

function onTrial(trial: TrialResult | undefined, direction: Direction): readonly Hold[] {
  return trial === undefined || trial.status === "passed"
    ? []
    : [{ code: "trial", direction, until: trial.until }];
}

function unmet(requirements: readonly ConditionResult[]): readonly Hold[] {
  return requirements
    .filter(({ met }) => !met)
    .map(({ id, label }) => ({
      code: "requirement",
      direction: "up",
      condition: id,
      ...(label === undefined ? {} : { label }),
    }));
}
