import type { Policy } from "../../policy/policy.js";

/** The cells of M5 and the gates of M6. */
export const matrix: Policy["matrix"] = {
  cells: [
    {
      at: { capability: "high", performance: "high" },
      label: { en: "star", "zh-CN": "明星", "zh-TW": "明星" },
      move: "up",
      actions: [{ en: "challenging work", "zh-CN": "安排更具挑战性的工作", "zh-TW": "安排更具挑戰性的工作" }],
    },
    {
      at: { capability: "high", performance: "middle" },
      label: { en: "strong potential", "zh-CN": "高潜力", "zh-TW": "高潛力" },
      move: "stay",
      actions: [{ en: "targets that stretch", "zh-CN": "设定进取目标", "zh-TW": "設定進取目標" }],
    },
    {
      at: { capability: "high", performance: "low" },
      label: { en: "untapped capability", "zh-CN": "能力未发挥", "zh-TW": "能力未發揮" },
      move: "stay",
      actions: [{ en: "training and coaching", "zh-CN": "培训与辅导", "zh-TW": "培訓與輔導" }],
    },
    {
      at: { capability: "middle", performance: "high" },
      label: { en: "strong performer", "zh-CN": "绩优", "zh-TW": "績優" },
      move: "stay",
      actions: [{ en: "reward, and build capability", "zh-CN": "奖励并提升能力", "zh-TW": "獎勵並提升能力" }],
    },
    {
      at: { capability: "middle", performance: "middle" },
      label: { en: "core", "zh-CN": "中坚", "zh-TW": "中堅" },
      move: "stay",
      actions: [{ en: "development in the present duties", "zh-CN": "在岗发展", "zh-TW": "在職發展" }],
    },
    {
      at: { capability: "middle", performance: "low" },
      label: { en: "below expectation", "zh-CN": "低于预期", "zh-TW": "低於預期" },
      move: "stay",
      actions: [
        { en: "coaching, with targets agreed", "zh-CN": "辅导并约定目标", "zh-TW": "輔導並約定目標" },
      ],
    },
    {
      at: { capability: "low", performance: "high" },
      label: { en: "capability gap", "zh-CN": "能力短板", "zh-TW": "能力短板" },
      move: "stay",
      actions: [
        {
          en: "retain and reward; build capability",
          "zh-CN": "留任奖励，补强能力",
          "zh-TW": "留任獎勵，補強能力",
        },
      ],
    },
    {
      at: { capability: "low", performance: "middle" },
      label: { en: "in need of training", "zh-CN": "需培训", "zh-TW": "需培訓" },
      move: "stay",
      actions: [{ en: "training in the weak indicators", "zh-CN": "针对弱项培训", "zh-TW": "針對弱項培訓" }],
    },
    {
      at: { capability: "low", performance: "low" },
      label: { en: "mismatch", "zh-CN": "不匹配", "zh-TW": "不適任" },
      move: "down",
      actions: [{ en: "reassignment or training", "zh-CN": "调岗或培训", "zh-TW": "調職或培訓" }],
    },
  ],
  gates: [
    {
      id: "service",
      label: {
        en: "minimum of customer satisfaction",
        "zh-CN": "客户满意度门槛",
        "zh-TW": "客戶滿意度門檻",
      },
      indicator: "satisfaction",
      atLeast: 60,
      onFail: "block-promotion",
    },
    {
      id: "service-veto",
      label: {
        en: "veto on customer satisfaction",
        "zh-CN": "客户满意度一票否决",
        "zh-TW": "客戶滿意度一票否決",
      },
      indicator: "satisfaction",
      atLeast: 40,
      onFail: "veto",
    },
  ],
};
