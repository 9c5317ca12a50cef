import type { COMPUTED_FACTS, Facts } from "../classification/facts.js";
import { dayAfter, monthsBetween } from "../kernel/calendar.js";
import type { NumberInput } from "../kernel/number.js";
import { readNumber } from "../kernel/number.js";
import { rational } from "../kernel/rational.js";
import type { StandingInput } from "./standing.js";

/** What is known of a person at a review, as an input has it. */
export interface Known {
  readonly period: string;
  readonly standing: Pick<StandingInput, "since">;
  readonly facts?: Readonly<Record<string, NumberInput>> | undefined;
  readonly certificates?: readonly string[] | undefined;
}

/** The facts that are worked out: whole months in the tier, up to the day after the period. */
export function computedFacts({
  standing,
  period,
}: Pick<Known, "period" | "standing">): Readonly<Partial<Record<(typeof COMPUTED_FACTS)[number], number>>> {
  return { "months-in-tier": monthsBetween(standing.since, dayAfter(period)) };
}

/** The facts that the input states, and those that are worked out. */
export function factsOf(known: Known): Facts {
  const { facts = {}, certificates = [] } = known;
  const computed = Object.entries(computedFacts(known));
  return {
    numbers: new Map([
      ...Object.entries(facts).map(([name, value]) => [name, readNumber(value)] as const),
      ...computed.map(([name, value]) => [name, rational(BigInt(value))] as const),
    ]),
    certificates: new Set(certificates),
  };
}
