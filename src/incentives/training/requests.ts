import { compareIds } from "../../kernel/apportion.js";
import { monthsAfter, periodStart } from "../../kernel/calendar.js";
import { exactDecimal } from "../../kernel/decimal.js";
import { readNumber } from "../../kernel/number.js";
import { compareByKeys, readOrderKeys } from "../../kernel/order-keys.js";
import { own } from "../../kernel/plain.js";
import { compare, type Rational } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { show } from "../../kernel/show.js";
import { judgeEligibility } from "../eligibility.js";
import type { LineNote } from "../line.js";
import type { Trainee } from "./plan-input.js";
import type { CheckedTrainingPlan, Need } from "./plan-rules.js";

/** A course that somebody needs. */
export interface Request {
  readonly person: number;
  readonly course: string;
  /** The place of the first need that asks for it, from 0. */
  readonly priority: number;
  readonly need: string;
  readonly because: readonly LineNote[];
}

/** What people need, in the order in which the budget goes to them: by need, by the facts that put people in order, by id, and in the order of the need's courses. */
export function requestsOf(
  { needs, by = [] }: CheckedTrainingPlan,
  people: readonly Trainee[],
  period: string,
  report: Report,
): readonly Request[] {
  const why = (name: string) => `people are put in order by ${show(name)}`;
  const keys = people.map(({ facts }, index) =>
    readOrderKeys(by, facts, ["people", index, "facts"], why, report),
  );
  const order = [...people.keys()].sort(
    (a, b) =>
      compareByKeys(by, keys[a] as readonly Rational[], keys[b] as readonly Rational[]) ||
      compareIds(people[a]?.id ?? "", people[b]?.id ?? ""),
  );
  const asked = new Set<string>();
  return needs.flatMap((need, priority) =>
    order.flatMap((person) => {
      const because = reasonsFor(need, people[person] as Trainee, person, period, report);
      if (because === undefined) return [];
      const courses = need.courses.filter((course) => !asked.has(JSON.stringify([person, course])));
      for (const course of courses) asked.add(JSON.stringify([person, course]));
      return courses.map((course) => ({ person, course, priority, need: need.id, because }));
    }),
  );
}

/** Why somebody has a need; undefined for who has it not. */
function reasonsFor(
  { eligibility, weak }: Need,
  person: Trainee,
  index: number,
  period: string,
  report: Report,
): readonly LineNote[] | undefined {
  const path = ["people", index];
  const { eligible } = judgeEligibility(eligibility, { ...person, period }, path, report);
  if (!eligible) return undefined;
  if (weak === undefined) return [];
  const { indicator, below } = weak;
  const here = [...path, "scores", indicator];
  const stated = own(person.scores, indicator);
  if (stated === undefined) {
    if (report.clean(here))
      report.add(here, "score-missing", `a need looks at the score of ${show(indicator)}`);
    return undefined;
  }
  const [score, limit] = [readNumber(stated), readNumber(below)];
  if (compare(score, limit) >= 0) return undefined;
  const values = { indicator, score: exactDecimal(score), below: exactDecimal(limit) };
  return [{ kind: "training-weak", values }];
}

/** The courses that somebody has completed and that still count on the first day of the period. */
export function completedBy(
  { catalogue }: CheckedTrainingPlan,
  { completed }: Trainee,
  period: string,
): ReadonlySet<string> {
  const counts = completed.filter(({ course, on }) => {
    const months = catalogue.find(({ id }) => id === course)?.validMonths;
    return months === undefined || periodStart(period) < monthsAfter(on, months);
  });
  return new Set(counts.map(({ course }) => course));
}
