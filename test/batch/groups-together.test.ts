// Groups of few people that are worked out together: each row against the context of its own group, as the one-person functions see it.
import { expect, test } from "vitest";
import { type BatchGroup, batch, type InputColumn } from "../../src/batch/index.js";
import type { Policy } from "../../src/index.js";
import { type Axis, oneAxis } from "./one-axis.js";
import { onePerson, rowOf } from "./one-person.js";

const PERIOD = "2026-Q3";
const VALUES = [-1, 0, 2, "2.0000000000000000000001", "1/3", 5, 99, 100, 150, 201, null] as const;
const GROUPS = ["n", "s", "w", "none"] as const;

/** Expects a row for each value in each group to be what the one-person functions make of it. */
function expectOwnGroup(axis: object, groups: readonly BatchGroup[]) {
  const policy = { ...oneAxis(axis as Axis), comparedWithin: "region" } as Policy;
  const rows = GROUPS.flatMap((region) => VALUES.map((value, place) => ({ region, value, id: `p${place}` })));
  const columns = {
    id: rows.map(({ id }) => id),
    tier: rows.map(() => "t1"),
    "attributes.region": rows.map(({ region }) => region),
    "evidence.g": rows.map(({ value }) => value),
  } as Record<string, InputColumn>;
  const found = batch(policy)({ period: PERIOD, columns, groups });
  for (const [row, { region, value, id }] of rows.entries()) {
    const { cohort, bands } = groups.find(({ within }) => within === region) ?? {};
    const alone = onePerson(policy, PERIOD, { ...(cohort && { cohort }), ...(bands && { bands }) });
    const expected = alone(value === null ? {} : { g: value }, "t1", { id, "attributes.region": region });
    expect(rowOf(found, row), `${region}: ${value}`).toEqual(expected);
  }
  expect(found.notOverColumns).toBeUndefined();
  return found;
}

const cohortOf = (within: string, g: object): BatchGroup => ({
  within,
  cohort: { kind: "cohort", indicators: { g: { count: 3, ...g } } },
});
const measured = (measure: object) => ({
  indicators: [{ id: "g", weight: 1, measure }],
});

test("between the lowest and the highest of the own group, where others reach further", () => {
  const groups = [
    cohortOf("n", { lowest: 0, highest: 5 }),
    cohortOf("s", { lowest: "1/3", highest: 100 }),
    cohortOf("w", { lowest: 99, highest: 201 }),
  ];
  for (const outOfRange of ["error", "clamp"] as const) {
    const { paths } = expectOwnGroup(measured({ kind: "min-max", outOfRange }), groups);
    expect(paths.person).toBe(0);
  }
});

test("a mean and a deviation of each group", () => {
  const groups = [
    cohortOf("n", { mean: "1.5", deviation: "0.25" }),
    cohortOf("s", { mean: "33.3333333333", deviation: "12.3456789012" }),
    cohortOf("w", { mean: "1/3", deviation: 7 }),
  ];
  expectOwnGroup(measured({ kind: "z-score", deviation: "population" }), groups);
});

test("a group whose people are all equal among others", () => {
  const equal = [
    cohortOf("n", { mean: 2, deviation: 0, lowest: 2, highest: 2 }),
    cohortOf("s", { mean: "33.3333333333", deviation: "12.3456789012", lowest: 0, highest: 5 }),
    cohortOf("w", { mean: 3, deviation: "0.5", lowest: 0, highest: "100.5" }),
  ];
  for (const whenEqual of [{}, { whenEqual: 40 }]) {
    expectOwnGroup(measured({ kind: "z-score", deviation: "population", ...whenEqual }), equal);
    expectOwnGroup(measured({ kind: "min-max", outOfRange: "clamp", ...whenEqual }), equal);
  }
});

test("places among the values of the own group, of which one has nobody", () => {
  const values = (...all: readonly (number | string)[]) => all.map((value) => ({ value, count: 1 }));
  const groups = [
    cohortOf("n", { values: values(0, 2, 5) }),
    cohortOf("s", { count: 0, values: [] }),
    cohortOf("w", { values: values("1/3", "2.0000000000000000000001", 201) }),
  ];
  expectOwnGroup(measured({ kind: "percentile-rank", definition: "mid" }), groups);
  expectOwnGroup(
    measured({
      kind: "rank",
      scores: [
        { from: 1, score: 9 },
        { from: 2, score: 3 },
      ],
    }),
    groups,
  );
});

test("the median of the own group stands in, of which one has none", () => {
  for (const otherwise of ["zero", "error", "reweight"] as const) {
    const axis = {
      indicators: [
        {
          id: "g",
          weight: 1,
          measure: { kind: "points" as const, outOfRange: "clamp" as const },
          missing: { kind: "cohort-median" as const, otherwise },
        },
      ],
    };
    const medians = [cohortOf("n", { medianScore: 20 }), cohortOf("s", { medianScore: "33.3" })];
    expectOwnGroup(axis, [...medians, cohortOf("w", {})]);
  }
});

test("a tie leaves people in by the list of their own group, though others have the same ids", () => {
  const bandsOf = (within: string, band: object): BatchGroup => ({
    within,
    bands: { kind: "bands", axes: { a: { count: 5, bands: [{ band: "high", ...band }] } } },
  });
  const axis = {
    bands: [{ id: "low" }, { id: "high" }],
    relative: {
      kind: "top-count" as const,
      cuts: [{ band: "high", count: 2 }],
      ties: { keys: [{ key: "merit", order: "descending" as const }] },
    },
    ...measured({ kind: "points", outOfRange: "clamp" }),
  };
  const groups = [bandsOf("n", { from: 2, tied: ["p3"] }), bandsOf("s", { from: 100, tied: ["p8"] })];
  expectOwnGroup(axis, [...groups, bandsOf("w", { from: 2 })]);
  expectOwnGroup(axis, [...groups, bandsOf("w", {})]);
  const { bands } = expectOwnGroup(axis, [...groups, bandsOf("w", { from: 2, tied: ["p2"] })]);
  const inside = (group: number) => VALUES.map((_, place) => bands.a?.codes[group * VALUES.length + place]);
  expect(inside(0).slice(2, 4)).toEqual([0, 1]);
  expect(inside(2).slice(2, 4)).toEqual([1, 0]);
});
