import type { Policy } from "../../policy/policy.js";

/** When tiers change: quarterly, up and down with measures and a deadline (M7), by two tracks (M9), and after violations (M15). */
export const adjustment: Policy["adjustment"] = {
  cycle: "quarter",
  lateAfterDays: 30,
  promote: {
    when: [
      { kind: "cell", periods: 2 },
      { kind: "at-least", axis: "performance", score: 100, periods: 2 },
      { kind: "rise", axis: "capability", by: 10, periods: 2 },
    ],
    requires: [{ kind: "promotion-score", atLeast: 70, tiers: ["intermediate", "team-manager"] }],
    minimumMonthsInTier: 6,
    coolingOffMonths: 6,
    mostSteps: 1,
  },
  demote: {
    when: [
      { kind: "cell", periods: 2 },
      { kind: "below", axis: "performance", score: 60, periods: 2 },
      { kind: "fall", axis: "capability", by: 10, periods: 2 },
    ],
    minimumMonthsInTier: 3,
    mostSteps: 1,
    plan: {
      periods: 2,
      actions: [
        {
          en: "a coach and monthly talks",
          "zh-CN": "指定辅导人并每月面谈",
          "zh-TW": "指定輔導人並每月面談",
        },
        {
          en: "training in the weakest indicator",
          "zh-CN": "针对最弱指标培训",
          "zh-TW": "針對最弱指標培訓",
        },
      ],
      extensions: { most: 1, periods: 1 },
      onFail: "demote",
    },
  },
  precedence: "demote",
  trial: { months: 3, extensions: { most: 1, months: 3 } },
  protections: [
    {
      reason: "parental-leave",
      label: { en: "parental leave", "zh-CN": "产假与陪产假", "zh-TW": "育嬰假" },
      holds: ["demotion"],
      review: "is-skipped",
    },
    {
      reason: "transfer",
      label: { en: "transfer to other customers", "zh-CN": "客户调整", "zh-TW": "客戶調整" },
      holds: ["demotion"],
    },
  ],
  violations: {
    severities: [
      { id: "minor", label: { en: "minor", "zh-CN": "轻微", "zh-TW": "輕微" }, points: 1, expiresMonths: 12 },
      {
        id: "serious",
        label: { en: "serious", "zh-CN": "严重", "zh-TW": "嚴重" },
        points: 3,
        expiresMonths: 24,
      },
      { id: "grave", label: { en: "grave", "zh-CN": "重大", "zh-TW": "重大" }, points: 6, expiresMonths: 36 },
    ],
    consequences: [
      {
        id: "warning",
        label: { en: "warning", "zh-CN": "警告", "zh-TW": "警告" },
        kind: "warning",
        atPoints: 1,
      },
      { id: "fine", label: { en: "fine", "zh-CN": "罚款", "zh-TW": "罰款" }, kind: "fine", atPoints: 3 },
      {
        id: "no-promotion",
        label: { en: "no promotion", "zh-CN": "不得晋级", "zh-TW": "不得晉級" },
        kind: "block-promotion",
        atPoints: 3,
      },
      {
        id: "demotion",
        label: { en: "demotion", "zh-CN": "降级", "zh-TW": "降級" },
        kind: "demotion",
        atPoints: 6,
      },
      {
        id: "dismissal",
        label: { en: "dismissal", "zh-CN": "解除聘用", "zh-TW": "解除聘用" },
        kind: "dismissal",
        atPoints: 12,
      },
    ],
  },
  tracks: [
    {
      id: "business",
      label: { en: "business", "zh-CN": "业务序列", "zh-TW": "業務序列" },
      tiers: ["junior", "intermediate", "senior"],
    },
    {
      id: "management",
      label: { en: "management", "zh-CN": "管理序列", "zh-TW": "管理序列" },
      tiers: ["team-manager", "department-manager"],
    },
  ],
  crossings: [
    {
      from: "business",
      to: "management",
      map: [{ from: "senior", to: "team-manager" }],
      requires: [
        { kind: "promotion-score", atLeast: 80 },
        {
          kind: "certificate",
          certificate: "team-leadership",
          label: { en: "training in team leadership", "zh-CN": "团队管理培训", "zh-TW": "團隊管理培訓" },
        },
      ],
    },
    { from: "management", to: "business", map: [{ from: "team-manager", to: "senior" }] },
  ],
  order: ["sanction", "appeal", "appointment", "crossing", "plan", "condition"],
};
