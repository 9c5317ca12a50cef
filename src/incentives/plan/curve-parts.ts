import * as z from "zod/mini";
import { resultNumber } from "../../kernel/in-words.js";
import { list } from "../../kernel/schema.js";

/** What is always there in a payout curve. */
export function payoutCurveParts() {
  const piece = { from: resultNumber(), includesFrom: z.boolean(), coefficients: list(resultNumber()) };
  return z.looseObject({
    kind: z.literal("payout-curve"),
    currency: z.string(),
    result: z.string(),
    resultDecimals: z.number(),
    from: resultNumber(),
    to: resultNumber(),
    pieces: list(z.looseObject(piece)),
  });
}
