import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type TrainingAgreementConfig,
  type TrainingPlanConfig,
  trainingAgreement,
  trainingPlan,
} from "../../src/index.js";
import { asJson, ids, total, wide } from "./exact.js";

const NAMES = ["a", "b", "c", "d", "e"];
/** Any courses of which some require earlier ones, in a catalogue of any order. */
const catalogue = fc
  .tuple(
    ...NAMES.map((id, index) =>
      fc.record({
        id: fc.constant(id),
        cost: fc.constantFrom(0, 10, "33.33", 100),
        hours: fc.constantFrom(0, 4, "7.5"),
        requires: fc.subarray(NAMES.slice(0, index)),
        seats: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
      }),
    ),
  )
  .chain((courses) => fc.shuffledSubarray(courses, { minLength: courses.length, maxLength: courses.length }))
  .map((courses) =>
    courses.map(({ requires, seats, ...course }) => ({
      ...course,
      ...(requires.length === 0 ? {} : { requires }),
      ...(seats === undefined ? {} : { seats }),
    })),
  );
const config: fc.Arbitrary<TrainingPlanConfig> = fc
  .record({
    catalogue,
    first: fc.subarray(NAMES, { minLength: 1 }),
    second: fc.subarray(NAMES, { minLength: 1 }),
    whenShort: fc.constantFrom("skip" as const, "stop" as const),
    mostHours: fc.option(fc.constantFrom(8, 20)),
    mostCost: fc.option(fc.constantFrom(50, "143.33")),
  })
  .map(({ catalogue: courses, first, second, whenShort, mostHours, mostCost }) => ({
    currency: "CNY",
    catalogue: courses,
    needs: [
      { id: "weak", weak: { indicator: "service", below: 3 }, courses: first },
      { id: "all", courses: second },
    ],
    whenShort,
    ...(mostHours === null ? {} : { mostHours }),
    ...(mostCost === null ? {} : { mostCost }),
  }));
const people = ids(0, 6).chain((names) =>
  fc.tuple(
    ...names.map((id) =>
      fc.record({
        id: fc.constant(id),
        scores: fc.record({ service: fc.integer({ min: 1, max: 5 }) }),
        completed: fc.subarray(NAMES).map((done) => done.map((course) => ({ course, on: "2026-01-01" }))),
      }),
    ),
  ),
);
const budget = fc.constantFrom(0, 50, "133.33", 400, 2000);

test("neither budget nor limits are exceeded, and nobody takes a course without what it requires", () => {
  let granted = 0;
  fc.assert(
    fc.property(config, people, budget, (one, list, most) => {
      const result = trainingPlan(one)({ period: "2026-Q3", budget: most, people: list });
      expect(wide(result.cost).lte(wide(most))).toBe(true);
      expect(total(result.people.map(({ cost }) => cost)).eq(wide(result.cost))).toBe(true);
      expect(total(result.courses.map(({ cost }) => cost)).eq(wide(result.cost))).toBe(true);
      for (const { id, courses, refused, cost, hours } of result.people) {
        const done = new Set(list.find((person) => person.id === id)?.completed.map(({ course }) => course));
        for (const { course } of courses) {
          const requires = one.catalogue.find((each) => each.id === course)?.requires ?? [];
          expect(requires.every((each) => done.has(each))).toBe(true);
          expect(done.has(course)).toBe(false);
          done.add(course);
        }
        granted += courses.length;
        expect(refused.every(({ reasons }) => reasons.length > 0)).toBe(true);
        if (one.mostCost !== undefined) expect(wide(cost).lte(wide(one.mostCost))).toBe(true);
        if (one.mostHours !== undefined) expect(wide(hours).lte(wide(one.mostHours))).toBe(true);
      }
      for (const { course, people: count } of result.courses) {
        const seats = one.catalogue.find(({ id }) => id === course)?.seats;
        if (seats !== undefined) expect(count).toBeLessThanOrEqual(seats);
      }
    }),
    { numRuns: 300 },
  );
  expect(granted).toBeGreaterThan(300);
});

test("whatever somebody needs is completed, granted or refused, and the order of people changes nothing", () => {
  fc.assert(
    fc.property(config, people, budget, (one, list, most) => {
      const run = trainingPlan(one);
      const result = run({ period: "2026-Q3", budget: most, people: list });
      for (const { id, completed, scores } of list) {
        const needed = one.needs.flatMap(({ weak, courses }) =>
          weak === undefined || scores.service < 3 ? courses : [],
        );
        const plan = result.people.find((person) => person.id === id);
        const known = [...completed, ...(plan?.courses ?? []), ...(plan?.refused ?? [])].map(
          ({ course }) => course,
        );
        expect(needed.filter((course) => !known.includes(course))).toEqual([]);
      }
      const turned = run({ period: "2026-Q3", budget: most, people: [...list].reverse() });
      expect(asJson([...turned.people].reverse())).toEqual(asJson(result.people));
    }),
    { numRuns: 200 },
  );
});

const day = (index: number) =>
  new Date(Date.UTC(2024, 0, 31) + index * 86_400_000).toISOString().slice(0, 10);
const agreement: fc.Arbitrary<TrainingAgreementConfig> = fc
  .record({
    months: fc.integer({ min: 1, max: 30 }),
    by: fc.constantFrom("days" as const, "months" as const, "years" as const),
    begun: fc.boolean(),
    steps: fc.boolean(),
  })
  .map(({ months, by, begun, steps }) => ({
    currency: "CNY",
    terms: [{ months }],
    returns: steps
      ? {
          by: "steps" as const,
          most: by,
          steps: [
            { before: 3, returns: "100%" },
            { before: 9, returns: "40%" },
          ],
        }
      : { by, ...(begun && by !== "days" ? { counts: "begun" as const } : {}) },
  }));

test("what is returned is between nothing and the cost, and never rises the longer somebody stays", () => {
  fc.assert(
    fc.property(
      agreement,
      fc.integer({ min: 0, max: 1000 }),
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 1, max: 99_999 }),
      (one, left, later, cost) => {
        const returned = (on: number) =>
          trainingAgreement(one)({
            left: day(on),
            trainings: [{ id: "t", cost: `${cost}.01`, completed: day(0) }],
          }).amount.neg();
        const [early, late] = [returned(left), returned(left + later)];
        expect(early.gte(late)).toBe(true);
        expect(late.gte(0) && early.lte(`${cost}.01`)).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});
