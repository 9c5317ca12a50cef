import { expect, test } from "vitest";
import * as tierwise from "../../src/index.js";

const currency = "JPY";
const fine = "10.5";
const brackets = [{ rate: "5%" }];

/** By factory: configs in which one amount is finer than the currency, and where it is. */
const configs: Readonly<Record<string, readonly (readonly [string, object])[]>> = {
  yearEndBonus: [["pays.0.amount", { pays: [{ amount: fine }] }]],
  commission: [
    ["cap.above", { brackets, cap: { above: fine } }],
    ["floor", { brackets, floor: fine }],
    ["perDeal.cap.above", { brackets, per: "credit", perDeal: { cap: { above: fine } } }],
    ["perDeal.floor", { brackets, per: "credit", perDeal: { floor: fine } }],
    ["brackets.0.pays", { brackets: [{ pays: fine }, { from: 100, pays: 20 }], method: "whole" }],
    [
      "tables.0.brackets.0.pays",
      { tables: [{ id: "all", brackets: [{ pays: fine }, { from: 100, pays: 20 }] }], method: "whole" },
    ],
  ],
  recomputedClawback: [["cap.above", { brackets, cap: { above: fine } }]],
  benefits: [
    ["items.0.pays.amount", { items: [{ id: "meal", pays: { kind: "amount", amount: fine } }] }],
    [
      "items.0.pays.amounts.0.amount",
      { items: [{ id: "meal", pays: { kind: "by-tier", amounts: [{ of: ["a"], amount: fine }] } }] },
    ],
  ],
  trainingPlan: [
    [
      "catalogue.0.cost",
      {
        catalogue: [{ id: "a", cost: fine }],
        needs: [{ id: "n", eligibility: [{ tier: ["x"] }], courses: ["a"] }],
      },
    ],
    [
      "mostCost",
      {
        catalogue: [{ id: "a" }],
        needs: [{ id: "n", eligibility: [{ tier: ["x"] }], courses: ["a"] }],
        mostCost: fine,
      },
    ],
  ],
  draw: [
    ["amount", { amount: fine }],
    ["mostOutstanding", { amount: 10, mostOutstanding: fine }],
  ],
};

const checks = tierwise as unknown as Readonly<
  Record<
    string,
    {
      check(
        config: unknown,
      ): readonly { readonly path: readonly (string | number)[]; readonly code: string }[];
    }
  >
>;

for (const [name, list] of Object.entries(configs)) {
  test.each(list)(`${name}: %s is no finer than the currency`, (path, config) => {
    const issues = checks[name]?.check({ currency, ...config }) ?? [];
    expect(issues.map((issue) => [issue.path.join("."), issue.code])).toEqual([[path, "amount-too-fine"]]);
    expect(checks[name]?.check({ currency: "USD", ...config })).toEqual([]);
  });
}

test("rates and what only has to be reached may be finer", () => {
  expect(
    tierwise.commission.check({ currency, brackets: [{ rate: "5%" }, { from: fine, rate: "6%" }] }),
  ).toEqual([]);
});
