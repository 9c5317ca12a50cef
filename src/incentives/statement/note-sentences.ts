import type { NoteWords } from "../line.js";

export const ledgerNotesEn: NoteWords = {
  recalculated: ({ period = "", from = "", to = "", reason = "", on = "", by = "" }) =>
    `For ${period}: ${to} instead of ${from}, recalculated on ${on} by ${by}: ${reason}.`,
  adjusted: ({ period = "", reason = "", on = "", by = "" }) =>
    `For ${period}, entered on ${on} by ${by}: ${reason}.`,
};

export const ledgerNotesZhCN: NoteWords = {
  recalculated: ({ period = "", from = "", to = "", reason = "", on = "", by = "" }) =>
    `${period}：应为 ${to}，原为 ${from}；${on} 由 ${by} 重算：${reason}。`,
  adjusted: ({ period = "", reason = "", on = "", by = "" }) => `${period}：${on} 由 ${by} 登记：${reason}。`,
};

export const ledgerNotesZhTW: NoteWords = {
  recalculated: ({ period = "", from = "", to = "", reason = "", on = "", by = "" }) =>
    `${period}：應為 ${to}，原為 ${from}；${on} 由 ${by} 重算：${reason}。`,
  adjusted: ({ period = "", reason = "", on = "", by = "" }) => `${period}：${on} 由 ${by} 登記：${reason}。`,
};
