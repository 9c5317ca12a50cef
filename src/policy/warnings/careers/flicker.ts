import type { Decision } from "../../../adjustment/adjuster.js";
import { reviewsOfRow } from "../../../adjustment/conditions/row.js";
import { allConditions, type CheckedRules, rulesFor } from "../../../adjustment/rules.js";
import { nextPeriod } from "../../../kernel/calendar.js";
import { lossless } from "../../../kernel/decimal.js";
import { readNumber } from "../../../kernel/number.js";
import { greater, lesser, multiply, rational, subtract, ZERO } from "../../../kernel/rational.js";
import type { PolicyStandingInput } from "../../standing.js";
import type { Warn } from "../warning.js";
import { type Footing, LONG, monthsIn, standingOn } from "./footings.js";
import { known, movedBy } from "./named.js";
import type { Person, Reviewer } from "./reviewer.js";
import { oncePerRules, type Search } from "./search.js";
import { steadyPeople } from "./steady-people.js";

const LONGEST_CAREER = 40;

/** Warns of people whose tier goes up and down though their evidence stays. */
export function warnOfFlicker(search: Search, warn: Warn): void {
  const { policy, rules, first } = search;
  const length = reviewsToSee(rules);
  const once = oncePerRules(warn);
  const starts = startsOf(search);
  for (const person of steadyPeople(search)) {
    for (const { id } of policy.tiers) {
      for (const footing of starts) {
        const standing = standingOn(footing, id, first);
        const career = careerOf(person, standing, first, length, search);
        if (!goesBothWays(career)) continue;
        const conditions = [...new Set(career.flatMap(movedBy))];
        once({
          path: ["adjustment"],
          code: "flicker",
          message: `scores that stay move the tier to and fro, by the conditions ${conditions.join(", ")}`,
          witness: {
            scores: person.scores,
            known: known(person),
            standing,
            period: first,
            tiers: [id, ...career.map(({ to }) => to)],
            conditions,
          },
        });
      }
    }
  }
}

/** Somebody long in a tier, somebody new there, and where points count, somebody who has enough of them, at once or for long. */
function startsOf({ rules, reviewer }: Search): readonly Footing[] {
  const long = { months: LONG, most: 0 };
  const asked = allConditions(rules).flatMap((one) =>
    one.kind === "points" ? [readNumber(one.atLeast)] : [],
  );
  const lost = (rules.points?.awards ?? []).map(({ points }) => readNumber(points)).reduce(lesser, ZERO);
  const enoughFor = (reviews: bigint) =>
    lossless(subtract(asked.reduce(greater, ZERO), multiply(lost, rational(reviews))));
  const points = asked.length === 0 ? [] : lost.n === 0n ? [enoughFor(0n)] : [enoughFor(1n), enoughFor(12n)];
  const isNew = waitsFor(rules).minimum > 0 || looksAtTime(rules, reviewer);
  return [
    long,
    ...(isNew ? [{ months: monthsIn(rules), most: 0 }] : []),
    ...points.map((one) => ({ ...long, points: one })),
  ];
}

/** How many reviews show whether a tier comes to rest. */
function reviewsToSee(rules: CheckedRules): number {
  const rows = allConditions(rules).flatMap((one) => ("periods" in one ? [reviewsOfRow(one) + 1] : []));
  const { minimum, coolingOff } = waitsFor(rules);
  const waits =
    Math.ceil(Math.max(minimum, coolingOff) / monthsIn(rules)) * 2 + (rules.demote?.plan?.periods ?? 0);
  return Math.min(LONGEST_CAREER, 6 + 4 * Math.max(1, ...rows) + waits);
}

/** The most months that rules make people wait. */
function waitsFor(rules: CheckedRules): { readonly minimum: number; readonly coolingOff: number } {
  const both = (["up", "down"] as const).map((direction) => rulesFor(rules, direction));
  return {
    minimum: Math.max(...both.map((one) => one?.minimumMonthsInTier ?? 0)),
    coolingOff: Math.max(...both.map((one) => one?.coolingOffMonths ?? 0)),
  };
}

/** The decisions on somebody whose evidence stays, until they are enough. */
function careerOf(
  person: Person,
  start: PolicyStandingInput,
  first: string,
  length: number,
  { rules, reviewer }: Pick<Search, "rules" | "reviewer">,
): readonly Decision[] {
  const career: Decision[] = [];
  const waits = looksAtTime(rules, reviewer);
  let [period, standing] = [first, start];
  while (career.length < length) {
    const reviewed = reviewer.review(period, standing, person);
    if (reviewed === undefined) break;
    career.push(reviewed.decision);
    if (goesBothWays(career) || (!waits && rests(career.at(-2), reviewed.decision))) break;
    [period, standing] = [nextPeriod(period), reviewed.standing];
  }
  return career;
}

function looksAtTime(rules: CheckedRules, { looksAtTime: { places, promotion } }: Reviewer): boolean {
  const asks = allConditions(rules).some((one) => one.kind === "fact" && one.fact === "months-in-tier");
  return asks || places || promotion;
}

function goesBothWays(career: readonly Decision[]): boolean {
  return ["promoted", "demoted"].every((way) => career.some(({ outcome }) => outcome === way));
}

/** Whether nothing but the time is another after a second decision, and nothing waits for time: all that follow are the same. */
function rests(before: Decision | undefined, after: Decision): boolean {
  if (before === undefined || before.to !== after.to) return false;
  if (after.outcome !== "retained" || after.plans.length > 0) return false;
  if (after.holds.some((hold) => "until" in hold || "deadline" in hold)) return false;
  return stateOf(before) === stateOf(after);
}

/** What a standing holds beside dates. */
function stateOf({ standing: { history, points } }: Decision): string {
  return JSON.stringify([points, history.map(({ period: _period, ...review }) => review)]);
}
