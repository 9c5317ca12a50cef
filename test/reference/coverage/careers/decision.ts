import type { AdjustmentRules, ConditionInput, Decision, StandingInput } from "../../../../src/index.js";
import { dayAfter, monthsBetween } from "../../../../src/kernel/calendar.js";
import { ladderOf, type Seen } from "./seen.js";

/** What may end a move on its way. */
const LIMITS: readonly string[] = ["ceiling", "cap", "floor", "step-limit"];

/** Counts what held a move back, what decided, and what came of it. */
export function countDecision(seen: Seen): void {
  const { rules, decision, count } = seen;
  const { because, outcome, holds, from, to, exit } = decision;
  countHolds(seen);
  countExempt(seen);
  countSeveral(seen);
  if (because !== undefined) {
    count("decided", because.source);
    if (outcome === "retained") count("decided to stay", because.source);
    count("order", rules.order === undefined ? "as it is by default" : "stated");
  }
  for (const hold of holds) if (hold.code === "outranked") count("outranked", hold.because);
  count("outcome", outcome);
  const steps = Math.abs(stepsOf(rules, from, to));
  if (outcome !== "crossed" && steps > 1) count("outcome", `${outcome} by several tiers`);
  count("outcome", "crossed by an appointment", outcome === "crossed" && because?.source === "appointment");
  if (exit !== undefined) count("exit", exit.because);
}

function stepsOf(rules: AdjustmentRules, from: string, to: string): number {
  const ladder = ladderOf(rules, from);
  return ladder.indexOf(to) - ladder.indexOf(from);
}

function countHolds({ rules, standing, decision, count, placement }: Seen): void {
  const moved = decision.because?.source === "condition";
  for (const hold of decision.holds) {
    const { code } = hold;
    if (code === "outranked") continue;
    if (code === "crossing") count("hold", code);
    else if (code === "precedence") count("hold", `${code} ${hold.precedence}`);
    else count("hold", `${code} ${hold.direction}`);
    if (LIMITS.includes(code)) count("limit on the way", code, moved);
  }
  if (rules.tracks === undefined || !moved) return;
  const ladder = ladderOf(rules, standing.tier);
  const isElsewhere = (tier: string | undefined) => tier !== undefined && !ladder.includes(tier);
  const up = decision.outcome === "promoted";
  count("limit of another track", "ceiling", up && isElsewhere(rules.promote?.ceiling));
  count("limit of another track", "cap", up && isElsewhere(placement?.capTier));
  count("limit of another track", "floor", !up && isElsewhere(rules.demote?.floor));
}

/** The conditions for a move of which one decided, as the rules have them. */
function listOf(rules: AdjustmentRules, { outcome }: Decision): readonly ConditionInput[] {
  return (outcome === "promoted" ? rules.promote?.when : rules.demote?.when) ?? [];
}

function countExempt({ rules, standing, given, decision, count }: Seen): void {
  const { because, from, to, period, outcome } = decision;
  if (because?.source !== "condition") return;
  const { exempt = [] } = listOf(rules, decision).find(({ id }) => id === because.id) ?? {};
  const terms = outcome === "promoted" ? rules.promote : rules.demote;
  const isShort = (since: string, months = 0) => monthsBetween(since, dayAfter(period)) < months;
  const { lastChange } = standing;
  const lifted = {
    "minimum-time": isShort(standing.since, terms?.minimumMonthsInTier),
    "cooling-off":
      lastChange !== undefined &&
      (lastChange.direction === "up") !== (outcome === "promoted") &&
      isShort(lastChange.on, terms?.coolingOffMonths),
    "step-limit": Math.abs(stepsOf(rules, from, to)) > (terms?.mostSteps ?? Number.POSITIVE_INFINITY),
    places: outcome === "promoted" && given.places?.[to]?.granted === false,
  };
  for (const rule of exempt) count("exempt", rule, lifted[rule]);
}

function countSeveral({ decision, count }: Seen): void {
  const { because, conditions, outcome } = decision;
  if (because?.source !== "condition") return;
  const purpose = outcome === "promoted" ? "up" : "down";
  const met = conditions.filter((one) => one.met && one.purpose === purpose);
  if (met.length < 2) return;
  const isFirst = met[0]?.id === because.id;
  count("several conditions met", isFirst ? "the first counts" : "a later one counts");
  const endsEarly = decision.holds.some(({ code }) => LIMITS.includes(code));
  count("several conditions met", "a later one counts that ends early", !isFirst && endsEarly);
}

/** Counts what is said of places, and of a tier that is kept until a day. */
export function countKept({ standing, given, decision, count }: Seen): void {
  const { from, to, standing: after } = decision;
  for (const [tier, { granted }] of Object.entries(given.places ?? {})) {
    count("place", "lost", tier === from && !granted);
    count("place", "granted", tier === to && granted && decision.because?.source === "condition");
  }
  for (const hold of decision.holds) {
    if (hold.code !== "no-place") continue;
    count("place", "refused");
    count("place", "with a rank", hold.rank !== undefined);
    count("place", "with a number of waiting", hold.waiting !== undefined);
  }
  countHeldUntil(standing, after.heldUntil !== undefined, from !== to, decision.effectiveFrom, (kind) =>
    count("held until", kind),
  );
}

function countHeldUntil(
  { heldUntil }: StandingInput,
  goesOn: boolean,
  moved: boolean,
  day: string,
  count: (kind: string) => void,
): void {
  if (heldUntil === undefined) return;
  if (goesOn) count("goes on");
  else count(moved && day < heldUntil.date ? "ended by a move" : "is over");
}
