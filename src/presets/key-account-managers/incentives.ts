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
    tables: [
      {
        id: "key-accounts",
        label: { en: "Key accounts", "zh-CN": "重点客户", "zh-TW": "重點客戶" },
        when: [{ attribute: "account", is: ["key"] }],
        brackets: [{ from: 0, rate: "1.5%" }],
      },
      {
        id: "large-deals",
        label: { en: "Large deals", "zh-CN": "大额订单", "zh-TW": "大額訂單" },
        when: [{ attribute: "size", is: ["large"] }],
        brackets: [{ from: 0, rate: "1.3%" }],
      },
      {
        id: "other-sales",
        label: { en: "Other sales", "zh-CN": "其余销售", "zh-TW": "其餘銷售" },
        brackets: [
          { from: 0, rate: "0.5%" },
          { from: 500000, rate: "0.8%" },
          { from: 1000000, rate: "1.2%" },
        ],
      },
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
        months: [2, 5, 9, 10],
      },
    ],
  },
  {
    use: "teamPool",
    label: { en: "Team bonus", "zh-CN": "团队奖金", "zh-TW": "團隊獎金" },
    within: "team",
    fund: [
      {
        kind: "excess",
        of: [{ figure: "sales" }],
        over: [{ figure: "sales-target", times: "85%" }],
        share: "2%",
      },
    ],
    score: {
      least: 50,
      factors: [
        { score: 50, factor: "80%" },
        { score: 90, factor: "120%" },
      ],
    },
    sharedBy: [
      {
        by: "tier",
        points: [
          { of: ["junior"], counts: 2 },
          { of: ["intermediate"], counts: 3 },
          { of: ["senior", "team-manager", "department-manager"], counts: 4 },
        ],
      },
      { by: "fact", fact: "performance" },
      { by: "days" },
    ],
    memberMost: { share: "40%" },
  },
  {
    use: "honours",
    honours: [
      {
        id: "service-star",
        label: { en: "Service star of the month", "zh-CN": "月度服务之星", "zh-TW": "月度服務之星" },
        per: "month",
        by: [
          { key: "satisfaction", order: "descending" },
          { key: "sales", order: "descending" },
        ],
        winners: { count: 1 },
        ties: "id",
        mostWins: { wins: 3 },
        prize: { money: [500], points: [10] },
      },
      {
        id: "sales-champion",
        label: { en: "Sales champion of the month", "zh-CN": "月度销售冠军", "zh-TW": "月度銷售冠軍" },
        per: "month",
        by: [{ key: "sales", order: "descending" }],
        winners: { count: 1 },
        prize: { money: [800], points: [10] },
        eligibility: [{ fact: "violations", atMost: 0 }],
      },
      {
        id: "manager-of-the-year",
        label: {
          en: "Account manager of the year",
          "zh-CN": "年度优秀客户经理",
          "zh-TW": "年度優秀客戶經理",
        },
        per: "year",
        by: [{ key: "performance", order: "descending" }],
        winners: { count: 1 },
        prize: { money: [10000], points: [100] },
        eligibility: [
          { fact: "violations", atMost: 0 },
          { honours: ["service-star", "sales-champion"], from: "period-start" },
        ],
      },
      {
        id: "referral",
        label: { en: "Referral reward", "zh-CN": "推荐奖励", "zh-TW": "推薦獎勵" },
        per: "quarter",
        events: [
          { of: ["junior"], money: 1000 },
          { of: ["intermediate", "senior"], money: 3000 },
        ],
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
