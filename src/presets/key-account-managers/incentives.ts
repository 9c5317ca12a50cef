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
  {
    use: "yearEndBonus",
    label: { en: "Year-end bonus", "zh-CN": "年终奖", "zh-TW": "年終獎金" },
    pays: [
      { tier: "junior", amount: 6000 },
      { tier: "intermediate", amount: 9000 },
      { tier: "senior", amount: 15000 },
      { tier: "team-manager", amount: 18000 },
      { tier: "department-manager", amount: 26000 },
    ],
    eligibility: [{ at: { performance: ["middle", "high"] } }, { fact: "violations", atMost: 0 }],
  },
  {
    use: "benefits",
    items: [
      {
        id: "phone",
        label: { en: "Phone allowance", "zh-CN": "通讯补贴", "zh-TW": "通訊補貼" },
        pays: {
          kind: "by-tier",
          amounts: [
            { of: ["junior", "intermediate"], amount: 150 },
            { of: ["senior", "team-manager", "department-manager"], amount: 300 },
          ],
        },
      },
      {
        id: "festival",
        label: { en: "Festival gift", "zh-CN": "节日慰问金", "zh-TW": "節日慰問金" },
        pays: { kind: "amount", amount: 800 },
        months: [2, 9],
      },
    ],
  },
  {
    use: "deductions",
    suspensions: [
      {
        id: "no-bonus",
        label: { en: "Bonus withheld", "zh-CN": "停发奖金", "zh-TW": "停發獎金" },
        for: ["demotion"],
        categories: ["bonus"],
        share: "50%",
      },
    ],
    deductions: [
      {
        id: "fines",
        label: { en: "Fines", "zh-CN": "罚款", "zh-TW": "罰款" },
        due: { kind: "fines", fines: [{ for: ["fine"], amounts: [1000, 2000] }] },
        most: [{ share: "20%", of: "gross" }],
        rest: "dropped",
      },
    ],
    leaves: { amount: 7500 },
  },
];
