// Variants: each row by the weight schema that is for its person, over columns.
import { expect, test } from "vitest";
import { batch, batchRows, type InputColumn } from "../../src/batch/index.js";
import { compilePolicy, type Policy } from "../../src/index.js";

const points = (id: string) => ({ id, weight: 1, measure: { kind: "points" } }) as const;
const policy: Policy = {
  format: 1,
  id: "lines",
  effectiveFrom: "2026-01-01",
  axes: [
    {
      id: "results",
      bands: [{ id: "low" }, { id: "high", from: 80 }],
      indicators: [points("sales")],
      variants: [
        {
          id: "trainees",
          when: [{ attribute: "tier", is: ["trainee"] }],
          indicators: [points("courses")],
          scoreDecimals: 3,
        },
        {
          id: "field",
          when: [
            { attribute: "tier", is: ["junior", "senior"] },
            { attribute: "line", is: ["field"] },
          ],
          indicators: [
            { ...points("sales"), weight: "25%" },
            { ...points("visits"), weight: "75%" },
          ],
        },
      ],
    },
  ],
  tiers: [{ id: "trainee" }, { id: "junior" }, { id: "senior" }],
  matrix: {},
  adjustment: { cycle: "quarter" },
};

const people = [
  { tier: "junior", line: "field", sales: 80, visits: 40 },
  { tier: "trainee", line: "field", courses: "79.9995" },
  { tier: "senior", line: "office", sales: 85.5 },
  { tier: "junior", line: null, sales: 79.995 },
  { tier: "trainee", line: null, courses: 12.5, sales: 80 },
  { tier: "senior", line: "field", sales: 60, visits: 90 },
  { tier: null, line: "field", sales: 100 },
];
type Name = "tier" | "line" | "sales" | "visits" | "courses";
const column = (name: Name) => people.map((one) => (one as Partial<Record<Name, unknown>>)[name] ?? null);
const columns = {
  tier: column("tier"),
  "attributes.line": column("line"),
  "evidence.sales": column("sales"),
  "evidence.visits": column("visits"),
  "evidence.courses": column("courses"),
} as Record<string, InputColumn>;

test("rows of each variant have its score, over columns, and other indicators are an issue of their row", () => {
  const { scores, bands, paths, issues, notOverColumns } = batch(policy)({ columns });
  expect(scores.results?.scale).toBe(3);
  expect([...(scores.results?.units ?? [])]).toEqual([
    50_000,
    80_000,
    85_500,
    80_000,
    Number.NaN,
    82_500,
    100_000,
  ]);
  expect([...(bands.results?.codes ?? [])]).toEqual([0, 1, 1, 1, -1, 1, 1]);
  expect(paths).toEqual({ columns: 6, exact: 0, person: 0, failed: 1 });
  expect(issues.map(({ row, issues: own }) => [row, own[0]?.code])).toEqual([[4, "unknown-indicator"]]);
  expect(notOverColumns).toBeUndefined();
  const alone = compilePolicy(policy).score({
    evidence: { courses: "79.9995" },
    attributes: { tier: "trainee" },
  });
  expect(alone.results?.value?.toFixed()).toBe("80");
});

test("labels by dictionary and people as objects come to the same", () => {
  const dictionary = ["field", "office"];
  const codes = Int8Array.from(column("line"), (line) => dictionary.indexOf(String(line)));
  const valid = Uint8Array.of(0b1100111);
  const coded = batch(policy)({ columns: { ...columns, "attributes.line": { codes, dictionary, valid } } });
  const rows = people.map(({ tier, line, ...evidence }) => ({ tier, attributes: { line }, evidence }));
  const found = batchRows(policy)({ rows: rows as never });
  for (const one of [coded, found])
    expect({ ...one, issues: [] }).toEqual({ ...batch(policy)({ columns }), issues: [] });
});

test("a variant whose rows all fail keeps no other from columns", () => {
  const compared = { kind: "rank", scores: [{ from: 1, score: 100 }] } as const;
  const [axis] = policy.axes as [Policy["axes"][number]];
  const [trainees, field] = axis.variants as NonNullable<typeof axis.variants>;
  const listed = {
    ...trainees,
    indicators: [{ id: "courses", weight: 1, measure: compared }],
  } as typeof trainees;
  const found = batch({ ...policy, axes: [{ ...axis, variants: [listed as never, field as never] }] })({
    columns,
  });
  expect(found.notOverColumns).toBeUndefined();
  expect(found.paths).toEqual({ columns: 5, exact: 0, person: 0, failed: 2 });
});

test("many rows of few variants, in an order of their own", () => {
  const rows = 70_001;
  const sound = [0, 1, 2, 3, 5, 6];
  const at = (row: number) => sound[(row * row) % sound.length] as number;
  const many = Object.fromEntries(
    Object.entries(columns).map(([name, list]) => [
      name,
      Array.from({ length: rows }, (_, row) => (list as unknown[])[at(row)]),
    ]),
  ) as Record<string, InputColumn>;
  const few = batch(policy)({ columns }).scores.results?.units as Float64Array;
  const { scores, paths } = batch(policy)({ columns: many });
  expect(paths).toEqual({ columns: rows, exact: 0, person: 0, failed: 0 });
  expect(scores.results?.units).toEqual(
    Float64Array.from({ length: rows }, (_, row) => few[at(row)] as number),
  );
});
