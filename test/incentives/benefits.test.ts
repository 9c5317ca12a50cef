import { expect, test } from "vitest";
import { benefits, explain, explainBenefits } from "../../src/index.js";
import { zhCN, zhTW } from "../../src/locales/index.js";
import { asJson } from "../properties/exact.js";

const result = benefits({
  currency: "CNY",
  items: [
    {
      id: "fund",
      label: { en: "Housing fund", "zh-CN": "住房公积金", "zh-TW": "住房公積金" },
      pays: { kind: "rate", fact: "salary", rate: "12%", least: 3000, most: 30_000 },
    },
    { id: "phone", pays: { kind: "amount", amount: 310 }, proration: { by: "calendar-days" } },
    {
      id: "car",
      label: { en: "Car allowance", "zh-CN": "交通补贴", "zh-TW": "交通津貼" },
      pays: { kind: "amount", amount: 2000 },
      eligibility: [{ tier: ["senior"] }],
    },
  ],
})({ period: "2026-07", tier: "junior", facts: { salary: 45_000 }, employment: { from: "2026-07-17" } });

test("benefits are explained line by line, and what is refused with the reason", () => {
  expect(explainBenefits(result)).toEqual([
    "Housing fund: 30000 x 12% = 3600.00 CNY.",
    "salary of 45000 counts as 30000, the most.",
    "phone: 310 x 0.483871 = 150.00 CNY.",
    "Paid for a part of the period: 15 of 31 days = 0.483871.",
    "Car allowance is not paid.",
    "Not eligible: the tier is junior, not one of: senior.",
  ]);
});

test("in Chinese, and from what was stored as JSON", () => {
  expect(explain(asJson(result), { locale: zhCN })).toEqual([
    "住房公积金：30000 × 12% = 3600.00 CNY。",
    "salary 为 45000，按上限 30000 计。",
    "phone：310 × 0.483871 = 150.00 CNY。",
    "按期间的一部分计付：31 天中的 15 = 0.483871。",
    "不享有交通补贴。",
    "不符合资格：层级为 junior，须为 senior 之一。",
  ]);
  expect(explain(asJson(result), { locale: zhTW }).slice(3, 5)).toEqual([
    "按期間的一部分計付：31 天中的 15 = 0.483871。",
    "不享有交通津貼。",
  ]);
});
