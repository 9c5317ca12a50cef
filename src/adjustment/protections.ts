import * as z from "zod/mini";
import { periodEnd, periodStart } from "../kernel/calendar.js";
import type { Path } from "../kernel/errors.js";
import { id } from "../kernel/fields.js";
import { checkIds } from "../kernel/ids.js";
import { type Label, label } from "../kernel/label.js";
import type { Report } from "../kernel/report.js";
import { described, list } from "../kernel/schema.js";
import { show, showChoices } from "../kernel/show.js";
import type { CheckedInput } from "./input.js";
import type { CheckedRules } from "./rules.js";
import type { ProtectedTime } from "./standing.js";

/** The schema of the reasons that protect a person for a time. */
export function protectionsSchema() {
  return described(
    list(
      z.strictObject({
        id: described(id(), "The reason, such as parental-leave or transfer."),
        label: z.optional(label()),
        holds: described(
          z._default(z.array(z.enum(["promotion", "demotion"])), ["demotion"]),
          "The moves by conditions that are held back.",
        ),
        review: described(
          z._default(z.enum(["counts", "is-skipped"]), "counts"),
          "is-skipped: the review is written down and not counted; rows pass over it.",
        ),
      }),
      1,
    ),
    "What protects a person for a time, such as leave or a transfer.",
  );
}

/** A protection that touches the period. */
export interface ActiveProtection extends ProtectedTime {
  readonly label?: Label;
  readonly holds: readonly ("promotion" | "demotion")[];
  readonly review: "counts" | "is-skipped";
}

/** Notes a reason that is there twice. */
export function checkProtections(protections: CheckedRules["protections"], path: Path, report: Report): void {
  checkIds(protections, path, report);
}

/** Notes protections for reasons that the rules do not know, and spans that end before they begin. */
export function checkProtectionEvents({ events }: CheckedInput, rules: CheckedRules, report: Report): void {
  const known = (rules.protections ?? []).map(({ id: reason }) => reason);
  for (const [index, event] of events.entries()) {
    if (event.kind !== "protection") continue;
    if (!known.includes(event.reason)) {
      const expected = known.length === 0 ? "the rules have none" : `expected ${showChoices(known)}`;
      const message = `${show(event.reason)} is no reason of protection: ${expected}`;
      report.add(["events", index, "reason"], "unknown-protection", message);
    }
    if (event.to < event.from)
      report.add(
        ["events", index, "to"],
        "out-of-range",
        `expected ${event.from} or later, got ${show(event.to)}`,
      );
  }
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
