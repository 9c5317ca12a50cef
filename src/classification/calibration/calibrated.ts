import * as z from "zod/mini";
import { date, id } from "../../kernel/fields.js";
import { type Label, label } from "../../kernel/label.js";
import { described } from "../../kernel/schema.js";

/** That a panel put somebody into another band than that of the score: which, why, who decided and when. */
export interface Calibrated {
  readonly band: string;
  readonly reason: Label;
  readonly by: Label;
  readonly on: string;
}

/** The schema of what a panel decided, in the input of a placement: by axis. */
export function calibratedInput() {
  return described(
    z.record(z.string(), z.strictObject({ band: id(), ...decidedFields() })),
    "By axis: the band that a panel put the person into, in place of that of the score.",
  );
}

/** Why, by whom and when. */
export function decidedFields() {
  return {
    reason: described(label(), "Why the panel did."),
    by: described(label(), "Who decided."),
    on: described(date(), "The day of the decision."),
  };
}
