import * as z from "zod/mini";
import { resultNumber } from "../kernel/in-words.js";
import { list } from "../kernel/schema.js";

/** What is always there in a placement, of which sentences are made. */
export function placementParts() {
  return z.looseObject({
    kind: z.literal("placement"),
    axes: list(
      z.looseObject({
        axis: z.string(),
        score: resultNumber(),
        band: z.string(),
        from: z.optional(resultNumber()),
      }),
    ),
    cell: z.looseObject({ at: z.looseObject({}) }),
    gates: list(
      z.looseObject({
        id: z.string(),
        of: z.looseObject({ kind: z.string() }),
        passed: z.boolean(),
        onFail: z.string(),
      }),
    ),
    vetoed: z.boolean(),
  });
}
