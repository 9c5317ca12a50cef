import type { NoteWords } from "./line.js";

const daysEn = (days: string | undefined) => (days === undefined ? "" : ` (${days})`);

/** What notes of base pay, bonuses and year-end bonuses say in English. */
export const payNotesEn: NoteWords = {
  prorated: ({ part }) => `Paid for a part of the period: ${part}.`,
  absence: ({ from, to, pays }) =>
    `Absent from ${from} through ${to}; the part of the pay that goes on: ${pays}.`,
  "part-time": ({ share, days }) => `Part time${daysEn(days)}, the share of full time: ${share}.`,
  location: ({ location, factor, days }) => `Place of work${daysEn(days)}: ${location}, factor ${factor}.`,
  "payout-threshold": ({ score, threshold }) =>
    `No payout for the score: ${score} is below ${threshold}, where the curve begins.`,
  "payout-multiplier": ({ multiplier, payout }) => `The payout is multiplied by ${payout} for ${multiplier}.`,
  "payout-multiplier-curve": ({ multiplier, value, payout }) =>
    `The payout is multiplied by ${payout} for ${multiplier}, of which the score is ${value}.`,
  "payout-added": ({ multiplier, value, payout, weight }) =>
    `Added for ${multiplier}, which is ${value}: a payout of ${payout} with a weight of ${weight}.`,
  "payout-gate": ({ multiplier }) => `Nothing is paid, as the payout of ${multiplier} is 0.`,
  "payout-modifier": ({ tier, factor }) => `The payout of ${tier} is multiplied by ${factor}.`,
  "payout-cap": ({ cap }) => `The payout is held at its most, ${cap}.`,
  "payout-floor": ({ floor }) => `The payout is raised to its least, ${floor}.`,
  "claim-multiplier": ({ multiplier }) => `Its own multiplier: ${multiplier}.`,
  "claim-factor": ({ factor }) => `Multiplied by ${factor}, so that all together are the pool.`,
  "basis-most": ({ whole, most }) => `Of ${whole}, no more than ${most} counts.`,
  "bonus-factor": ({ factor }) => `Multiplied by the factor ${factor}.`,
};

const daysZh = (days: string | undefined) => (days === undefined ? "" : `（${days}）`);

/** The same in Simplified Chinese. */
export const payNotesZhCN: NoteWords = {
  prorated: ({ part }) => `按期间的一部分计付：${part}。`,
  absence: ({ from, to, pays }) => `${from} 至 ${to} 缺勤，期间照付的比例：${pays}。`,
  "part-time": ({ share, days }) => `非全时工作${daysZh(days)}，占全时比例：${share}。`,
  location: ({ location, factor, days }) => `工作地点${daysZh(days)}：${location}，系数 ${factor}。`,
  "payout-threshold": ({ score, threshold }) => `得分 ${score} 低于曲线起点 ${threshold}，不予兑现。`,
  "payout-multiplier": ({ multiplier, payout }) => `因 ${multiplier}，兑现比例乘以 ${payout}。`,
  "payout-multiplier-curve": ({ multiplier, value, payout }) =>
    `因 ${multiplier} 得分 ${value}，兑现比例乘以 ${payout}。`,
  "payout-added": ({ multiplier, value, payout, weight }) =>
    `${multiplier === "score" ? "得分" : multiplier}（${value}）计入兑现比例 ${payout}，权重 ${weight}。`,
  "payout-gate": ({ multiplier }) => `${multiplier} 的兑现比例为 0，全部不予兑现。`,
  "payout-modifier": ({ tier, factor }) => `${tier} 的兑现比例乘以 ${factor}。`,
  "payout-cap": ({ cap }) => `兑现比例以上限 ${cap} 为限。`,
  "payout-floor": ({ floor }) => `兑现比例提高至下限 ${floor}。`,
  "claim-multiplier": ({ multiplier }) => `本人系数：${multiplier}。`,
  "claim-factor": ({ factor }) => `为使合计与奖金池相符，乘以 ${factor}。`,
  "basis-most": ({ whole, most }) => `${whole} 之中至多计 ${most}。`,
  "bonus-factor": ({ factor }) => `乘以系数 ${factor}。`,
};

/** The same in Traditional Chinese. */
export const payNotesZhTW: NoteWords = {
  prorated: ({ part }) => `按期間的一部分計付：${part}。`,
  absence: ({ from, to, pays }) => `${from} 至 ${to} 缺勤，期間照付的比例：${pays}。`,
  "part-time": ({ share, days }) => `部分工時${daysZh(days)}，占全時比例：${share}。`,
  location: ({ location, factor, days }) => `工作地點${daysZh(days)}：${location}，係數 ${factor}。`,
  "payout-threshold": ({ score, threshold }) => `得分 ${score} 低於曲線起點 ${threshold}，不予兌現。`,
  "payout-multiplier": ({ multiplier, payout }) => `因 ${multiplier}，兌現比例乘以 ${payout}。`,
  "payout-multiplier-curve": ({ multiplier, value, payout }) =>
    `因 ${multiplier} 得分 ${value}，兌現比例乘以 ${payout}。`,
  "payout-added": ({ multiplier, value, payout, weight }) =>
    `${multiplier === "score" ? "得分" : multiplier}（${value}）計入兌現比例 ${payout}，權重 ${weight}。`,
  "payout-gate": ({ multiplier }) => `${multiplier} 的兌現比例為 0，全部不予兌現。`,
  "payout-modifier": ({ tier, factor }) => `${tier} 的兌現比例乘以 ${factor}。`,
  "payout-cap": ({ cap }) => `兌現比例以上限 ${cap} 為限。`,
  "payout-floor": ({ floor }) => `兌現比例提高至下限 ${floor}。`,
  "claim-multiplier": ({ multiplier }) => `本人係數：${multiplier}。`,
  "claim-factor": ({ factor }) => `為使合計與獎金池相符，乘以 ${factor}。`,
  "basis-most": ({ whole, most }) => `${whole} 之中至多計 ${most}。`,
  "bonus-factor": ({ factor }) => `乘以係數 ${factor}。`,
};
