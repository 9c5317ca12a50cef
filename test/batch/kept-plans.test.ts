// A compiled batch keeps its last plan for columns of which the same is known: whatever it was given before, it answers as one that was compiled for the input alone.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { type BatchInput, batch, type InputColumn } from "../../src/batch/index.js";
import type { Policy } from "../../src/index.js";
import { type Random, randomOf } from "../reference/generate/random.js";
import { detailColumns, evidenceColumns } from "./columns.js";
import { planBatch } from "./generate/policy.js";

const { REFERENCE_SEED = "20261129", KEPT_POLICIES = "12" } = process.env;

test("what came before changes nothing, on random policies", () => {
  const random = randomOf(Number(REFERENCE_SEED));
  for (let index = 0; index < Number(KEPT_POLICIES); index += 1) {
    const { policy, person, cohort } = planBatch(random, index);
    const chunks = Array.from({ length: 4 }, () => chunkOf(random, person));
    const kept = batch(policy);
    for (const columns of [...chunks, ...chunks.reverse()]) {
      const input: BatchInput = { period: "2026-Q3", cohort, pay: true, columns };
      expect(kept(input), policy.id).toEqual(batch(policy)(input));
    }
  }
});

/** Columns of some people, those of numbers alone as floating-point numbers. */
function chunkOf(random: Random, person: ReturnType<typeof planBatch>["person"]) {
  const tiers = Array.from({ length: random.int(1, 12) }, () => random.pick(["t1", "t2", "t3"]));
  const people = tiers.map(person);
  const columns = {
    ...evidenceColumns(people.map(({ evidence }) => evidence)),
    ...detailColumns(people.map(({ details }) => details)),
    tier: tiers,
  };
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [
      name,
      column.every((value) => typeof value === "number") ? Float64Array.from(column as number[]) : column,
    ]),
  ) as Record<string, InputColumn>;
}

const policy: Policy = {
  format: 1,
  id: "small",
  effectiveFrom: "2026-01-01",
  axes: [
    {
      id: "results",
      bands: [{ id: "low" }, { id: "high", from: 80 }],
      indicators: [
        { id: "sales", weight: 0.5, measure: { kind: "attainment", floor: 0.6 } },
        { id: "service", weight: 0.25, measure: { kind: "points" }, missing: { kind: "reweight" } },
        { id: "skill", weight: 0.25, measure: { kind: "points" } },
      ],
    },
  ],
  tiers: [{ id: "junior" }],
  matrix: {},
  adjustment: { cycle: "quarter" },
};

test("columns of every kind, of few and of many decimals, in any order", () => {
  const target = (numbers: readonly number[]) => Float64Array.from(numbers);
  const kinds: readonly InputColumn[] = [
    Float64Array.of(79.5, 80, 12.25),
    Float64Array.of(12.25, 79.5, 80),
    Float64Array.of(79.995, 80, 1),
    ["79.5", 80, "12.25"],
    [null, 80, 12.25],
    { values: Float64Array.of(79.5, 80, 12.25), valid: Uint8Array.of(5) },
    { units: Int32Array.of(795, 800, 123), scale: 1 },
    Float64Array.of(0.1 + 0.2, 80, 12.25),
    Int32Array.of(79, 80, 12),
    Float64Array.of(-1, 101, 50),
  ];
  const kept = batch(policy);
  const random = randomOf(20261129);
  for (let turn = 0; turn < 300; turn += 1) {
    const input: BatchInput = {
      columns: {
        "evidence.sales.actual": random.pick(kinds),
        "evidence.sales.target": random.pick([target([100, 80, 0]), target([100.5, 80, 90]), ["100", 1, 2]]),
        "evidence.service": random.pick(kinds),
        "evidence.skill": random.pick(kinds),
        tier: random.pick([
          ["junior", "junior", "junior"],
          ["junior", "none", "junior"],
        ]),
      },
    };
    expect(kept(input)).toEqual(batch(policy)(input));
  }
});

test("a result stays when the same batch is given other columns", () => {
  const review = batch(policy);
  const of = (score: number): BatchInput => ({
    columns: {
      "evidence.sales.actual": Float64Array.of(score, score),
      "evidence.sales.target": Float64Array.of(100, 100),
      "evidence.service": Float64Array.of(score, score),
      "evidence.skill": Float64Array.of(score, score),
    },
  });
  const first = review(of(80));
  const before = structuredClone(first);
  review(of(90));
  expect(first).toEqual(before);
});

test("columns that are done with are let go of", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const review = batch(policy);
  const held = givenOnce(review);
  await new Promise((resolve) => setImmediate(resolve));
  collect();
  expect(held.deref()).toBeUndefined();
  expect(review({ columns: {} })).toHaveProperty("rows", 0);
});

/** A reference to a column that a batch was given, which does not keep it. */
function givenOnce(review: ReturnType<typeof batch>): WeakRef<Float64Array> {
  const scores = new Float64Array(10_000).fill(80);
  const columns = {
    "evidence.sales.actual": scores,
    "evidence.sales.target": scores,
    "evidence.service": scores,
    "evidence.skill": scores,
  };
  expect(review({ columns }).paths.columns).toBe(10_000);
  return new WeakRef(scores);
}
