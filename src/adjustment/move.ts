import type { Move } from "../classification/matrix.js";
import { dayAfter, monthsBetween } from "../kernel/calendar.js";
import type { Label } from "../kernel/label.js";
import { type HeldUntilHold, heldUntilHolds } from "./held-until.js";
import type { CheckedInput } from "./input.js";
import type { CheckedRules } from "./rules.js";
import type { TriggerResult } from "./triggers.js";

/** What held a move back. */
export type Hold =
  | { readonly code: "gate"; readonly direction: "up"; readonly gate: string; readonly label?: Label }
  | {
      readonly code: "minimum-time";
      readonly direction: "up" | "down";
      readonly months: number;
      readonly required: number;
      readonly since: string;
    }
  | HeldUntilHold
  | { readonly code: "highest-tier"; readonly direction: "up" }
  | { readonly code: "lowest-tier"; readonly direction: "down" }
  | {
      readonly code: "precedence";
      readonly direction: "up" | "down";
      readonly precedence: "promote" | "demote" | "retain";
    };

function failedGates({ placement }: CheckedInput) {
  return (placement.gates ?? []).filter((gate) => !gate.passed);
}

/** What the cell proposes: towards the tier that it names, or as it says, or both where they agree, else to stay. */
function cellProposal({ placement, standing }: CheckedInput, tiers: ReadonlyMap<string, number>): Move {
  const { tier, move } = placement.cell ?? {};
  if (tier === undefined) return move ?? "stay";
  const distance = (tiers.get(tier) ?? 0) - (tiers.get(standing.tier) ?? 0);
  const towards = distance > 0 ? "up" : distance < 0 ? "down" : "stay";
  return move === undefined || move === towards ? towards : "stay";
}

/** What the cell proposes after the gates: a failed one turns a move up into a stay. */
export function proposalOf(input: CheckedInput, tiers: ReadonlyMap<string, number>): Move {
  const proposed = cellProposal(input, tiers);
  return proposed === "up" && failedGates(input).length > 0 ? "stay" : proposed;
}

/** Which way the tier moves, and what held back a move whose conditions were met. */
export function settle(
  input: CheckedInput,
  rules: CheckedRules,
  triggers: readonly TriggerResult[],
  tiers: ReadonlyMap<string, number>,
): { readonly direction: "up" | "down" | undefined; readonly holds: readonly Hold[] } {
  const met = (direction: "up" | "down") =>
    triggers.some((trigger) => trigger.met && trigger.direction === direction);
  const holds: Hold[] = [];
  let wanted: "up" | "down" | undefined = met("up") ? "up" : met("down") ? "down" : undefined;
  if (met("up") && met("down") && rules.precedence !== undefined) {
    const { precedence } = rules;
    if (precedence !== "promote") holds.push({ code: "precedence", direction: "up", precedence });
    if (precedence !== "demote") holds.push({ code: "precedence", direction: "down", precedence });
    wanted = precedence === "promote" ? "up" : precedence === "demote" ? "down" : undefined;
  }
  if (wanted !== "up" && looksAtCell(rules) && cellProposal(input, tiers) === "up")
    holds.push(...gateHolds(input));
  if (wanted === undefined) return { direction: undefined, holds };
  const against =
    wanted === "up" ? holdsOnPromotion(input, rules, tiers) : holdsOnDemotion(input, rules, tiers);
  return { direction: against.length > 0 ? undefined : wanted, holds: [...holds, ...against] };
}

function looksAtCell({ promote }: CheckedRules): boolean {
  return promote?.when.some((trigger) => trigger.kind === "cell") ?? false;
}

function gateHolds(input: CheckedInput): readonly Hold[] {
  return failedGates(input).map(
    (gate): Hold => ({
      code: "gate",
      direction: "up",
      gate: gate.id,
      ...(gate.label === undefined ? {} : { label: gate.label }),
    }),
  );
}

function holdsOnPromotion(
  input: CheckedInput,
  rules: CheckedRules,
  tiers: ReadonlyMap<string, number>,
): readonly Hold[] {
  const highest = tiers.get(input.standing.tier) === tiers.size - 1;
  return [
    ...gateHolds(input),
    ...tooEarly(input, "up", rules.promote?.minimumMonthsInTier),
    ...(highest ? [{ code: "highest-tier", direction: "up" } as const] : []),
  ];
}

function holdsOnDemotion(
  input: CheckedInput,
  rules: CheckedRules,
  tiers: ReadonlyMap<string, number>,
): readonly Hold[] {
  const lowest = tiers.get(input.standing.tier) === 0;
  return [
    ...tooEarly(input, "down", rules.demote?.minimumMonthsInTier),
    ...heldUntilHolds(input.standing.heldUntil, input.period),
    ...(lowest ? [{ code: "lowest-tier", direction: "down" } as const] : []),
  ];
}

function tooEarly(
  { standing, period: present }: CheckedInput,
  direction: "up" | "down",
  required = 0,
): readonly Hold[] {
  const months = monthsBetween(standing.since, dayAfter(present));
  return months >= required
    ? []
    : [{ code: "minimum-time", direction, months, required, since: standing.since }];
}

/** The tier that the cell names, where it lies in the direction of the move; else the next one. */
export function destination(
  input: CheckedInput,
  rules: CheckedRules,
  direction: "up" | "down",
  tiers: ReadonlyMap<string, number>,
): string {
  const present = tiers.get(input.standing.tier) ?? 0;
  const named = input.placement.cell?.tier;
  if (named !== undefined && proposalOf(input, tiers) === direction) return named;
  return rules.tiers[present + (direction === "up" ? 1 : -1)]?.id ?? input.standing.tier;
}
