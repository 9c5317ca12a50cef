import { expect, it } from "vitest";
import { batch, type InputColumn } from "../../src/batch/index.js";
import { randomOf } from "../reference/generate/random.js";
import { detailColumns, evidenceColumns } from "./columns.js";
import { planBatch } from "./generate/policy.js";
import { onePerson, rowOf } from "./one-person.js";

/** BATCH_POLICIES=200 BATCH_PEOPLE=5000 compares a million people. */
const { REFERENCE_SEED = "20261128", BATCH_POLICIES = "40", BATCH_PEOPLE = "20" } = process.env;
const PERIOD = "2026-Q3";

it("columns and one-person functions agree on every row, digit for digit", () => {
  const random = randomOf(Number(REFERENCE_SEED));
  const refused: string[] = [];
  const paths = { columns: 0, exact: 0, person: 0, failed: 0 };
  let oneByOne = 0;
  for (let index = 0; index < Number(BATCH_POLICIES); index += 1) {
    const { policy, person, pay } = planBatch(random, index);
    const people = Array.from({ length: Number(BATCH_PEOPLE) }, person);
    const tiers = people.map(() => random.pick(["t1", "t2", "t3"]));
    const details = people.map(() => pay.person());
    const columns = { ...evidenceColumns(people), ...detailColumns(details), tier: tiers };
    const found = batch(policy)({
      period: PERIOD,
      pay: true,
      columns: columns as Record<string, InputColumn>,
    });
    const alone = onePerson(policy, PERIOD);
    for (const [row, evidence] of people.entries())
      expect(rowOf(found, row), `${policy.id}, row ${row}`).toEqual(
        alone(evidence, tiers[row] as string, details[row] ?? {}),
      );
    if (found.notOverColumns !== undefined) refused.push(JSON.stringify(found.notOverColumns));
    else oneByOne += found.paths.person;
    for (const path of ["columns", "exact", "person", "failed"] as const) paths[path] += found.paths[path];
  }
  console.info(`Batch, seed ${REFERENCE_SEED}: ${JSON.stringify(paths)} rows by their paths.`);
  console.info(`Not over columns: ${refused.length} policies, of which ${new Set(refused).size} differ.`);
  const rows = Number(BATCH_POLICIES) * Number(BATCH_PEOPLE);
  expect(paths.columns).toBeGreaterThan(rows / 3);
  expect(paths.exact).toBeGreaterThan(0);
  expect(paths.failed).toBeGreaterThan(0);
  expect(oneByOne).toBeLessThan(rows / 30);
}, 600_000);
