import * as z from "zod/mini";
import type { Path } from "../../kernel/errors.js";
import { date, key } from "../../kernel/fields.js";
import { checkIds } from "../../kernel/ids.js";
import { checkDates, presence } from "../../kernel/period-part.js";
import type { Span } from "../../kernel/proration.js";
import type { Report } from "../../kernel/report.js";
import { described, list, type Plain } from "../../kernel/schema.js";
import { eligibilityInputFields } from "../eligibility-conditions.js";

/** The schema of the members of a team. */
export function membersSchema() {
  return described(
    list(memberSchema()),
    "The members of the team; one without employment is there for the whole period.",
  );
}

/** The schema of one member. */
export function memberSchema() {
  return z.strictObject({
    id: key(),
    ...eligibilityInputFields(),
    absences: z.optional(
      described(
        list(z.strictObject({ from: date(), to: date() })),
        "Days on which the member is away, the first and the last included.",
      ),
    ),
  });
}

/** A member of a team. */
export type Member = Plain<z.output<ReturnType<typeof membersSchema>>>[number];

/** Notes members that are there twice, and absences that end before they begin. */
export function checkMembers(members: readonly Member[], path: Path, report: Report): void {
  checkIds(members, path, report);
  for (const [index, { absences = [] }] of members.entries()) {
    for (const [position, absence] of absences.entries())
      checkDates(absence, [...path, index, "absences", position], report);
  }
}

/** The days of a whole on which a member is employed and not away. */
export function presentDays({ employment, absences }: Member, whole: Span): readonly Span[] {
  return presence(whole, employment ?? {}, absences ?? []);
}
