// Commission on the credits of deals: columns and people as objects have the results of the one-person functions, digit for digit.
import { expect, it } from "vitest";
import { batch, batchRows, type InputColumn } from "../../src/batch/index.js";
import { randomOf } from "../reference/generate/random.js";
import { detailColumns, evidenceColumns } from "./columns.js";
import { planCreditPolicy } from "./generate/credit-policy.js";
import { nested, onePerson, rowOf } from "./one-person.js";
import { isOfCredits, recordsOf, sayable } from "./records.js";

/** CREDIT_POLICIES=2000 CREDIT_PEOPLE=100 make a long run. */
const { REFERENCE_SEED = "20261128", CREDIT_POLICIES = "50", CREDIT_PEOPLE = "20" } = process.env;
const PERIOD = "2026-Q3";
const PATHS = ["columns", "exact", "person", "failed"] as const;

it("credits in cells, as records and of people as objects have the results of the one-person functions", () => {
  const random = randomOf(Number(REFERENCE_SEED));
  const paths = { columns: 0, exact: 0, person: 0, failed: 0 };
  let refused = 0;
  for (let index = 0; index < Number(CREDIT_POLICIES); index += 1) {
    const { policy, person } = planCreditPolicy(random, index);
    const people = Array.from({ length: Number(CREDIT_PEOPLE) }, person);
    const review = batch(policy);
    const alone = onePerson(policy, PERIOD);
    const expected = people.map(({ evidence, details }) => alone(evidence, "t1", details));
    const shared = {
      tier: people.map(() => "t1"),
      ...evidenceColumns(people.map(({ evidence }) => evidence)),
    };
    const cells = detailColumns(people.map(({ details }) => details));
    const over = (columns: object) =>
      review({
        period: PERIOD,
        pay: true,
        columns: { ...shared, ...columns } as Record<string, InputColumn>,
      });

    const found = over(cells);
    expect(people.map((_, row) => rowOf(found, row))).toEqual(expected);

    const ofRows = batchRows(policy)({
      period: PERIOD,
      pay: true,
      rows: people.map(({ evidence, details }) => ({ tier: "t1", evidence, ...nested(details) })) as never,
    });
    expect(people.map((_, row) => rowOf(ofRows, row))).toEqual(expected);

    const said = Object.entries(cells).map(([name, column]) => [
      name,
      isOfCredits(name) ? sayable(column) : column,
    ]) as [string, unknown[]][];
    const records = over(
      Object.fromEntries(
        said.map(([name, column]) => [
          name,
          isOfCredits(name) ? recordsOf(column as never, index % 2 === 0) : column,
        ]),
      ),
    );
    for (const [row, { evidence }] of people.entries())
      expect(rowOf(records, row), `${policy.id}, row ${row}`).toEqual(
        alone(evidence, "t1", Object.fromEntries(said.map(([name, column]) => [name, column[row]]))),
      );

    if (found.notOverColumns !== undefined) refused += 1;
    else for (const path of PATHS) paths[path] += found.paths[path] + records.paths[path];
  }
  console.info(`Credits, seed ${REFERENCE_SEED}: ${JSON.stringify(paths)} rows by their paths.`);
  console.info(`Not over columns: ${refused} of ${CREDIT_POLICIES} policies.`);
  expect(refused).toBeLessThan((Number(CREDIT_POLICIES) * 2) / 3);
  expect(paths.columns).toBeGreaterThan(paths.exact);
  expect(paths.exact).toBeGreaterThan(0);
  expect(paths.failed).toBeGreaterThan(0);
  expect(paths.person).toBeLessThan((paths.columns + paths.exact) / 20);
}, 600_000);
