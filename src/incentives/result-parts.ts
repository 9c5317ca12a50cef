import * as z from "zod/mini";
import { resultNumber } from "../kernel/in-words.js";
import { label } from "../kernel/label.js";
import { list } from "../kernel/schema.js";

/** What is always there in a statement, of which sentences and tables are made. */
export function statementParts() {
  return z.looseObject({
    kind: z.literal("statement"),
    period: z.string(),
    currency: z.string(),
    total: resultNumber(),
    lines: list(lineParts()),
    refused: z.optional(
      list(z.looseObject({ id: z.string(), label: z.optional(label()), reasons: noteParts() })),
    ),
  });
}

/** What is always there in a line. */
export function lineParts() {
  const product = { basis: resultNumber(), rate: resultNumber(), amount: resultNumber() };
  return z.looseObject({
    id: z.string(),
    label: z.optional(label()),
    ...product,
    currency: z.string(),
    parts: z.optional(list(z.looseObject(product))),
    notes: z.optional(noteParts()),
  });
}

/** What is always there in notes. */
export function noteParts() {
  return list(z.looseObject({ kind: z.string(), values: z.looseObject({}) }));
}
