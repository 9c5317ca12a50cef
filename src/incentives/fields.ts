import * as z from "zod/mini";
import { currency } from "../kernel/currency.js";
import { id, roundingMode } from "../kernel/fields.js";
import { label } from "../kernel/label.js";
import { described } from "../kernel/schema.js";

/** The fields that every calculator of pay has. */
export function payFields() {
  return {
    id: z.optional(id()),
    label: z.optional(label()),
    category: z.optional(
      described(
        id(),
        "What kind of pay it is; a statement has a total for each. Without it, the calculator's own.",
      ),
    ),
    rule: z.optional(
      described(label(), "The rule that it is paid by, as statements cite it: a clause, a section."),
    ),
    currency: currency(),
    rounding: z._default(roundingMode(), "half-up"),
  };
}
