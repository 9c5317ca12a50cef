import { balanceNotesEn, balanceNotesZhCN, balanceNotesZhTW } from "./balances/note-sentences.js";
import {
  benefitsNotesEn,
  benefitsNotesZhCN,
  benefitsNotesZhTW,
  benefitsSentencesEn,
  benefitsSentencesZhCN,
  benefitsSentencesZhTW,
} from "./benefits/sentences.js";
import { commissionNotesEn, commissionNotesZhCN, commissionNotesZhTW } from "./commission/note-sentences.js";
import { deductionsNotesEn, deductionsNotesZhCN, deductionsNotesZhTW } from "./deductions/sentences.js";
import { eligibilityNotesEn, eligibilityNotesZhCN, eligibilityNotesZhTW } from "./eligibility-sentences.js";
import { equityNotesEn, equityNotesZhCN, equityNotesZhTW } from "./equity/payout-sentences.js";
import { honoursNotesEn, honoursNotesZhCN, honoursNotesZhTW } from "./honours/sentences.js";
import type { NoteWords } from "./line.js";
import { meritNotesEn, meritNotesZhCN, meritNotesZhTW } from "./merit/sentences.js";
import { partNamesEn, partNamesZhCN, partNamesZhTW } from "./part-names.js";
import { payNotesEn, payNotesZhCN, payNotesZhTW } from "./pay-notes.js";
import { roundedNotesEn, roundedNotesZhCN, roundedNotesZhTW } from "./rounded-sentences.js";
import { spiffNotesEn, spiffNotesZhCN, spiffNotesZhTW } from "./spiff/note-sentences.js";
import { ledgerNotesEn, ledgerNotesZhCN, ledgerNotesZhTW } from "./statement/note-sentences.js";
import {
  type ComparisonSentences,
  comparisonSentencesEn,
  comparisonSentencesZhCN,
  comparisonSentencesZhTW,
  type StatementTableWords,
  tableWordsEn,
  tableWordsZhCN,
  tableWordsZhTW,
} from "./statement/sentences.js";
import { teamPoolNotesEn, teamPoolNotesZhCN, teamPoolNotesZhTW } from "./team-pool/sentences.js";
import { trainingNotesEn, trainingNotesZhCN, trainingNotesZhTW } from "./training/sentences.js";

/** The sentences that explain pay. All values come as texts; the English ones show what each says. */
export interface PaySentences {
  /** "Pay for {period}: {total} {currency}." */
  total(value: { readonly period: string; readonly total: string; readonly currency: string }): string;
  /** "{line}: {basis} x {rate} = {amount} {currency}." */
  line(value: LineWords): string;
  /** "{line}, corrected for {period}: {amount} {currency}." */
  corrected(value: {
    readonly line: string;
    readonly period: string;
    readonly amount: string;
    readonly currency: string;
  }): string;
  /** A line made of parts at different rates. */
  blended(value: LineWords): string;
  /** "Of which {basis} at a rate of {rate} ({of}): {amount}." */
  part(value: PartWords): string;
  /** What a part is of, where a calculator names it and not the plan: "cap". */
  readonly partNames: Readonly<Record<string, string>>;
  /** "{benefit} is not paid." */
  refused(value: { readonly benefit: string }): string;
  /** By the kind of a line's note: what it says. */
  readonly notes: NoteWords;
  /** The words of a statement's table. */
  readonly table: StatementTableWords;
  /** The sentences that compare two statements. */
  readonly comparison: ComparisonSentences;
}

/** A part of a line. All values are texts; `of` is empty where the parts differ in their rates alone. */
export interface PartWords {
  readonly of: string;
  readonly basis: string;
  readonly rate: string;
  readonly amount: string;
}

/** A line of pay. All values are texts. */
export interface LineWords {
  readonly line: string;
  readonly basis: string;
  readonly rate: string;
  readonly amount: string;
  readonly currency: string;
}

export const paySentencesEn: PaySentences = {
  total: ({ period, total, currency }) => `Pay for ${period}: ${total} ${currency}.`,
  line: ({ line, basis, rate, amount, currency }) => `${line}: ${basis} x ${rate} = ${amount} ${currency}.`,
  corrected: ({ line, period, amount, currency }) =>
    `${line}, a correction for ${period}: ${amount} ${currency}.`,
  blended: ({ line, basis, rate, amount, currency }) =>
    `${line}: ${amount} ${currency} on ${basis}, a blended rate of ${rate}.`,
  part: ({ of, basis, rate, amount }) =>
    `Of which ${basis} at a rate of ${rate}${of && ` (${of})`}: ${amount}.`,
  partNames: partNamesEn,
  refused: benefitsSentencesEn.refused,
  notes: {
    ...eligibilityNotesEn,
    ...equityNotesEn,
    ...balanceNotesEn,
    ...ledgerNotesEn,
    ...meritNotesEn,
    ...payNotesEn,
    ...roundedNotesEn,
    ...commissionNotesEn,
    ...benefitsNotesEn,
    ...deductionsNotesEn,
    ...spiffNotesEn,
    ...honoursNotesEn,
    ...trainingNotesEn,
    ...teamPoolNotesEn,
  },
  table: tableWordsEn,
  comparison: comparisonSentencesEn,
};

export const paySentencesZhCN: PaySentences = {
  total: ({ period, total, currency }) => `${period} 应付：${total} ${currency}。`,
  line: ({ line, basis, rate, amount, currency }) => `${line}：${basis} × ${rate} = ${amount} ${currency}。`,
  corrected: ({ line, period, amount, currency }) => `${line}（更正 ${period}）：${amount} ${currency}。`,
  blended: ({ line, basis, rate, amount, currency }) =>
    `${line}：按 ${basis} 计得 ${amount} ${currency}，综合比例 ${rate}。`,
  part: ({ of, basis, rate, amount }) => `其中 ${basis} 按 ${rate} 计${of && `（${of}）`}：${amount}。`,
  partNames: partNamesZhCN,
  refused: benefitsSentencesZhCN.refused,
  notes: {
    ...eligibilityNotesZhCN,
    ...equityNotesZhCN,
    ...balanceNotesZhCN,
    ...ledgerNotesZhCN,
    ...meritNotesZhCN,
    ...payNotesZhCN,
    ...roundedNotesZhCN,
    ...commissionNotesZhCN,
    ...benefitsNotesZhCN,
    ...deductionsNotesZhCN,
    ...spiffNotesZhCN,
    ...honoursNotesZhCN,
    ...trainingNotesZhCN,
    ...teamPoolNotesZhCN,
  },
  table: tableWordsZhCN,
  comparison: comparisonSentencesZhCN,
};

export const paySentencesZhTW: PaySentences = {
  total: ({ period, total, currency }) => `${period} 應付：${total} ${currency}。`,
  line: ({ line, basis, rate, amount, currency }) => `${line}：${basis} × ${rate} = ${amount} ${currency}。`,
  corrected: ({ line, period, amount, currency }) => `${line}（更正 ${period}）：${amount} ${currency}。`,
  blended: ({ line, basis, rate, amount, currency }) =>
    `${line}：按 ${basis} 計得 ${amount} ${currency}，綜合比例 ${rate}。`,
  part: ({ of, basis, rate, amount }) => `其中 ${basis} 按 ${rate} 計${of && `（${of}）`}：${amount}。`,
  partNames: partNamesZhTW,
  refused: benefitsSentencesZhTW.refused,
  notes: {
    ...eligibilityNotesZhTW,
    ...equityNotesZhTW,
    ...balanceNotesZhTW,
    ...ledgerNotesZhTW,
    ...meritNotesZhTW,
    ...payNotesZhTW,
    ...roundedNotesZhTW,
    ...commissionNotesZhTW,
    ...benefitsNotesZhTW,
    ...deductionsNotesZhTW,
    ...spiffNotesZhTW,
    ...honoursNotesZhTW,
    ...trainingNotesZhTW,
    ...teamPoolNotesZhTW,
  },
  table: tableWordsZhTW,
  comparison: comparisonSentencesZhTW,
};
