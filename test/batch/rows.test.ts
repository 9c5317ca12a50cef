// People as objects: the same as the one-person functions, row by row, and what is wrong with one harms no other.
import { describe, expect, it, test } from "vitest";
import { batch, batchRows } from "../../src/batch/index.js";
import { compilePolicy, type Policy, TierwiseError } from "../../src/index.js";
import { keyAccountManagers } from "../../src/presets/index.js";
import { randomOf } from "../reference/generate/random.js";
import { planBatch } from "./generate/policy.js";
import { certificatesOf, nested, onePerson, rowOf } from "./one-person.js";

const { REFERENCE_SEED = "20261128", BATCH_POLICIES = "50", BATCH_PEOPLE = "24" } = process.env;
const PERIOD = "2026-Q3";

it("objects and one-person functions agree on every row", () => {
  const random = randomOf(Number(REFERENCE_SEED) + 1);
  const paths = { columns: 0, exact: 0, person: 0, failed: 0 };
  let oneByOne = 0;
  for (let index = 0; index < Number(BATCH_POLICIES); index += 1) {
    const { policy, person, cohort } = planBatch(random, index);
    const people = Array.from({ length: Number(BATCH_PEOPLE) }, () => {
      const tier = random.pick(["t1", "t2", "t3"]);
      return { tier, ...person(tier) };
    });
    const rows = people.map(({ evidence, tier, details }) => {
      const { certificates = {}, ...others } = nested(details);
      return { evidence, tier, ...others, certificates: certificatesOf(certificates) };
    });
    const found = batchRows(policy)({ period: PERIOD, cohort, pay: true, rows: rows as never });
    const alone = onePerson(policy, PERIOD, { cohort });
    for (const [row, { evidence, tier, details }] of people.entries())
      expect(rowOf(found, row), `${policy.id}, row ${row}`).toEqual(alone(evidence, tier, details));
    for (const path of ["columns", "exact", "person", "failed"] as const) paths[path] += found.paths[path];
    if (found.notOverColumns === undefined) oneByOne += found.paths.person;
    else expect(found.notOverColumns.what).toMatch(/^i\d/);
  }
  expect(oneByOne).toBeLessThan((Number(BATCH_POLICIES) * Number(BATCH_PEOPLE)) / 30);
  expect(paths.columns).toBeGreaterThan((Number(BATCH_POLICIES) * Number(BATCH_PEOPLE)) / 4);
  expect(paths.exact).toBeGreaterThan(0);
  expect(paths.failed).toBeGreaterThan(0);
}, 600_000);

const small: Policy = {
  format: 1,
  id: "small",
  effectiveFrom: "2026-01-01",
  axes: [
    {
      id: "results",
      bands: [{ id: "low" }, { id: "high", from: 80 }],
      indicators: [{ id: "sales", weight: 1, measure: { kind: "attainment", target: 100 } }],
    },
  ],
  tiers: [{ id: "a" }, { id: "b" }],
  matrix: {},
  adjustment: { cycle: "quarter" },
};
const review = batchRows(small);
const person = { tier: "a", evidence: { sales: { actual: 90, target: 100 } } };
const results = (rows: readonly unknown[]) => {
  const { scores, issues } = review({ rows: rows as never });
  return { units: [...(scores.results?.units ?? [])], issues };
};

describe("rows", () => {
  test.each([
    ["nothing", null, [], "expected a person as an object, got null"],
    ["a list", [], [], "expected a person as an object, got a list"],
    ["no evidence", { tier: "a" }, ["evidence"], "this is required: expected an object"],
    ["evidence as a text", { evidence: "90" }, ["evidence"], 'expected an object, got "90"'],
    [
      "a misspelt property",
      { ...person, evidnce: {} },
      ["evidnce"],
      expect.stringContaining('(did you mean "evidence"?)'),
    ],
    ["evidence that is not known", { evidence: { sale: 90 } }, ["evidence", "sale"], expect.any(String)],
    [
      "a part that is not known",
      { evidence: { sales: { actul: 9 } } },
      expect.any(Array),
      expect.any(String),
    ],
    ["bands of no axis", { ...person, bands: { quality: "low" } }, expect.any(Array), expect.any(String)],
    ["a tier as a number", { ...person, tier: 7 }, expect.any(Array), expect.any(String)],
  ])("%s is said in its row and harms no other", (_, odd, path, message) => {
    const { units, issues } = results([person, odd, person]);
    expect(units).toEqual([9000, Number.NaN, 9000]);
    expect(issues.map(({ row }) => row)).toEqual([1]);
    expect(issues[0]?.issues[0]).toMatchObject({ path, message });
  });

  test("null counts as not there, and the ways of writing evidence may differ from row to row", () => {
    const { units, issues } = results([
      person,
      { evidence: { sales: 85 }, tier: null, attributes: null, bands: {} },
      { evidence: { sales: { actual: "79.995", target: null } } },
      { evidence: { sales: null } },
    ]);
    expect(units).toEqual([9000, 8500, 8000, Number.NaN]);
    expect(issues.map(({ row, issues: [issue] }) => [row, issue?.code])).toEqual([[3, "evidence-missing"]]);
  });

  test("parts of evidence without any value are not the same as no evidence", () => {
    const measure = { kind: "events", start: 50, events: [{ id: "late", points: -5 }] } as const;
    const indicator = { id: "conduct", weight: 1, missing: { kind: "zero" }, measure } as const;
    const counted = batchRows({
      ...small,
      axes: [{ ...(small.axes[0] as Policy["axes"][0]), indicators: [indicator] }],
    });
    const evidence = [
      { conduct: { late: 2 } },
      { conduct: {} },
      { conduct: { late: null } },
      {},
      { conduct: null },
    ];
    const { scores, paths } = counted({ rows: evidence.map((one) => ({ evidence: one })) as never });
    expect([...(scores.results?.units ?? [])]).toEqual([4000, 5000, 5000, 0, 0]);
    expect(paths).toEqual({ columns: 3, exact: 0, person: 2, failed: 0 });
  });

  test("a list of one number is no number", () => {
    const { units, issues } = results([
      person,
      { evidence: { sales: [90] } },
      { evidence: { sales: ["90"] } },
    ]);
    expect(units).toEqual([9000, Number.NaN, Number.NaN]);
    expect(issues.map(({ row, issues: [issue] }) => [row, issue?.code])).toEqual([
      [1, "number-invalid"],
      [2, "number-invalid"],
    ]);
  });

  test("their order changes nothing but the order", () => {
    const rows = Array.from({ length: 40 }, (_, row) => ({
      evidence: { sales: row % 7 === 3 ? "much" : row * 2.5 },
    }));
    const [there, back] = [results(rows), results([...rows].reverse())];
    expect(back.units.reverse()).toEqual(there.units);
    expect(back.issues.map(({ row }) => 39 - row).reverse()).toEqual(there.issues.map(({ row }) => row));
  });

  test("fields of pay are taken where pay is asked for, and passed over where it is not", () => {
    const { pay } = compilePolicy(keyAccountManagers);
    expect(pay).toBeDefined();
    const row = { ...person, salary: 3000, experienceYears: 4, amounts: { sales: 5 } };
    expect(results([row]).units).toEqual([9000]);
  });

  test("none at all", () => {
    expect(review({ rows: [] })).toEqual(batch(small)({ columns: {} }));
  });

  test.each([[null], [{}], [{ rows: "x" }], [{ rows: [], perod: "2026" }]])("an input of %j", (input) => {
    expect(() => review(input as never)).toThrow(TierwiseError);
  });
});

describe("one bad row harms no other", () => {
  const review = batchRows({
    format: 1,
    id: "small",
    effectiveFrom: "2026-01-01",
    axes: [
      {
        id: "results",
        bands: [{ id: "low" }],
        indicators: [
          { id: "sales", weight: "50%", measure: { kind: "attainment", target: 300 } },
          {
            id: "visits",
            weight: "50%",
            measure: {
              kind: "lines",
              points: [
                { at: 0, score: 0 },
                { at: 100, score: 100 },
              ],
              over: { kind: "sum" },
            },
          },
        ],
      },
    ],
    tiers: [{ id: "junior" }],
    matrix: {},
    adjustment: { cycle: "quarter" },
  });
  const evidence = { sales: 270, visits: [40, 60] };
  const hole: number[] = [];
  hole[1] = 60;
  test.each<[string, object, readonly string[]]>([
    ["a fact without a name", { evidence, facts: { "": 1 } }, []],
    ["an attribute without a name", { evidence, attributes: { "": "x" } }, []],
    ["the tier as an attribute", { evidence, attributes: { tier: "junior" } }, []],
    ["a symbol", { evidence: { ...evidence, sales: Symbol("x") } }, ["evidence.sales not-plain-data"]],
    ["a bigint", { evidence: { ...evidence, sales: 270n } }, ["evidence.sales not-plain-data"]],
    ["a hole in a list", { evidence: { ...evidence, visits: hole } }, ["evidence.visits.0 not-plain-data"]],
    [
      "a symbol in a list",
      { evidence: { ...evidence, visits: [Symbol("x")] } },
      ["evidence.visits.0 not-plain-data"],
    ],
  ])("%s", (_, row, expected) => {
    const rows = [{ evidence }, row, { evidence }] as never;
    const { scores, issues } = review({ rows });
    expect([scores.results?.units[0], scores.results?.units[2]]).toEqual([9500, 9500]);
    expect(issues.flatMap((one) => one.issues.map(({ path, code }) => `${path.join(".")} ${code}`))).toEqual(
      expected,
    );
    expect(issues.every((one) => one.row === 1)).toBe(true);
  });
});
