import type { Policy } from "../../policy/policy.js";

/** The stock options of M12. */
export const equity: Policy["equity"] = [
  {
    id: "core-managers",
    label: { en: "Options of core managers", "zh-CN": "核心经理期权", "zh-TW": "核心經理選擇權" },
    instrument: "options",
    size: {
      by: "units",
      rows: [
        { tier: "senior", units: 400 },
        { tier: "team-manager", units: 600 },
        { tier: "department-manager", units: 1200 },
      ],
    },
    termMonths: 120,
    eligibility: [
      { tier: ["senior", "team-manager", "department-manager"] },
      { at: { performance: ["middle", "high"] } },
      { fact: "violations", atMost: 0 },
    ],
  },
  {
    id: "outstanding",
    label: { en: "Options for the outstanding", "zh-CN": "突出贡献期权", "zh-TW": "傑出貢獻選擇權" },
    instrument: "options",
    size: { by: "units", rows: [{ units: 300 }] },
    termMonths: 120,
    eligibility: [
      { at: { capability: ["high"], performance: ["high"] } },
      { honours: ["manager-of-the-year"] },
    ],
  },
];

/** The training of M14. */
export const training: Policy["training"] = {
  catalogue: [
    {
      id: "foundations",
      label: { en: "Foundations of account management", "zh-CN": "客户管理基础", "zh-TW": "客戶管理基礎" },
      cost: 1500,
      hours: 24,
    },
    {
      id: "service",
      label: { en: "Service and complaints", "zh-CN": "服务与投诉处理", "zh-TW": "服務與申訴處理" },
      cost: 1200,
      hours: 12,
    },
    {
      id: "relationships",
      label: { en: "Strategy and relationships", "zh-CN": "战略与客户关系", "zh-TW": "策略與客戶關係" },
      cost: 4000,
      hours: 24,
      requires: ["foundations"],
    },
    {
      id: "study-visit",
      label: { en: "Study visit", "zh-CN": "考察学习", "zh-TW": "考察學習" },
      cost: 8000,
      hours: 32,
      seats: 3,
    },
  ],
  needs: [
    {
      id: "weak-service",
      label: { en: "Weak service", "zh-CN": "服务薄弱", "zh-TW": "服務薄弱" },
      weak: { indicator: "satisfaction", below: 70 },
      courses: ["service"],
    },
    {
      id: "juniors",
      label: { en: "Junior managers", "zh-CN": "初级客户经理", "zh-TW": "初級客戶經理" },
      eligibility: [{ tier: ["junior"] }],
      courses: ["foundations"],
    },
    {
      id: "leaders",
      label: { en: "Higher levels", "zh-CN": "高层级客户经理", "zh-TW": "高層級客戶經理" },
      eligibility: [{ tier: ["senior", "team-manager", "department-manager"] }],
      courses: ["relationships"],
    },
    {
      id: "reward",
      label: { en: "Reward for the outstanding", "zh-CN": "奖励突出者", "zh-TW": "獎勵傑出者" },
      eligibility: [{ at: { capability: ["high"], performance: ["high"] } }],
      courses: ["study-visit"],
    },
  ],
  by: [{ key: "performance", order: "descending" }],
  mostCost: 10000,
};
