import type { COMPUTED_FACTS, Facts } from "../classification/facts.js";
import { dayAfter, monthsBetween } from "../kernel/calendar.js";
import { lossless } from "../kernel/decimal.js";
import { type NumberInput, readNumber } from "../kernel/number.js";
import { type Rational, rational } from "../kernel/rational.js";
import type { CheckedInput } from "./input.js";
import type { ViolationTerms } from "./rules/violations.js";
import { judgeViolations, type Violations } from "./violations.js";

/** What violations come to, where that is known already. */
type Judged = Pick<Violations, "active" | "points">;

/** What is known of a person at a review. */
export type Known = Pick<CheckedInput, "period" | "standing" | "events" | "facts" | "certificates">;

/** The facts that are worked out: whole months in the tier, up to the day after the period, and the violations that count on its last day. */
export function computedFacts(
  known: Known,
  violations: ViolationTerms | undefined,
  { active, points }: Judged = judgeViolations(known, violations),
): ReadonlyMap<(typeof COMPUTED_FACTS)[number], Rational> {
  const { period, standing } = known;
  const count = (whole: number) => rational(BigInt(whole));
  return new Map([
    ["months-in-tier", count(monthsBetween(standing.since, dayAfter(period)))],
    ["violations", count(active.length)],
    ["violation-points", points],
  ]);
}

/** Facts as plain data, by name. */
export type KnownFacts = Readonly<Record<string, NumberInput>>;

/** The facts that the input states, and then those that are worked out, as plain data. */
export function knownFacts(
  stated: Readonly<Record<string, NumberInput>> | undefined,
  known: Known,
  violations: ViolationTerms | undefined,
): KnownFacts {
  const facts: Record<string, NumberInput> = { ...stated };
  for (const [name, value] of computedFacts(known, violations)) facts[name] = lossless(value);
  return facts;
}

/** The facts that the input states, and those that are worked out. */
export function factsOf(known: Known, violations: ViolationTerms | undefined, judged?: Judged): Facts {
  const { facts = {}, certificates = [] } = known;
  const numbers = new Map<string, Rational>();
  for (const [name, value] of Object.entries(facts)) numbers.set(name, readNumber(value));
  for (const [name, value] of computedFacts(known, violations, judged)) numbers.set(name, value);
  return { numbers, certificates: new Set(certificates) };
}
