import { roundingZhCN, roundingZhTW } from "./rounding-names.js";
/** The sentences that describe a policy, and the heading of a review. All values come as texts; the English ones show what each says. */
export interface PolicySentences {
  /** "{person}, {period}, by the policy {policy} of {effectiveFrom}." */
  review(value: {
    readonly person: string;
    readonly period: string;
    readonly policy: string;
    readonly effectiveFrom: string;
  }): string;
  /** "{policy}, in force from {effectiveFrom}" */
  title(value: { readonly policy: string; readonly effectiveFrom: string }): string;
  /** "In force until {date}." */
  effectiveTo(value: { readonly date: string }): string;
  /** "People of the same {attribute} are compared with each other." */
  comparedWithin(value: { readonly attribute: string }): string;
  /** How many people of a period were reviewed together, and how many rows were not. */
  groupReview(value: { readonly period: string; readonly people: string; readonly rejected: string }): string;
  /** "Row {row} could not be reviewed: {issues}." */
  rejectedRow(value: { readonly row: string; readonly issues: string }): string;
  /** "Recorded on {date}." */
  recordedOn(value: { readonly date: string }): string;
  /** "Standings of an earlier version" */
  transition(): string;
  /** "Tier {from} becomes {to}." */
  transitionTier(value: { readonly from: string; readonly to: string }): string;
  /** Whether the reviews that conditions count go on counting. */
  transitionCounters(value: { readonly counters: "keep" | "reset" }): string;
  /** "Who has a tier keeps it for at least so many months: {months}." */
  grandfather(value: { readonly months: string }): string;
  /** "Pay is in {currency}." */
  currency(value: { readonly currency: string }): string;
  /** "Dimension: {axis}" */
  axis(value: { readonly axis: string }): string;
  /** Whom a variant of a weight schema is for. */
  variant(value: {
    readonly variant: string;
    readonly when: readonly { readonly attribute: string; readonly is: string }[];
  }): string;
  /** "{axis} is assessed by {variant}, as {attribute} is {is}." */
  chosenVariant(value: {
    readonly axis: string;
    readonly variant: string;
    readonly because: readonly { readonly attribute: string; readonly is: string }[];
  }): string;
  /** "Tiers, from the lowest to the highest" */
  tiers(): string;
  /** The name of a tier. */
  tier(value: { readonly tier: string }): string;
  /** "Duties: {list}." */
  duties(value: { readonly list: string }): string;
  /** "Qualifications: {list}." */
  qualifications(value: { readonly list: string }): string;
  /** "Resources: {list}." */
  resources(value: { readonly list: string }): string;
  /** "Promotion score" */
  promotionScore(): string;
  /** "Pay" */
  incentives(): string;
  /** "Money is rounded once a line to the currency's smallest unit, {mode}." */
  money(value: { readonly mode: string }): string;
  /** "Notes" */
  notes(): string;
  /** A note, with where it comes from. */
  note(value: { readonly source: string; readonly text: string }): string;
  readonly separator: string;
}

export const policySentencesEn: PolicySentences = {
  chosenVariant: ({ axis, variant, because }) =>
    `${axis} is assessed by ${variant}, as ${because.map(({ attribute, is }) => `${attribute} is ${is}`).join(" and ")}.`,
  variant: ({ variant, when }) =>
    `${variant}, where ${when.map(({ attribute, is }) => `${attribute} is ${is}`).join(" and ")}, in place of the above:`,
  review: ({ person, period, policy, effectiveFrom }) =>
    `${person}, ${period}, by the policy ${policy} of ${effectiveFrom}.`,
  title: ({ policy, effectiveFrom }) => `${policy}, in force from ${effectiveFrom}`,
  effectiveTo: ({ date }) => `In force until ${date}.`,
  comparedWithin: ({ attribute }) => `People of the same ${attribute} are compared with each other.`,
  groupReview: ({ period, people, rejected }) =>
    `Reviewed together for ${period}: ${people}; rows that could not be reviewed: ${rejected}.`,
  rejectedRow: ({ row, issues }) => `Row ${row} could not be reviewed: ${issues}.`,
  recordedOn: ({ date }) => `Recorded on ${date}.`,
  transition: () => "Standings of an earlier version",
  transitionTier: ({ from, to }) => `The tier ${from} becomes ${to}.`,
  transitionCounters: ({ counters }) =>
    counters === "keep" ? "Reviews before go on counting." : "Reviews before count no more.",
  grandfather: ({ months }) => `Who has a tier keeps it for at least so many months: ${months}.`,
  currency: ({ currency }) => `Pay is in ${currency}.`,
  axis: ({ axis }) => `Dimension: ${axis}`,
  tiers: () => "Tiers, from the lowest to the highest",
  tier: ({ tier }) => tier,
  duties: ({ list }) => `Duties: ${list}.`,
  qualifications: ({ list }) => `Qualifications: ${list}.`,
  resources: ({ list }) => `Resources: ${list}.`,
  promotionScore: () => "Promotion score",
  incentives: () => "Pay",
  money: ({ mode }) => `Money is rounded once a line to the currency's smallest unit, ${mode}.`,
  notes: () => "Notes",
  note: ({ source, text }) => (source === "" ? text : `${source}: ${text}`),
  separator: "; ",
};

export const policySentencesZhCN: PolicySentences = {
  chosenVariant: ({ axis, variant, because }) =>
    `${axis}按“${variant}”考核（${because.map(({ attribute, is }) => `${attribute} 为 ${is}`).join("，")}）。`,
  variant: ({ variant, when }) =>
    `${variant}（${when.map(({ attribute, is }) => `${attribute} 为 ${is}`).join("，")}），代替以上各项：`,
  review: ({ person, period, policy, effectiveFrom }) =>
    `${person}，${period}，依据 ${effectiveFrom} 起施行的“${policy}”。`,
  title: ({ policy, effectiveFrom }) => `${policy}（${effectiveFrom} 起施行）`,
  effectiveTo: ({ date }) => `施行至 ${date}。`,
  comparedWithin: ({ attribute }) => `${attribute}相同者相互比较。`,
  groupReview: ({ period, people, rejected }) =>
    `${period} 一并考核 ${people} 人；未能考核的行 ${rejected} 行。`,
  rejectedRow: ({ row, issues }) => `第 ${row} 行未能考核：${issues}。`,
  recordedOn: ({ date }) => `${date} 登记。`,
  transition: () => "原有层级的过渡",
  transitionTier: ({ from, to }) => `层级${from}改为${to}。`,
  transitionCounters: ({ counters }) =>
    counters === "keep" ? "此前的考核继续计入。" : "此前的考核不再计入。",
  grandfather: ({ months }) => `原有层级至少保留 ${months} 个月。`,
  currency: ({ currency }) => `薪酬币种：${currency}。`,
  axis: ({ axis }) => `维度：${axis}`,
  tiers: () => "层级（由低到高）",
  tier: ({ tier }) => tier,
  duties: ({ list }) => `职责：${list}。`,
  qualifications: ({ list }) => `任职条件：${list}。`,
  resources: ({ list }) => `资源：${list}。`,
  promotionScore: () => "晋升综合得分",
  incentives: () => "薪酬",
  money: ({ mode }) => `每行金额只舍入一次，至该币种最小单位，舍入方式：${roundingZhCN(mode)}。`,
  notes: () => "说明",
  note: ({ source, text }) => (source === "" ? text : `${source}：${text}`),
  separator: "；",
};

export const policySentencesZhTW: PolicySentences = {
  chosenVariant: ({ axis, variant, because }) =>
    `${axis}按「${variant}」考核（${because.map(({ attribute, is }) => `${attribute} 為 ${is}`).join("，")}）。`,
  variant: ({ variant, when }) =>
    `${variant}（${when.map(({ attribute, is }) => `${attribute} 為 ${is}`).join("，")}），代替以上各項：`,
  review: ({ person, period, policy, effectiveFrom }) =>
    `${person}，${period}，依據 ${effectiveFrom} 起施行的「${policy}」。`,
  title: ({ policy, effectiveFrom }) => `${policy}（${effectiveFrom} 起施行）`,
  effectiveTo: ({ date }) => `施行至 ${date}。`,
  comparedWithin: ({ attribute }) => `${attribute}相同者相互比較。`,
  groupReview: ({ period, people, rejected }) =>
    `${period} 一併考核 ${people} 人；未能考核的列 ${rejected} 列。`,
  rejectedRow: ({ row, issues }) => `第 ${row} 列未能考核：${issues}。`,
  recordedOn: ({ date }) => `${date} 登記。`,
  transition: () => "原有層級的過渡",
  transitionTier: ({ from, to }) => `層級${from}改為${to}。`,
  transitionCounters: ({ counters }) =>
    counters === "keep" ? "此前的考核繼續計入。" : "此前的考核不再計入。",
  grandfather: ({ months }) => `原有層級至少保留 ${months} 個月。`,
  currency: ({ currency }) => `薪酬幣別：${currency}。`,
  axis: ({ axis }) => `維度：${axis}`,
  tiers: () => "層級（由低到高）",
  tier: ({ tier }) => tier,
  duties: ({ list }) => `職責：${list}。`,
  qualifications: ({ list }) => `任職條件：${list}。`,
  resources: ({ list }) => `資源：${list}。`,
  promotionScore: () => "晉升綜合得分",
  incentives: () => "薪酬",
  money: ({ mode }) => `每行金額只捨入一次，至該幣別最小單位，捨入方式：${roundingZhTW(mode)}。`,
  notes: () => "說明",
  note: ({ source, text }) => (source === "" ? text : `${source}：${text}`),
  separator: "；",
};
