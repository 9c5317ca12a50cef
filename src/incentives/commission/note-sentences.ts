import type { NoteWords } from "../line.js";
import { percentOf } from "../percent.js";

/** What a count is called in a sentence; a table's name goes before it where there are several. */
function counted(names: Readonly<Record<string, string>>, name: string | undefined): string {
  return names[name ?? ""] ?? name ?? "";
}

const countsEn = {
  amount: "the amount",
  units: "units",
  margin: "the margin",
  attainment: "the attainment",
  "margin-percent": "the margin in percent",
};

/** What of the excess over a cap is paid. */
function excessEn(share: string | undefined): string {
  return share === "0" ? "what exceeds it is not paid" : `of what exceeds it, ${percentOf(share)} is paid`;
}

function excessZh(share: string | undefined): string {
  return share === "0" ? "超出部分不予支付" : `超出部分按 ${percentOf(share)} 支付`;
}

/** What the notes of a commission say, in English. */
export const commissionNotesEn: NoteWords = {
  "commission-counted": ({ counts, counted: count, table }) =>
    `The brackets${table === undefined ? "" : ` of ${table}`} count ${counted(countsEn, counts)}: ${count}.`,
  "commission-attainment": ({ attained, quota, attainment, table }) =>
    `${table === undefined ? "" : `${table}: `}${attained} of a quota of ${quota}, an attainment of ${attainment}.`,
  "commission-threshold": ({ counts, counted: count, threshold }) =>
    `Nothing is paid, as ${counted(countsEn, counts)} is ${count}, below the threshold of ${threshold}.`,
  "commission-threshold-above": ({ counts, threshold }) =>
    `Only what is above the threshold of ${threshold} (${counted(countsEn, counts)}) is paid on.`,
  "commission-cap": ({ earned, above, share }) =>
    `The commission of ${earned} is above the cap of ${above}; ${excessEn(share)}.`,
  "commission-floor": ({ earned, floor }) =>
    `The commission of ${earned} is raised to the floor of ${floor}.`,
  "commission-deal-cap": ({ earned, above, share }) =>
    `The deal's commission of ${earned} is above the cap of ${above} for a deal; ${excessEn(share)}.`,
  "commission-deal-floor": ({ earned, floor }) =>
    `The deal's commission of ${earned} is raised to ${floor}, the least for a deal.`,
  "commission-deal-limit": ({ deal, quantity, credited, counted: count }) =>
    `Of the deal ${deal} (${counted(countsEn, quantity)}: ${credited}) only ${count} is credited.`,
  "commission-to-date": ({ earned, paid }) => `Earned to date: ${earned}, of which ${paid} was paid before.`,
};

const countsZhCN = {
  amount: "金额",
  units: "件数",
  margin: "毛利",
  attainment: "完成率",
  "margin-percent": "毛利率",
};

/** The same in Simplified Chinese. */
export const commissionNotesZhCN: NoteWords = {
  "commission-counted": ({ counts, counted: count, table }) =>
    `${table === undefined ? "" : `${table}：`}区间按${counted(countsZhCN, counts)}计：${count}。`,
  "commission-attainment": ({ attained, quota, attainment, table }) =>
    `${table === undefined ? "" : `${table}：`}完成 ${attained}，定额 ${quota}，完成率 ${attainment}。`,
  "commission-threshold": ({ counts, counted: count, threshold }) =>
    `${counted(countsZhCN, counts)}为 ${count}，未达到起付线 ${threshold}，不予支付。`,
  "commission-threshold-above": ({ counts, threshold }) =>
    `仅就超过起付线 ${threshold}（${counted(countsZhCN, counts)}）的部分计提。`,
  "commission-cap": ({ earned, above, share }) =>
    `应得佣金 ${earned} 超过上限 ${above}，${excessZh(share)}。`,
  "commission-floor": ({ earned, floor }) => `应得佣金 ${earned}，按下限 ${floor} 支付。`,
  "commission-deal-cap": ({ earned, above, share }) =>
    `该笔佣金 ${earned} 超过单笔上限 ${above}，${excessZh(share)}。`,
  "commission-deal-floor": ({ earned, floor }) => `该笔佣金 ${earned}，按单笔下限 ${floor} 支付。`,
  "commission-deal-limit": ({ deal, quantity, credited, counted: count }) =>
    `交易 ${deal} 的${counted(countsZhCN, quantity)}为 ${credited}，仅计入 ${count}。`,
  "commission-to-date": ({ earned, paid }) => `累计应得 ${earned}，此前已付 ${paid}。`,
};

const countsZhTW = {
  amount: "金額",
  units: "件數",
  margin: "毛利",
  attainment: "達成率",
  "margin-percent": "毛利率",
};

/** The same in Traditional Chinese. */
export const commissionNotesZhTW: NoteWords = {
  "commission-counted": ({ counts, counted: count, table }) =>
    `${table === undefined ? "" : `${table}：`}區間按${counted(countsZhTW, counts)}計：${count}。`,
  "commission-attainment": ({ attained, quota, attainment, table }) =>
    `${table === undefined ? "" : `${table}：`}達成 ${attained}，定額 ${quota}，達成率 ${attainment}。`,
  "commission-threshold": ({ counts, counted: count, threshold }) =>
    `${counted(countsZhTW, counts)}為 ${count}，未達到起付線 ${threshold}，不予支付。`,
  "commission-threshold-above": ({ counts, threshold }) =>
    `僅就超過起付線 ${threshold}（${counted(countsZhTW, counts)}）的部分計提。`,
  "commission-cap": ({ earned, above, share }) =>
    `應得佣金 ${earned} 超過上限 ${above}，${excessZh(share)}。`,
  "commission-floor": ({ earned, floor }) => `應得佣金 ${earned}，按下限 ${floor} 支付。`,
  "commission-deal-cap": ({ earned, above, share }) =>
    `該筆佣金 ${earned} 超過單筆上限 ${above}，${excessZh(share)}。`,
  "commission-deal-floor": ({ earned, floor }) => `該筆佣金 ${earned}，按單筆下限 ${floor} 支付。`,
  "commission-deal-limit": ({ deal, quantity, credited, counted: count }) =>
    `交易 ${deal} 的${counted(countsZhTW, quantity)}為 ${credited}，僅計入 ${count}。`,
  "commission-to-date": ({ earned, paid }) => `累計應得 ${earned}，此前已付 ${paid}。`,
};

/** What parts of a commission are of, beside its tables. */
export const commissionPartNamesEn = { cap: "cap", floor: "floor", paid: "paid before" };
export const commissionPartNamesZhCN = { cap: "上限", floor: "下限", paid: "此前已付" };
export const commissionPartNamesZhTW = { cap: "上限", floor: "下限", paid: "此前已付" };
