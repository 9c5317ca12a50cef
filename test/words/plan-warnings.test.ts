// Each kind of warning of checkPlan is said in three languages, with no number that the warning does not have.
import { expect, test } from "vitest";
import {
  checkPlan,
  explainPlanWarning,
  type PlanConfig,
  type PlanWarning,
  type Stored,
} from "../../src/index.js";
import { en, zhCN, zhTW } from "../../src/locales/index.js";

const currency = "USD";
const attained: PlanConfig = {
  use: "commission",
  quota: 300_000,
  plan: {
    currency,
    counts: "attainment",
    method: "whole",
    threshold: { from: "50%" },
    brackets: [{ rate: "5%" }, { from: "100%", rate: "8%" }, { from: "200%", rate: "9%" }],
    cap: { above: 30_000 },
  },
};
const falling: PlanConfig = {
  use: "commission",
  plan: {
    currency,
    per: "to-date",
    method: "whole",
    perDeal: { credited: { above: 2_500 } },
    tables: [
      { id: "a", when: [{ attribute: "kind", is: ["x", "y"] }], brackets: [{ rate: "1%" }] },
      { id: "b", when: [{ attribute: "kind", is: ["x"] }], brackets: [{ rate: "1%" }] },
      {
        id: "c",
        brackets: [
          { rate: "5%" },
          { from: 1000, rate: "4%" },
          { from: 2000, rate: 0 },
          { from: 3000, rate: "4%" },
        ],
      },
    ],
  },
};
const dead: PlanConfig = {
  use: "commission",
  plan: { currency, per: "to-date", brackets: [{ rate: "5%" }, { from: 9, rate: 0 }, { from: 20, rate: 1 }] },
};
const warnings = [
  ...checkPlan(attained)({ from: 0, to: 500_000 }),
  ...checkPlan(falling)({ from: 0, to: 2_600 }),
  ...checkPlan(dead)({ from: 0, to: 30 }),
];

/** The numbers of a text. */
const numbersOf = (text: string) => text.match(/\d+(\.\d+)?/g) ?? [];

function known({ witness, values }: PlanWarning | Stored<PlanWarning>): readonly string[] {
  return [...witness.flatMap((one) => Object.values(one).map(String)), ...Object.values(values)];
}

test("every kind of warning is here", () => {
  expect([...new Set(warnings.map(({ code }) => code))].sort()).toEqual([
    "bracket-unreachable",
    "dead-zone",
    "holding-back-pays",
    "nothing-paid",
    "pay-falls",
    "pay-jumps",
    "pay-stops",
    "table-unreachable",
  ]);
});

test("the message is the English sentence, also of a warning that was stored", () => {
  for (const warning of warnings) {
    expect(explainPlanWarning(warning)).toBe(warning.message);
    expect(explainPlanWarning(JSON.parse(JSON.stringify(warning)))).toBe(warning.message);
  }
});

test.each([en, zhCN, zhTW])("$languageTag: each number is in the warning", (locale) => {
  for (const warning of warnings) {
    const sentence = explainPlanWarning(warning, { locale });
    expect(sentence).not.toMatch(/undefined|null|NaN/);
    expect(known(warning)).toEqual(expect.arrayContaining(numbersOf(sentence)));
    if (locale !== en) expect(sentence).toMatch(/\p{Script=Han}/u);
  }
});

test("in Chinese", () => {
  const say = (code: string, locale: typeof zhCN) => {
    const found = warnings.find((one) => one.code === code);
    return found === undefined ? "" : explainPlanWarning(found, { locale });
  };
  expect(say("pay-jumps", zhCN)).toBe(
    "业绩由 149999.99（定额的 49.999997%）到 150000（定额的 50%），兑现骤增 7500",
  );
  expect(say("bracket-unreachable", zhTW)).toBe(
    "起點為業績 600000（定額的 200%），而業績最高為 500000（定額的 166.666667%）",
  );
});
