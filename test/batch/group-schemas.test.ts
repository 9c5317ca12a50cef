// Groups whose weight schemas differ: each context is held against its own.
import { expect, test } from "vitest";
import { batch, batchContext } from "../../src/batch/index.js";
import { issuesOf } from "../issues-of.js";
import { oneAxis } from "./one-axis.js";

const missing = { kind: "cohort-median", otherwise: "zero" } as const;
const twoSchemas = oneAxis({
  indicators: [
    {
      id: "g",
      weight: 1,
      missing,
      measure: {
        kind: "rank",
        ties: "worst",
        scores: [
          { from: 1, score: 100 },
          { from: 2, score: 40 },
        ],
      },
    },
  ],
  variants: [
    {
      id: "v",
      when: [{ attribute: "line", is: ["x"] }],
      indicators: [
        { id: "g", weight: 1, missing, measure: { kind: "percentile-rank", definition: "below" } },
      ],
    },
  ],
});

test("a median is held against the weight schema of its own group", () => {
  const columns = { "evidence.g": [1, 2, null, 5], "attributes.line": ["x", "x", "x", "y"] };
  const { context, issues } = batchContext(twoSchemas)({ columns });
  expect(issues).toEqual([]);
  expect(
    context.groups?.map(({ variants, cohort }) => [variants, cohort?.indicators.g?.medianScore]),
  ).toEqual(expect.arrayContaining([[{ a: "v" }, expect.anything()]]));
  const { scores, paths } = batch(twoSchemas)({ columns, ...context });
  expect(Array.from(scores.a?.units ?? [])).toEqual([0, 5000, 2500, 10_000]);
  expect(paths).toMatchObject({ columns: 4, failed: 0 });
  const medianScore = 25;
  const cohort = {
    kind: "cohort",
    indicators: { g: { count: 1, values: [{ value: 1, count: 1 }], medianScore } },
  } as const;
  const onlyX = { "evidence.g": [1, null], "attributes.line": ["x", "x"] };
  expect(Array.from(batch(twoSchemas)({ columns: onlyX, cohort }).scores.a?.units ?? [])).toEqual([0, 2500]);
});

test("groups name variants that there are, each group once", () => {
  const columns = { "evidence.g": [1] };
  const wrong = (...groups: readonly unknown[]) =>
    issuesOf(() => batch(twoSchemas)({ columns, groups: groups as never }));
  expect(wrong({ variants: { a: "w" } })).toEqual([["groups.0.variants.a", "not-a-choice"]]);
  expect(wrong({ variants: { b: "v" } })).toEqual([["groups.0.variants.b", "unknown-axis"]]);
  expect(wrong({ variants: 5 })).toEqual([["groups.0.variants", "wrong-type"]]);
  expect(wrong({ variants: { a: "v" } }, {}, { variants: { a: "v" } })).toEqual([
    ["groups.2", "duplicate-id"],
  ]);
});
