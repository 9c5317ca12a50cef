import { type CheckedRules, rulesFor } from "../../../adjustment/rules.js";
import { withinLimits } from "../../../classification/facts.js";
import { dayAfter, monthsAfter, periodEnd, shiftPeriod } from "../../../kernel/calendar.js";
import { lossless } from "../../../kernel/decimal.js";
import { readNumber } from "../../../kernel/number.js";
import { add, floor, greater, ONE, rational, subtract, ZERO } from "../../../kernel/rational.js";
import type { PolicyStandingInput } from "../../standing.js";
import { inRisingOrder } from "./axis-scores.js";
import type { Leaf } from "./leaves.js";

/** Longer than any rule can make somebody wait. */
export const LONG = 1212;

/** Where somebody stands at a review, beside the tier and the reviews in it. */
export interface Footing {
  /** Whole months in the tier, on the day after the period. */
  readonly months: number;
  /** How many reviews may have been since. */
  readonly most: number;
  /** A move that brought the person into the tier. */
  readonly lastChange?: "up" | "down";
  readonly points?: ReturnType<typeof lossless>;
  /** An improvement plan, or a trial, is due. */
  readonly plan?: true;
  readonly trial?: { readonly extensions: number };
}

/** What people may stand on that rules tell apart: long in the tier, or where `timeCounts` after every time that matters; points that are nearly enough; a plan or a trial that is due. */
export function footingsOf(
  rules: CheckedRules,
  leaves: readonly Leaf[],
  timeCounts: boolean,
): readonly Footing[] {
  const long: Footing = { months: LONG, most: Math.floor(LONG / monthsIn(rules)) };
  const points = pointsNearby(rules, leaves).map((one) => ({ ...long, points: one }));
  const waits = timeCounts ? waitsIn(rules, leaves) : [long];
  const all = [...waits, ...points];
  return [...all, ...dueIn(rules).flatMap((due) => all.map((one) => ({ ...one, ...due })))];
}

/** Long in the tier, just there, and on either side of what makes people wait. */
function waitsIn(rules: CheckedRules, leaves: readonly Leaf[]): readonly Footing[] {
  const unit = monthsIn(rules);
  const at = (months: number): Footing => ({ months, most: Math.floor(months / unit) - 1 });
  const months = [...new Set([LONG, unit, ...monthsAsked(rules, leaves)])].filter((one) => one >= unit);
  const waits = months.flatMap((one) => [
    at(one),
    ...(["up", "down"] as const).flatMap((lastChange) =>
      coolsOff(rules, lastChange, one) ? [{ ...at(one), lastChange }] : [],
    ),
  ]);
  return different(waits, rules, leaves);
}

/** A plan that is due, and a trial that is, for the first time and for the last. */
function dueIn({ demote, trial }: CheckedRules): readonly Pick<Footing, "plan" | "trial">[] {
  const extensions = trial === undefined ? [] : [...new Set([0, trial.extensions?.most ?? 0])];
  return [
    ...(demote?.plan === undefined ? [] : [{ plan: true as const }]),
    ...extensions.map((used) => ({ trial: { extensions: used } })),
  ];
}

export function monthsIn({ cycle }: Pick<CheckedRules, "cycle">): number {
  return { month: 1, quarter: 3, "half-year": 6, year: 12 }[cycle];
}

/** The months in the tier at which rules and facts change, and those just before. */
function monthsAsked(rules: CheckedRules, leaves: readonly Leaf[]): readonly number[] {
  const waits = (["up", "down"] as const).flatMap((direction) => {
    const { minimumMonthsInTier = 0, coolingOffMonths = 0 } = rulesFor(rules, direction) ?? {};
    return [minimumMonthsInTier, coolingOffMonths];
  });
  const facts = timeFacts(leaves).flatMap(({ atLeast, atMost }) => [
    ...(atLeast === undefined ? [] : [-Number(floor(subtract(readNumber(0), readNumber(atLeast))))]),
    ...(atMost === undefined ? [] : [Number(floor(readNumber(atMost))) + 1]),
  ]);
  return [...waits, ...facts].flatMap((months) => [months, months - 1]);
}

/** The conditions on the months in the tier. */
export function timeFacts(leaves: readonly Leaf[]) {
  return leaves.flatMap(({ condition }) =>
    condition.kind === "fact" && condition.fact === "months-in-tier" ? [condition] : [],
  );
}

/** Whether a move of that direction makes a move the other way wait. */
function coolsOff(rules: CheckedRules, lastChange: "up" | "down", months: number): boolean {
  const other = rulesFor(rules, lastChange === "up" ? "down" : "up");
  return months < (other?.coolingOffMonths ?? 0);
}

/** Those of which rules say something different; of the same, the one after which most reviews may have been. */
function different(
  footings: readonly Footing[],
  rules: CheckedRules,
  leaves: readonly Leaf[],
): readonly Footing[] {
  const found = new Map<string, Footing>();
  for (const footing of [...footings].sort((one, other) => other.months - one.months)) {
    const { months, lastChange } = footing;
    const early = (["up", "down"] as const).map(
      (direction) => months < (rulesFor(rules, direction)?.minimumMonthsInTier ?? 0),
    );
    const facts = timeFacts(leaves).map((fact) => withinLimits(rational(BigInt(months)), fact));
    const key = JSON.stringify([early, lastChange, facts]);
    if (!found.has(key)) found.set(key, footing);
  }
  return [...found.values()];
}

/** Points that are enough for a condition, those to which one award makes enough, and where points are lost, those to which none does. */
function pointsNearby(rules: CheckedRules, leaves: readonly Leaf[]) {
  const asked = leaves.flatMap(({ condition }) =>
    condition.kind === "points" ? [readNumber(condition.atLeast)] : [],
  );
  const awards = (rules.points?.awards ?? []).map(({ points }) => readNumber(points));
  const most = add(awards.reduce(greater, ZERO), ONE);
  const steps = [ZERO, ...awards, ...(awards.some(({ n }) => n < 0n) ? [most] : [])];
  return inRisingOrder(asked.flatMap((least) => steps.map((step) => subtract(least, step)))).map(lossless);
}

/** The standing of somebody in a tier before the review of a period. */
export function standingOn(footing: Footing, tier: string, period: string): PolicyStandingInput {
  const { months, lastChange, points, plan, trial } = footing;
  const since = monthsAfter(dayAfter(period), -months);
  const end = periodEnd(period);
  return {
    tier,
    since,
    ...(lastChange === undefined ? {} : { lastChange: { direction: lastChange, on: since } }),
    ...(points === undefined ? {} : { points }),
    ...(plan === undefined ? {} : { plan: { opened: shiftPeriod(period, -1), deadline: end, actions: [] } }),
    ...(trial === undefined ? {} : { trial: { until: end, extensions: trial.extensions } }),
  };
}
