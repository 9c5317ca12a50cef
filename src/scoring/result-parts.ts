import * as z from "zod/mini";
import { resultNumber } from "../kernel/in-words.js";
import { label } from "../kernel/label.js";
import { list } from "../kernel/schema.js";

/** What is always there in a score, of which sentences and tables are made. */
export function scoreParts() {
  return z.looseObject({
    kind: z.literal("score"),
    value: resultNumber(),
    coverage: resultNumber(),
    indicators: list(
      z.looseObject({
        id: z.string(),
        label: z.optional(label()),
        measure: z.string(),
        raw: z.looseObject({}),
        score: z.optional(resultNumber()),
        weight: resultNumber(),
        points: resultNumber(),
        toFullMarks: resultNumber(),
      }),
    ),
    groups: list(z.looseObject({ id: z.string(), weight: resultNumber(), points: resultNumber() })),
    extras: list(z.looseObject({ id: z.string(), raw: z.looseObject({}), points: resultNumber() })),
    roundingDifference: resultNumber(),
  });
}

/** What is always there in a score, or in what stands in for it where too little is known. */
export function scoreOrNoneParts() {
  const none = z.looseObject({
    kind: z.literal("insufficient-evidence"),
    because: z.enum(["presence", "coverage"]),
    coverage: resultNumber(),
    minimumCoverage: resultNumber(),
    presence: resultNumber(),
    minimumPresence: resultNumber(),
    missing: list(z.looseObject({ id: z.string() })),
  });
  return z.discriminatedUnion("kind", [scoreParts(), none]);
}
