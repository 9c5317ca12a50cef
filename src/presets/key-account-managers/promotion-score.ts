import type { Policy } from "../../policy/policy.js";

/** How much capability, performance and tenure weigh in a promotion (M9). */
export const promotionScore: Policy["promotionScore"] = {
  indicators: [
    {
      id: "capability",
      label: { en: "Capability", "zh-CN": "能力", "zh-TW": "能力" },
      weight: "40%",
      measure: { kind: "points" },
    },
    {
      id: "performance",
      label: { en: "Performance", "zh-CN": "绩效", "zh-TW": "績效" },
      weight: "40%",
      measure: { kind: "points", to: 120, outOfRange: "clamp" },
    },
    {
      id: "months-in-tier",
      label: { en: "Tenure in the tier", "zh-CN": "任职时间", "zh-TW": "任職時間" },
      weight: "20%",
      measure: {
        kind: "lines",
        points: [
          { at: 0, score: 40 },
          { at: 24, score: 100 },
        ],
        outOfRange: "clamp",
      },
    },
  ],
};
