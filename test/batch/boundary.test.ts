import { expect, it } from "vitest";
import { batch, type InputColumn } from "../../src/batch/index.js";
import { randomOf } from "../reference/generate/random.js";
import { detailColumns, evidenceColumns } from "./columns.js";
import { planBoundary } from "./generate/boundary.js";
import { onePerson, rowOf } from "./one-person.js";

/** BOUNDARY_POLICIES=200 BOUNDARY_PEOPLE=500 compares a hundred thousand people. */
const { REFERENCE_SEED = "20261128", BOUNDARY_POLICIES = "12", BOUNDARY_PEOPLE = "40" } = process.env;
const PERIOD = "2026-Q3";

it("on ties and beside them, at thresholds and at sizes that nothing expects, columns and one-person functions agree", () => {
  const random = randomOf(Number(REFERENCE_SEED));
  const paths = { columns: 0, exact: 0, person: 0, failed: 0 };
  for (let index = 0; index < Number(BOUNDARY_POLICIES); index += 1) {
    const { policy, person } = planBoundary(random, index);
    const people = Array.from({ length: Number(BOUNDARY_PEOPLE) }, person);
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
    for (const path of ["columns", "exact", "person", "failed"] as const) paths[path] += found.paths[path];
  }
  console.info(`Boundaries, seed ${REFERENCE_SEED}: ${JSON.stringify(paths)} rows by their paths.`);
  expect(paths.columns).toBeGreaterThan(paths.failed);
  expect(paths.exact).toBeGreaterThan(0);
}, 600_000);
