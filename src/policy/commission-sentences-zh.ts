import type { Count } from "../incentives/rate-table/terms.js";
import type { CommissionSentences, TableConditionWords } from "./commission-sentences.js";

const COUNTS_CN: Readonly<Record<Count, string>> = {
  amount: "金额",
  units: "件数",
  margin: "毛利",
  attainment: "定额完成率",
  "margin-percent": "毛利率",
};

const METHODS_CN = {
  marginal: "各区间部分按各自比例计",
  each: "每笔按计入后所达到区间的比例计",
  whole: "全部金额按所达到区间的比例计",
};

const PER_CN = {
  credit: "，每笔单独计算",
  order: "，每张订单单独计算",
  period: "",
  "to-date": "，按累计数计，减去此前已付部分",
};

function conditionCN({ attribute, is, deal, atLeast, atMost }: TableConditionWords): string {
  if (attribute !== "") return `${attribute} 为 ${is}`;
  const limits = [atLeast && `不低于 ${atLeast}`, atMost && `不高于 ${atMost}`].filter((one) => one !== "");
  return `单笔${COUNTS_CN[deal]}${limits.join("且")}`;
}

export const commissionSentencesZhCN: CommissionSentences = {
  commission: ({ name, indicator, method, per }) =>
    `${name}：按“${indicator}”计提的佣金，${METHODS_CN[method]}${PER_CN[per]}。`,
  counted: ({ counts, quotaIn, paidOn }) =>
    `区间按${COUNTS_CN[counts]}${counts === "attainment" ? `（${COUNTS_CN[quotaIn]}）` : ""}计，比例乘以${COUNTS_CN[paidOn]}。`,
  rateLines: () => "分界点之间按直线变化。",
  bracket: ({ from, to, rate, perUnit, pays, isForAll }) => {
    const what =
      rate ||
      (perUnit && `每件 ${perUnit}`) ||
      (isForAll ? `共付 ${pays}` : `全部达到时付 ${pays}，未达到时按比例`);
    return `${from}${to === "" ? " 以上" : ` 至 ${to}`}：${what}。`;
  },
  rateTable: ({ table, when }) =>
    `${table}（${when.length === 0 ? "其余各笔" : when.map(conditionCN).join("，")}）：`,
  sharedTotals: () => "各表的区间均按全部业绩合计计。",
  boundary: ({ boundary }) => `恰好等于分界点的金额属于${boundary === "upper" ? "较高" : "较低"}区间。`,
  threshold: ({ counts, from, pays }) =>
    pays === "all"
      ? `${COUNTS_CN[counts]}达到 ${from} 前不予支付。`
      : `仅就超过 ${from}（${COUNTS_CN[counts]}）的部分计提。`,
  dealCredited: ({ above, share, quantity }) =>
    share === ""
      ? `单笔${COUNTS_CN[quantity]}超过 ${above} 的部分不计入。`
      : `单笔${COUNTS_CN[quantity]}超过 ${above} 的部分按 ${share} 计入。`,
  commissionCap: ({ above, share, of }) => {
    const what = of === "deal" ? "单笔佣金" : "佣金";
    return share === "" ? `${what}不超过 ${above}。` : `${what}超过 ${above} 的部分按 ${share} 支付。`;
  },
  commissionFloor: ({ floor, of }) => `${of === "deal" ? "有佣金的单笔" : "佣金"}不低于 ${floor}。`,
};

const COUNTS_TW: Readonly<Record<Count, string>> = {
  amount: "金額",
  units: "件數",
  margin: "毛利",
  attainment: "定額達成率",
  "margin-percent": "毛利率",
};

const METHODS_TW = {
  marginal: "各區間部分按各自比例計",
  each: "每筆按計入後所達到區間的比例計",
  whole: "全部金額按所達到區間的比例計",
};

const PER_TW = {
  credit: "，每筆單獨計算",
  order: "，每張訂單單獨計算",
  period: "",
  "to-date": "，按累計數計，減去此前已付部分",
};

function conditionTW({ attribute, is, deal, atLeast, atMost }: TableConditionWords): string {
  if (attribute !== "") return `${attribute} 為 ${is}`;
  const limits = [atLeast && `不低於 ${atLeast}`, atMost && `不高於 ${atMost}`].filter((one) => one !== "");
  return `單筆${COUNTS_TW[deal]}${limits.join("且")}`;
}

export const commissionSentencesZhTW: CommissionSentences = {
  commission: ({ name, indicator, method, per }) =>
    `${name}：按「${indicator}」計提的佣金，${METHODS_TW[method]}${PER_TW[per]}。`,
  counted: ({ counts, quotaIn, paidOn }) =>
    `區間按${COUNTS_TW[counts]}${counts === "attainment" ? `（${COUNTS_TW[quotaIn]}）` : ""}計，比例乘以${COUNTS_TW[paidOn]}。`,
  rateLines: () => "分界點之間按直線變化。",
  bracket: ({ from, to, rate, perUnit, pays, isForAll }) => {
    const what =
      rate ||
      (perUnit && `每件 ${perUnit}`) ||
      (isForAll ? `共付 ${pays}` : `全部達到時付 ${pays}，未達到時按比例`);
    return `${from}${to === "" ? " 以上" : ` 至 ${to}`}：${what}。`;
  },
  rateTable: ({ table, when }) =>
    `${table}（${when.length === 0 ? "其餘各筆" : when.map(conditionTW).join("，")}）：`,
  sharedTotals: () => "各表的區間均按全部業績合計計。",
  boundary: ({ boundary }) => `恰好等於分界點的金額屬於${boundary === "upper" ? "較高" : "較低"}區間。`,
  threshold: ({ counts, from, pays }) =>
    pays === "all"
      ? `${COUNTS_TW[counts]}達到 ${from} 前不予支付。`
      : `僅就超過 ${from}（${COUNTS_TW[counts]}）的部分計提。`,
  dealCredited: ({ above, share, quantity }) =>
    share === ""
      ? `單筆${COUNTS_TW[quantity]}超過 ${above} 的部分不計入。`
      : `單筆${COUNTS_TW[quantity]}超過 ${above} 的部分按 ${share} 計入。`,
  commissionCap: ({ above, share, of }) => {
    const what = of === "deal" ? "單筆佣金" : "佣金";
    return share === "" ? `${what}不超過 ${above}。` : `${what}超過 ${above} 的部分按 ${share} 支付。`;
  },
  commissionFloor: ({ floor, of }) => `${of === "deal" ? "有佣金的單筆" : "佣金"}不低於 ${floor}。`,
};
