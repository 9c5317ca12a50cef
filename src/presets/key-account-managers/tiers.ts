import type { Policy } from "../../policy/policy.js";

/** The business track and the management track (M5, M9). */
export const tiers: Policy["tiers"] = [
  {
    id: "junior",
    label: { en: "junior manager", "zh-CN": "初级客户经理", "zh-TW": "初級客戶經理" },
    duties: [{ en: "ordinary customers", "zh-CN": "服务普通客户", "zh-TW": "服務一般客戶" }],
    resources: [{ en: "foundation training", "zh-CN": "基础培训", "zh-TW": "基礎培訓" }],
  },
  {
    id: "intermediate",
    label: { en: "intermediate manager", "zh-CN": "中级客户经理", "zh-TW": "中級客戶經理" },
    duties: [{ en: "VIP customers", "zh-CN": "服务 VIP 客户", "zh-TW": "服務 VIP 客戶" }],
    resources: [
      {
        en: "training in strategy and relationships",
        "zh-CN": "战略与客户关系培训",
        "zh-TW": "策略與客戶關係培訓",
      },
    ],
  },
  {
    id: "senior",
    label: { en: "senior manager", "zh-CN": "高级客户经理", "zh-TW": "高級客戶經理" },
    duties: [
      { en: "super VIP customers", "zh-CN": "服务超级 VIP 客户", "zh-TW": "服務超級 VIP 客戶" },
      { en: "coaching of junior managers", "zh-CN": "辅导初级客户经理", "zh-TW": "輔導初級客戶經理" },
    ],
    resources: [{ en: "a team and a project budget", "zh-CN": "团队与项目预算", "zh-TW": "團隊與專案預算" }],
  },
  {
    id: "team-manager",
    label: { en: "team manager", "zh-CN": "团队经理", "zh-TW": "團隊經理" },
    duties: [{ en: "a team of account managers", "zh-CN": "带领客户经理团队", "zh-TW": "帶領客戶經理團隊" }],
    qualifications: [{ en: "training in team leadership", "zh-CN": "团队管理培训", "zh-TW": "團隊管理培訓" }],
  },
  {
    id: "department-manager",
    label: { en: "department manager", "zh-CN": "部门经理", "zh-TW": "部門經理" },
    duties: [{ en: "the teams of a region", "zh-CN": "管理区域内各团队", "zh-TW": "管理區域內各團隊" }],
  },
];
