// Numbers that whole numbers of 53 bits cannot hold: worked out over columns all the same, and exactly.
import { expect, it, test } from "vitest";
import { batch, type InputColumn } from "../../src/batch/index.js";
import type { Policy } from "../../src/index.js";
import { randomOf } from "../reference/generate/random.js";
import { detailColumns, evidenceColumns } from "./columns.js";
import { planLong } from "./generate/long.js";
import { onePerson, rowOf } from "./one-person.js";

/** LONG_POLICIES=200 LONG_PEOPLE=500 compares a hundred thousand people. */
const { REFERENCE_SEED = "20261128", LONG_POLICIES = "16", LONG_PEOPLE = "30" } = process.env;
const PERIOD = "2026-Q3";

it("numbers of any length have the results that the one-person functions have", () => {
  const random = randomOf(Number(REFERENCE_SEED) + 7);
  const paths = { columns: 0, exact: 0, person: 0, failed: 0 };
  for (let index = 0; index < Number(LONG_POLICIES); index += 1) {
    const { policy, person } = planLong(random, index);
    const people = Array.from({ length: Number(LONG_PEOPLE) }, person);
    const tiers = people.map(() => random.pick(["t1", "t2", "t3"]));
    const columns = {
      ...evidenceColumns(people.map(({ evidence }) => evidence)),
      ...detailColumns(people.map(({ details }) => details)),
      tier: tiers,
    };
    const found = batch(policy)({
      period: PERIOD,
      pay: true,
      columns: columns as Record<string, InputColumn>,
    });
    const alone = onePerson(policy, PERIOD);
    for (const [row, { evidence, details }] of people.entries())
      expect(rowOf(found, row), `${policy.id}, row ${row}`).toEqual(
        alone(evidence, tiers[row] as string, details),
      );
    expect(found.notOverColumns).toBeUndefined();
    for (const path of ["columns", "exact", "person", "failed"] as const) paths[path] += found.paths[path];
  }
  console.info(`Long numbers, seed ${REFERENCE_SEED}: ${JSON.stringify(paths)} rows by their paths.`);
  expect(paths.exact).toBeGreaterThan((Number(LONG_POLICIES) * Number(LONG_PEOPLE)) / 3);
  expect(paths.person).toBeLessThan(paths.exact / 10);
}, 600_000);

const points: Policy = {
  format: 1,
  id: "points",
  effectiveFrom: "2026-01-01",
  axes: [
    {
      id: "a",
      decimals: 2,
      scoreDecimals: 2,
      bands: [{ id: "low" }, { id: "high", from: 80 }],
      indicators: [{ id: "skill", weight: 1, measure: { kind: "points" } }],
    },
  ],
  tiers: [{ id: "t1" }],
  matrix: {},
  adjustment: { cycle: "quarter" },
};

test("the thirtieth digit decides, and a float means what it prints as", () => {
  const skill = [
    "79.9950000000000000000000000000",
    "79.9949999999999999999999999999",
    "15999/200",
    79.99499999999999,
    1 / 3,
    "100.0000000000000000000000000001",
    "-0.0000000000000000000000000001",
  ];
  const { scores, paths, issues } = batch(points)({ columns: { "evidence.skill": skill } });
  expect(Array.from(scores.a?.units ?? [])).toEqual([8000, 7999, 8000, 7999, 33, Number.NaN, Number.NaN]);
  expect(paths).toEqual({ columns: 1, exact: 4, person: 0, failed: 2 });
  expect(issues.map(({ row }) => row)).toEqual([5, 6]);
});

test("rows of all paths stand in their order", () => {
  const skill = [50, "x", 1 / 3, 60.25, 101, 2 / 3, 70];
  const { scores, paths, issues } = batch(points)({ columns: { "evidence.skill": skill } });
  expect(Array.from(scores.a?.units ?? [])).toEqual([5000, Number.NaN, 33, 6025, Number.NaN, 67, 7000]);
  expect(paths).toEqual({ columns: 3, exact: 2, person: 0, failed: 2 });
  expect(issues.map(({ row }) => row)).toEqual([1, 4]);
});
