import * as z from "zod/mini";
import { periodEnd } from "../../kernel/calendar.js";
import { date, id, key, period } from "../../kernel/fields.js";
import { checkIds } from "../../kernel/ids.js";
import type { Report } from "../../kernel/report.js";
import { type Checked, described, lazySchema, list, type Written } from "../../kernel/schema.js";
import { notAmong, show } from "../../kernel/show.js";
import { eligibilityInputFields } from "../eligibility-conditions.js";
import type { HonourRule } from "./rules.js";

/** The schema of events that are rewarded. */
export function honourEvents() {
  return z._default(
    described(
      list(z.strictObject({ id: key(), honour: id(), person: key(), of: id(), date: date() })),
      "What is rewarded by itself: whose it is, for which honour, and of what kind.",
    ),
    [],
  );
}

/** The schema of the people who may win, and of events that are rewarded. */
export const honoursInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    period: period(),
    people: list(z.strictObject({ id: key(), ...eligibilityInputFields() })),
    events: honourEvents(),
  }),
);

/**
 * The period, the people with the facts that they are ranked by and the honours that they won before, and events that are rewarded.
 *
 * @useDeclaredType
 */
export type HonoursInput = Written<typeof honoursInput>;

/** An input of honours that has the right shape. */
export type CheckedHonoursInput = Checked<typeof honoursInput>;

/** Notes what the schema cannot see in an input of honours. */
export function checkHonoursInput(
  honours: readonly HonourRule[],
  { period: of, people, events }: CheckedHonoursInput,
  report: Report,
): void {
  checkIds(people, ["people"], report);
  checkIds(events, ["events"], report);
  const rewarding = honours.flatMap((one) => (one.events === undefined ? [] : [one.id]));
  const known = new Set(people.map((one) => one.id));
  for (const [index, { honour, person, date: on }] of events.entries()) {
    const here = ["events", index];
    if (!rewarding.includes(honour))
      report.add(
        [...here, "honour"],
        "unknown-honour",
        notAmong(rewarding, "an honour for events of this period", honour),
      );
    if (!known.has(person))
      report.add([...here, "person"], "unknown-person", `${show(person)} is not among the people`);
    if (on > periodEnd(of))
      report.add([...here, "date"], "event-in-future", `expected a day that is not after ${of}, got ${on}`);
  }
}
