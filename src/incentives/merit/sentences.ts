import type { NoteWords } from "../line.js";

/** A person's increase. All values are texts. */
export interface IncreaseWords {
  readonly person: string;
  readonly band: string;
  readonly position: string;
  readonly compaRatio: string;
  readonly percent: string;
  readonly salary: string;
  readonly wanted: string;
  readonly increase: string;
  readonly newSalary: string;
  readonly newCompaRatio: string;
  readonly currency: string;
}

/** The sentences that say where salaries are and how they are increased. All values come as texts; the English ones show what each says. */
export interface SalarySentences {
  /** "{salary} {currency} is in {position} of the range {minimum} to {maximum}." */
  position(value: {
    readonly salary: string;
    readonly currency: string;
    readonly position: string;
    readonly minimum: string;
    readonly midpoint: string;
    readonly maximum: string;
  }): string;
  /** "Compa-ratio {compaRatio}, range penetration {penetration}." */
  ratios(value: { readonly compaRatio: string; readonly penetration: string }): string;
  /** What is missing to the minimum. */
  belowMinimum(value: { readonly amount: string; readonly currency: string }): string;
  aboveMaximum(value: { readonly amount: string; readonly currency: string }): string;
  /** The market rate at a percentile, and the salary and the midpoint against it. */
  market(value: {
    readonly reference: string;
    readonly rate: string;
    readonly currency: string;
    readonly ageing: string;
    readonly ratio: string;
    readonly midpointRatio: string;
  }): string;
  /** Where between the stated percentiles the salary is. */
  percentile(value: { readonly percentile: string }): string;
  readonly outsideMarket: Readonly<Record<"below" | "above", string>>;
  /** What all increases cost, and what is left of the budget; those are empty where there is none. */
  increases(value: {
    readonly period: string;
    readonly cost: string;
    readonly budget: string;
    readonly left: string;
    readonly currency: string;
  }): string;
  /** By what all were multiplied, and what was wanted. */
  scaled(value: { readonly wanted: string; readonly factor: string; readonly currency: string }): string;
  /** A person's increase. */
  increase(value: IncreaseWords): string;
  /** What is paid once. */
  lumpSum(value: { readonly lumpSum: string; readonly currency: string }): string;
  /** The names of the positions where a plan names none. */
  readonly quarters: Readonly<Record<string, string>>;
}

export const salarySentencesEn: SalarySentences = {
  position: ({ salary, currency, position, minimum, midpoint, maximum }) =>
    `${salary} ${currency}: ${position}; the range is ${minimum} to ${maximum}, its midpoint ${midpoint}.`,
  ratios: ({ compaRatio, penetration }) => `Compa-ratio: ${compaRatio}; range penetration: ${penetration}.`,
  belowMinimum: ({ amount, currency }) => `Missing to the minimum: ${amount} ${currency}.`,
  aboveMaximum: ({ amount, currency }) => `Above the maximum by ${amount} ${currency}.`,
  market: ({ reference, rate, currency, ageing, ratio, midpointRatio }) =>
    `The market pays ${rate} ${currency} at percentile ${reference}${ageing === "1" ? "" : ` (brought to the day with the factor ${ageing})`}; salary over market: ${ratio}, midpoint over market: ${midpointRatio}.`,
  percentile: ({ percentile }) => `The salary's percentile in the market: ${percentile}.`,
  outsideMarket: {
    below: "The salary is below all rates that the market is stated with.",
    above: "The salary is above all rates that the market is stated with.",
  },
  increases: ({ period, cost, budget, left, currency }) =>
    `Increases for ${period}: ${cost}${budget === "" ? "" : ` of a budget of ${budget}`} ${currency}${left === "" ? "" : `; left: ${left}`}.`,
  scaled: ({ wanted, factor, currency }) =>
    `${wanted} ${currency} was wanted; all is multiplied by ${factor} to stay in the budget.`,
  increase: ({
    person,
    band,
    position,
    compaRatio,
    percent,
    salary,
    wanted,
    increase,
    newSalary,
    newCompaRatio,
  }) =>
    `${person}: ${band}, ${position} (compa-ratio ${compaRatio}); at ${percent} of ${salary}, ${wanted}; the raise is ${increase}, the new salary ${newSalary} (compa-ratio ${newCompaRatio}).`,
  lumpSum: ({ lumpSum, currency }) => `Paid once: ${lumpSum} ${currency}.`,
  quarters: {
    below: "below the range",
    "first-quarter": "first quarter of the range",
    "second-quarter": "second quarter of the range",
    "third-quarter": "third quarter of the range",
    "fourth-quarter": "fourth quarter of the range",
    above: "above the range",
  },
};

export const salarySentencesZhCN: SalarySentences = {
  position: ({ salary, currency, position, minimum, midpoint, maximum }) =>
    `${salary} ${currency}：${position}；薪酬区间为 ${minimum} 至 ${maximum}，中位值 ${midpoint}。`,
  ratios: ({ compaRatio, penetration }) => `比较比率：${compaRatio}；区间渗透率：${penetration}。`,
  belowMinimum: ({ amount, currency }) => `低于区间下限 ${amount} ${currency}。`,
  aboveMaximum: ({ amount, currency }) => `高于区间上限 ${amount} ${currency}。`,
  market: ({ reference, rate, currency, ageing, ratio, midpointRatio }) =>
    `市场第 ${reference} 百分位为 ${rate} ${currency}${ageing === "1" ? "" : `（按系数 ${ageing} 推算至当日）`}；薪资与市场之比：${ratio}，中位值与市场之比：${midpointRatio}。`,
  percentile: ({ percentile }) => `薪资在市场中的百分位：${percentile}。`,
  outsideMarket: { below: "薪资低于所列的全部市场水平。", above: "薪资高于所列的全部市场水平。" },
  increases: ({ period, cost, budget, left, currency }) =>
    `${period} 调薪：${cost} ${currency}${budget === "" ? "" : `，预算 ${budget}`}${left === "" ? "" : `，剩余 ${left}`}。`,
  scaled: ({ wanted, factor, currency }) => `应调 ${wanted} ${currency}；为不超预算，一律乘以 ${factor}。`,
  increase: ({
    person,
    band,
    position,
    compaRatio,
    percent,
    salary,
    wanted,
    increase,
    newSalary,
    newCompaRatio,
  }) =>
    `${person}：${band}，${position}（比较比率 ${compaRatio}）；按 ${salary} 的 ${percent} 计为 ${wanted}；调薪 ${increase}，调后薪资 ${newSalary}（比较比率 ${newCompaRatio}）。`,
  lumpSum: ({ lumpSum, currency }) => `一次性发放：${lumpSum} ${currency}。`,
  quarters: {
    below: "低于区间",
    "first-quarter": "区间第一四分位",
    "second-quarter": "区间第二四分位",
    "third-quarter": "区间第三四分位",
    "fourth-quarter": "区间第四四分位",
    above: "高于区间",
  },
};

export const salarySentencesZhTW: SalarySentences = {
  position: ({ salary, currency, position, minimum, midpoint, maximum }) =>
    `${salary} ${currency}：${position}；薪資區間為 ${minimum} 至 ${maximum}，中位值 ${midpoint}。`,
  ratios: ({ compaRatio, penetration }) => `比較比率：${compaRatio}；區間滲透率：${penetration}。`,
  belowMinimum: ({ amount, currency }) => `低於區間下限 ${amount} ${currency}。`,
  aboveMaximum: ({ amount, currency }) => `高於區間上限 ${amount} ${currency}。`,
  market: ({ reference, rate, currency, ageing, ratio, midpointRatio }) =>
    `市場第 ${reference} 百分位為 ${rate} ${currency}${ageing === "1" ? "" : `（按係數 ${ageing} 推算至當日）`}；薪資與市場之比：${ratio}，中位值與市場之比：${midpointRatio}。`,
  percentile: ({ percentile }) => `薪資在市場中的百分位：${percentile}。`,
  outsideMarket: { below: "薪資低於所列的全部市場水準。", above: "薪資高於所列的全部市場水準。" },
  increases: ({ period, cost, budget, left, currency }) =>
    `${period} 調薪：${cost} ${currency}${budget === "" ? "" : `，預算 ${budget}`}${left === "" ? "" : `，剩餘 ${left}`}。`,
  scaled: ({ wanted, factor, currency }) => `應調 ${wanted} ${currency}；為不超出預算，一律乘以 ${factor}。`,
  increase: ({
    person,
    band,
    position,
    compaRatio,
    percent,
    salary,
    wanted,
    increase,
    newSalary,
    newCompaRatio,
  }) =>
    `${person}：${band}，${position}（比較比率 ${compaRatio}）；按 ${salary} 的 ${percent} 計為 ${wanted}；調薪 ${increase}，調後薪資 ${newSalary}（比較比率 ${newCompaRatio}）。`,
  lumpSum: ({ lumpSum, currency }) => `一次性發放：${lumpSum} ${currency}。`,
  quarters: {
    below: "低於區間",
    "first-quarter": "區間第一四分位",
    "second-quarter": "區間第二四分位",
    "third-quarter": "區間第三四分位",
    "fourth-quarter": "區間第四四分位",
    above: "高於區間",
  },
};

/** What notes of merit increases say in English. */
export const meritNotesEn: NoteWords = {
  "range-maximum": ({ maximum }) => `A raise ends at the maximum of the range, ${maximum}.`,
  "budget-factor": ({ factor }) => `Multiplied by ${factor}, as the budget is short.`,
  "equal-remainder": () =>
    "The budget lasts for a step more for some of those with equal remainders: the order of their ids decides for whom.",
};

/** The same in Simplified Chinese. */
export const meritNotesZhCN: NoteWords = {
  "range-maximum": ({ maximum }) => `调薪以区间上限 ${maximum} 为限。`,
  "budget-factor": ({ factor }) => `因预算不足，乘以 ${factor}。`,
  "equal-remainder": () => "预算不足以使余数相同者都再进一档：按标识先后决定。",
};

/** The same in Traditional Chinese. */
export const meritNotesZhTW: NoteWords = {
  "range-maximum": ({ maximum }) => `調薪以區間上限 ${maximum} 為限。`,
  "budget-factor": ({ factor }) => `因預算不足，乘以 ${factor}。`,
  "equal-remainder": () => "預算不足以使餘數相同者都再進一檔：按識別碼先後決定。",
};
