import * as z from "zod/mini";
import { periodEnd } from "../kernel/calendar.js";
import { date, id, key } from "../kernel/fields.js";
import { label } from "../kernel/label.js";
import type { Report } from "../kernel/report.js";
import { described } from "../kernel/schema.js";
import { show } from "../kernel/show.js";

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

/** Notes events after the end of the period, and ids that are there twice. */
export function checkEvents(
  events: readonly { readonly id: string; readonly date: string }[],
  period: string,
  report: Report,
): void {
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
