import type { NoteWords } from "./line.js";
import { percentOf } from "./percent.js";

const UNITS_EN: Readonly<Record<string, string>> = {
  days: "days",
  "working-days": "working days",
  "days-of-30": "days, each month having 30,",
  months: "months",
};
const countedEn = (counted?: string, of?: string, unit = "") =>
  counted === undefined ? "" : `${counted} of ${of} ${UNITS_EN[unit]} = `;
const monthsEn = (months?: string) => `${months} ${months === "1" ? "month" : "months"}`;

const daysEn = (days: string | undefined) => (days === undefined ? "" : ` (${days})`);

/** What notes of base pay, bonuses and year-end bonuses say in English. */
export const payNotesEn: NoteWords = {
  prorated: ({ part, counted, of, unit, days }) =>
    `Paid for a part of the period${daysEn(days)}: ${countedEn(counted, of, unit)}${part}.`,
  absence: ({ from, to, pays }) =>
    `Absent from ${from} through ${to}; the part of the pay that goes on: ${pays}.`,
  "part-time": ({ share, days }) => `Part time${daysEn(days)}, the share of full time: ${share}.`,
  location: ({ location, factor, days }) => `Place of work${daysEn(days)}: ${location}, factor ${factor}.`,
  "payout-score": ({ score, payout }) => `For a score of ${score} the curve pays ${percentOf(payout)}.`,
  "payout-target": ({ share, salary, days }) =>
    `The target${daysEn(days)} is ${percentOf(share)} of ${salary}.`,
  "payout-threshold": ({ score, threshold }) =>
    `No payout for the score: ${score} is below ${threshold}, where the curve begins.`,
  "payout-multiplier": ({ multiplier, payout }) =>
    `The payout is multiplied by ${percentOf(payout)} for ${multiplier}.`,
  "payout-multiplier-curve": ({ multiplier, value, payout }) =>
    `The payout is multiplied by ${percentOf(payout)} for ${multiplier}, of which the score is ${value}.`,
  "payout-added": ({ multiplier, value, payout, weight }) =>
    `Added for ${multiplier}, which is ${value}: a payout of ${percentOf(payout)} with a weight of ${percentOf(weight)}.`,
  "payout-gate": ({ multiplier }) => `Nothing is paid, as the payout of ${multiplier} is 0.`,
  "payout-modifier": ({ tier, factor, days }) =>
    `The payout of ${tier}${daysEn(days)} is multiplied by ${factor}.`,
  "payout-cap": ({ cap, payout, days }) =>
    `The payout of ${percentOf(payout)}${daysEn(days)} is held at its most, ${percentOf(cap)}.`,
  "payout-floor": ({ floor, payout, days }) =>
    `The payout of ${percentOf(payout)}${daysEn(days)} is raised to its least, ${percentOf(floor)}.`,
  "claim-multiplier": ({ multiplier }) => `Its own multiplier: ${multiplier}.`,
  "claim-factor": ({ factor, pool, claimed }) =>
    `Multiplied by ${factor}, as all claims are ${claimed} and the pool is ${pool}.`,
  "basis-most": ({ whole, most }) => `Of ${whole}, no more than ${most} counts.`,
  "bonus-factor": ({ factor }) => `Multiplied by the factor ${factor}.`,
  "bonus-months": ({ months }) => `Pays ${monthsEn(months)} of the salary.`,
  "bonus-share": ({ share }) => `Pays ${percentOf(share)} of what was earned.`,
  "pay-period": ({ months, ofMonths }) =>
    `The amount is for ${monthsEn(ofMonths)}; the period has ${months}.`,
};

const UNITS_ZH_CN: Readonly<Record<string, string>> = {
  days: "天",
  "working-days": "个工作日",
  "days-of-30": "天（每月按 30 天）",
  months: "个月",
};
const UNITS_ZH_TW: Readonly<Record<string, string>> = {
  days: "天",
  "working-days": "個工作日",
  "days-of-30": "天（每月按 30 天）",
  months: "個月",
};
const countedZhCN = (counted?: string, of?: string, unit = "") =>
  counted === undefined ? "" : `${of} ${UNITS_ZH_CN[unit]}中的 ${counted} = `;
const countedZhTW = (counted?: string, of?: string, unit = "") =>
  counted === undefined ? "" : `${of} ${UNITS_ZH_TW[unit]}中的 ${counted} = `;

const daysZh = (days: string | undefined) => (days === undefined ? "" : `（${days}）`);

/** The same in Simplified Chinese. */
export const payNotesZhCN: NoteWords = {
  prorated: ({ part, counted, of, unit, days }) =>
    `按期间的一部分计付${daysZh(days)}：${countedZhCN(counted, of, unit)}${part}。`,
  absence: ({ from, to, pays }) => `${from} 至 ${to} 缺勤，期间照付的比例：${pays}。`,
  "part-time": ({ share, days }) => `非全时工作${daysZh(days)}，占全时比例：${share}。`,
  location: ({ location, factor, days }) => `工作地点${daysZh(days)}：${location}，系数 ${factor}。`,
  "payout-score": ({ score, payout }) => `得分 ${score}，按曲线兑现 ${percentOf(payout)}。`,
  "payout-target": ({ share, salary, days }) =>
    `目标奖金${daysZh(days)}为薪酬 ${salary} 的 ${percentOf(share)}。`,
  "payout-threshold": ({ score, threshold }) => `得分 ${score} 低于曲线起点 ${threshold}，不予兑现。`,
  "payout-multiplier": ({ multiplier, payout }) => `因 ${multiplier}，兑现比例乘以 ${percentOf(payout)}。`,
  "payout-multiplier-curve": ({ multiplier, value, payout }) =>
    `因 ${multiplier} 得分 ${value}，兑现比例乘以 ${percentOf(payout)}。`,
  "payout-added": ({ multiplier, value, payout, weight }) =>
    `${multiplier === "score" ? "得分" : multiplier}（${value}）计入兑现比例 ${percentOf(payout)}，权重 ${percentOf(weight)}。`,
  "payout-gate": ({ multiplier }) => `${multiplier} 的兑现比例为 0，全部不予兑现。`,
  "payout-modifier": ({ tier, factor, days }) => `${tier} 的兑现比例${daysZh(days)}乘以 ${factor}。`,
  "payout-cap": ({ cap, payout, days }) =>
    `兑现比例 ${percentOf(payout)}${daysZh(days)}以上限 ${percentOf(cap)} 为限。`,
  "payout-floor": ({ floor, payout, days }) =>
    `兑现比例 ${percentOf(payout)}${daysZh(days)}提高至下限 ${percentOf(floor)}。`,
  "claim-multiplier": ({ multiplier }) => `本人系数：${multiplier}。`,
  "claim-factor": ({ factor, pool, claimed }) => `应发合计 ${claimed}，奖金池为 ${pool}，故乘以 ${factor}。`,
  "basis-most": ({ whole, most }) => `${whole} 之中至多计 ${most}。`,
  "bonus-factor": ({ factor }) => `乘以系数 ${factor}。`,
  "bonus-months": ({ months }) => `发放 ${months} 个月的薪酬。`,
  "bonus-share": ({ share }) => `发放期间所得的 ${percentOf(share)}。`,
  "pay-period": ({ months, ofMonths }) => `金额按 ${ofMonths} 个月计，本期为 ${months} 个月。`,
};

/** The same in Traditional Chinese. */
export const payNotesZhTW: NoteWords = {
  prorated: ({ part, counted, of, unit, days }) =>
    `按期間的一部分計付${daysZh(days)}：${countedZhTW(counted, of, unit)}${part}。`,
  absence: ({ from, to, pays }) => `${from} 至 ${to} 缺勤，期間照付的比例：${pays}。`,
  "part-time": ({ share, days }) => `部分工時${daysZh(days)}，占全時比例：${share}。`,
  location: ({ location, factor, days }) => `工作地點${daysZh(days)}：${location}，係數 ${factor}。`,
  "payout-score": ({ score, payout }) => `得分 ${score}，按曲線兌現 ${percentOf(payout)}。`,
  "payout-target": ({ share, salary, days }) =>
    `目標獎金${daysZh(days)}為薪酬 ${salary} 的 ${percentOf(share)}。`,
  "payout-threshold": ({ score, threshold }) => `得分 ${score} 低於曲線起點 ${threshold}，不予兌現。`,
  "payout-multiplier": ({ multiplier, payout }) => `因 ${multiplier}，兌現比例乘以 ${percentOf(payout)}。`,
  "payout-multiplier-curve": ({ multiplier, value, payout }) =>
    `因 ${multiplier} 得分 ${value}，兌現比例乘以 ${percentOf(payout)}。`,
  "payout-added": ({ multiplier, value, payout, weight }) =>
    `${multiplier === "score" ? "得分" : multiplier}（${value}）計入兌現比例 ${percentOf(payout)}，權重 ${percentOf(weight)}。`,
  "payout-gate": ({ multiplier }) => `${multiplier} 的兌現比例為 0，全部不予兌現。`,
  "payout-modifier": ({ tier, factor, days }) => `${tier} 的兌現比例${daysZh(days)}乘以 ${factor}。`,
  "payout-cap": ({ cap, payout, days }) =>
    `兌現比例 ${percentOf(payout)}${daysZh(days)}以上限 ${percentOf(cap)} 為限。`,
  "payout-floor": ({ floor, payout, days }) =>
    `兌現比例 ${percentOf(payout)}${daysZh(days)}提高至下限 ${percentOf(floor)}。`,
  "claim-multiplier": ({ multiplier }) => `本人係數：${multiplier}。`,
  "claim-factor": ({ factor, pool, claimed }) => `應發合計 ${claimed}，獎金池為 ${pool}，故乘以 ${factor}。`,
  "basis-most": ({ whole, most }) => `${whole} 之中至多計 ${most}。`,
  "bonus-factor": ({ factor }) => `乘以係數 ${factor}。`,
  "bonus-months": ({ months }) => `發放 ${months} 個月的薪酬。`,
  "bonus-share": ({ share }) => `發放期間所得的 ${percentOf(share)}。`,
  "pay-period": ({ months, ofMonths }) => `金額按 ${ofMonths} 個月計，本期為 ${months} 個月。`,
};
