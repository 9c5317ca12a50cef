import { periodEnd, periodStart } from "../kernel/calendar.js";
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

/** All protections that are known of, those that ended before the period left out. */
export function protectionsOf({ standing, events, period }: CheckedInput): readonly ProtectedTime[] {
  const told = events.flatMap((event) =>
    event.kind === "protection" ? [{ reason: event.reason, from: event.from, to: event.to }] : [],
  );
  return [...(standing.protections ?? []), ...told].filter(({ to }) => to >= periodStart(period));
}

/** The protections that touch the period. */
export function activeProtections(input: CheckedInput, rules: CheckedRules): readonly ActiveProtection[] {
  return protectionsOf(input).flatMap((one) => {
    const rule = rules.protections?.find(({ id: reason }) => reason === one.reason);
    if (rule === undefined || one.from > periodEnd(input.period)) return [];
    const { id: _reason, ...terms } = rule;
    return [{ ...one, ...terms } as ActiveProtection];
  });
}
