import type { CutWords, MatrixSentences } from "./matrix-sentences.js";

const cutsText = (cuts: readonly CutWords[]) => cuts.map(({ band, value }) => `${band} ${value}`).join("、");

export const matrixSentencesZhCN: MatrixSentences = {
  band: ({ band, from }) => `${band}（${from} 起）`,
  lowestBand: ({ band }) => `${band}（以下）`,
  bands: ({ bands }) => `分档：${bands}。恰好等于起点的得分属于该档。`,
  relativeBands: ({ bands }) => `分档（由低到高）：${bands}。`,
  topShare: ({ cuts, rounding }) =>
    `按组内名次前列的比例分档（自最高档起累计）：${cutsText(cuts)}；人数按 ${rounding} 舍入。`,
  topCount: ({ cuts }) => `按组内名次前列的人数分档（自最高档起累计）：${cutsText(cuts)}。`,
  forced: ({ cuts }) => `组内强制分布：${cutsText(cuts)}；人数按最大余数法分配，余数相同者较高档优先。`,
  quantile: ({ cuts, definition, decimals }) =>
    `各档起点为组内得分的分位数：${cutsText(cuts)}；分位数定义 ${definition}，保留 ${decimals} 位小数。`,
  meanDeviation: ({ cuts, deviation, whenEqual, decimals }) =>
    `各档起点为组内平均分加标准差（除以 ${deviation === "sample" ? "n - 1" : "n"}）的倍数：${cutsText(cuts)}；保留 ${decimals} 位小数。${whenEqual === "" ? "" : `得分全部相同时均属“${whenEqual}”档。`}`,
  ties: ({ rule, keys }) => {
    if (rule === "all-in") return "分界处得分相同者：全部计入。";
    if (rule === "all-out") return "分界处得分相同者：全部不计入。";
    const order = keys.map((one) => `${one.key}（${one.order === "ascending" ? "升序" : "降序"}）`);
    return `分界处得分相同者依次按下列各项取舍：${[...order, "标识"].join("、")}。`;
  },
  minimumGroup: ({ count, bands }) => `组内不足 ${count} 人时：${bands}。`,
  margin: ({ margin }) => `得分低于上次考核所在档的起点不超过 ${margin} 时，保留该档。`,
  matrix: () => "矩阵",
  plainCells: () => "各维度分档的每种组合为一格，不作建议。",
  cell: ({ cell, says }) => (says === "" ? cell : `${cell}：${says}`),
  cellTier: ({ tier }) => `层级 ${tier}`,
  moves: { up: "上调一级", stay: "保持不变", down: "下调一级" },
  cellActions: ({ list }) => `措施：${list}`,
  action: ({ action, owner, days, months }) => {
    const time = days === "" ? (months === "" ? "" : `${months} 个月内`) : `${days} 天内`;
    const said = [owner, time].filter((part) => part !== "").join("，");
    return said === "" ? action : `${action}（${said}）`;
  },
  gate: ({ gate, kind, subject, atLeast, atMost, onFail, tier }) => {
    const limits = [
      ...(atLeast === "" ? [] : [`不低于 ${atLeast}`]),
      ...(atMost === "" ? [] : [`不高于 ${atMost}`]),
    ].join("且");
    const wanted = kind === "certificate" ? `须持有证书“${subject}”` : `${subject}${limits}`;
    const otherwise = {
      "block-promotion": "不得晋升",
      veto: "不得晋升，并按最低档所在的格处理",
      "cap-tier": `不得晋升至${tier}以上`,
    }[onFail];
    return `门槛“${gate}”：${wanted}，否则${otherwise}。`;
  },
};

export const matrixSentencesZhTW: MatrixSentences = {
  band: ({ band, from }) => `${band}（${from} 起）`,
  lowestBand: ({ band }) => `${band}（以下）`,
  bands: ({ bands }) => `級距：${bands}。恰好等於起點的得分屬於該級距。`,
  relativeBands: ({ bands }) => `級距（由低到高）：${bands}。`,
  topShare: ({ cuts, rounding }) =>
    `按組內名次前列的比例分級（自最高級距起累計）：${cutsText(cuts)}；人數按 ${rounding} 捨入。`,
  topCount: ({ cuts }) => `按組內名次前列的人數分級（自最高級距起累計）：${cutsText(cuts)}。`,
  forced: ({ cuts }) => `組內強制分布：${cutsText(cuts)}；人數按最大餘數法分配，餘數相同者較高級距優先。`,
  quantile: ({ cuts, definition, decimals }) =>
    `各級距起點為組內得分的分位數：${cutsText(cuts)}；分位數定義 ${definition}，保留 ${decimals} 位小數。`,
  meanDeviation: ({ cuts, deviation, whenEqual, decimals }) =>
    `各級距起點為組內平均分加標準差（除以 ${deviation === "sample" ? "n - 1" : "n"}）的倍數：${cutsText(cuts)}；保留 ${decimals} 位小數。${whenEqual === "" ? "" : `得分全部相同時均屬「${whenEqual}」級距。`}`,
  ties: ({ rule, keys }) => {
    if (rule === "all-in") return "分界處得分相同者：全部計入。";
    if (rule === "all-out") return "分界處得分相同者：全部不計入。";
    const order = keys.map((one) => `${one.key}（${one.order === "ascending" ? "升序" : "降序"}）`);
    return `分界處得分相同者依次按下列各項取捨：${[...order, "識別碼"].join("、")}。`;
  },
  minimumGroup: ({ count, bands }) => `組內不足 ${count} 人時：${bands}。`,
  margin: ({ margin }) => `得分低於上次考核所在級距的起點不超過 ${margin} 時，保留該級距。`,
  matrix: () => "矩陣",
  plainCells: () => "各維度級距的每種組合為一格，不作建議。",
  cell: ({ cell, says }) => (says === "" ? cell : `${cell}：${says}`),
  cellTier: ({ tier }) => `層級 ${tier}`,
  moves: { up: "上調一級", stay: "維持不變", down: "下調一級" },
  cellActions: ({ list }) => `措施：${list}`,
  action: ({ action, owner, days, months }) => {
    const time = days === "" ? (months === "" ? "" : `${months} 個月內`) : `${days} 天內`;
    const said = [owner, time].filter((part) => part !== "").join("，");
    return said === "" ? action : `${action}（${said}）`;
  },
  gate: ({ gate, kind, subject, atLeast, atMost, onFail, tier }) => {
    const limits = [
      ...(atLeast === "" ? [] : [`不低於 ${atLeast}`]),
      ...(atMost === "" ? [] : [`不高於 ${atMost}`]),
    ].join("且");
    const wanted = kind === "certificate" ? `須持有證書「${subject}」` : `${subject}${limits}`;
    const otherwise = {
      "block-promotion": "不得晉升",
      veto: "不得晉升，並按最低級距所在的格處理",
      "cap-tier": `不得晉升至${tier}以上`,
    }[onFail];
    return `門檻「${gate}」：${wanted}，否則${otherwise}。`;
  },
};
