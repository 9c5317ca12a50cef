import type { NoteWords } from "../line.js";
import { percentOf } from "../percent.js";

/** What the notes of deductions are called in English. */
export const deductionsNotesEn: NoteWords = {
  "suspended-for": ({ events }) => `Suspended for: ${events}.`,
  "deduction-most": ({ most, counted, share, base, exact }) =>
    `Held at the most, ${most}${share === undefined ? "" : ` (${percentOf(share)} of ${base})`}${exact === undefined ? "" : `, rounded down from ${exact}`}${isNothing(counted) ? "" : `, of which ${counted} was taken before`}.`,
  "deduction-leaves": ({ leaves, before, lacking, exact }) =>
    `Of ${before} only what is above ${leaves}${exact === undefined ? "" : ` (rounded up from ${exact})`} is taken${isNothing(lacking) ? "" : `, after ${lacking} that earlier periods lacked`}.`,
  "deduction-nothing-left": ({ before }) => `Only ${before} is left to take it from.`,
  "deduction-carried": ({ amount }) => `Carried to the next period: ${amount}.`,
  "deduction-dropped": ({ amount }) => `Not deducted, and dropped: ${amount}.`,
};

export const deductionsNotesZhCN: NoteWords = {
  "suspended-for": ({ events }) => `因以下事由停发：${events}。`,
  "deduction-most": ({ most, counted, share, base, exact }) =>
    `以扣款上限 ${most} 为限${share === undefined ? "" : `（${base} 的 ${percentOf(share)}）`}${exact === undefined ? "" : `，由 ${exact} 向下取整`}${isNothing(counted) ? "" : `，其中 ${counted} 已先行扣除`}。`,
  "deduction-leaves": ({ leaves, before, lacking, exact }) =>
    `${before} 中仅扣除超过 ${leaves}${exact === undefined ? " " : `（由 ${exact} 向上取整）`}的部分${isNothing(lacking) ? "" : `，并先补足以往不足的 ${lacking}`}。`,
  "deduction-nothing-left": ({ before }) => `可供扣除的仅余 ${before}。`,
  "deduction-carried": ({ amount }) => `结转下期：${amount}。`,
  "deduction-dropped": ({ amount }) => `不再扣除：${amount}。`,
};

export const deductionsNotesZhTW: NoteWords = {
  "suspended-for": ({ events }) => `因以下事由停發：${events}。`,
  "deduction-most": ({ most, counted, share, base, exact }) =>
    `以扣款上限 ${most} 為限${share === undefined ? "" : `（${base} 的 ${percentOf(share)}）`}${exact === undefined ? "" : `，由 ${exact} 向下取整`}${isNothing(counted) ? "" : `，其中 ${counted} 已先行扣除`}。`,
  "deduction-leaves": ({ leaves, before, lacking, exact }) =>
    `${before} 中僅扣除超過 ${leaves}${exact === undefined ? " " : `（由 ${exact} 向上取整）`}的部分${isNothing(lacking) ? "" : `，並先補足以往不足的 ${lacking}`}。`,
  "deduction-nothing-left": ({ before }) => `可供扣除的僅餘 ${before}。`,
  "deduction-carried": ({ amount }) => `結轉下期：${amount}。`,
  "deduction-dropped": ({ amount }) => `不再扣除：${amount}。`,
};

function isNothing(amount: string | undefined): boolean {
  return amount === undefined || Number(amount) === 0;
}
