import { type Decimal, exactDecimal } from "../../kernel/decimal.js";
import { readNumber } from "../../kernel/number.js";
import { add, compare, type Rational, rational, sum, ZERO } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { ineligibleNotes, judgeEligibility } from "../eligibility.js";
import type { LineNote } from "../line.js";
import { sortCourses, withRequired } from "./catalogue.js";
import type { CheckedTrainingInput, Trainee } from "./plan-input.js";
import type { CheckedTrainingPlan, Course } from "./plan-rules.js";
import { completedBy, type Request } from "./requests.js";

/** A course that somebody takes. */
export interface Granted {
  readonly request: Request;
  readonly course: Course;
  /** Its place in an order in which each course comes after those that it requires. */
  readonly place: number;
}

/** A course that somebody needs and does not get, and why. */
export interface RefusedRequest {
  readonly request: Request;
  readonly course: Course;
  readonly reasons: readonly LineNote[];
}

/** What the budget goes to. */
export interface Grants {
  readonly granted: readonly Granted[];
  readonly refused: readonly RefusedRequest[];
  readonly spent: Rational;
}

/** Compiles how the budget goes to requests, one after the other: each course with all that it requires and the person has not, or not at all. */
export function compileGrants(config: CheckedTrainingPlan) {
  const courses = new Map(config.catalogue.map((course) => [course.id, course]));
  const place = new Map(sortCourses(config.catalogue).map((id, index) => [id, index]));
  return (input: CheckedTrainingInput, requests: readonly Request[], report: Report): Grants => {
    const { people, period, budget } = input;
    const ledger = createLedger(config, budget === undefined ? undefined : readNumber(budget));
    const has = people.map((person) => new Set(completedBy(config, person, period)));
    const granted: Granted[] = [];
    const refused: RefusedRequest[] = [];
    let stopped = false;
    for (const request of requests) {
      const mine = has[request.person] ?? new Set<string>();
      if (mine.has(request.course)) continue;
      const bundle = [
        ...withRequired(
          request.course,
          (id) => courses.get(id)?.requires ?? [],
          (id) => mine.has(id),
        ),
      ]
        .sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0))
        .map((id) => courses.get(id) as Course);
      const reasons: readonly LineNote[] = [
        ...ineligible(bundle, people[request.person] as Trainee, request.person, period, report),
        ...ledger.problems(request.person, bundle, stopped),
      ];
      if (reasons.length > 0) {
        stopped ||= config.whenShort === "stop" && reasons.some(({ kind }) => kind === "training-budget");
        refused.push({ request, course: courses.get(request.course) as Course, reasons });
        continue;
      }
      ledger.take(request.person, bundle);
      for (const course of bundle) {
        mine.add(course.id);
        granted.push({ request, course, place: place.get(course.id) ?? 0 });
      }
    }
    return { granted, refused, spent: ledger.spent() };
  };
}

function ineligible(
  bundle: readonly Course[],
  person: Trainee,
  index: number,
  period: string,
  report: Report,
): readonly LineNote[] {
  return bundle.flatMap(({ eligibility }) =>
    ineligibleNotes(judgeEligibility(eligibility, { ...person, period }, ["people", index], report)),
  );
}

/** What has been spent, on whom, and how many seats are taken. */
function createLedger({ mostCost, mostHours }: CheckedTrainingPlan, budget: Rational | undefined) {
  let spent = ZERO;
  const costs = new Map<number, Rational>();
  const hours = new Map<number, Rational>();
  const seats = new Map<string, number>();
  const costOf = (bundle: readonly Course[]) => sum(bundle.map(({ cost }) => readNumber(cost)));
  const hoursOf = (bundle: readonly Course[]) => sum(bundle.map((course) => readNumber(course.hours)));
  const over = (
    kind: string,
    most: Rational | undefined,
    before: Rational,
    more: Rational,
  ): readonly LineNote[] => {
    if (most === undefined || compare(add(before, more), most) <= 0) return [];
    return [
      {
        kind,
        values: { most: exactDecimal(most), before: exactDecimal(before), needed: exactDecimal(more) },
      },
    ];
  };
  const limit = (most: number | string | undefined) => (most === undefined ? undefined : readNumber(most));
  return {
    spent: () => spent,
    /** Why a person cannot take courses together. */
    problems(person: number, bundle: readonly Course[], stopped: boolean): readonly LineNote[] {
      const full = bundle.filter(
        (course) => course.seats !== undefined && (seats.get(course.id) ?? 0) >= course.seats,
      );
      return [
        ...(stopped
          ? [{ kind: "training-stopped", values: {} }]
          : over("training-budget", budget, spent, costOf(bundle))),
        ...over("training-most-cost", limit(mostCost), costs.get(person) ?? ZERO, costOf(bundle)),
        ...over("training-most-hours", limit(mostHours), hours.get(person) ?? ZERO, hoursOf(bundle)),
        ...full.map(({ id, seats: most = 0 }) => ({
          kind: "training-full",
          values: { course: id, seats: countOf(most) },
        })),
      ];
    },
    take(person: number, bundle: readonly Course[]): void {
      spent = add(spent, costOf(bundle));
      costs.set(person, add(costs.get(person) ?? ZERO, costOf(bundle)));
      hours.set(person, add(hours.get(person) ?? ZERO, hoursOf(bundle)));
      for (const { id } of bundle) seats.set(id, (seats.get(id) ?? 0) + 1);
    },
  };
}

function countOf(count: number): Decimal {
  return exactDecimal(rational(BigInt(count)));
}
