import type { RankWords } from "./honour-rule-sentences.js";
import { roundingZhCN, roundingZhTW } from "./rounding-names.js";

/** The sentences that describe grants of equity and training. All values come as texts; what a rule does not say is empty. */
export interface GrantRuleSentences {
  /** "Equity" */
  equity(): string;
  /** "{name}: options" or restricted units. */
  grant(value: { readonly name: string; readonly instrument: "options" | "restricted-units" }): string;
  /** "{tier}: {units} units", units of a value, or of a share of the yearly salary; the tier is empty where the row is for all others. */
  grantSize(value: {
    readonly tier: string;
    readonly isForAll: boolean;
    readonly units: string;
    readonly value: string;
    readonly share: string;
  }): string;
  grantRounding(value: { readonly mode: string; readonly multipleOf: string }): string;
  exercisePrice(value: { readonly share: string }): string;
  term(value: { readonly months: string }): string;
  /** "Training" */
  training(): string;
  /** "{course}: costs {cost}, {hours} hours, after {requires}." */
  course(value: {
    readonly course: string;
    readonly cost: string;
    readonly hours: string;
    readonly requires: string;
    readonly seats: string;
    readonly months: string;
  }): string;
  /** "{need}: {courses}, where the score of {indicator} is below {below}." */
  need(value: {
    readonly need: string;
    readonly courses: string;
    readonly indicator: string;
    readonly below: string;
  }): string;
  /** What comes first has the budget first; of one need by these, then by id. */
  trainingOrder(value: { readonly by: readonly RankWords[] }): string;
  trainingMost(value: { readonly cost: string; readonly hours: string }): string;
  readonly trainingStops: string;
}

const some = (parts: readonly string[], separator: string) =>
  parts.filter((one) => one !== "").join(separator);

export const grantRuleSentencesEn: GrantRuleSentences = {
  equity: () => "Equity",
  grant: ({ name, instrument }) => `${name}: ${instrument === "options" ? "options" : "restricted units"}.`,
  grantSize: ({ tier, isForAll, units, value, share }) =>
    `${tier || (isForAll ? "All tiers" : "All other tiers")}: ${units ? `${units} units` : value ? `units worth ${value}` : `units worth ${share} of the yearly salary`}.`,
  grantRounding: ({ mode, multipleOf }) => `Units are rounded to multiples of ${multipleOf}, ${mode}.`,
  exercisePrice: ({ share }) => `Exercised at ${share} of the price on the day of the grant.`,
  term: ({ months }) => `The term in months: ${months}.`,
  training: () => "Training",
  course: ({ course, cost, hours, requires, seats, months }) =>
    `${course}: ${some([`cost ${cost}`, `hours ${hours}`, requires && `after ${requires}`, seats && `seats ${seats}`, months && `to be taken again after so many months: ${months}`], ", ")}.`,
  need: ({ need, courses, indicator, below }) =>
    `${need}: ${courses}${indicator && `, where the score of ${indicator} is below ${below}`}.`,
  trainingOrder: ({ by }) =>
    `The budget goes to needs in this order, and in each to people by ${some([by.map(({ key, order }) => `${key} (${order})`).join(", then "), "id"], ", then ")}.`,
  trainingMost: ({ cost, hours }) =>
    `A person has at most: ${some([cost && `cost ${cost}`, hours && `hours ${hours}`], ", ")}.`,
  trainingStops: "Once a course does not fit into the budget, nothing more is granted.",
};

export const grantRuleSentencesZhCN: GrantRuleSentences = {
  equity: () => "股权激励",
  grant: ({ name, instrument }) => `${name}：${instrument === "options" ? "期权" : "限制性单位"}。`,
  grantSize: ({ tier, isForAll, units, value, share }) =>
    `${tier || (isForAll ? "全部层级" : "其余层级")}：${units ? `${units} 单位` : value ? `价值 ${value} 的单位` : `价值相当于年薪 ${share} 的单位`}。`,
  grantRounding: ({ mode, multipleOf }) =>
    `单位数取 ${multipleOf} 的整倍数，舍入方式：${roundingZhCN(mode)}。`,
  exercisePrice: ({ share }) => `行权价为授予日股价的 ${share}。`,
  term: ({ months }) => `期限 ${months} 个月。`,
  training: () => "培训",
  course: ({ course, cost, hours, requires, seats, months }) =>
    `${course}：${some([`费用 ${cost}`, `课时 ${hours}`, requires && `先修 ${requires}`, seats && `名额 ${seats}`, months && `${months} 个月后须重修`], "，")}。`,
  need: ({ need, courses, indicator, below }) =>
    `${need}：${courses}${indicator && `（“${indicator}”得分低于 ${below} 者）`}。`,
  trainingOrder: ({ by }) =>
    `预算按上列需求的次序使用，同一需求内依次按${some([by.map(({ key, order }) => `${key}（${order === "ascending" ? "升序" : "降序"}）`).join("、"), "标识"], "、")}。`,
  trainingMost: ({ cost, hours }) =>
    `每人至多：${some([cost && `费用 ${cost}`, hours && `课时 ${hours}`], "，")}。`,
  trainingStops: "一旦预算不足以安排某一课程，其后不再安排。",
};

export const grantRuleSentencesZhTW: GrantRuleSentences = {
  equity: () => "股權激勵",
  grant: ({ name, instrument }) => `${name}：${instrument === "options" ? "選擇權" : "限制性單位"}。`,
  grantSize: ({ tier, isForAll, units, value, share }) =>
    `${tier || (isForAll ? "全部層級" : "其餘層級")}：${units ? `${units} 單位` : value ? `價值 ${value} 的單位` : `價值相當於年薪 ${share} 的單位`}。`,
  grantRounding: ({ mode, multipleOf }) =>
    `單位數取 ${multipleOf} 的整倍數，捨入方式：${roundingZhTW(mode)}。`,
  exercisePrice: ({ share }) => `行權價為授予日股價的 ${share}。`,
  term: ({ months }) => `期限 ${months} 個月。`,
  training: () => "培訓",
  course: ({ course, cost, hours, requires, seats, months }) =>
    `${course}：${some([`費用 ${cost}`, `課時 ${hours}`, requires && `先修 ${requires}`, seats && `名額 ${seats}`, months && `${months} 個月後須重修`], "，")}。`,
  need: ({ need, courses, indicator, below }) =>
    `${need}：${courses}${indicator && `（「${indicator}」得分低於 ${below} 者）`}。`,
  trainingOrder: ({ by }) =>
    `預算按上列需求的次序使用，同一需求內依次按${some([by.map(({ key, order }) => `${key}（${order === "ascending" ? "升序" : "降序"}）`).join("、"), "識別碼"], "、")}。`,
  trainingMost: ({ cost, hours }) =>
    `每人至多：${some([cost && `費用 ${cost}`, hours && `課時 ${hours}`], "，")}。`,
  trainingStops: "一旦預算不足以安排某一課程，其後不再安排。",
};
