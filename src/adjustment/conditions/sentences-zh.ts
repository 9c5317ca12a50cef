import type { ConditionSentences } from "./sentences.js";

export const conditionSentencesZhCN: ConditionSentences = {
  purposes: { up: "晋升条件", down: "降级条件", requirement: "要求" },
  facts: {
    "months-in-tier": "在现层级的月数",
    violations: "仍计入的违规次数",
    "violation-points": "违规记分",
  },
  clause: ({ kind, axis, threshold, atMost, over, against, name, bands, of }) => {
    const score = over === "" ? axis : `${axis}最近 ${over} 次考核的平均分`;
    const earlier = against === "" ? "上次考核" : `前第 ${against} 次考核`;
    switch (kind) {
      case "at-least":
        return `${score}不低于 ${threshold}`;
      case "below":
        return `${score}低于 ${threshold}`;
      case "rise":
        return `${axis}较${earlier}提高至少 ${threshold}`;
      case "fall":
        return `${axis}较${earlier}下降至少 ${threshold}`;
      case "cell":
        return "所在矩阵格提出该建议";
      case "placed":
        return bands.map((one) => `${one.axis}属于“${one.band}”档`).join("且");
      case "points":
        return `积分不低于 ${threshold}`;
      case "promotion-score":
        return `晋升综合得分不低于 ${threshold}`;
      case "fact":
        return [name, threshold === "" ? "" : `不低于 ${threshold}`, atMost === "" ? "" : `不高于 ${atMost}`]
          .filter((part) => part !== "")
          .join(" ");
      case "certificate":
        return `持有证书 ${name}`;
      case "place-lost":
        return "本层级的名额已由他人取得";
      case "all":
        return `同时满足：${of.join("；")}`;
      case "any":
        return `满足任一：${of.join("；")}`;
    }
  },
  row: ({ count, periods, outOf }) =>
    outOf === ""
      ? `已连续 ${count} 次，需 ${periods} 次`
      : `最近 ${outOf} 次考核中 ${count} 次，需 ${periods} 次`,
  needed: ({ periods, outOf }) =>
    outOf === "" ? `需连续 ${periods} 次` : `最近 ${outOf} 次考核中需 ${periods} 次`,
  distance: ({ value, distance }) => `现为 ${value}，相差 ${distance}`,
  met: ({ purpose, condition, row, evidence }) =>
    `已满足${purpose}：${condition}${row === "" ? "" : `；${row}`}${evidence === "" ? "" : `（${evidence}）`}。`,
  notMet: ({ purpose, condition, row, evidence, distance }) =>
    `未满足${purpose}：${condition}${row === "" ? "" : `；${row}`}${evidence === "" ? "" : `（${evidence}）`}${distance === "" ? "" : `；${distance}`}。`,
};

export const conditionSentencesZhTW: ConditionSentences = {
  purposes: { up: "晉升條件", down: "降級條件", requirement: "要求" },
  facts: {
    "months-in-tier": "在現層級的月數",
    violations: "仍計入的違規次數",
    "violation-points": "違規記點",
  },
  clause: ({ kind, axis, threshold, atMost, over, against, name, bands, of }) => {
    const score = over === "" ? axis : `${axis}最近 ${over} 次考核的平均分`;
    const earlier = against === "" ? "上次考核" : `前第 ${against} 次考核`;
    switch (kind) {
      case "at-least":
        return `${score}不低於 ${threshold}`;
      case "below":
        return `${score}低於 ${threshold}`;
      case "rise":
        return `${axis}較${earlier}提高至少 ${threshold}`;
      case "fall":
        return `${axis}較${earlier}下降至少 ${threshold}`;
      case "cell":
        return "所在矩陣格提出該建議";
      case "placed":
        return bands.map((one) => `${one.axis}屬於「${one.band}」級距`).join("且");
      case "points":
        return `積分不低於 ${threshold}`;
      case "promotion-score":
        return `晉升綜合得分不低於 ${threshold}`;
      case "fact":
        return [name, threshold === "" ? "" : `不低於 ${threshold}`, atMost === "" ? "" : `不高於 ${atMost}`]
          .filter((part) => part !== "")
          .join(" ");
      case "certificate":
        return `持有證書 ${name}`;
      case "place-lost":
        return "本層級的名額已由他人取得";
      case "all":
        return `同時符合：${of.join("；")}`;
      case "any":
        return `符合任一：${of.join("；")}`;
    }
  },
  row: ({ count, periods, outOf }) =>
    outOf === ""
      ? `已連續 ${count} 次，需 ${periods} 次`
      : `最近 ${outOf} 次考核中 ${count} 次，需 ${periods} 次`,
  needed: ({ periods, outOf }) =>
    outOf === "" ? `需連續 ${periods} 次` : `最近 ${outOf} 次考核中需 ${periods} 次`,
  distance: ({ value, distance }) => `現為 ${value}，相差 ${distance}`,
  met: ({ purpose, condition, row, evidence }) =>
    `已符合${purpose}：${condition}${row === "" ? "" : `；${row}`}${evidence === "" ? "" : `（${evidence}）`}。`,
  notMet: ({ purpose, condition, row, evidence, distance }) =>
    `未符合${purpose}：${condition}${row === "" ? "" : `；${row}`}${evidence === "" ? "" : `（${evidence}）`}${distance === "" ? "" : `；${distance}`}。`,
};
