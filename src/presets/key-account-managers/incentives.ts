import type { Policy } from "../../policy/policy.js";

/** The pay of M10. */
export const incentives: Policy["incentives"] = [
  {
    use: "basePay",
    label: { en: "Base pay", "zh-CN": "基本工资", "zh-TW": "基本薪資" },
    per: "month",
    table: [
      { tier: "junior", fromYears: 0, amount: 6000 },
      { tier: "junior", fromYears: 3, amount: 6600 },
      { tier: "intermediate", fromYears: 0, amount: 8000 },
      { tier: "intermediate", fromYears: 3, amount: 8800 },
      { tier: "intermediate", fromYears: 6, amount: 9400 },
      { tier: "senior", fromYears: 0, amount: 11000 },
      { tier: "senior", fromYears: 5, amount: 12500 },
      { tier: "team-manager", fromYears: 0, amount: 13000 },
      { tier: "department-manager", fromYears: 0, amount: 17000 },
    ],
  },
  {
    use: "performanceBonus",
    label: { en: "Performance bonus", "zh-CN": "绩效奖金", "zh-TW": "績效獎金" },
    axis: "performance",
    target: [
      { tier: "junior", amount: 4000 },
      { tier: "intermediate", amount: 6000 },
      { tier: "senior", amount: 9000 },
      { tier: "team-manager", amount: 10000 },
      { tier: "department-manager", amount: 14000 },
    ],
    curve: "lines",
    payout: [
      { score: 60, pays: "50%" },
      { score: 80, pays: "100%" },
      { score: 100, pays: "150%" },
    ],
  },
  {
    use: "commission",
    label: { en: "Commission", "zh-CN": "销售佣金", "zh-TW": "銷售佣金" },
    on: "sales",
    brackets: [
      { from: 0, rate: "0.5%" },
      { from: 500000, rate: "0.8%" },
      { from: 1000000, rate: "1.2%" },
    ],
  },
];
