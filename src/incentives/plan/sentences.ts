/** Two results, and what they are paid. All values are texts; a result has its attainment beside it where the plan counts that. */
export interface TwoResultsWords {
  readonly first: string;
  readonly second: string;
  readonly firstPay: string;
  readonly secondPay: string;
}

/** The sentences that say what a plan may not mean to say. All values come as texts; the English ones show what each says. */
export interface PlanSentences {
  /** "{result} ({attainment} % of the quota)" */
  attained(value: { readonly result: string; readonly attainment: string }): string;
  /** The second result is higher, and paid less. */
  falls(value: TwoResultsWords): string;
  /** Pay jumps by {by} between two results that lie side by side. */
  jumps(value: TwoResultsWords & { readonly by: string }): string;
  /** Nothing is paid for results from the first to the second. */
  nothing(value: TwoResultsWords): string;
  /** Results from the first to the second are all paid the same. */
  flat(value: TwoResultsWords): string;
  /** What begins at a result that is not reached. `counts` is empty where all of the highest result counts. */
  unreachable(value: { readonly begins: string; readonly ends: string; readonly counts: string }): string;
  /** A table that no deal comes to, as an earlier one takes all that fit it. */
  hidden(value: { readonly by: string }): string;
  /** Two periods, which would be paid more were a part of the first one's result moved into the second. */
  moved(value: {
    readonly first: string;
    readonly second: string;
    readonly moved: string;
    readonly paid: string;
    readonly wouldPay: string;
  }): string;
}

export const planSentencesEn: PlanSentences = {
  attained: ({ result, attainment }) => `${result} (${attainment}% of the quota)`,
  falls: ({ first, second, firstPay, secondPay }) =>
    `a result of ${second} is paid ${secondPay}, less than one of ${first}, which is paid ${firstPay}`,
  jumps: ({ first, second, by }) => `pay jumps by ${by} between the results ${first} and ${second}`,
  nothing: ({ first, second }) => `nothing is paid for results from ${first} to ${second}`,
  flat: ({ first, second, firstPay }) => `results from ${first} to ${second} are all paid ${firstPay}`,
  unreachable: ({ begins, ends, counts }) =>
    `begins at a result of ${begins}, and results end at ${ends}${counts && `, of which ${counts} count`}`,
  hidden: ({ by }) => `no deal comes to this table: the table "${by}" takes all that fit it`,
  moved: ({ first, second, moved, paid, wouldPay }) =>
    `two periods with ${first} and ${second} are paid ${paid}; with ${moved} of the first moved into the second they would be paid ${wouldPay}`,
};

export const planSentencesZhCN: PlanSentences = {
  attained: ({ result, attainment }) => `${result}（定额的 ${attainment}%）`,
  falls: ({ first, second, firstPay, secondPay }) =>
    `业绩${second}兑现 ${secondPay}，少于业绩${first}的 ${firstPay}`,
  jumps: ({ first, second, by }) => `业绩由${first}到${second}，兑现骤增 ${by}`,
  nothing: ({ first, second }) => `业绩在${first}至${second}之间，不予兑现`,
  flat: ({ first, second, firstPay }) => `业绩在${first}至${second}之间，兑现均为 ${firstPay}`,
  unreachable: ({ begins, ends, counts }) =>
    `起点为业绩${begins}，而业绩最高为${ends}${counts && `，其中计入 ${counts}`}`,
  hidden: ({ by }) => `没有交易会用到此费率表：符合条件的交易均已由“${by}”表计付`,
  moved: ({ first, second, moved, paid, wouldPay }) =>
    `两期业绩${first}与${second}共兑现 ${paid}；若把第一期的 ${moved} 移入第二期，则共兑现 ${wouldPay}`,
};

export const planSentencesZhTW: PlanSentences = {
  attained: ({ result, attainment }) => `${result}（定額的 ${attainment}%）`,
  falls: ({ first, second, firstPay, secondPay }) =>
    `業績${second}兌現 ${secondPay}，少於業績${first}的 ${firstPay}`,
  jumps: ({ first, second, by }) => `業績由${first}到${second}，兌現驟增 ${by}`,
  nothing: ({ first, second }) => `業績在${first}至${second}之間，不予兌現`,
  flat: ({ first, second, firstPay }) => `業績在${first}至${second}之間，兌現均為 ${firstPay}`,
  unreachable: ({ begins, ends, counts }) =>
    `起點為業績${begins}，而業績最高為${ends}${counts && `，其中計入 ${counts}`}`,
  hidden: ({ by }) => `沒有交易會用到此費率表：符合條件的交易均已由「${by}」表計付`,
  moved: ({ first, second, moved, paid, wouldPay }) =>
    `兩期業績${first}與${second}共兌現 ${paid}；若把第一期的 ${moved} 移入第二期，則共兌現 ${wouldPay}`,
};
