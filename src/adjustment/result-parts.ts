import * as z from "zod/mini";
import { resultNumber } from "../kernel/in-words.js";
import { list } from "../kernel/schema.js";

/** What is always there in a decision, of which sentences are made. */
export function decisionParts() {
  return z.looseObject({
    kind: z.literal("decision"),
    outcome: z.enum(["promoted", "retained", "demoted", "crossed"]),
    from: z.string(),
    to: z.string(),
    effectiveFrom: z.string(),
    missed: list(z.string()),
    skipped: z.boolean(),
    conditions: list(conditionParts()),
    requirements: list(conditionParts()),
    holds: list(z.looseObject({ code: z.string() })),
    actions: list(z.looseObject({})),
    plans: list(z.looseObject({ status: z.string() })),
    sanctions: list(z.looseObject({ kind: z.string() })),
  });
}

function conditionParts() {
  return z.looseObject({
    id: z.string(),
    kind: z.string(),
    purpose: z.enum(["up", "down", "requirement"]),
    periods: resultNumber(),
    outOf: resultNumber(),
    count: resultNumber(),
    met: z.boolean(),
    evidence: list(z.looseObject({})),
  });
}

/** What is always there in the places of tiers. */
export function tierPlacesParts() {
  const person = z.looseObject({ id: z.string(), rank: resultNumber() });
  return list(
    z.looseObject({
      tier: z.string(),
      most: resultNumber(),
      incumbents: resultNumber(),
      given: list(person),
      waiting: list(person),
      vacant: resultNumber(),
      shortfall: resultNumber(),
    }),
  );
}
