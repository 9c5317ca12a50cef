import type { NoteWords } from "./line.js";

const daysEn = (days: string | undefined) => (days === undefined ? "" : ` (${days})`);

/** What notes of base pay, bonuses and year-end bonuses say in English. */
export const payNotesEn: NoteWords = {
  prorated: ({ part }) => `Paid for a part of the period: ${part}.`,
  absence: ({ from, to, pays }) =>
    `Absent from ${from} through ${to}; the part of the pay that goes on: ${pays}.`,
  "part-time": ({ share, days }) => `Part time${daysEn(days)}, the share of full time: ${share}.`,
  location: ({ location, factor, days }) => `Place of work${daysEn(days)}: ${location}, factor ${factor}.`,
};

const daysZh = (days: string | undefined) => (days === undefined ? "" : `（${days}）`);

/** The same in Simplified Chinese. */
export const payNotesZhCN: NoteWords = {
  prorated: ({ part }) => `按期间的一部分计付：${part}。`,
  absence: ({ from, to, pays }) => `${from} 至 ${to} 缺勤，期间照付的比例：${pays}。`,
  "part-time": ({ share, days }) => `非全时工作${daysZh(days)}，占全时比例：${share}。`,
  location: ({ location, factor, days }) => `工作地点${daysZh(days)}：${location}，系数 ${factor}。`,
};

/** The same in Traditional Chinese. */
export const payNotesZhTW: NoteWords = {
  prorated: ({ part }) => `按期間的一部分計付：${part}。`,
  absence: ({ from, to, pays }) => `${from} 至 ${to} 缺勤，期間照付的比例：${pays}。`,
  "part-time": ({ share, days }) => `部分工時${daysZh(days)}，占全時比例：${share}。`,
  location: ({ location, factor, days }) => `工作地點${daysZh(days)}：${location}，係數 ${factor}。`,
};
