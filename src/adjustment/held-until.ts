import * as z from "zod/mini";
import { dayAfter } from "../kernel/calendar.js";
import { date } from "../kernel/fields.js";

/** A tier that is kept until a day, and why (M8): who held it when the policy changed is not demoted before. */
export interface HeldUntil {
  /** The first day on which a demotion may take effect. */
  readonly date: string;
  readonly because: "transition";
}

/** A demotion that would have taken effect before the tier may be lost. */
export interface HeldUntilHold {
  readonly code: "held-until";
  readonly direction: "down";
  readonly until: string;
  readonly because: HeldUntil["because"];
}

/** The schema of `heldUntil` in a standing. */
export function heldUntilSchema() {
  return z.optional(z.strictObject({ date: date(), because: z.enum(["transition"]) }));
}

/** What holds back a demotion at the review of a period. */
export function heldUntilHolds(heldUntil: HeldUntil | undefined, period: string): readonly HeldUntilHold[] {
  if (heldUntil === undefined || dayAfter(period) >= heldUntil.date) return [];
  return [{ code: "held-until", direction: "down", until: heldUntil.date, because: heldUntil.because }];
}

/** What the next standing keeps: nothing once the day has come, or after a change of tier. */
export function stillHeldUntil(
  heldUntil: HeldUntil | undefined,
  period: string,
  moved: boolean,
): HeldUntil | undefined {
  return heldUntil === undefined || moved || dayAfter(period) >= heldUntil.date ? undefined : heldUntil;
}
