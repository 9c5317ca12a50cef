/** The sentences that explain a pool of bonuses. All values come as texts; the English ones show what each says. */
export interface BonusPoolSentences {
  /** What is paid of the pool. */
  pool(value: {
    readonly period: string;
    readonly amount: string;
    readonly pool: string;
    readonly left: string;
    readonly currency: string;
    readonly people: string;
  }): string;
  /** What all claimed, and what each claim was multiplied by. */
  scaled(value: { readonly claimed: string; readonly factor: string; readonly currency: string }): string;
}

export const bonusPoolSentencesEn: BonusPoolSentences = {
  pool: ({ period, amount, pool, left, currency, people }) =>
    `Bonuses for ${period}: ${amount} of a pool of ${pool} ${currency}, to ${people}; left: ${left}.`,
  scaled: ({ claimed, factor, currency }) =>
    `Claims sum to ${claimed} ${currency}; each is multiplied by ${factor} to fit the pool.`,
};

export const bonusPoolSentencesZhCN: BonusPoolSentences = {
  pool: ({ period, amount, pool, left, currency, people }) =>
    `${period} 奖金：从 ${pool} ${currency} 的奖金池中向 ${people} 人发放 ${amount}，剩余 ${left}。`,
  scaled: ({ claimed, factor, currency }) =>
    `应发合计 ${claimed} ${currency}；为与奖金池相符，各乘以 ${factor}。`,
};

export const bonusPoolSentencesZhTW: BonusPoolSentences = {
  pool: ({ period, amount, pool, left, currency, people }) =>
    `${period} 獎金：從 ${pool} ${currency} 的獎金池中向 ${people} 人發放 ${amount}，剩餘 ${left}。`,
  scaled: ({ claimed, factor, currency }) =>
    `應發合計 ${claimed} ${currency}；為與獎金池相符，各乘以 ${factor}。`,
};
