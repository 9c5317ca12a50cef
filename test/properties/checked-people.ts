// People of random policies: whom the tier leads to and fro though their evidence stays, whom better evidence harms, and those whom warnings show.
import fc from "fast-check";
import {
  type compilePolicy,
  nextPeriod,
  type Policy,
  type PolicyStandingInput,
  type Review,
} from "../../src/index.js";
import { career, goesBothWays, rankOf } from "../witness.js";
import { anyKnown, type Known } from "./any-policy.js";

/** How many reviews somebody goes through whose evidence stays. */
const REVIEWS = 24;
const FIRST = { month: "2027-01", quarter: "2027-Q1", "half-year": "2027-H1", year: "2027" };

const points = fc.nat({ max: 100 });

/** Somebody with a past, what is known now, and by how much it could be better. */
export const anyPerson = fc.record({
  tier: fc.constantFrom("a", "b", "c", "d"),
  since: fc.constantFrom("2020-01-01", "2026-12-31"),
  points: fc.constantFrom(undefined, undefined, 1, 2, "11/3"),
  trial: fc.constantFrom(undefined, undefined, undefined, "2027-03-31"),
  past: fc.array(anyKnown, { maxLength: 4 }),
  known: anyKnown,
  more: fc.tuple(points, points, points),
});
export type Person = typeof anyPerson extends fc.Arbitrary<infer T> ? T : never;

interface Context {
  readonly policy: Policy;
  readonly review: ReturnType<typeof compilePolicy>["review"];
}

function startOf({ tier, since, points: collected, trial }: Person): PolicyStandingInput {
  return {
    tier,
    since,
    ...(collected === undefined ? {} : { points: collected }),
    ...(trial === undefined ? {} : { trial: { until: trial } }),
  };
}

/** The rules that lead somebody to and fro whose evidence stays; none where they do not. */
export function flickersBy(context: Context, person: Person): readonly string[] {
  const { trial: _trial, ...start } = startOf(person);
  const first = FIRST[context.policy.adjustment.cycle as keyof typeof FIRST];
  const decisions = career(context.review, person.known, start, first, REVIEWS);
  return goesBothWays(decisions) ? [...new Set(decisions.flatMap(movedBy))] : [];
}

/** The conditions for which a decision moved the tier; of a plan that failed, the targets that were missed, or what demotes. */
function movedBy({ outcome, because, plans, conditions }: Review["decision"]): readonly string[] {
  if (outcome === "retained") return [];
  if (because?.source !== "plan") return because?.id === undefined ? [] : [because.id];
  const missed = plans.flatMap(({ targets = [] }) => targets).filter(({ met }) => !met);
  const against = conditions.filter(({ purpose, now }) => purpose === "down" && now);
  return (missed.length > 0 ? missed : against).map(({ id }) => id);
}

/** Whether better evidence comes to a worse decision, from the standing after the person's past. */
export function isHarmed({ policy, review }: Context, person: Person): boolean {
  const { past, known, more } = person;
  let standing = startOf(person);
  let period = FIRST[policy.adjustment.cycle as keyof typeof FIRST];
  for (const one of past) {
    standing = review({ person: { id: "p" }, period, standing, ...one }).standing;
    period = nextPeriod(period);
  }
  const { x1, x2, y1 } = known.evidence;
  const better = {
    x1: Math.min(100, x1 + more[0]),
    x2: Math.min(100, x2 + more[1]),
    y1: Math.min(100, y1 + more[2]),
  };
  const on = (evidence: Known["evidence"]) =>
    review({ person: { id: "p" }, period, standing, ...known, evidence }).decision;
  return rankOf(policy, on(better)) < rankOf(policy, on(known.evidence));
}

/** Evidence for the scores of a witness. */
export function evidenceOf(
  scores: Readonly<Record<string, string>>,
  indicators: Readonly<Record<string, string>>,
) {
  const x1 = Number(indicators.x1 ?? scores.x);
  const x2 = (Number(scores.x) - 0.4 * x1) / 0.6;
  return { x1, x2: x2.toFixed(6), y1: scores.y ?? "" };
}
