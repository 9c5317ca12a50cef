import type { NoteWords } from "../line.js";

/** The sentences that explain honours. All values come as texts; empty ones are left out. */
export interface HonoursSentences {
  /** "{honour}, {unit}: {places} places, {winners} winners." */
  unit(value: {
    readonly honour: string;
    readonly unit: string;
    readonly places: string;
    readonly winners: string;
    readonly vacant: string;
  }): string;
  /** "{person} wins, as number {rank}." */
  won(value: { readonly person: string; readonly rank: string }): string;
  /** "{person} is number {rank} and does not win." */
  lost(value: { readonly person: string; readonly rank: string }): string;
  /** That equals on both sides of the last place are told apart by their ids. */
  apartById(value: { readonly people: readonly string[] }): string;
  /** "{person} does not compete for {honour}." */
  refused(value: { readonly person: string; readonly honour: string; readonly event: string }): string;
  /** "{person} gets {points} points." */
  points(value: { readonly person: string; readonly points: string }): string;
  /** "Points on {on}: {points}; earned {earned}, spent {spent}, expired {expired}." */
  balance(value: {
    readonly on: string;
    readonly points: string;
    readonly earned: string;
    readonly spent: string;
    readonly expired: string;
  }): string;
  /** "{points} of {lot}, until {lasts}." */
  lot(value: { readonly points: string; readonly lot: string; readonly lasts: string }): string;
}

export const honoursSentencesEn: HonoursSentences = {
  unit: ({ honour, unit, places, winners, vacant }) =>
    `${honour}${unit && `, ${unit}`}: ${places && `places: ${places}, `}winners: ${winners}${vacant === "0" ? "" : `, vacant: ${vacant}`}.`,
  won: ({ person, rank }) => `${person} wins, as number ${rank}.`,
  lost: ({ person, rank }) => `${person} is number ${rank} and does not win.`,
  apartById: ({ people }) =>
    `${people.join(", ")} rank equally: the order of their ids decides who of them wins.`,
  refused: ({ person, honour, event }) =>
    event === "" ? `${person} does not compete for ${honour}.` : `${event} of ${person} is not rewarded.`,
  points: ({ person, points }) => `Points for ${person}: ${points}.`,
  balance: ({ on, points, earned, spent, expired }) =>
    `Points on ${on}: ${points}; earned: ${earned}, spent: ${spent}, expired: ${expired}.`,
  lot: ({ points, lot, lasts }) => `Left of ${lot}: ${points}${lasts && `, until ${lasts}`}.`,
};

/** What the notes of honours are called in English. */
export const honoursNotesEn: NoteWords = {
  "honour-rank": ({ rank, unit }) => `Won as number ${rank}${unit === undefined ? "" : ` of ${unit}`}.`,
  "honour-shared": ({ among }) => `The prizes of the places that equals take up are shared among ${among}.`,
  "honour-event": ({ event, of, on }) => `For ${event} (${of}) on ${on}.`,
  "honour-cooling": ({ on, periods }) =>
    `Won on ${on}: does not compete in the ${periods} periods after that.`,
  "honour-most-wins": ({ won, most }) => `Has won ${won} of at most ${most} times.`,
  "honour-not-with": ({ honour }) => `Has won ${honour} in this period.`,
};

export const honoursSentencesZhCN: HonoursSentences = {
  unit: ({ honour, unit, places, winners, vacant }) =>
    `${honour}${unit && `（${unit}）`}：${places && `名额 ${places} 个，`}获奖 ${winners} 人${vacant === "0" ? "" : `，空缺 ${vacant} 个`}。`,
  won: ({ person, rank }) => `${person}获奖，名次 ${rank}。`,
  lost: ({ person, rank }) => `${person}名次 ${rank}，未获奖。`,
  apartById: ({ people }) => `${people.join("、")}名次相同，按标识先后决定谁获奖。`,
  refused: ({ person, honour, event }) =>
    event === "" ? `${person}不参评${honour}。` : `${person}的 ${event} 不予奖励。`,
  points: ({ person, points }) => `${person}获得积分：${points}。`,
  balance: ({ on, points, earned, spent, expired }) =>
    `${on} 积分余额 ${points}；本期获得 ${earned}，使用 ${spent}，过期 ${expired}。`,
  lot: ({ points, lot, lasts }) => `${lot} 尚余 ${points}${lasts && `，有效期至 ${lasts}`}。`,
};

export const honoursNotesZhCN: NoteWords = {
  "honour-rank": ({ rank, unit }) => `名次 ${rank}${unit === undefined ? "" : `（${unit}）`}。`,
  "honour-shared": ({ among }) => `并列者所占名次的奖金由 ${among} 人均分。`,
  "honour-event": ({ event, of, on }) => `事由：${event}（${of}），${on}。`,
  "honour-cooling": ({ on, periods }) => `已于 ${on} 获奖，其后 ${periods} 期不参评。`,
  "honour-most-wins": ({ won, most }) => `已获奖 ${won} 次，至多 ${most} 次。`,
  "honour-not-with": ({ honour }) => `本期已获得 ${honour}。`,
};

export const honoursSentencesZhTW: HonoursSentences = {
  unit: ({ honour, unit, places, winners, vacant }) =>
    `${honour}${unit && `（${unit}）`}：${places && `名額 ${places} 個，`}獲獎 ${winners} 人${vacant === "0" ? "" : `，空缺 ${vacant} 個`}。`,
  won: ({ person, rank }) => `${person}獲獎，名次 ${rank}。`,
  lost: ({ person, rank }) => `${person}名次 ${rank}，未獲獎。`,
  apartById: ({ people }) => `${people.join("、")}名次相同，按識別碼先後決定誰獲獎。`,
  refused: ({ person, honour, event }) =>
    event === "" ? `${person}不參評${honour}。` : `${person}的 ${event} 不予獎勵。`,
  points: ({ person, points }) => `${person}獲得積分：${points}。`,
  balance: ({ on, points, earned, spent, expired }) =>
    `${on} 積分餘額 ${points}；本期獲得 ${earned}，使用 ${spent}，過期 ${expired}。`,
  lot: ({ points, lot, lasts }) => `${lot} 尚餘 ${points}${lasts && `，有效期限至 ${lasts}`}。`,
};

export const honoursNotesZhTW: NoteWords = {
  "honour-rank": ({ rank, unit }) => `名次 ${rank}${unit === undefined ? "" : `（${unit}）`}。`,
  "honour-shared": ({ among }) => `並列者所占名次的獎金由 ${among} 人均分。`,
  "honour-event": ({ event, of, on }) => `事由：${event}（${of}），${on}。`,
  "honour-cooling": ({ on, periods }) => `已於 ${on} 獲獎，其後 ${periods} 期不參評。`,
  "honour-most-wins": ({ won, most }) => `已獲獎 ${won} 次，至多 ${most} 次。`,
  "honour-not-with": ({ honour }) => `本期已獲得 ${honour}。`,
};
