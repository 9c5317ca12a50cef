import * as z from "zod/mini";
import { date, inputNumber, period } from "../../kernel/fields.js";
import { type Checked, described, lazySchema, list, type Written } from "../../kernel/schema.js";

/** The schema of the input of `quota`. */
export const quotaInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    period: period(),
    amount: z.optional(inputNumber({ least: 0 })),
    from: z.optional(date()),
    to: z.optional(date()),
    absences: z._default(list(z.strictObject({ from: date(), to: date() })), []),
    rampFrom: z.optional(described(date(), "The first day of the ramp; without it, the first day.")),
    achieved: z._default(list(z.strictObject({ period: period(), amount: inputNumber() })), []),
  }),
);

/**
 * The period of the quota, and its amount where it is the person's own; the first and the last day, absences; what was achieved, where attainment is asked for.
 *
 * @useDeclaredType
 */
export type QuotaInput = Written<typeof quotaInput>;

/** The same after the check. */
export type CheckedQuotaInput = Checked<typeof quotaInput>;
