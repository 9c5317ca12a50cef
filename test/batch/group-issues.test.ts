// A row whose group is none of those given: the issue says which group that is, and which there are.
import { expect, test } from "vitest";
import { batch, batchContext, type InputColumn } from "../../src/batch/index.js";
import type { Policy } from "../../src/index.js";

const policy: Policy = {
  format: 1,
  id: "small",
  effectiveFrom: "2026-01-01",
  comparedWithin: "region",
  axes: [
    {
      id: "results",
      indicators: [{ id: "sales", weight: 1, measure: { kind: "percentile-rank", definition: "mid" } }],
      bands: [{ id: "others" }, { id: "best" }],
      relative: { kind: "top-count", cuts: [{ band: "best", count: 1 }], ties: "all-in" },
    },
  ],
  tiers: [{ id: "junior" }],
  matrix: {},
  adjustment: { cycle: "quarter" },
};
const { context } = batchContext(policy)({
  columns: { "attributes.region": ["north", "north", "south"], "evidence.sales": [1, 2, 3] },
});

function said(
  region: InputColumn,
  sales: InputColumn,
  groups = context.groups,
): readonly (readonly string[])[] {
  const { issues } = batch(policy)({
    columns: { "attributes.region": region, "evidence.sales": sales },
    ...(groups && { groups }),
  });
  return issues.map(({ row, issues: own }) => [
    String(row),
    ...own.map(({ path, code, message }) => `${path.join(".")} ${code}: ${message}`),
  ]);
}

test("it is named, and so are those that are known", () => {
  expect(said(["north", "nroth", "west", null, "south"], [1, 2, "many", 4, 5])).toEqual([
    [
      "1",
      'attributes.region cohort-missing: "nroth" is not one of the groups: expected "north" or "south" (did you mean "north"?)',
    ],
    [
      "2",
      'attributes.region cohort-missing: "west" is not one of the groups: expected "north" or "south"',
      'evidence.sales number-invalid: expected a number, a decimal text such as "12.5" or a fraction text such as "1/3", got "many"',
    ],
    [
      "3",
      'attributes.region missing: the policy puts people together by their "region": say which this person has',
    ],
  ]);
});

test("without any groups", () => {
  expect(said(["north"], [1], [])).toEqual([
    ["0", 'attributes.region cohort-missing: the input has no groups, and "north" is none of them'],
  ]);
});

test("a group without the cohort is told to give it", () => {
  expect(said(["north"], [1], [{ within: "north" }])[0]?.[1]).toContain("evidence.sales cohort-missing");
});

test("groups of other weight schemas", () => {
  const [axis] = policy.axes as [Policy["axes"][number]];
  const { comparedWithin: _, ...all } = policy;
  const variants = [
    { id: "seniors", when: [{ attribute: "tier", is: ["senior"] }], indicators: axis.indicators },
  ];
  const parted = { ...all, axes: [{ ...axis, variants }] } as unknown as Policy;
  const columns = { tier: ["senior", "junior"], "evidence.sales": [1, 2] };
  const groups = (batchContext(parted)({ columns }).context.groups ?? []).filter(
    (one) => one.variants === undefined,
  );
  const { issues } = batch(parted)({ columns, groups });
  expect(issues.map(({ row, issues: [one] }) => [row, one?.path, one?.code, one?.message])).toEqual([
    [
      0,
      ["groups"],
      "cohort-missing",
      "none of the groups is of those who are scored by the weight schemas of this person",
    ],
  ]);
});
