/** The sentences that explain a quota. All values come as texts; the English ones show what each says. `currency` is empty where it is no money. */
export interface QuotaSentences {
  /** "Quota for {period}: {quota} {currency}, of {amount} {currency} for the whole." */
  total(value: {
    readonly period: string;
    readonly quota: string;
    readonly amount: string;
    readonly currency: string;
  }): string;
  /** "{period}, {from} to {to}: {quota}." */
  whole(value: PeriodQuotaWords): string;
  /** The same where a part of the period counts, and after a ramp another. */
  part(value: PeriodQuotaWords): string;
  /** "{period}: attainment {attainment}." */
  attainment(value: { readonly period: string; readonly attainment: string }): string;
}

/** The quota of one of the periods. All values are texts. */
export interface PeriodQuotaWords {
  readonly period: string;
  readonly from: string;
  readonly to: string;
  readonly amount: string;
  readonly part: string;
  /** Empty where no ramp lowers the part. */
  readonly counted: string;
  readonly quota: string;
}

export const quotaSentencesEn: QuotaSentences = {
  total: ({ period, quota, amount, currency }) =>
    `Quota for ${period}: ${quota}${currency && ` ${currency}`}, of ${amount} for all of it.`,
  whole: ({ period, from, to, quota }) => `${period}, from ${from} to ${to}: ${quota}.`,
  part: ({ period, from, to, amount, part, counted, quota }) =>
    `${period}, from ${from} to ${to}: of ${amount} the part ${part}${counted && `, after the ramp ${counted}`}, so ${quota}.`,
  attainment: ({ period, attainment }) => `${period}: attainment ${attainment}.`,
};

export const quotaSentencesZhCN: QuotaSentences = {
  total: ({ period, quota, amount, currency }) =>
    `${period} 定额：${quota}${currency && ` ${currency}`}，全额为 ${amount}。`,
  whole: ({ period, from, to, quota }) => `${period}（${from} 至 ${to}）：${quota}。`,
  part: ({ period, from, to, amount, part, counted, quota }) =>
    `${period}（${from} 至 ${to}）：全额 ${amount}，在岗部分 ${part}${counted && `，爬坡期折算后 ${counted}`}，定额 ${quota}。`,
  attainment: ({ period, attainment }) => `${period}：完成率 ${attainment}。`,
};

export const quotaSentencesZhTW: QuotaSentences = {
  total: ({ period, quota, amount, currency }) =>
    `${period} 定額：${quota}${currency && ` ${currency}`}，全額為 ${amount}。`,
  whole: ({ period, from, to, quota }) => `${period}（${from} 至 ${to}）：${quota}。`,
  part: ({ period, from, to, amount, part, counted, quota }) =>
    `${period}（${from} 至 ${to}）：全額 ${amount}，在職部分 ${part}${counted && `，爬坡期折算後 ${counted}`}，定額 ${quota}。`,
  attainment: ({ period, attainment }) => `${period}：達成率 ${attainment}。`,
};
