import * as z from "zod/mini";
import { periodEnd } from "../kernel/calendar.js";
import { date, id, key } from "../kernel/fields.js";
import { label } from "../kernel/label.js";
import type { Report } from "../kernel/report.js";
import { described, type Plain } from "../kernel/schema.js";
import { show, showChoices } from "../kernel/show.js";
import type { CheckedRules } from "./rules.js";

/** The schema of what happened since the last review and matters for the tier. */
export function eventsSchema() {
  const head = { id: key(), date: date() };
  return described(
    z._default(
      z.array(
        z.discriminatedUnion("kind", [
          described(
            z.strictObject({
              ...head,
              kind: z.literal("protection"),
              reason: id(),
              from: date(),
              to: date(),
            }),
            "The person is protected for a time, for one of the reasons of the rules.",
          ),
          described(
            z.strictObject({ ...head, kind: z.literal("plan-extended") }),
            "The deadline of the open improvement plan is put off.",
          ),
          described(
            z.strictObject({
              ...head,
              kind: z.literal("appointment"),
              to: id(),
              reason: z.optional(label()),
              by: z.optional(label()),
            }),
            "A panel or a manager decided on the tier.",
          ),
        ]),
      ),
      [],
    ),
    "What happened since the last review, in any order.",
  );
}

/** What happened since the last review. */
export type Event = Plain<z.output<ReturnType<typeof eventsSchema>>>[number];

/** Notes events after the end of the period, and ids that are there twice. */
export function checkEvents(events: readonly Event[], period: string, report: Report): void {
  const seen = new Set<string>();
  for (const [index, event] of events.entries()) {
    if (event.date > periodEnd(period)) {
      const message = `expected a day of ${period} or earlier, got ${show(event.date)}`;
      report.add(["events", index, "date"], "event-in-future", message);
    }
    if (seen.has(event.id))
      report.add(["events", index, "id"], "duplicate-id", `${show(event.id)} is there twice`, {
        id: event.id,
      });
    seen.add(event.id);
  }
}

/** Notes protections for reasons that the rules do not know, and spans that end before they begin. */
export function checkProtectionEvents(events: readonly Event[], rules: CheckedRules, report: Report): void {
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

/** Notes an extension without an open plan, or one too many. */
export function checkExtensions(
  events: readonly Event[],
  plan: { readonly extensions?: number | undefined } | undefined,
  rules: CheckedRules,
  report: Report,
): void {
  const most = rules.demote?.plan?.extensions?.most ?? 0;
  let used = plan?.extensions ?? 0;
  for (const [index, { kind }] of events.entries()) {
    if (kind !== "plan-extended") continue;
    used += 1;
    if (plan === undefined)
      report.add(["events", index], "plan-not-open", "there is no improvement plan that could be extended");
    else if (used > most) {
      const message = `expected at most ${most} extensions of the improvement plan, and this would be number ${used}`;
      report.add(["events", index], "plan-extensions", message, { most });
    }
  }
}
