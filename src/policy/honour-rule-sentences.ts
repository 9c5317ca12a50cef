import type { BenefitUnit } from "./benefit-sentences.js";

/** A number that people are ranked by, and which end comes first. */
export interface RankWords {
  readonly key: string;
  readonly order: "ascending" | "descending";
}

/** The sentences that describe sales incentives and honours. All values come as texts; what a rule does not say is empty. */
export interface HonourRuleSentences {
  /** "{name}: {pays} for each {per}, from {from} to {to}." */
  spiff(value: {
    readonly name: string;
    readonly pays: string;
    readonly per: "deal" | "unit";
    readonly from: string;
    readonly to: string;
  }): string;
  /** "Only deals whose {attribute} is {is}." */
  spiffDeals(value: { readonly attribute: string; readonly is: string }): string;
  spiffLeastAmount(value: { readonly amount: string }): string;
  spiffFirst(value: { readonly count: string; readonly of: "person" | "everybody" }): string;
  spiffMinimum(value: { readonly count: string; readonly pays: "all" | "further" }): string;
  spiffMaximum(value: { readonly amount: string }): string;
  spiffBudget(value: { readonly amount: string }): string;
  /** "Honours:" */
  honours(): string;
  /** "{honour}, each {per}: to the first {winners} by {by}, in each {within}." */
  honour(value: {
    readonly honour: string;
    readonly per: Exclude<BenefitUnit, "period">;
    readonly winners: string;
    readonly by: readonly RankWords[];
    readonly within: string;
  }): string;
  /** "In {unit}: {winners}." */
  honourQuota(value: { readonly unit: string; readonly winners: string }): string;
  /** Who wins where equals stand on both sides of the last place. */
  readonly honourTies: Readonly<Record<"all-in" | "all-out" | "id", string>>;
  /** "At most {wins} times in so many months, or in the year." */
  honourMostWins(value: { readonly wins: string; readonly months: string }): string;
  honourCooling(value: { readonly periods: string }): string;
  honourNotWith(value: { readonly honours: string }): string;
  /** The prizes by rank, in money or points. */
  honourPrize(value: {
    readonly in: "money" | "points";
    readonly amounts: readonly string[];
    readonly tied: "same" | "shared";
  }): string;
  /** "For each {of}: {money}, {points} points." */
  honourEvent(value: { readonly of: string; readonly money: string; readonly points: string }): string;
}

const days = (from: string, to: string, words: readonly [string, string, string]) =>
  from === "" && to === "" ? "" : `${words[0]}${from || "…"}${words[1]}${to || "…"}${words[2]}`;

export const honourRuleSentencesEn: HonourRuleSentences = {
  spiff: ({ name, pays, per, from, to }) =>
    `${name}: ${pays} for each ${per}${from && `, from ${from}`}${to && `, until ${to}`}.`,
  spiffDeals: ({ attribute, is }) => `Only deals whose ${attribute} is ${is}.`,
  spiffLeastAmount: ({ amount }) => `Only deals of at least ${amount}.`,
  spiffFirst: ({ count, of }) =>
    `Only the first ${count} ${of === "person" ? "of each person" : "of all"} count.`,
  spiffMinimum: ({ count, pays }) =>
    pays === "all"
      ? `Who has fewer than ${count} is paid nothing.`
      : `Only what a person has beyond ${count} is paid for.`,
  spiffMaximum: ({ amount }) => `A person is paid at most ${amount}.`,
  spiffBudget: ({ amount }) => `All are paid at most ${amount}, first come, first served.`,
  honours: () => "Honours:",
  honour: ({ honour, per, winners, by, within }) => {
    const ranks = by.map(({ key, order }) => `${key} (${order})`).join(", then ");
    const who = [
      winners === "" ? "all who are eligible" : `the best ${winners}`,
      ranks && `by ${ranks}`,
      within && `in each ${within}`,
    ].filter((one) => one !== "");
    return `${honour}, each ${per}: ${who.join(" ")}.`;
  },
  honourQuota: ({ unit, winners }) => `In ${unit}: the best ${winners}.`,
  honourTies: {
    "all-in": "Equals at the last place all win.",
    "all-out": "Equals at the last place all do not win.",
    id: "Equals at the last place win in the order of their ids.",
  },
  honourMostWins: ({ wins, months }) =>
    `The most wins of a person in ${months === "" ? "a calendar year" : `so many months (${months})`}: ${wins}.`,
  honourCooling: ({ periods }) => `Periods after a win in which a person does not compete: ${periods}.`,
  honourNotWith: ({ honours }) => `Not for who wins one of these in the same period: ${honours}.`,
  honourPrize: ({ in: unit, amounts, tied }) =>
    `Prize${unit === "points" ? " in points" : ""}: ${amounts.length === 1 ? amounts[0] : `${amounts.join(", ")} by rank, and the last for all that follow`}${tied === "shared" ? "; equals share the prizes of their places" : ""}.`,
  honourEvent: ({ of, money, points }) =>
    `For each ${of}: ${[money, points && `${points} points`].filter((one) => one !== "").join(" and ")}.`,
};

const UNITS: Readonly<Record<Exclude<BenefitUnit, "period">, string>> = {
  month: "月",
  quarter: "季",
  "half-year": "半年",
  year: "年",
};

export const honourRuleSentencesZhCN: HonourRuleSentences = {
  spiff: ({ name, pays, per, from, to }) =>
    `${name}：每${per === "deal" ? "单" : "件"} ${pays}${days(from, to, ["（", " 至 ", "）"])}。`,
  spiffDeals: ({ attribute, is }) => `仅限 ${attribute} 为 ${is} 的交易。`,
  spiffLeastAmount: ({ amount }) => `仅限金额不低于 ${amount} 的交易。`,
  spiffFirst: ({ count, of }) => `${of === "person" ? "每人" : "全体合计"}只计前 ${count}。`,
  spiffMinimum: ({ count, pays }) =>
    pays === "all" ? `不足 ${count} 者不予奖励。` : `每人只奖励超过 ${count} 的部分。`,
  spiffMaximum: ({ amount }) => `每人至多 ${amount}。`,
  spiffBudget: ({ amount }) => `全体合计至多 ${amount}，先到先得。`,
  honours: () => "荣誉：",
  honour: ({ honour, per, winners, by, within }) =>
    `${honour}（每${UNITS[per]}）：${[winners === "" ? "全部符合资格者" : `前 ${winners} 名`, by.length === 0 ? "" : `依次按${by.map(({ key, order }) => `${key}（${order === "ascending" ? "升序" : "降序"}）`).join("、")}评选`, within && `按${within}分别评选`].filter((one) => one !== "").join("，")}。`,
  honourQuota: ({ unit, winners }) => `${unit}：前 ${winners} 名。`,
  honourTies: {
    "all-in": "末位并列者全部获选。",
    "all-out": "末位并列者全部落选。",
    id: "末位并列者按标识先后获选。",
  },
  honourMostWins: ({ wins, months }) =>
    `每人${months === "" ? "一个公历年" : ` ${months} 个月`}内至多获选 ${wins} 次。`,
  honourCooling: ({ periods }) => `获选后 ${periods} 期内不参评。`,
  honourNotWith: ({ honours }) => `同期获得下列荣誉者不参评：${honours}。`,
  honourPrize: ({ in: unit, amounts, tied }) =>
    `${unit === "points" ? "奖励积分" : "奖金"}：${amounts.length === 1 ? amounts[0] : `按名次依次为 ${amounts.join("、")}，其后同最后一项`}${tied === "shared" ? "；并列者平分所占名次的奖励" : ""}。`,
  honourEvent: ({ of, money, points }) =>
    `${of}：每次 ${[money, points && `${points} 积分`].filter((one) => one !== "").join("，")}。`,
};

export const honourRuleSentencesZhTW: HonourRuleSentences = {
  spiff: ({ name, pays, per, from, to }) =>
    `${name}：每${per === "deal" ? "筆" : "件"} ${pays}${days(from, to, ["（", " 至 ", "）"])}。`,
  spiffDeals: ({ attribute, is }) => `僅限 ${attribute} 為 ${is} 的交易。`,
  spiffLeastAmount: ({ amount }) => `僅限金額不低於 ${amount} 的交易。`,
  spiffFirst: ({ count, of }) => `${of === "person" ? "每人" : "全體合計"}只計前 ${count}。`,
  spiffMinimum: ({ count, pays }) =>
    pays === "all" ? `不足 ${count} 者不予獎勵。` : `每人只獎勵超過 ${count} 的部分。`,
  spiffMaximum: ({ amount }) => `每人至多 ${amount}。`,
  spiffBudget: ({ amount }) => `全體合計至多 ${amount}，先到先得。`,
  honours: () => "榮譽：",
  honour: ({ honour, per, winners, by, within }) =>
    `${honour}（每${UNITS[per]}）：${[winners === "" ? "全部符合資格者" : `前 ${winners} 名`, by.length === 0 ? "" : `依次按${by.map(({ key, order }) => `${key}（${order === "ascending" ? "升序" : "降序"}）`).join("、")}評選`, within && `按${within}分別評選`].filter((one) => one !== "").join("，")}。`,
  honourQuota: ({ unit, winners }) => `${unit}：前 ${winners} 名。`,
  honourTies: {
    "all-in": "末位並列者全部獲選。",
    "all-out": "末位並列者全部落選。",
    id: "末位並列者按識別碼先後獲選。",
  },
  honourMostWins: ({ wins, months }) =>
    `每人${months === "" ? "一個曆年" : ` ${months} 個月`}內至多獲選 ${wins} 次。`,
  honourCooling: ({ periods }) => `獲選後 ${periods} 期內不參評。`,
  honourNotWith: ({ honours }) => `同期獲得下列榮譽者不參評：${honours}。`,
  honourPrize: ({ in: unit, amounts, tied }) =>
    `${unit === "points" ? "獎勵積分" : "獎金"}：${amounts.length === 1 ? amounts[0] : `按名次依次為 ${amounts.join("、")}，其後同最後一項`}${tied === "shared" ? "；並列者平分所佔名次的獎勵" : ""}。`,
  honourEvent: ({ of, money, points }) =>
    `${of}：每次 ${[money, points && `${points} 積分`].filter((one) => one !== "").join("，")}。`,
};
