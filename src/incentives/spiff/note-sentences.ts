import type { NoteWords } from "../line.js";

/** What held a sales incentive down, in English. */
export const spiffNotesEn: NoteWords = {
  "spiff-first": ({ first, count, taken }) => `Only the first ${first} count: ${taken} of ${count}.`,
  "spiff-minimum": ({ minimum, taken, counted }) =>
    `A minimum of ${minimum} is needed: of ${taken}, ${counted} are paid for.`,
  "spiff-maximum": ({ maximum }) => `Held at the maximum of ${maximum}.`,
  "spiff-budget": ({ budget, due, paid }) =>
    `The budget of ${budget} is used up: of ${due}, ${paid} is paid.`,
};

/** The same in Simplified Chinese. */
export const spiffNotesZhCN: NoteWords = {
  "spiff-first": ({ first, count, taken }) => `只计前 ${first} 个：${count} 个中计 ${taken} 个。`,
  "spiff-minimum": ({ minimum, taken, counted }) =>
    `至少需 ${minimum} 个：${taken} 个中有 ${counted} 个计奖。`,
  "spiff-maximum": ({ maximum }) => `以上限 ${maximum} 为止。`,
  "spiff-budget": ({ budget, due, paid }) => `预算 ${budget} 已用完：应得 ${due}，实付 ${paid}。`,
};

/** The same in Traditional Chinese. */
export const spiffNotesZhTW: NoteWords = {
  "spiff-first": ({ first, count, taken }) => `只計前 ${first} 個：${count} 個中計 ${taken} 個。`,
  "spiff-minimum": ({ minimum, taken, counted }) =>
    `至少需 ${minimum} 個：${taken} 個中有 ${counted} 個計獎。`,
  "spiff-maximum": ({ maximum }) => `以上限 ${maximum} 為止。`,
  "spiff-budget": ({ budget, due, paid }) => `預算 ${budget} 已用完：應得 ${due}，實付 ${paid}。`,
};
