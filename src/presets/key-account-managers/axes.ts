import type { Policy } from "../../policy/policy.js";

/** The dimensions: the weights of M1 and M2, and bands (M5). */
export const axes: Policy["axes"] = [
  {
    id: "capability",
    label: { en: "Capability", "zh-CN": "能力", "zh-TW": "能力" },
    indicators: [
      {
        id: "communication",
        label: { en: "Communication and coordination", "zh-CN": "沟通协调", "zh-TW": "溝通協調" },
        weight: "25%",
        measure: { kind: "rating", from: 1, to: 5 },
      },
      {
        id: "relationships",
        label: { en: "Customer relationship management", "zh-CN": "客户关系管理", "zh-TW": "客戶關係管理" },
        weight: "20%",
        measure: { kind: "rating", from: 1, to: 5 },
      },
      {
        id: "market-development",
        label: { en: "Market development", "zh-CN": "市场开拓", "zh-TW": "市場開拓" },
        weight: "20%",
        measure: { kind: "rating", from: 1, to: 5 },
      },
      {
        id: "business-knowledge",
        label: {
          en: "Business knowledge and skills",
          "zh-CN": "业务知识与技能",
          "zh-TW": "業務知識與技能",
        },
        weight: "15%",
        measure: { kind: "rating", from: 1, to: 5 },
      },
      {
        id: "adaptability",
        label: { en: "Adaptability", "zh-CN": "应变能力", "zh-TW": "應變能力" },
        weight: "10%",
        measure: { kind: "rating", from: 1, to: 5 },
      },
      {
        id: "teamwork",
        label: { en: "Teamwork", "zh-CN": "团队合作", "zh-TW": "團隊合作" },
        weight: "10%",
        measure: { kind: "rating", from: 1, to: 5 },
      },
    ],
    bands: [
      { id: "low", label: { en: "low", "zh-CN": "低", "zh-TW": "低" }, from: 0 },
      { id: "middle", label: { en: "middle", "zh-CN": "中", "zh-TW": "中" }, from: 60 },
      { id: "high", label: { en: "high", "zh-CN": "高", "zh-TW": "高" }, from: 80 },
    ],
    margin: 2,
  },
  {
    id: "performance",
    label: { en: "Performance", "zh-CN": "绩效", "zh-TW": "績效" },
    indicators: [
      {
        id: "sales",
        label: { en: "Sales", "zh-CN": "销售额", "zh-TW": "銷售額" },
        weight: "30%",
        measure: { kind: "attainment", floor: "60%", cap: "120%" },
      },
      {
        id: "customers",
        label: { en: "Number of customers", "zh-CN": "客户数量", "zh-TW": "客戶數量" },
        weight: "20%",
        measure: { kind: "attainment", floor: "60%", cap: "120%" },
      },
      {
        id: "satisfaction",
        label: { en: "Customer satisfaction", "zh-CN": "客户满意度", "zh-TW": "客戶滿意度" },
        weight: "20%",
        measure: { kind: "points" },
      },
      {
        id: "growth",
        label: { en: "Business growth rate", "zh-CN": "业务增长率", "zh-TW": "業務成長率" },
        weight: "15%",
        measure: { kind: "attainment", floor: 0, cap: "120%" },
      },
      {
        id: "delivery",
        label: { en: "Project delivery quality", "zh-CN": "项目交付质量", "zh-TW": "專案交付品質" },
        weight: "15%",
        measure: { kind: "points" },
      },
    ],
    bands: [
      { id: "low", label: { en: "low", "zh-CN": "低", "zh-TW": "低" }, from: 0 },
      { id: "middle", label: { en: "middle", "zh-CN": "中", "zh-TW": "中" }, from: 60 },
      { id: "high", label: { en: "high", "zh-CN": "高", "zh-TW": "高" }, from: 80 },
    ],
    margin: 2,
  },
];
