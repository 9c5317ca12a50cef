import type { UncountedReason } from "./sort.js";

/** The sentences that explain what a sales incentive pays to whom. All values come as texts; the English ones show what each says. */
export interface SpiffSentences {
  /** "{amount} {currency} paid." */
  total(value: { readonly amount: string; readonly currency: string }): string;
  /** "Left of the budget: {left} {currency}." */
  budgetLeft(value: { readonly left: string; readonly currency: string }): string;
  /** "{person}:", before the sentences of the line. */
  person(value: { readonly person: string }): string;
  /** By the reason: "{deal} of {person} does not count: ..." */
  readonly uncounted: Readonly<
    Record<UncountedReason, (value: { readonly deal: string; readonly person: string }) => string>
  >;
  /** "{person} is not eligible.", before the reasons. */
  excluded(value: { readonly person: string }): string;
}

export const spiffSentencesEn: SpiffSentences = {
  total: ({ amount, currency }) => `Paid in all: ${amount} ${currency}.`,
  budgetLeft: ({ left, currency }) => `Left of the budget: ${left} ${currency}.`,
  person: ({ person }) => `What ${person} is paid:`,
  uncounted: {
    later: ({ deal, person }) => `${deal} of ${person} does not count yet: it is after the period.`,
    "outside-dates": ({ deal, person }) =>
      `${deal} of ${person} does not count: it is not on the days that count.`,
    "other-deal": ({ deal, person }) => `${deal} of ${person} does not count: such deals are not paid for.`,
    "too-small": ({ deal, person }) => `${deal} of ${person} does not count: it is too small.`,
    ineligible: ({ deal, person }) => `${deal} of ${person} does not count: ${person} is not eligible.`,
  },
  excluded: ({ person }) => `${person} is not eligible.`,
};

export const spiffSentencesZhCN: SpiffSentences = {
  total: ({ amount, currency }) => `合计支付 ${amount} ${currency}。`,
  budgetLeft: ({ left, currency }) => `预算余额：${left} ${currency}。`,
  person: ({ person }) => `${person} 所得：`,
  uncounted: {
    later: ({ deal, person }) => `${person} 的 ${deal} 尚不计：日期在本期之后。`,
    "outside-dates": ({ deal, person }) => `${person} 的 ${deal} 不计：不在活动日期内。`,
    "other-deal": ({ deal, person }) => `${person} 的 ${deal} 不计：不属于奖励范围。`,
    "too-small": ({ deal, person }) => `${person} 的 ${deal} 不计：金额不足。`,
    ineligible: ({ deal, person }) => `${person} 的 ${deal} 不计：本人不符合条件。`,
  },
  excluded: ({ person }) => `${person} 不符合条件。`,
};

export const spiffSentencesZhTW: SpiffSentences = {
  total: ({ amount, currency }) => `合計支付 ${amount} ${currency}。`,
  budgetLeft: ({ left, currency }) => `預算餘額：${left} ${currency}。`,
  person: ({ person }) => `${person} 所得：`,
  uncounted: {
    later: ({ deal, person }) => `${person} 的 ${deal} 尚不計：日期在本期之後。`,
    "outside-dates": ({ deal, person }) => `${person} 的 ${deal} 不計：不在活動日期內。`,
    "other-deal": ({ deal, person }) => `${person} 的 ${deal} 不計：不屬於獎勵範圍。`,
    "too-small": ({ deal, person }) => `${person} 的 ${deal} 不計：金額不足。`,
    ineligible: ({ deal, person }) => `${person} 的 ${deal} 不計：本人不符合條件。`,
  },
  excluded: ({ person }) => `${person} 不符合條件。`,
};
