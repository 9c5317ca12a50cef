import { expect, test } from "vitest";
import { explainSpiff, explainStatement, spiff, statement } from "../../src/index.js";
import { zhCN, zhTW } from "../../src/locales/index.js";

const deal = (id: string, person: string, on: string, more: object = {}) => ({
  id,
  person,
  on,
  amount: 50,
  ...more,
});
const result = spiff({
  currency: "USD",
  pays: 100,
  from: "2026-07-01",
  when: [{ attribute: "product", is: ["cloud"] }],
  leastAmount: 20,
  eligibility: [{ tier: ["senior"] }],
  first: { count: 4 },
  minimum: { count: 1, pays: "further" },
  maximum: 250,
  budget: 300,
})({
  period: "2026-Q3",
  people: [
    { id: "ann", tier: "senior" },
    { id: "ben", tier: "senior" },
    { id: "cho", tier: "junior" },
  ],
  deals: [
    ...["A", "B", "C", "D", "E"].map((id) =>
      deal(id, "ann", "2026-07-02", { attributes: { product: "cloud" } }),
    ),
    ...["F", "G"].map((id) => deal(id, "ben", "2026-07-03", { attributes: { product: "cloud" } })),
    deal("H", "ben", "2026-06-30", { attributes: { product: "cloud" } }),
    deal("I", "ben", "2026-10-01", { attributes: { product: "cloud" } }),
    deal("J", "ben", "2026-07-04"),
    deal("K", "ben", "2026-07-04", { attributes: { product: "cloud" }, amount: 19 }),
    deal("L", "cho", "2026-07-04", { attributes: { product: "cloud" } }),
  ],
});

test("what is paid to whom, what holds it back, and what does not count", () => {
  expect(explainSpiff(result)).toEqual([
    "Paid in all: 300.00 USD.",
    "Left of the budget: 0.00 USD.",
    "What ann is paid:",
    "spiff: 250.00 USD on 3, a blended rate of 83.333333.",
    "Of which 1 at a rate of 100 (B): 100.00.",
    "Of which 1 at a rate of 100 (C): 100.00.",
    "Of which 1 at a rate of 100 (D): 100.00.",
    "Of which -50 at a rate of 1 (maximum): -50.00.",
    "Only the first 4 count: 4 of 5.",
    "A minimum of 1 is needed: of 4, 3 are paid for.",
    "Held at the maximum of 250.00.",
    "What ben is paid:",
    "spiff: 50.00 USD on 1, a blended rate of 50.",
    "Of which 1 at a rate of 100 (G): 100.00.",
    "Of which -50 at a rate of 1 (budget): -50.00.",
    "A minimum of 1 is needed: of 2, 1 are paid for.",
    "The budget of 300.00 is used up: of 100.00, 50.00 is paid.",
    "H of ben does not count: it is not on the days that count.",
    "I of ben does not count yet: it is after the period.",
    "J of ben does not count: such deals are not paid for.",
    "K of ben does not count: it is too small.",
    "L of cho does not count: cho is not eligible.",
    "cho is not eligible.",
    "Not eligible: the tier is junior, not one of: senior.",
  ]);
});

test.each([undefined, zhCN, zhTW])("whole sentences, and every number is in the result", (locale) => {
  const options = locale === undefined ? {} : { locale };
  const sentences = explainSpiff(result, options);
  expect(sentences).toHaveLength(24);
  const known = new Set(
    JSON.stringify(result)
      .match(/\d+(\.\d+)?/g)
      ?.map(Number),
  );
  for (const sentence of sentences) {
    expect(sentence).toMatch(/[.。:：]$/);
    expect(sentence).not.toMatch(/undefined|NaN|\[object/);
    for (const number of sentence.match(/\d+(\.\d+)?/g) ?? []) expect(known).toContain(Number(number));
  }
});

test("a line goes into a statement, and its notes are said there", () => {
  const line = result.people[1]?.line;
  const made = statement({ currency: "USD" })({ period: "2026-Q3", lines: line === undefined ? [] : [line] });
  expect(explainStatement(made)).toContain("The budget of 300.00 is used up: of 100.00, 50.00 is paid.");
});
