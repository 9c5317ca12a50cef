// Lists and ratings over columns: digit for digit what the one-person functions make of them.
import { expect, test } from "vitest";
import { batch, batchRows, type InputColumn } from "../../src/batch/index.js";
import { randomOf } from "../reference/generate/random.js";
import { evidenceColumns } from "./columns.js";
import { planLists } from "./generate/lists.js";
import { withOffsets } from "./offsets.js";
import { onePerson, rowOf } from "./one-person.js";

/** LISTS_POLICIES=200 LISTS_PEOPLE=500 is the long run. */
const { REFERENCE_SEED = "20261128", LISTS_POLICIES = "60", LISTS_PEOPLE = "40" } = process.env;

/** The codes of what is wrong, in any order. */
const sorted = (row: ReturnType<typeof rowOf>) => (Array.isArray(row) ? [...row].sort() : row);

test("lists in cells, lists as Arrow has them and people as objects have the results of the one-person functions", () => {
  const random = randomOf(Number(REFERENCE_SEED) + 7);
  const rows = Number(LISTS_POLICIES) * Number(LISTS_PEOPLE);
  const paths = { columns: 0, exact: 0, person: 0, failed: 0 };
  for (let index = 0; index < Number(LISTS_POLICIES); index += 1) {
    const { policy, person } = planLists(random, index);
    const people = Array.from({ length: Number(LISTS_PEOPLE) }, person);
    const tiers = people.map(() => random.pick(["t1", "t2", "t3"]));
    const cells = evidenceColumns(people.map(({ evidence }) => evidence));
    const shared = { period: "2026-Q3", pay: true };
    const found = [
      batch(policy)({ ...shared, columns: { ...(cells as Record<string, InputColumn>), tier: tiers } }),
      batch(policy)({ ...shared, columns: { ...withOffsets(cells), tier: tiers } }),
      batchRows(policy)({
        ...shared,
        rows: people.map(({ evidence }, row) => ({ evidence, tier: tiers[row] })) as never,
      }),
    ];
    const alone = onePerson(policy, "2026-Q3");
    for (const [row, { evidence, details }] of people.entries()) {
      const expected = sorted(alone(evidence, tiers[row] as string, details));
      for (const [way, one] of found.entries())
        expect(
          sorted(rowOf(one, row)),
          `${policy.id}, row ${row}, way ${way}: ${JSON.stringify([policy.axes[0], evidence])}`,
        ).toEqual(expected);
    }
    for (const one of found) {
      expect(one.notOverColumns).toBeUndefined();
      for (const path of ["columns", "exact", "person", "failed"] as const) paths[path] += one.paths[path];
    }
  }
  console.info(`Lists, seed ${REFERENCE_SEED}: ${JSON.stringify(paths)} rows by their paths.`);
  expect(paths.columns).toBeGreaterThan(rows);
  expect(paths.exact).toBeGreaterThan(0);
  expect(paths.failed).toBeGreaterThan(0);
  expect(paths.person).toBeLessThan(rows / 100);
}, 600_000);
