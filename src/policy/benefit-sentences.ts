/** For how long an amount pays; period: once, however long the period is. */
export type BenefitUnit = "month" | "quarter" | "half-year" | "year" | "period";

/** The sentences that describe year-end bonuses and benefits. All values come as texts; what a rule does not say is empty. */
export interface BenefitSentences {
  /** "{name}: a bonus at the end of each {per}." */
  yearEndBonus(value: { readonly name: string; readonly per: Exclude<BenefitUnit, "period"> }): string;
  /** "{tier}: {amount}", months of the salary, or a share of what was earned; the tier is empty where the row is for all others, or for all. */
  yearEndRow(value: {
    readonly tier: string;
    readonly isForAll: boolean;
    readonly amount: string;
    readonly months: string;
    readonly share: string;
    readonly most: string;
  }): string;
  /** "Benefits:" */
  benefits(): string;
  /** "{item}, {of}: {amount} per {per}."; `of` is empty where it is the same for all. */
  benefitAmount(value: {
    readonly item: string;
    readonly of: string;
    readonly amount: string;
    readonly per: BenefitUnit;
  }): string;
  /** "{item}: {rate} of {fact}, which counts as at least {least} and at most {most}, and only above {over}." */
  benefitRate(value: {
    readonly item: string;
    readonly rate: string;
    readonly fact: string;
    readonly least: string;
    readonly most: string;
    readonly over: string;
  }): string;
  /** "Only in these months of the year: {months}." */
  benefitMonths(value: { readonly months: string }): string;
}

export const benefitSentencesEn: BenefitSentences = {
  yearEndBonus: ({ name, per }) => `${name}: a bonus at the end of each ${per}.`,
  yearEndRow: ({ tier, isForAll, amount, months, share, most }) => {
    const counts = most && `, of which at most ${most} counts`;
    const pays =
      amount || (months ? `${months} x the salary of a month` : `${share} of what was earned in it`);
    return `${tier || (isForAll ? "All tiers" : "All other tiers")}: ${pays}${counts}.`;
  },
  benefits: () => "Benefits:",
  benefitAmount: ({ item, of, amount, per }) =>
    `${item}${of && `, ${of}`}: ${amount} ${per === "period" ? "once a period" : `per ${per}`}.`,
  benefitRate: ({ item, rate, fact, least, most, over }) => {
    const bounds = [
      least && `which counts as at least ${least}`,
      most && `which counts as at most ${most}`,
      over && `of which only what is above ${over} counts`,
    ].filter((one) => one !== "");
    return `${item}: ${rate} x ${[fact, ...bounds].join(", ")}.`;
  },
  benefitMonths: ({ months }) => `Only in these months of the year: ${months}.`,
};

const UNITS: Readonly<Record<Exclude<BenefitUnit, "period">, string>> = {
  month: "月",
  quarter: "季",
  "half-year": "半年",
  year: "年",
};

export const benefitSentencesZhCN: BenefitSentences = {
  yearEndBonus: ({ name, per }) => `${name}：每${per === "year" ? "年年终" : `${UNITS[per]}末`}发放的奖金。`,
  yearEndRow: ({ tier, isForAll, amount, months, share, most }) =>
    `${tier || (isForAll ? "全部层级" : "其余层级")}：${amount || (months ? `月薪的 ${months} 倍` : `期内所得的 ${share}`)}${most && `（基数至多计 ${most}）`}。`,
  benefits: () => "福利：",
  benefitAmount: ({ item, of, amount, per }) =>
    `${item}${of && `，${of}`}：${per === "period" ? "每期一次" : `每${UNITS[per]}`} ${amount}。`,
  benefitRate: ({ item, rate, fact, least, most, over }) =>
    `${item}：${[`${fact} × ${rate}`, least && `基数至少计 ${least}`, most && `基数至多计 ${most}`, over && `只计超过 ${over} 的部分`].filter((one) => one !== "").join("，")}。`,
  benefitMonths: ({ months }) => `仅在下列月份发放：${months}。`,
};

export const benefitSentencesZhTW: BenefitSentences = {
  yearEndBonus: ({ name, per }) => `${name}：每${per === "year" ? "年年終" : `${UNITS[per]}末`}發放的獎金。`,
  yearEndRow: ({ tier, isForAll, amount, months, share, most }) =>
    `${tier || (isForAll ? "全部層級" : "其餘層級")}：${amount || (months ? `月薪的 ${months} 倍` : `期內所得的 ${share}`)}${most && `（基數至多計 ${most}）`}。`,
  benefits: () => "福利：",
  benefitAmount: ({ item, of, amount, per }) =>
    `${item}${of && `，${of}`}：${per === "period" ? "每期一次" : `每${UNITS[per]}`} ${amount}。`,
  benefitRate: ({ item, rate, fact, least, most, over }) =>
    `${item}：${[`${fact} × ${rate}`, least && `基數至少計 ${least}`, most && `基數至多計 ${most}`, over && `只計超過 ${over} 的部分`].filter((one) => one !== "").join("，")}。`,
  benefitMonths: ({ months }) => `僅在下列月份發放：${months}。`,
};
