// Contexts from columns: the same plain data as cohortContext and bandContext make of the same people, and what batch makes of them is what the one-person functions make.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { batch, batchContext, type InputColumn } from "../../src/batch/index.js";
import { randomOf } from "../reference/generate/random.js";
import { detailColumns, evidenceColumns } from "./columns.js";
import { type Compared, contextsAlone, rowsIn } from "./contexts-alone.js";
import { planBatch } from "./generate/policy.js";
import { tieDetails, withRelative } from "./generate/relative.js";
import { onePerson, rowOf } from "./one-person.js";

/** CONTEXT_POLICIES=200 CONTEXT_PEOPLE=500 make the long run. */
const { REFERENCE_SEED = "20261128", CONTEXT_POLICIES = "24", CONTEXT_PEOPLE = "30" } = process.env;
const PERIOD = "2026-Q3";

it("contexts are those of the functions of one group, and rows are compared with their own group", () => {
  const random = randomOf(Number(REFERENCE_SEED) + 2);
  const paths = { columns: 0, exact: 0, person: 0, failed: 0 };
  const rows = Number(CONTEXT_PEOPLE);
  let [tied, grouped, counted] = [0, 0, 0];
  for (let index = 0; index < Number(CONTEXT_POLICIES); index += 1) {
    const plan = planBatch(random, index);
    const { incentives: _paid, currency: _currency, ...unpaid } = plan.policy;
    const policy = withRelative(random, unpaid);
    const people = Array.from({ length: rows }, (_, row) => {
      const tier = random.pick(["t1", "t2", "t3"]);
      const { evidence, details } = plan.person(tier);
      const named = Object.entries(details).filter(([name]) =>
        /^(attributes|certificates|previous|presence)\./.test(name),
      );
      return { evidence, tier, details: { ...Object.fromEntries(named), ...tieDetails(random, row) } };
    });
    const columns = {
      ...evidenceColumns(people.map(({ evidence }) => evidence)),
      ...detailColumns(people.map(({ details }) => details)),
      tier: people.map(({ tier }) => tier),
    } as Record<string, InputColumn>;
    const made = batchContext(policy)({ period: PERIOD, columns });
    const { found, out } = contextsAlone(policy, people, PERIOD);
    expect(rowsIn(made.issues), policy.id).toEqual([...out].sort((a, b) => a - b));
    const review = batch(policy)({ period: PERIOD, columns, ...made.context });
    const contexts = new Map<string, ReturnType<typeof onePerson>>();
    for (const [row, compared] of found) {
      if (out.has(row)) continue;
      const text = JSON.stringify(compared);
      const own = made.context.groups?.find((group) => sameText(group, compared)) ?? made.context;
      expect(textOf(own), `${policy.id}, row ${row}`).toBe(textOf(compared));
      const alone = contexts.get(text) ?? onePerson(policy, PERIOD, compared);
      contexts.set(text, alone);
      const { evidence, tier, details } = people[row] as (typeof people)[number];
      expect(rowOf(review, row), `${policy.id}, row ${row}`).toEqual(alone(evidence, tier, details));
      counted += 1;
      if (text.includes('"tied"')) tied += 1;
      if (made.context.groups !== undefined) grouped += 1;
    }
    for (const path of ["columns", "exact", "person", "failed"] as const) paths[path] += review.paths[path];
    expect(review.notOverColumns?.what ?? "").toBe("");
  }
  console.info(`Contexts, seed ${REFERENCE_SEED}: ${JSON.stringify({ ...paths, counted, tied, grouped })}.`);
  expect(counted).toBeGreaterThan((Number(CONTEXT_POLICIES) * rows) / 3);
  expect(Math.min(tied, grouped)).toBeGreaterThan(0);
  expect(paths.person).toBeLessThan(counted / 20);
}, 600_000);

/** A policy that compares people by one indicator. */
const ranked = {
  format: 1,
  id: "small",
  effectiveFrom: "2026-01-01",
  axes: [
    {
      id: "a",
      bands: [{ id: "all" }],
      indicators: [{ id: "g", weight: 1, measure: { kind: "percentile-rank", definition: "mid" } }],
    },
  ],
  tiers: [{ id: "t1" }],
  matrix: {},
  adjustment: { cycle: "quarter" },
} as const;

it("a value of comparedWithin that is none is an issue of its row, and the others are compared all the same", () => {
  const policy = { ...ranked, comparedWithin: "region" };
  const regions = ["n", "n", "", null, "x".repeat(300), 5];
  const columns = { "evidence.g": [1, 2, 3, 4, 5, 6], "attributes.region": regions } as Record<
    string,
    InputColumn
  >;
  const { context, issues } = batchContext(policy)({ columns });
  expect(issues.map(({ row, issues: own }) => [row, own[0]?.code, own[0]?.path.join(".")])).toEqual([
    [2, "key-invalid", "attributes.region"],
    [3, "missing", "attributes.region"],
    [4, "key-invalid", "attributes.region"],
    [5, "key-invalid", "attributes.region"],
  ]);
  expect(context.groups?.map(({ within }) => within)).toEqual(["n"]);
  const { scores } = batch(policy)({ columns, ...context });
  expect([...(scores.a?.units ?? [])].slice(0, 2)).toEqual([2500, 7500]);
});

it("a context that nobody has any more takes no memory", async () => {
  const [make, review] = [batchContext(ranked), batch(ranked)];
  const columns = { "evidence.g": Float64Array.of(1, 2, 3) };
  const cohortOf = () => {
    const { context } = make({ columns });
    expect(review({ columns, ...context }).issues).toEqual([]);
    return [context.cohort, context.cohort?.indicators.g?.values].map((one) => new WeakRef(one as object));
  };
  const held = cohortOf();
  setFlagsFromString("--expose-gc");
  const collectGarbage = runInNewContext("gc") as () => void;
  for (let turn = 0; turn < 10 && held.some((one) => one.deref()); turn += 1) {
    await new Promise((resolve) => setTimeout(resolve));
    collectGarbage();
  }
  expect(held.map((one) => one.deref())).toEqual([undefined, undefined]);
});

/** Contexts as the plain data that they are. */
function textOf({ cohort, bands }: Compared): string {
  return JSON.stringify({ cohort, bands });
}

function sameText(one: Compared, other: Compared): boolean {
  return textOf(one) === textOf(other);
}
