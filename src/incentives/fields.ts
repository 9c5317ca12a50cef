import * as z from "zod/mini";
import { currency } from "../kernel/currency.js";
import { id, roundingMode } from "../kernel/fields.js";
import { label } from "../kernel/label.js";

/** The fields that every calculator of pay has. */
export function payFields() {
  return {
    id: z.optional(id()),
    label: z.optional(label()),
    currency: currency(),
    rounding: z._default(roundingMode(), "half-up"),
  };
}
