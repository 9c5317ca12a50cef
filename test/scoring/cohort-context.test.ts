import { Decimal } from "decimal.js";
import { expect, test } from "vitest";
import { type CohortContext, cohortContext, scorer, type WeightSchema } from "../../src/index.js";

const schema: WeightSchema = {
  indicators: [{ id: "sales", weight: 1, measure: { kind: "percentile-rank", definition: "at-or-below" } }],
};
const peopleOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `p${index}`, evidence: { sales: index + 1 } }));

test("many people are scored against one large context without reading it anew for each", () => {
  const people = peopleOf(20_000);
  const cohort = cohortContext(schema)({ people });
  const score = scorer(schema);
  const values = people.slice(-500).map(({ evidence }) => score({ evidence, cohort }).value?.toFixed());
  expect([values[0], values.at(-1)]).toEqual(["97.51", "100"]);
});

test("a context cannot be changed, and a copy of it can", () => {
  const cohort = cohortContext(schema)({ people: peopleOf(4) });
  const score = (context: CohortContext) => scorer(schema)({ evidence: { sales: 2 }, cohort: context });
  expect(score(cohort).value?.toFixed()).toBe("50");
  const held = cohort.indicators.sales?.values as { value: string; count: number }[];
  expect(() => held.pop()).toThrow(TypeError);
  expect(() => Object.assign(held[0] as object, { count: 9 })).toThrow(TypeError);

  const copy = JSON.parse(JSON.stringify(cohort));
  expect(score(copy).value?.toFixed()).toBe("50");
  copy.indicators.sales.values[0].count = 5;
  copy.indicators.sales.count = 8;
  expect(score(copy).value?.toFixed()).toBe("75");
});

test("what is wrong with a context is named with its place", () => {
  const cohort = JSON.parse(JSON.stringify(cohortContext(schema)({ people: peopleOf(4) })));
  cohort.indicators.sales.values[1].value = "two";
  cohort.indicators.sales.median = 3;
  const outcome = scorer(schema).safe({ evidence: { sales: 2 }, cohort });
  expect(outcome.ok ? [] : outcome.error.issues.map(({ code, path }) => [code, path.join(".")])).toEqual([
    ["number-invalid", "cohort.indicators.sales.values.1.value"],
    ["unknown-property", "cohort.indicators.sales.median"],
  ]);
});

test("the decimals of a context can be computed with", () => {
  const spread: WeightSchema = { indicators: [{ id: "sales", weight: 1, measure: { kind: "z-score" } }] };
  const cohort = cohortContext(spread)({ people: peopleOf(4) });
  const mean = cohort.indicators.sales?.mean;
  expect(Decimal.isDecimal(mean) && mean.plus(1).times(2).toFixed()).toBe("7");
  expect(scorer(spread)({ evidence: { sales: "2.5" }, cohort }).value?.toFixed()).toBe("50");
});

test("a spread that rounds to zero is not said to be none", () => {
  const spread: WeightSchema = { indicators: [{ id: "sales", weight: 1, measure: { kind: "z-score" } }] };
  const people = ["1", "1.00000000001"].map((sales) => ({ id: sales, evidence: { sales } }));
  const outcome = scorer(spread).safe({ evidence: { sales: 1 }, cohort: cohortContext(spread)({ people }) });
  expect(outcome.ok ? "" : outcome.error.issues[0]?.message).toBe(
    "the standard deviation of the cohort is 0, to the decimals that a context has: the values are all the same, or very close, so that nothing can be compared (say what counts then with whenEqual)",
  );
});
