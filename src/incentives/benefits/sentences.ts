import type { NoteWords } from "../line.js";

/** The sentences that explain benefits. All values come as texts. */
export interface BenefitsSentences {
  /** "{benefit} is not paid." */
  refused(value: { readonly benefit: string }): string;
}

export const benefitsSentencesEn: BenefitsSentences = { refused: ({ benefit }) => `${benefit} is not paid.` };

/** What the notes of benefits are called in English. */
export const benefitsNotesEn: NoteWords = {
  "benefit-not-employed": ({ period }) => `Not employed on any day of ${period}.`,
  "benefit-base-least": ({ fact, got, bound }) => `${fact} of ${got} counts as ${bound}, the least.`,
  "benefit-base-most": ({ fact, got, bound }) => `${fact} of ${got} counts as ${bound}, the most.`,
  "benefit-base-over": ({ fact, bound }) => `Only what ${fact} is above ${bound} counts.`,
};

export const benefitsSentencesZhCN: BenefitsSentences = { refused: ({ benefit }) => `不享有${benefit}。` };

export const benefitsNotesZhCN: NoteWords = {
  "benefit-not-employed": ({ period }) => `${period} 期间不在职。`,
  "benefit-base-least": ({ fact, got, bound }) => `${fact} 为 ${got}，按下限 ${bound} 计。`,
  "benefit-base-most": ({ fact, got, bound }) => `${fact} 为 ${got}，按上限 ${bound} 计。`,
  "benefit-base-over": ({ fact, bound }) => `只计 ${fact} 超过 ${bound} 的部分。`,
};

export const benefitsSentencesZhTW: BenefitsSentences = { refused: ({ benefit }) => `不享有${benefit}。` };

export const benefitsNotesZhTW: NoteWords = {
  "benefit-not-employed": ({ period }) => `${period} 期間不在職。`,
  "benefit-base-least": ({ fact, got, bound }) => `${fact} 為 ${got}，按下限 ${bound} 計。`,
  "benefit-base-most": ({ fact, got, bound }) => `${fact} 為 ${got}，按上限 ${bound} 計。`,
  "benefit-base-over": ({ fact, bound }) => `只計 ${fact} 超過 ${bound} 的部分。`,
};
