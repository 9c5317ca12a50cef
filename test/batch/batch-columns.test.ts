// The list of the columns that a policy's batch reads: each is one that it takes, and each that is required fails all rows that lack it.
import { expect, test } from "vitest";
import { type BatchInput, batch, batchColumns, type InputColumn } from "../../src/batch/index.js";
import type { Policy } from "../../src/index.js";
import { keyAccountManagers } from "../../src/presets/index.js";
import { issuesOf } from "../issues-of.js";
import { randomOf } from "../reference/generate/random.js";
import { detailColumns, evidenceColumns } from "./columns.js";
import { planBatch } from "./generate/policy.js";

const PERIOD = "2026-Q3";
const asked = { pay: true, period: PERIOD };
const { REFERENCE_SEED = "20261128" } = process.env;

test("a batch takes each, and no row does without one that is required", () => {
  const random = randomOf(Number(REFERENCE_SEED));
  let required = 0;
  for (let index = 0; index < 12; index += 1) {
    const { policy, person, cohort } = planBatch(random, index);
    const tiers = ["t1", "t2", "t3"];
    const people = tiers.map(person);
    const columns = {
      ...evidenceColumns(people.map(({ evidence }) => evidence)),
      ...detailColumns(people.map(({ details }) => details)),
      tier: tiers,
    } as Record<string, InputColumn>;
    const run = (given: BatchInput["columns"]) =>
      batch(policy)({ period: PERIOD, cohort, pay: true, columns: given });
    const listed = batchColumns(policy)(asked);
    const empty = Object.fromEntries(listed.map(({ name }) => [name, tiers.map(() => null)]));
    expect(run(empty).rows).toBe(3);
    const names = new Set(listed.map(({ name }) => name));
    expect(names.size).toBe(listed.length);
    for (const { name, required: isRequired } of listed) {
      if (!isRequired) continue;
      required += 1;
      const { [name.split(".").slice(0, 2).join(".")]: _whole, ...others } = columns;
      const { issues } = run({ ...others, [name]: tiers.map(() => null) });
      expect(issues.length, `${policy.id} without ${name}`).toBe(3);
    }
  }
  expect(required).toBeGreaterThan(10);
}, 60_000);

const columns = batchColumns(keyAccountManagers);
const of = (name: string, input: Parameters<typeof columns>[0] = asked) =>
  columns(input).find((one) => one.name === name);

test("what a column holds", () => {
  expect(columns({}).filter(({ required }) => required).length).toBe(14);
  expect(of("evidence.sales.target")).toMatchObject({ holds: "number", required: true });
  expect(of("tier", {})).toMatchObject({ holds: "label", required: false });
  expect(of("tier")).toMatchObject({ required: true, labels: expect.arrayContaining(["junior", "senior"]) });
  expect(of("bands.capability")).toMatchObject({ labels: ["low", "middle", "high"] });
  expect(of("experienceYears", {})).toBeUndefined();
  expect(of("yearEnd.salary")).toBeUndefined();
  const atYearEnd = columns({ ...asked, period: "2026-Q4" }).map(({ name }) => name);
  expect(atYearEnd.filter((name) => !columns(asked).some((one) => one.name === name))).toEqual([
    "yearEnd.factor",
    "facts.violations",
  ]);
});

test("attributes, choices, lists, kinds of raters, gates and earlier scores", () => {
  const policy: Policy = {
    format: 1,
    id: "varied",
    effectiveFrom: "2026-01-01",
    comparedWithin: "region",
    axes: [
      {
        id: "results",
        bands: [{ id: "any" }],
        raters: { kinds: [{ id: "superior", weight: 1 }] },
        indicators: [
          {
            id: "months",
            weight: "20%",
            measure: { kind: "points", over: { kind: "mean" } },
            missing: { kind: "previous", periods: 1, otherwise: "zero" },
          },
          { id: "care", weight: "20%", measure: { kind: "rating", from: 1, to: 5 }, raters: {} },
          { id: "trained", weight: "20%", measure: { kind: "yes-no" } },
          { id: "rank", weight: "20%", measure: { kind: "percentile-rank", definition: "mid" } },
          {
            id: "level",
            weight: "20%",
            measure: {
              kind: "choice",
              options: [
                { id: "good", score: 100 },
                { id: "bad", score: 0 },
              ],
            },
          },
        ],
      },
    ],
    tiers: [{ id: "junior" }],
    matrix: {
      gates: [
        { id: "licensed", certificate: "license", onFail: "block-promotion" },
        { id: "calm", fact: "complaints", atMost: 2, onFail: "veto" },
      ],
    },
    adjustment: { cycle: "quarter" },
  };
  const shown = batchColumns(policy)({}).map(({ name, holds, required }) => [name, holds, required]);
  expect(shown).toEqual([
    ["id", "label", false],
    ["tier", "label", false],
    ["attributes.region", "label", true],
    ["evidence.months", "list", false],
    ["evidence.care.superior", "ratings", true],
    ["evidence.trained", "flag", true],
    ["evidence.rank", "number", true],
    ["evidence.level", "label", true],
    ["previous.months.period", "label", false],
    ["previous.months.score", "number", false],
    ["certificates.license", "flag", false],
    ["facts.complaints", "number", true],
  ]);
  expect(batchColumns(policy)({}).find(({ name }) => name === "evidence.level")?.labels).toEqual([
    "good",
    "bad",
  ]);
});

test("pay without a period, or by a policy that pays nothing", () => {
  expect(issuesOf(() => columns({ pay: true }))).toEqual([["period", "missing"]]);
  const { incentives: _incentives, ...unpaid } = keyAccountManagers as Policy;
  expect(issuesOf(() => batchColumns(unpaid as Policy)(asked))).toEqual([["pay", "unknown-property"]]);
});
