// Numbers that whole numbers of 53 bits cannot hold: worked out over columns all the same, and exactly.
import { expect, it, test } from "vitest";
import { batch } from "../../src/batch/index.js";
import type { Policy } from "../../src/index.js";
import { randomOf } from "../reference/generate/random.js";
import { expectAgreement } from "./agreement.js";
import { planLong } from "./generate/long.js";

/** LONG_POLICIES=200 LONG_PEOPLE=500 compares a hundred thousand people. */
const { REFERENCE_SEED = "20261128", LONG_POLICIES = "16", LONG_PEOPLE = "30" } = process.env;

it("numbers of any length have the results that the one-person functions have", () => {
  const plans = { policies: Number(LONG_POLICIES), people: Number(LONG_PEOPLE) };
  const { paths, found } = expectAgreement(randomOf(Number(REFERENCE_SEED) + 7), plans, planLong);
  for (const { notOverColumns } of found) expect(notOverColumns).toBeUndefined();
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
