import * as z from "zod/mini";
import { date, id, inputNumber, key, period } from "../../kernel/fields.js";
import { label } from "../../kernel/label.js";
import { type Checked, described, lazySchema, type Written } from "../../kernel/schema.js";
import { lineSchema, refusedSchema } from "./lines.js";

const LONGEST_TEXT = 2000;
const LONGEST_LINE = 500;

/** Why, by whom and on which day something was entered. */
function entered() {
  return { on: date(), by: key(), reason: key(LONGEST_TEXT) };
}

/** The schema of what a ledger holds. */
export const ledgerSchema = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    closed: z._default(
      z.array(
        z.strictObject({
          period: period(),
          lines: z.array(lineSchema()),
          refused: z.optional(refusedSchema()),
        }),
      ),
      [],
    ),
    waiting: z._default(z.array(lineSchema()), []),
    disputes: z._default(
      z.array(
        z.strictObject({
          id: id(),
          period: period(),
          line: key(LONGEST_LINE),
          ...entered(),
          settled: z.optional(z.strictObject({ amount: inputNumber(), ...entered() })),
        }),
      ),
      [],
    ),
  }),
);

const eventSchema = /* @__PURE__ */ lazySchema(() =>
  z.discriminatedUnion("kind", [
    described(
      z.strictObject({
        kind: z.literal("close"),
        period: period(),
        lines: z.array(lineSchema()),
        refused: z.optional(refusedSchema()),
      }),
      "A period is closed: its lines, and all that wait, are its statement, which says what is refused too.",
    ),
    described(
      z.strictObject({
        kind: z.literal("recalculate"),
        id: id(),
        period: period(),
        lines: z.array(lineSchema()),
        without: z.optional(
          described(
            z.array(key(LONGEST_LINE)),
            "Lines that are due no more: what is posted for them is taken back.",
          ),
        ),
        ...entered(),
      }),
      "All lines of a closed period as they should have been.",
    ),
    described(
      z.strictObject({
        kind: z.literal("adjust"),
        id: id(),
        period: period(),
        amount: inputNumber(),
        label: z.optional(label()),
        category: z.optional(id()),
        rule: z.optional(label()),
        ...entered(),
      }),
      "An amount that is paid or taken back by hand, for a period.",
    ),
    described(
      z.strictObject({
        kind: z.literal("dispute"),
        id: id(),
        period: period(),
        line: key(LONGEST_LINE),
        ...entered(),
      }),
      "The person doubts a line of a closed period.",
    ),
    described(
      z.strictObject({ kind: z.literal("settle"), dispute: id(), amount: inputNumber(), ...entered() }),
      "The answer to a dispute: what is paid more, or less; 0 where the line stands.",
    ),
  ]),
);

/** The schema of a ledger's input. */
export const ledgerInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({ ledger: z.optional(ledgerSchema()), events: z.array(eventSchema()) }),
);

export type CheckedLedger = Checked<typeof ledgerSchema>;
export type CheckedEvent = Checked<typeof eventSchema>;

/**
 * The ledger as the last call returned it, or none at the beginning, and what happened since, in order.
 *
 * @useDeclaredType
 */
export type PayLedgerInput = Written<typeof ledgerInput>;
