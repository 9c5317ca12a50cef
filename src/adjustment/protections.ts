import { dayAfter, periodEnd, periodStart } from "../kernel/calendar.js";
import type { Label } from "../kernel/label.js";
import type { CheckedInput } from "./input.js";
import type { CheckedRules } from "./rules.js";
import type { ProtectedTime } from "./standing.js";

/** A protection that touches the period. */
export interface ActiveProtection extends ProtectedTime {
  readonly label?: Label;
  readonly holds: readonly ("promotion" | "demotion")[];
  readonly review: "counts" | "is-skipped";
}

/** All protections that are known of. */
export function protectionsOf({ standing, events }: CheckedInput): readonly ProtectedTime[] {
  const told = events.flatMap((event) =>
    event.kind === "protection" ? [{ reason: event.reason, from: event.from, to: event.to }] : [],
  );
  return [...(standing.protections ?? []), ...told];
}

/** The protections that touch a period. */
export function activeProtections(input: CheckedInput, rules: CheckedRules): readonly ActiveProtection[] {
  return inForce(protectionsOf(input), rules, input.period);
}

function inForce(
  protections: readonly ProtectedTime[],
  rules: CheckedRules,
  period: string,
): readonly ActiveProtection[] {
  return protections.flatMap((one) => {
    const rule = rules.protections?.find(({ reason }) => reason === one.reason);
    if (rule === undefined || one.from > periodEnd(period) || one.to < periodStart(period)) return [];
    const { reason: _reason, ...terms } = rule;
    return [{ ...one, ...terms } as ActiveProtection];
  });
}

/** Whether a protection skips the review of a period. */
export function isSkipped(input: CheckedInput, rules: CheckedRules, period: string): boolean {
  return skipsPeriod(protectionsOf(input), rules, period);
}

/** Whether one of these protections skips the review of a period. */
export function skipsPeriod(
  protections: readonly ProtectedTime[],
  rules: CheckedRules,
  period: string,
): boolean {
  return inForce(protections, rules, period).some(({ review }) => review === "is-skipped");
}

/** The protections that later reviews still look at: those that have not ended, and those that skip periods between the reviews that are kept. */
export function protectionsKept(
  input: CheckedInput,
  rules: CheckedRules,
  firstReview: string | undefined,
): readonly ProtectedTime[] {
  const skips = (reason: string) =>
    rules.protections?.some((rule) => rule.reason === reason && rule.review === "is-skipped") ?? false;
  const since = (reason: string) =>
    firstReview !== undefined && skips(reason) ? periodStart(firstReview) : dayAfter(input.period);
  return protectionsOf(input).filter(({ reason, to }) => to >= since(reason));
}
