import type { NoteWords } from "../line.js";
import { percentOf } from "../percent.js";

export const balanceNotesEn: NoteWords = {
  "draw-advanced": ({ amount = "", outstanding = "" }) =>
    `Draw: ${amount} is advanced; ${outstanding} is owed after it.`,
  "draw-recovered": ({ amount = "", outstanding = "" }) =>
    `Draw: ${amount} is kept for what was advanced; ${outstanding} is still owed.`,
  "held-back": ({ deal = "" }) => `Held back on ${deal} until it is released.`,
  released: ({ deal = "" }) => `What was held back on ${deal} is released.`,
  "still-held": ({ left = "" }) => `It is released in part; ${left} is still held.`,
  "advance-paid": ({ deal = "", periods = "", share = "" }) =>
    `Advanced on ${deal}: ${share && `${percentOf(share)} of `}the earnings of ${periods} periods.`,
  "advance-earned": ({ deal = "" }) => `Earned on ${deal} beyond what was advanced.`,
  "advance-charged-back": ({ deal = "", earned = "", advanced = "" }) =>
    `${deal} ended: ${earned} of the ${advanced} that was advanced is earned; the rest is charged back.`,
  "clawed-back": ({ deal = "", on = "", share = "" }) =>
    `${deal} was cancelled on ${on}: ${percentOf(share)} of what was paid on it is taken back.`,
  recomputed: ({ deals = "", from = "", to = "" }) =>
    `Worked out again without ${deals}: ${to} instead of ${from}.`,
};

export const balanceNotesZhCN: NoteWords = {
  "draw-advanced": ({ amount = "", outstanding = "" }) => `预支 ${amount}；此后尚欠 ${outstanding}。`,
  "draw-recovered": ({ amount = "", outstanding = "" }) => `扣回预支 ${amount}；尚欠 ${outstanding}。`,
  "held-back": ({ deal = "" }) => `${deal} 的部分款项留存，待释放后支付。`,
  released: ({ deal = "" }) => `释放 ${deal} 的留存款。`,
  "still-held": ({ left = "" }) => `分次释放，尚留存 ${left}。`,
  "advance-paid": ({ deal = "", periods = "", share = "" }) =>
    `预付 ${deal} 未来 ${periods} 期的收入${share && `，比例为 ${percentOf(share)}`}。`,
  "advance-earned": ({ deal = "" }) => `${deal} 的收入超出预付部分。`,
  "advance-charged-back": ({ deal = "", earned = "", advanced = "" }) =>
    `${deal} 已终止：预付的 ${advanced} 中已赚得 ${earned}，其余追回。`,
  "clawed-back": ({ deal = "", on = "", share = "" }) =>
    `${deal} 于 ${on} 取消：按 ${percentOf(share)} 的比例追回已付款项。`,
  recomputed: ({ deals = "", from = "", to = "" }) => `剔除 ${deals} 后重算：由 ${from} 变为 ${to}。`,
};

export const balanceNotesZhTW: NoteWords = {
  "draw-advanced": ({ amount = "", outstanding = "" }) => `預支 ${amount}；此後尚欠 ${outstanding}。`,
  "draw-recovered": ({ amount = "", outstanding = "" }) => `扣回預支 ${amount}；尚欠 ${outstanding}。`,
  "held-back": ({ deal = "" }) => `${deal} 的部分款項保留，待釋放後支付。`,
  released: ({ deal = "" }) => `釋放 ${deal} 的保留款。`,
  "still-held": ({ left = "" }) => `分次釋放，尚保留 ${left}。`,
  "advance-paid": ({ deal = "", periods = "", share = "" }) =>
    `預付 ${deal} 未來 ${periods} 期的收入${share && `，比例為 ${percentOf(share)}`}。`,
  "advance-earned": ({ deal = "" }) => `${deal} 的收入超出預付部分。`,
  "advance-charged-back": ({ deal = "", earned = "", advanced = "" }) =>
    `${deal} 已終止：預付的 ${advanced} 中已賺得 ${earned}，其餘追回。`,
  "clawed-back": ({ deal = "", on = "", share = "" }) =>
    `${deal} 於 ${on} 取消：按 ${percentOf(share)} 的比例追回已付款項。`,
  recomputed: ({ deals = "", from = "", to = "" }) => `剔除 ${deals} 後重算：由 ${from} 變為 ${to}。`,
};
