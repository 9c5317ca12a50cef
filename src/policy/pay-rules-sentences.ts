import type { Weekday } from "../kernel/days.js";
import {
  type BenefitSentences,
  benefitSentencesEn,
  benefitSentencesZhCN,
  benefitSentencesZhTW,
} from "./benefit-sentences.js";
import {
  type BonusSentences,
  bonusSentencesEn,
  bonusSentencesZhCN,
  bonusSentencesZhTW,
} from "./bonus-sentences.js";
import { type CommissionSentences, commissionSentencesEn } from "./commission-sentences.js";
import { commissionSentencesZhCN, commissionSentencesZhTW } from "./commission-sentences-zh.js";
import {
  type DeductionSentences,
  deductionSentencesEn,
  deductionSentencesZhCN,
  deductionSentencesZhTW,
} from "./deduction-sentences.js";
import {
  type EligibilityRuleSentences,
  eligibilityRuleSentencesEn,
  eligibilityRuleSentencesZhCN,
  eligibilityRuleSentencesZhTW,
} from "./eligibility-rule-sentences.js";
import {
  type GrantRuleSentences,
  grantRuleSentencesEn,
  grantRuleSentencesZhCN,
  grantRuleSentencesZhTW,
} from "./grant-rule-sentences.js";
import {
  type HonourRuleSentences,
  honourRuleSentencesEn,
  honourRuleSentencesZhCN,
  honourRuleSentencesZhTW,
} from "./honour-rule-sentences.js";
import {
  type PoolRuleSentences,
  poolRuleSentencesEn,
  poolRuleSentencesZhCN,
  poolRuleSentencesZhTW,
} from "./pool-rule-sentences.js";

/** How a part of a period is paid. All values are texts; those that a rule does not have are empty. */
export interface ProrationWords {
  readonly by: "none" | "calendar-days" | "working-days" | "days-of-30" | "months" | "fixed-days";
  readonly fromDays: string;
  readonly days: string;
  readonly of: "month" | "year";
  readonly counts: "worked" | "absent" | "fewer";
  readonly week: readonly Weekday[];
  readonly holidays: readonly string[];
  readonly workdays: readonly string[];
}

/** For how long an amount pays. */
export type PayUnit = "month" | "quarter" | "half-year" | "year";

/** The sentences that describe the rules of pay. All values come as texts; the English ones show what each says. */
export interface PayRulesSentences
  extends BonusSentences,
    CommissionSentences,
    BenefitSentences,
    DeductionSentences,
    EligibilityRuleSentences,
    GrantRuleSentences,
    HonourRuleSentences,
    PoolRuleSentences {
  /** "{name}: base pay by tier and experience, amounts per {per}." */
  basePay(value: { readonly name: string; readonly per: PayUnit }): string;
  /** "{row}, from {fromYears} years of experience: {amount}." */
  basePayRow(value: { readonly row: string; readonly fromYears: string; readonly amount: string }): string;
  /** "{tier}, {grade}, step {step}, {location}"; those that a table has no rows by are empty. */
  payRow(value: {
    readonly tier: string;
    readonly grade: string;
    readonly step: string;
    readonly location: string;
  }): string;
  /** "Place of work {location}: factor {factor}." */
  locationFactor(value: { readonly location: string; readonly factor: string }): string;
  /** "An amount with its factor is rounded to {decimals} decimals." */
  rateDecimals(value: { readonly decimals: string }): string;
  /** How a part of a period is paid. */
  proration(value: ProrationWords): string;
}

const joined = (parts: readonly string[], separator: string) =>
  parts.filter((part) => part !== "").join(separator);

function workedEn({ week, holidays, workdays }: ProrationWords): string {
  return joined(
    [
      week.map((day) => `${day.charAt(0).toUpperCase()}${day.slice(1)}`).join(", "),
      holidays.length === 0 ? "" : `without ${holidays.join(", ")}`,
      workdays.length === 0 ? "" : `with ${workdays.join(", ")}`,
    ],
    "; ",
  );
}

function prorationEn(rule: ProrationWords): string {
  const { by, fromDays, days, of, counts } = rule;
  switch (by) {
    case "none":
      return "A part of a period is paid as the whole.";
    case "calendar-days":
      return "A part of a period is paid by its calendar days.";
    case "working-days":
      return `A part of a period is paid by its working days (${workedEn(rule)}).`;
    case "days-of-30":
      return "A part of a period is paid by days, of which every month has 30.";
    case "months":
      return fromDays === ""
        ? "A part of a period is paid by its months, and of a month by its days."
        : `A part of a period is paid by its months, of which those count that have at least so many days of it (or all their days): ${fromDays}.`;
    case "fixed-days":
      return `In a part of a period, each working day (${workedEn(rule)}) that is ${{ worked: "worked is paid", absent: "missed is deducted", fewer: "worked is paid, or, where more than half are worked, that is missed is deducted," }[counts]} as 1/${days} of a ${of}.`;
  }
}

export const payRulesSentencesEn: PayRulesSentences = {
  ...bonusSentencesEn,
  ...commissionSentencesEn,
  ...benefitSentencesEn,
  ...deductionSentencesEn,
  ...eligibilityRuleSentencesEn,
  ...grantRuleSentencesEn,
  ...honourRuleSentencesEn,
  ...poolRuleSentencesEn,
  basePay: ({ name, per }) => `${name}: base pay by tier and experience, amounts per ${per}.`,
  basePayRow: ({ row, fromYears, amount }) => `${row}, from ${fromYears} years of experience: ${amount}.`,
  payRow: ({ tier, grade, step, location }) => joined([tier, grade, step && `step ${step}`, location], ", "),
  locationFactor: ({ location, factor }) => `Place of work ${location}: factor ${factor}.`,
  rateDecimals: ({ decimals }) =>
    `An amount with its factor is rounded before it is paid, decimals: ${decimals}.`,
  proration: prorationEn,
};

const UNITS_CN: Readonly<Record<PayUnit, string>> = {
  month: "月",
  quarter: "季",
  "half-year": "半年",
  year: "年",
};
const DAYS_CN: Readonly<Record<Weekday, string>> = {
  monday: "周一",
  tuesday: "周二",
  wednesday: "周三",
  thursday: "周四",
  friday: "周五",
  saturday: "周六",
  sunday: "周日",
};

function workedCN({ week, holidays, workdays }: ProrationWords): string {
  return joined(
    [
      week.map((day) => DAYS_CN[day]).join("、"),
      holidays.length === 0 ? "" : `除去 ${holidays.join("、")}`,
      workdays.length === 0 ? "" : `加上 ${workdays.join("、")}`,
    ],
    "；",
  );
}

function prorationCN(rule: ProrationWords): string {
  const { by, fromDays, days, of, counts } = rule;
  switch (by) {
    case "none":
      return "不足整期者，按整期计付。";
    case "calendar-days":
      return "不足整期者，按日历天数计付。";
    case "working-days":
      return `不足整期者，按工作日（${workedCN(rule)}）计付。`;
    case "days-of-30":
      return "不足整期者，按每月 30 天计付。";
    case "months":
      return fromDays === ""
        ? "不足整期者，按月数计付，不足一月者按天数。"
        : `不足整期者，按月数计付，当月在岗满 ${fromDays} 天（或全月）者计为一月，否则不计。`;
    case "fixed-days":
      return `不足整期者，按工作日（${workedCN(rule)}）计付，${{ worked: "出勤一天计付", absent: "缺勤一天扣减", fewer: "出勤不过半者每出勤一天计付、过半者每缺勤一天扣减" }[counts]}一${UNITS_CN[of]}的 1/${days}。`;
  }
}

export const payRulesSentencesZhCN: PayRulesSentences = {
  ...bonusSentencesZhCN,
  ...commissionSentencesZhCN,
  ...benefitSentencesZhCN,
  ...deductionSentencesZhCN,
  ...eligibilityRuleSentencesZhCN,
  ...grantRuleSentencesZhCN,
  ...honourRuleSentencesZhCN,
  ...poolRuleSentencesZhCN,
  basePay: ({ name, per }) => `${name}：按层级与年资的基本工资，金额按${UNITS_CN[per]}计。`,
  basePayRow: ({ row, fromYears, amount }) => `${row}，年资 ${fromYears} 年起：${amount}。`,
  payRow: ({ tier, grade, step, location }) => joined([tier, grade, step && `${step} 档`, location], "，"),
  locationFactor: ({ location, factor }) => `工作地点 ${location}：系数 ${factor}。`,
  rateDecimals: ({ decimals }) => `金额乘以系数后先行舍入，小数位数：${decimals}。`,
  proration: prorationCN,
};

const DAYS_TW: Readonly<Record<Weekday, string>> = {
  monday: "週一",
  tuesday: "週二",
  wednesday: "週三",
  thursday: "週四",
  friday: "週五",
  saturday: "週六",
  sunday: "週日",
};

function workedTW({ week, holidays, workdays }: ProrationWords): string {
  return joined(
    [
      week.map((day) => DAYS_TW[day]).join("、"),
      holidays.length === 0 ? "" : `除去 ${holidays.join("、")}`,
      workdays.length === 0 ? "" : `加上 ${workdays.join("、")}`,
    ],
    "；",
  );
}

function prorationTW(rule: ProrationWords): string {
  const { by, fromDays, days, of, counts } = rule;
  switch (by) {
    case "none":
      return "未滿整期者，按整期計付。";
    case "calendar-days":
      return "未滿整期者，按日曆天數計付。";
    case "working-days":
      return `未滿整期者，按工作日（${workedTW(rule)}）計付。`;
    case "days-of-30":
      return "未滿整期者，按每月 30 天計付。";
    case "months":
      return fromDays === ""
        ? "未滿整期者，按月數計付，未滿一月者按天數。"
        : `未滿整期者，按月數計付，當月在職滿 ${fromDays} 天（或全月）者計為一月，否則不計。`;
    case "fixed-days":
      return `未滿整期者，按工作日（${workedTW(rule)}）計付，${{ worked: "出勤一天計付", absent: "缺勤一天扣減", fewer: "出勤不過半者每出勤一天計付、過半者每缺勤一天扣減" }[counts]}一${UNITS_CN[of]}的 1/${days}。`;
  }
}

export const payRulesSentencesZhTW: PayRulesSentences = {
  ...bonusSentencesZhTW,
  ...commissionSentencesZhTW,
  ...benefitSentencesZhTW,
  ...deductionSentencesZhTW,
  ...eligibilityRuleSentencesZhTW,
  ...grantRuleSentencesZhTW,
  ...honourRuleSentencesZhTW,
  ...poolRuleSentencesZhTW,
  basePay: ({ name, per }) => `${name}：按層級與年資的基本薪資，金額按${UNITS_CN[per]}計。`,
  basePayRow: ({ row, fromYears, amount }) => `${row}，年資 ${fromYears} 年起：${amount}。`,
  payRow: ({ tier, grade, step, location }) => joined([tier, grade, step && `${step} 級`, location], "，"),
  locationFactor: ({ location, factor }) => `工作地點 ${location}：係數 ${factor}。`,
  rateDecimals: ({ decimals }) => `金額乘以係數後先行捨入，小數位數：${decimals}。`,
  proration: prorationTW,
};
