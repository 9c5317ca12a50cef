import * as z from "zod/mini";
import { daysAfter, monthsAfter } from "../kernel/calendar.js";
import { wholeNumber } from "../kernel/fields.js";
import { type Label, label } from "../kernel/label.js";
import { described } from "../kernel/schema.js";

/** How long somebody has for an action, from the day after the period. */
export type Due = { readonly days: number } | { readonly months: number };

/** What management does for a person, who does it, and how long they have for it. */
export interface Action {
  readonly label: Label;
  readonly owner?: Label;
  readonly due?: Due;
}

/** The schema of actions: each a label alone, or with its owner and the time for it. */
export function actionsSchema() {
  return z.array(
    z.union([
      label(),
      z.strictObject({
        label: label(),
        owner: z.optional(described(label(), "Who does it.")),
        due: z.optional(
          described(
            z.union([
              z.strictObject({ days: wholeNumber(0, 10_000) }),
              z.strictObject({ months: wholeNumber(0, 1_200) }),
            ]),
            "The time for it, in days or in whole months, from the day after the period.",
          ),
        ),
      }),
    ]),
  );
}

/** An action as a config may write it. */
export type WrittenAction = z.output<ReturnType<typeof actionsSchema>>[number];

/** An action as results have it. */
export function toAction(written: WrittenAction): Action {
  return typeof written === "object" && "label" in written ? (written as Action) : { label: written };
}

/** The day on which an action is due that is given on a day; undefined where it has no time. */
export function dueOn({ due }: Action, from: string): string | undefined {
  if (due === undefined) return undefined;
  return "days" in due ? daysAfter(from, due.days) : monthsAfter(from, due.months);
}
