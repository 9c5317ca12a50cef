import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import {
  type CommissionConfig,
  commission,
  compilePolicy,
  type ReviewInput,
  type StandingInput,
} from "../../src/index.js";
import { compareBatch, type TheirReview } from "./batch-compared.js";
import { comparedCommission, comparedReview, differences } from "./compared.js";
import { type Coverage, coverage } from "./coverage/coverage.js";
import { KINDS } from "./coverage/kinds.js";
import { countPerson } from "./coverage/person.js";
import { countPolicy } from "./coverage/policy.js";
import { countReview } from "./coverage/review.js";
import { type Person, planPerson } from "./generate/people.js";
import { type PolicyPlan, planPolicy } from "./generate/policies.js";
import { randomOf } from "./generate/random.js";
import { python } from "./python.js";

const SEED = Number(process.env.REFERENCE_SEED ?? 20_260_701);
const POLICIES = 150;
const PEOPLE_PER_POLICY = 8;
const LEAST_REVIEWS = 5_000;
const TIMEOUT = 180_000;

it.skipIf(python === undefined)(
  "an independent reference agrees to the last digit",
  () => {
    const random = randomOf(SEED);
    const seen = coverage(KINDS);
    const plans = Array.from({ length: POLICIES }, (_, index) => planPolicy(random, index));
    const people = plans.flatMap((plan, index) =>
      Array.from({ length: PEOPLE_PER_POLICY }, (_, place) =>
        planPerson(random, plan, `person-${index}-${place}`),
      ),
    );
    const policies = new Map(plans.map((plan) => [plan.policy.id, compile(plan, seen)]));
    const ours = people.map((person) => career(policies.get(person.policy) as CompiledPlan, person, seen));
    const theirs = runReference(
      plans.map(({ policy }) => policy),
      people,
      ours,
    );

    const reviews = people.reduce((count, person) => count + person.reviews.length, 0);
    console.info(
      `Reference check, seed ${SEED}: ${plans.length} policies, ${people.length} people, ${reviews} reviews.\n${seen.print()}`,
    );
    expect(theirs.length).toBe(ours.length);
    expect(differences(ours, theirs).slice(0, 20), `seed ${SEED}`).toEqual([]);
    const first = theirs.map((one) => (one as { reviews: readonly TheirReview[] }).reviews[0] as TheirReview);
    const batches = plans.map(({ policy }) => {
      const own = people.flatMap((person, at) => (person.policy === policy.id ? [{ person, at }] : []));
      return compareBatch(
        policy,
        own.map(({ person }) => person),
        own.map(({ at }) => first[at] as TheirReview),
      );
    });
    expect(batches.flatMap(({ wrong }) => wrong).slice(0, 20), `seed ${SEED}`).toEqual([]);
    expect(batches.reduce((all, { compared }) => all + compared, 0)).toBe(people.length);
    expect(reviews).toBeGreaterThanOrEqual(LEAST_REVIEWS);
    expect(seen.missing()).toEqual([]);
  },
  TIMEOUT,
);

interface CompiledPlan extends PolicyPlan {
  readonly compiled: ReturnType<typeof compilePolicy>;
}

function compile(plan: PolicyPlan, seen: Coverage): CompiledPlan {
  countPolicy(plan.policy, seen.count);
  return { ...plan, compiled: compilePolicy(plan.policy) };
}

/** A person's reviews one after the other, each with the standing that the one before returned. */
function career({ policy, compiled }: CompiledPlan, person: Person, seen: Coverage) {
  countPerson(person, seen.count);
  let standing: StandingInput = person.standing;
  const reviews = person.reviews.map(({ experienceYears, ...given }) => {
    const known = experienceYears === undefined ? {} : { experienceYears };
    const input: ReviewInput = { ...given, person: { id: person.id, ...known }, standing };
    const review = compiled.review(input);
    countReview(policy, given, review, seen.count);
    standing = review.standing;
    return comparedReview(review);
  });
  const deals = person.deals.map(({ plan, ...input }) => {
    seen.count("commission amount", "deal");
    return comparedCommission(commission(compiled.parts.incentives[plan] as CommissionConfig)(input));
  });
  return { id: person.id, reviews, deals };
}

/** Has the reference compute the same people; what went in and out stays where it is written if it cannot. */
function runReference(
  policies: readonly unknown[],
  people: readonly unknown[],
  ours: readonly unknown[],
): unknown[] {
  const folder = mkdtempSync(join(tmpdir(), "tierwise-reference-"));
  const file = (name: string) => join(folder, `${name}.json`);
  writeFileSync(file("policies"), JSON.stringify(policies));
  writeFileSync(file("people"), JSON.stringify(people));
  writeFileSync(file("tierwise"), JSON.stringify(ours));
  const script = new URL("reference.py", import.meta.url).pathname;
  const run = spawnSync(python as string, [script, file("policies"), file("people"), file("results")], {
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Error(`the reference failed on ${folder}:\n${run.stderr}`);
  const results = JSON.parse(readFileSync(file("results"), "utf8"));
  rmSync(folder, { recursive: true });
  return results;
}
