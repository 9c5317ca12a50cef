import { labelled } from "../../classification/facts.js";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../../kernel/calculator.js";
import { type Decimal, exactDecimal } from "../../kernel/decimal.js";
import type { Label } from "../../kernel/label.js";
import { readNumber } from "../../kernel/number.js";
import { multiply, rational, subtract, sum } from "../../kernel/rational.js";
import type { LineNote } from "../line.js";
import { compileGrants, type Granted, type Grants, type RefusedRequest } from "./grant.js";
import { checkTrainingPlan } from "./plan-check.js";
import {
  type CheckedTrainingInput,
  checkTrainingInput,
  type TrainingPlanInput,
  trainingPlanInput,
} from "./plan-input.js";
import { type CheckedTrainingPlan, type TrainingPlanConfig, trainingPlanConfig } from "./plan-rules.js";
import { type Request, requestsOf } from "./requests.js";

/** A course that a person takes. */
export interface PlannedCourse {
  readonly course: string;
  readonly label?: Label;
  /** The need that asks for it. */
  readonly need: string;
  /** The course that requires it, where no need asks for it itself. */
  readonly requiredBy?: string;
  readonly cost: Decimal;
  readonly hours: Decimal;
  /** What made the need, such as a weak score. */
  readonly because: readonly LineNote[];
}

/** A course that a person needs and does not get. */
export interface RefusedCourse {
  readonly course: string;
  readonly label?: Label;
  readonly need: string;
  readonly reasons: readonly LineNote[];
}

/** The training of one person. */
export interface TraineePlan {
  readonly id: string;
  /** In an order in which each course comes after those that it requires. */
  readonly courses: readonly PlannedCourse[];
  readonly refused: readonly RefusedCourse[];
  readonly cost: Decimal;
  readonly hours: Decimal;
}

/** The training of all people of a period. */
export interface TrainingPlan {
  readonly kind: "training-plan";
  readonly period: string;
  readonly currency: string;
  readonly cost: Decimal;
  /** The budget and what is left of it, where there is one. */
  readonly budget?: Decimal;
  readonly left?: Decimal;
  /** Those who need something, in the order of the input. */
  readonly people: readonly TraineePlan[];
  /** The courses that somebody takes, in the order of the catalogue. */
  readonly courses: readonly { readonly course: string; readonly people: number; readonly cost: Decimal }[];
}

/**
 * Plans training (M14): from tier, weak indicators, business line or anything else that conditions look at to the courses of a catalogue, within a budget that is never exceeded. A function of all people.
 *
 * A need asks for its courses for everybody who meets its `eligibility` (honours among them: training as a reward) and whose score of `weak.indicator` is below `weak.below` (exactly so much is not weak). The budget goes to needs in the order of the list, in each to people by the facts in `by` and then by id, in each to the courses in the need's order. A course
 * is granted together with all that it `requires`, directly or by way of others, and the person has not completed, or not at all: it and they fit into what is left of the budget, into the person's `mostCost` and `mostHours` and into the seats, and the person meets the `eligibility` of each. What does not fit is refused with the reasons; then the next is tried, or with `whenShort: "stop"` nothing more is granted
 * once one did not fit into the budget. A course counts as completed for `validMonths` from the day on, or for ever, as seen on the first day of the period (one that is completed later counts as well); who has completed a course does not need it. Costs and hours are sums of the catalogue's, never rounded. The order of people changes nothing but the order of the result.
 *
 * Errors of the config: courses that require themselves by way of others (`prerequisite-cycle`), a course that is not in the catalogue (`unknown-course`), one that is there twice (`duplicate-id`), a cost finer than the currency (`amount-too-fine`). Errors of the input: a score (`score-missing`) or a fact that people are put in order by (`missing`) not given, what a condition looks at not given
 * (`fact-missing`), a person twice (`duplicate-id`), a budget finer than the currency (`amount-too-fine`).
 *
 * @example
 * ```ts
 * import { trainingPlan } from "tierwise";
 *
 * const plan = trainingPlan({
 *   currency: "CNY",
 *   catalogue: [
 *     { id: "basics", cost: 500, hours: 8 },
 *     { id: "key-accounts", cost: 2000, hours: 16, requires: ["basics"] },
 *     { id: "complaints", cost: 800, hours: 6 },
 *   ],
 *   needs: [
 *     { id: "weak-service", weak: { indicator: "satisfaction", below: 70 }, courses: ["complaints"] },
 *     { id: "seniors", eligibility: [{ tier: ["senior"] }], courses: ["key-accounts"] },
 *   ],
 * });
 * const result = plan({
 *   period: "2026-Q3",
 *   budget: 3500,
 *   people: [
 *     { id: "ann", tier: "senior", scores: { satisfaction: 65 } },
 *     { id: "ben", tier: "senior", scores: { satisfaction: 90 } },
 *   ],
 * });
 * result.people[0]?.courses.map(({ course }) => course); // => ["basics", "key-accounts", "complaints"]
 * result.left; // => "200"
 * result.people[1]?.refused[0]?.reasons; // => [{ kind: "training-budget", values: { most: "3500", before: "3300", needed: "2500" } }]
 * ```
 */
export const trainingPlan: CalculatorFactory<TrainingPlanConfig, TrainingPlanInput, TrainingPlan> =
  /* @__PURE__ */ defineFactory({
    title: "trainingPlan",
    config: trainingPlanConfig,
    check: (config, report) => checkTrainingPlan(config, [], report),
    compile(config) {
      const grant = compileGrants(config);
      return defineCalculator({
        title: "trainingPlan",
        input: trainingPlanInput,
        run(input, report): TrainingPlan {
          checkTrainingInput(config, input, report);
          const requests = requestsOf(config, input.people, input.period, report);
          report.stop();
          const grants = grant(input, requests, report);
          report.stop();
          return planOf(config, input, grants);
        },
      });
    },
  });

function planOf(config: CheckedTrainingPlan, input: CheckedTrainingInput, grants: Grants): TrainingPlan {
  const { period, people, budget } = input;
  const { granted, refused, spent } = grants;
  const [mine, denied] = [byPerson(granted), byPerson(refused)];
  return {
    kind: "training-plan",
    period,
    currency: config.currency,
    cost: exactDecimal(spent),
    ...(budget === undefined
      ? {}
      : {
          budget: exactDecimal(readNumber(budget)),
          left: exactDecimal(subtract(readNumber(budget), spent)),
        }),
    people: people.flatMap(({ id }, index) => traineeOf(id, mine.get(index) ?? [], denied.get(index) ?? [])),
    courses: config.catalogue.flatMap(({ id, cost }) => {
      const count = granted.filter(({ course }) => course.id === id).length;
      const all = multiply(readNumber(cost), rational(BigInt(count)));
      return count === 0 ? [] : [{ course: id, people: count, cost: exactDecimal(all) }];
    }),
  };
}

function byPerson<One extends { readonly request: Request }>(
  list: readonly One[],
): ReadonlyMap<number, readonly One[]> {
  const found = new Map<number, One[]>();
  for (const one of list) {
    const before = found.get(one.request.person);
    if (before === undefined) found.set(one.request.person, [one]);
    else before.push(one);
  }
  return found;
}

function traineeOf(
  id: string,
  granted: readonly Granted[],
  refused: readonly RefusedRequest[],
): readonly TraineePlan[] {
  if (granted.length === 0 && refused.length === 0) return [];
  return [
    {
      id,
      courses: [...granted].sort((a, b) => a.place - b.place).map(plannedOf),
      refused: refused.map(({ request, course, reasons }) => ({
        course: request.course,
        ...labelled(course.label),
        need: request.need,
        reasons,
      })),
      cost: exactDecimal(sum(granted.map(({ course }) => readNumber(course.cost)))),
      hours: exactDecimal(sum(granted.map(({ course }) => readNumber(course.hours)))),
    },
  ];
}

function plannedOf({ request, course }: Granted): PlannedCourse {
  return {
    course: course.id,
    ...labelled(course.label),
    need: request.need,
    ...(course.id === request.course ? {} : { requiredBy: request.course }),
    cost: exactDecimal(readNumber(course.cost)),
    hours: exactDecimal(readNumber(course.hours)),
    because: request.because,
  };
}
