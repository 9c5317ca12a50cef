import type { NoteWords } from "../line.js";

/** The sentences that explain a team pool. All values come as texts; empty ones are left out. */
export interface TeamPoolSentences {
  /** "{pool}, {team}: {amount} of {whole} {currency} is shared among {members} members." */
  pool(value: {
    readonly pool: string;
    readonly team: string;
    readonly period: string;
    readonly amount: string;
    readonly whole: string;
    readonly currency: string;
    readonly members: string;
  }): string;
  /** "Funded with {amount}: {basis} x {rate}." */
  funded(value: { readonly amount: string; readonly basis: string; readonly rate: string }): string;
  /** "{undistributed} {currency} is undistributed." */
  undistributed(value: { readonly undistributed: string; readonly currency: string }): string;
  /** "{member}: {basis} x {rate} = {amount} {currency}." */
  member(value: {
    readonly member: string;
    readonly basis: string;
    readonly rate: string;
    readonly amount: string;
    readonly currency: string;
  }): string;
  /** "{member} does not share." */
  excluded(value: { readonly member: string }): string;
}

export const teamPoolSentencesEn: TeamPoolSentences = {
  pool: ({ pool, team, period, amount, whole, currency, members }) =>
    `${pool}${team && `, ${team}`}, ${period}: ${amount} of ${whole} ${currency} shared; members who share: ${members}.`,
  funded: ({ amount, basis, rate }) => `Funded with ${amount}: ${basis} x ${rate}.`,
  undistributed: ({ undistributed, currency }) => `Undistributed: ${undistributed} ${currency}.`,
  member: ({ member, basis, rate, amount, currency }) =>
    `${member}: ${basis} x ${rate} = ${amount} ${currency}.`,
  excluded: ({ member }) => `${member} does not share.`,
};

/** What the notes of pools and their lines are called in English. */
export const teamPoolNotesEn: NoteWords = {
  "pool-gate": ({ score, least }) => `The team's score of ${score} is below ${least}: the pool is nothing.`,
  "pool-factor": ({ score, factor }) => `The team's score of ${score} multiplies the pool by ${factor}.`,
  "pool-at-least": ({ bound, funded }) => `The pool is raised from ${funded} to its least, ${bound}.`,
  "pool-at-most": ({ bound, funded }) => `The pool is held at its most, ${bound}, instead of ${funded}.`,
  "pool-reserved": ({ amount }) => `Set aside as a reserve: ${amount}.`,
  "pool-counts": ({ counts, total }) => `Counts ${counts} of ${total} in all.`,
  "pool-moved": ({ share, moved }) =>
    `By what it counts alone the share is ${share}; the least and the most that members get change it by ${moved}.`,
  "pool-held-least": () => "Raised to the least that a member gets.",
  "pool-held-most": () => "Held at the most that a member gets.",
  "pool-reduced": () => "The pool is smaller than the least of all members: each is reduced in proportion.",
  "pool-not-employed": ({ period }) => `Not employed on any day of ${period}.`,
  "pool-joined": ({ from }) => `Joined on ${from}, after the period began.`,
  "pool-left": ({ to }) => `Left on ${to}, before the period ended.`,
};

export const teamPoolSentencesZhCN: TeamPoolSentences = {
  pool: ({ pool, team, period, amount, whole, currency, members }) =>
    `${pool}${team && `（${team}）`}，${period}：总额 ${whole} ${currency}，分配 ${amount} ${currency}，参与分配 ${members} 人。`,
  funded: ({ amount, basis, rate }) => `计提 ${amount}：${basis} × ${rate}。`,
  undistributed: ({ undistributed, currency }) => `未分配：${undistributed} ${currency}。`,
  member: ({ member, basis, rate, amount, currency }) =>
    `${member}：${basis} × ${rate} = ${amount} ${currency}。`,
  excluded: ({ member }) => `${member}不参与分配。`,
};

export const teamPoolNotesZhCN: NoteWords = {
  "pool-gate": ({ score, least }) => `团队得分 ${score} 低于 ${least}，奖金池为零。`,
  "pool-factor": ({ score, factor }) => `团队得分 ${score}，奖金池乘以系数 ${factor}。`,
  "pool-at-least": ({ bound, funded }) => `奖金池由 ${funded} 提高至下限 ${bound}。`,
  "pool-at-most": ({ bound, funded }) => `奖金池以上限 ${bound} 为限，原为 ${funded}。`,
  "pool-reserved": ({ amount }) => `预留 ${amount}。`,
  "pool-counts": ({ counts, total }) => `计 ${counts} 份，合计 ${total} 份。`,
  "pool-moved": ({ share, moved }) => `仅按份数应得 ${share}，成员上下限使其变动 ${moved}。`,
  "pool-held-least": () => "提高至个人下限。",
  "pool-held-most": () => "以个人上限为限。",
  "pool-reduced": () => "奖金池不足以支付全体成员的个人下限，各按比例减少。",
  "pool-not-employed": ({ period }) => `${period} 期间不在职。`,
  "pool-joined": ({ from }) => `期间开始后于 ${from} 入职。`,
  "pool-left": ({ to }) => `期间结束前于 ${to} 离职。`,
};

export const teamPoolSentencesZhTW: TeamPoolSentences = {
  pool: ({ pool, team, period, amount, whole, currency, members }) =>
    `${pool}${team && `（${team}）`}，${period}：總額 ${whole} ${currency}，分配 ${amount} ${currency}，參與分配 ${members} 人。`,
  funded: ({ amount, basis, rate }) => `提撥 ${amount}：${basis} × ${rate}。`,
  undistributed: ({ undistributed, currency }) => `未分配：${undistributed} ${currency}。`,
  member: ({ member, basis, rate, amount, currency }) =>
    `${member}：${basis} × ${rate} = ${amount} ${currency}。`,
  excluded: ({ member }) => `${member}不參與分配。`,
};

export const teamPoolNotesZhTW: NoteWords = {
  "pool-gate": ({ score, least }) => `團隊得分 ${score} 低於 ${least}，獎金池為零。`,
  "pool-factor": ({ score, factor }) => `團隊得分 ${score}，獎金池乘以係數 ${factor}。`,
  "pool-at-least": ({ bound, funded }) => `獎金池由 ${funded} 提高至下限 ${bound}。`,
  "pool-at-most": ({ bound, funded }) => `獎金池以上限 ${bound} 為限，原為 ${funded}。`,
  "pool-reserved": ({ amount }) => `預留 ${amount}。`,
  "pool-counts": ({ counts, total }) => `計 ${counts} 份，合計 ${total} 份。`,
  "pool-moved": ({ share, moved }) => `僅按份數應得 ${share}，成員上下限使其變動 ${moved}。`,
  "pool-held-least": () => "提高至個人下限。",
  "pool-held-most": () => "以個人上限為限。",
  "pool-reduced": () => "獎金池不足以支付全體成員的個人下限，各按比例減少。",
  "pool-not-employed": ({ period }) => `${period} 期間不在職。`,
  "pool-joined": ({ from }) => `期間開始後於 ${from} 到職。`,
  "pool-left": ({ to }) => `期間結束前於 ${to} 離職。`,
};
