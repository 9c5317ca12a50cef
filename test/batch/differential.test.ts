import { expect, it } from "vitest";
import { batch, type InputColumn } from "../../src/batch/index.js";
import { randomOf } from "../reference/generate/random.js";
import { evidenceColumns } from "./columns.js";
import { planBatch } from "./generate.js";
import { onePerson, rowOf } from "./one-person.js";

/** BATCH_POLICIES=200 BATCH_PEOPLE=5000 compares a million people. */
const { REFERENCE_SEED = "20261128", BATCH_POLICIES = "60", BATCH_PEOPLE = "40" } = process.env;
const PERIOD = "2026-Q3";

it("columns and one-person functions agree on every row, digit for digit", () => {
  const random = randomOf(Number(REFERENCE_SEED));
  const paths = { columns: 0, person: 0, failed: 0 };
  for (let index = 0; index < Number(BATCH_POLICIES); index += 1) {
    const { policy, person } = planBatch(random, index);
    const people = Array.from({ length: Number(BATCH_PEOPLE) }, person);
    const tiers = people.map(() => random.pick(["t1", "t2", "t3"]));
    const columns = { ...evidenceColumns(people), tier: tiers } as Record<string, InputColumn>;
    const found = batch(policy)({ period: PERIOD, columns });
    const alone = onePerson(policy, PERIOD);
    for (const [row, evidence] of people.entries())
      expect(rowOf(found, row), `${policy.id}, row ${row}`).toEqual(alone(evidence, tiers[row] as string));
    for (const path of ["columns", "person", "failed"] as const) paths[path] += found.paths[path];
  }
  console.info(`Batch, seed ${REFERENCE_SEED}: ${JSON.stringify(paths)} rows by their paths.`);
  const rows = Number(BATCH_POLICIES) * Number(BATCH_PEOPLE);
  expect(paths.columns).toBeGreaterThan(rows / 2);
  expect(paths.person).toBeGreaterThan(0);
  expect(paths.failed).toBeGreaterThan(0);
}, 600_000);
