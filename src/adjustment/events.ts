import * as z from "zod/mini";
import { compareIds } from "../kernel/apportion.js";
import { periodEnd } from "../kernel/calendar.js";
import type { Path } from "../kernel/errors.js";
import { date, id, key } from "../kernel/fields.js";
import { label } from "../kernel/label.js";
import type { Report } from "../kernel/report.js";
import { described, type Plain } from "../kernel/schema.js";
import { notAmong, show, showChoices } from "../kernel/show.js";
import type { CheckedRules } from "./rules.js";
import type { Violation } from "./standing.js";

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
              note: z.optional(label()),
              by: z.optional(label()),
            }),
            "A panel or a manager decided on the tier.",
          ),
          described(
            z.strictObject({
              ...head,
              kind: z.literal("violation"),
              severity: id(),
              source: z.optional(z.enum(["internal", "external"])),
              note: z.optional(label()),
            }),
            "A violation that supervision, internal or external, has found.",
          ),
          described(
            z.strictObject({ ...head, kind: z.literal("reversal"), of: key(), note: z.optional(label()) }),
            "A violation counts no more from the day on which that is decided, as after an appeal.",
          ),
          described(
            z.strictObject({ ...head, kind: z.literal("crossing"), to: id() }),
            "The person wishes to cross to another track.",
          ),
        ]),
      ),
      [],
    ),
    "What happened since the last review, in any order; of one day, it counts in the order of ids.",
  );
}

/** What happened since the last review. */
export type Event = Plain<z.output<ReturnType<typeof eventsSchema>>>[number];

/** Orders what happened by date, and what is of one day by id. */
export function inTime(
  one: { readonly date: string; readonly id: string },
  other: { readonly date: string; readonly id: string },
): number {
  return compareIds(one.date, other.date) || compareIds(one.id, other.id);
}

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

/** Notes violations of a severity that is not known, reversals of what is not there or not there yet, and wishes for a track that is not there. */
export function checkViolationEvents(
  events: readonly Event[],
  violations: readonly Pick<Violation, "id" | "date">[],
  rules: CheckedRules,
  report: Report,
): void {
  const severities = (rules.violations?.severities ?? []).map((one) => one.id);
  const told = events.filter((event) => event.kind === "violation");
  const days = new Map([...violations, ...told].map((one) => [one.id, one.date]));
  const tracks = (rules.tracks ?? []).map((one) => one.id);
  const reversals = new Map<string, number>();
  for (const [index, event] of events.entries()) {
    const here = ["events", index];
    if (event.kind === "violation" && !severities.includes(event.severity))
      report.add(
        [...here, "severity"],
        "unknown-severity",
        notAmong(severities, "a severity of the rules", event.severity),
      );
    if (event.kind === "violation" && violations.some((one) => one.id === event.id))
      report.add([...here, "id"], "duplicate-id", `${show(event.id)} is in the standing already`, {
        id: event.id,
      });
    if (event.kind === "reversal") {
      checkReversal(event, days.get(event.of), here, report);
      const before = reversals.get(event.of);
      if (before !== undefined) {
        const message = `the violation ${show(event.of)} is reversed by events[${before}] already`;
        report.add([...here, "of"], "duplicate-id", message, { id: event.of });
      }
      reversals.set(event.of, before ?? index);
    }
    if (event.kind === "crossing" && !tracks.includes(event.to))
      report.add([...here, "to"], "unknown-track", notAmong(tracks, "a track of the rules", event.to));
  }
}

/** Notes a reversal of what is no violation, or of one that had not happened on its day. */
function checkReversal(
  { of, date: decided }: Extract<Event, { kind: "reversal" }>,
  happened: string | undefined,
  path: Path,
  report: Report,
): void {
  if (happened === undefined) {
    const message = `${show(of)} is no violation that still counts`;
    report.add([...path, "of"], "unknown-violation", message, { violation: of });
  } else if (decided < happened) {
    const message = `expected ${happened}, the day of the violation ${show(of)}, or later, got ${show(decided)}`;
    report.add([...path, "date"], "reversal-before-violation", message, { violation: of, from: happened });
  }
}

/** Notes protections for reasons that the rules do not know, and spans that end before they begin. */
export function checkProtectionEvents(events: readonly Event[], rules: CheckedRules, report: Report): void {
  const known = (rules.protections ?? []).map(({ reason }) => reason);
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
