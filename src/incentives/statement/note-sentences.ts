import type { NoteWords } from "../line.js";

export const ledgerNotesEn: NoteWords = {
  recalculated: ({ from = "", to = "", reason = "", on = "", by = "" }) =>
    `Recalculated on ${on} by ${by}, it comes to ${to}; ${from} was posted before, and the difference is this line. Reason: ${reason}.`,
  adjusted: ({ period = "", reason = "", on = "", by = "" }) =>
    `For ${period}, entered on ${on} by ${by}: ${reason}.`,
  disputed: ({ reason = "", on = "", by = "" }) => `Answers what ${by} disputed on ${on}: ${reason}.`,
};

export const ledgerNotesZhCN: NoteWords = {
  recalculated: ({ from = "", to = "", reason = "", on = "", by = "" }) =>
    `${by} 于 ${on} 重算：应得 ${to}，此前已入账 ${from}，差额即本项。原因：${reason}。`,
  adjusted: ({ period = "", reason = "", on = "", by = "" }) => `${period}：${on} 由 ${by} 登记：${reason}。`,
  disputed: ({ reason = "", on = "", by = "" }) => `答复 ${by} 于 ${on} 提出的异议：${reason}。`,
};

export const ledgerNotesZhTW: NoteWords = {
  recalculated: ({ from = "", to = "", reason = "", on = "", by = "" }) =>
    `${by} 於 ${on} 重算：應得 ${to}，此前已入帳 ${from}，差額即本項。原因：${reason}。`,
  adjusted: ({ period = "", reason = "", on = "", by = "" }) => `${period}：${on} 由 ${by} 登記：${reason}。`,
  disputed: ({ reason = "", on = "", by = "" }) => `答覆 ${by} 於 ${on} 提出的異議：${reason}。`,
};
