import { expect, it } from "vitest";
import { batch, type InputColumn } from "../../src/batch/index.js";
import { randomOf } from "../reference/generate/random.js";
import { detailColumns, evidenceColumns } from "./columns.js";
import { planBatch } from "./generate/policy.js";
import { onePerson, rowOf } from "./one-person.js";

/** BATCH_POLICIES=200 BATCH_PEOPLE=5000 compares a million people. */
const { REFERENCE_SEED = "20261128", BATCH_POLICIES = "40", BATCH_PEOPLE = "20" } = process.env;
const PERIOD = "2026-Q3";

/** What the random policies have without columns: some of their incentives, by their ids. */
const isIncentive = (what: string) => /^i\d/.test(what);

it("columns and one-person functions agree on every row, digit for digit", () => {
  const random = randomOf(Number(REFERENCE_SEED));
  const refused: string[] = [];
  const paths = { columns: 0, exact: 0, person: 0, failed: 0 };
  let oneByOne = 0;
  for (let index = 0; index < Number(BATCH_POLICIES); index += 1) {
    const { policy, person, cohort } = planBatch(random, index);
    const tiers = Array.from({ length: Number(BATCH_PEOPLE) }, () => random.pick(["t1", "t2", "t3"]));
    const people = tiers.map(person);
    const columns = {
      ...evidenceColumns(people.map(({ evidence }) => evidence)),
      ...detailColumns(people.map(({ details }) => details)),
      tier: tiers,
    };
    const found = batch(policy)({
      period: PERIOD,
      cohort,
      pay: true,
      columns: columns as Record<string, InputColumn>,
    });
    const alone = onePerson(policy, PERIOD, { cohort });
    for (const [row, { evidence, details }] of people.entries())
      expect(rowOf(found, row), `${policy.id}, row ${row}`).toEqual(
        alone(evidence, tiers[row] as string, details),
      );
    if (found.notOverColumns !== undefined) refused.push(found.notOverColumns.what);
    else oneByOne += found.paths.person;
    for (const path of ["columns", "exact", "person", "failed"] as const) paths[path] += found.paths[path];
  }
  console.info(`Batch, seed ${REFERENCE_SEED}: ${JSON.stringify(paths)} rows by their paths.`);
  console.info(`Not over columns: ${refused.length} policies, of which ${new Set(refused).size} differ.`);
  const rows = Number(BATCH_POLICIES) * Number(BATCH_PEOPLE);
  expect(paths.columns).toBeGreaterThan(rows / 4);
  expect(paths.exact).toBeGreaterThan(0);
  expect(paths.failed).toBeGreaterThan(0);
  expect(refused.filter((what) => !isIncentive(what))).toEqual([]);
  expect(oneByOne).toBeLessThan(rows / 30);
}, 600_000);
