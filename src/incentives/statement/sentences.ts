import type { CauseKind } from "./cause.js";

/** The words of a statement's table. */
export interface StatementTableWords {
  /** Line, line id, category, category id, period, basis, rate, amount, currency, rule, notes, year to date, kind of row. */
  readonly columns: readonly string[];
  /** What the kinds of rows are called, and the row of the whole. */
  readonly rows: Readonly<Record<"line" | "part" | "category" | "total" | "whole", string>>;
  /** What a part of a line is called: the line, and what the part is of or, where that is not said, its number. */
  part(value: { readonly line: string; readonly of: string; readonly number: string }): string;
  /** By category, what it is called; one that is not here keeps its id. */
  readonly categoryNames: Readonly<Record<string, string>>;
}

/** The sentences that compare two statements. All values are texts. */
export interface ComparisonSentences {
  /** "{to} is {difference} {currency} less than {from}: {after} instead of {before}." `way` says which. */
  difference(value: {
    readonly way: "less" | "more" | "same";
    readonly from: string;
    readonly to: string;
    readonly before: string;
    readonly after: string;
    readonly difference: string;
    readonly currency: string;
  }): string;
  /** What a cause is of: a line, what it corrects or is for, and which part of it, in this order. */
  subject(line: string, details: readonly string[]): string;
  /** The period that a correction is for, and that which an adjustment by hand is for. */
  correction(period: string): string;
  adjustment(period: string): string;
  /** A part that is known by its rate. `basis` is empty where the cause says it. */
  slice(value: { readonly basis: string; readonly rate: string }): string;
  /** By kind of cause: its subject, its values before and now, and what that makes. */
  readonly causes: Readonly<Record<CauseKind, (value: CauseWords) => string>>;
}

/** A cause. All values are texts; `line` is its subject, `from` and `to` are empty where the kind has none. */
export interface CauseWords {
  readonly line: string;
  readonly from: string;
  readonly to: string;
  readonly amount: string;
}

export const tableWordsEn: StatementTableWords = {
  columns: [
    "Line",
    "Line id",
    "Category",
    "Category id",
    "Period",
    "Basis",
    "Rate",
    "Amount",
    "Currency",
    "Rule",
    "Notes",
    "Year to date",
    "Row",
  ],
  rows: { line: "line", part: "part", category: "category", total: "total", whole: "Total" },
  part: ({ line, of, number }) => (of === "" ? `${line}, part ${number}` : `${line}: ${of}`),
  categoryNames: {
    "base-pay": "Base pay",
    bonus: "Bonus",
    commission: "Commission",
    "team-pool": "Team pool",
    equity: "Equity",
    honours: "Honours",
    training: "Training",
    benefits: "Benefits",
    deductions: "Deductions",
    draw: "Draws",
    holdback: "Holdback",
    clawback: "Clawback",
    spiff: "Spiffs",
    correction: "Corrections",
    adjustment: "Adjustments",
    other: "Other",
  },
};

export const tableWordsZhCN: StatementTableWords = {
  columns: [
    "项目",
    "项目代码",
    "类别",
    "类别代码",
    "期间",
    "基数",
    "比例",
    "金额",
    "币种",
    "依据",
    "说明",
    "本年累计",
    "行类型",
  ],
  rows: { line: "项目", part: "其中", category: "类别小计", total: "合计", whole: "合计" },
  part: ({ line, of, number }) => (of === "" ? `${line}，第 ${number} 部分` : `${line}：${of}`),
  categoryNames: {
    "base-pay": "基本工资",
    bonus: "奖金",
    commission: "佣金",
    "team-pool": "团队奖金",
    equity: "股权",
    honours: "荣誉",
    training: "培训",
    benefits: "福利",
    deductions: "扣款",
    draw: "预支",
    holdback: "留存",
    clawback: "追回",
    spiff: "专项奖励",
    correction: "更正",
    adjustment: "调整",
    other: "其他",
  },
};

export const tableWordsZhTW: StatementTableWords = {
  columns: [
    "項目",
    "項目代碼",
    "類別",
    "類別代碼",
    "期間",
    "基數",
    "比例",
    "金額",
    "幣別",
    "依據",
    "說明",
    "本年累計",
    "列類型",
  ],
  rows: { line: "項目", part: "其中", category: "類別小計", total: "合計", whole: "合計" },
  part: ({ line, of, number }) => (of === "" ? `${line}，第 ${number} 部分` : `${line}：${of}`),
  categoryNames: {
    "base-pay": "基本薪資",
    bonus: "獎金",
    commission: "佣金",
    "team-pool": "團隊獎金",
    equity: "股權",
    honours: "榮譽",
    training: "培訓",
    benefits: "福利",
    deductions: "扣款",
    draw: "預支",
    holdback: "保留款",
    clawback: "追回",
    spiff: "專項獎勵",
    correction: "更正",
    adjustment: "調整",
    other: "其他",
  },
};

export const comparisonSentencesEn: ComparisonSentences = {
  difference: ({ way, from, to, before, after, difference, currency }) =>
    way === "same"
      ? `${to} and ${from} come to the same: ${after} ${currency}.`
      : `${to} is ${difference} ${currency} ${way} than ${from}: ${after} instead of ${before}.`,
  subject: (line, details) => (details.length === 0 ? line : `${line} (${details.join(", ")})`),
  correction: (period) => `a correction for ${period}`,
  adjustment: (period) => `for ${period}`,
  slice: ({ basis, rate }) => `${basis === "" ? "" : `${basis} `}at a rate of ${rate}`,
  causes: {
    new: ({ line, amount }) => `${line} is new: ${amount}.`,
    gone: ({ line, amount }) => `${line} is gone: ${amount}.`,
    basis: ({ line, from, to, amount }) => `${line}: the basis is ${to} instead of ${from}: ${amount}.`,
    rate: ({ line, from, to, amount }) => `${line}: the rate is ${to} instead of ${from}: ${amount}.`,
    amount: ({ line, from, to, amount }) => `${line}: ${to} instead of ${from}: ${amount}.`,
    threshold: ({ line, amount }) =>
      `${line}: a threshold that is reached in one of the two periods only: ${amount}.`,
    rules: ({ line, amount }) => `${line}: caps, floors and other rules: ${amount}.`,
  },
};

export const comparisonSentencesZhCN: ComparisonSentences = {
  difference: ({ way, from, to, before, after, difference, currency }) =>
    way === "same"
      ? `${to} 与 ${from} 金额相同：${after} ${currency}。`
      : `${to} 比 ${from} ${way === "less" ? "少" : "多"} ${difference} ${currency}：由 ${before} 变为 ${after}。`,
  subject: (line, details) => (details.length === 0 ? line : `${line}（${details.join("，")}）`),
  correction: (period) => `更正 ${period}`,
  adjustment: (period) => `属于 ${period}`,
  slice: ({ basis, rate }) => `${basis === "" ? "" : `${basis} `}按 ${rate} 计`,
  causes: {
    new: ({ line, amount }) => `新增“${line}”：${amount}。`,
    gone: ({ line, amount }) => `不再有“${line}”：${amount}。`,
    basis: ({ line, from, to, amount }) => `${line}：基数由 ${from} 变为 ${to}：${amount}。`,
    rate: ({ line, from, to, amount }) => `${line}：比例由 ${from} 变为 ${to}：${amount}。`,
    amount: ({ line, from, to, amount }) => `${line}：由 ${from} 变为 ${to}：${amount}。`,
    threshold: ({ line, amount }) => `${line}：起付线仅在其中一期达到：${amount}。`,
    rules: ({ line, amount }) => `${line}：封顶、保底等规则：${amount}。`,
  },
};

export const comparisonSentencesZhTW: ComparisonSentences = {
  difference: ({ way, from, to, before, after, difference, currency }) =>
    way === "same"
      ? `${to} 與 ${from} 金額相同：${after} ${currency}。`
      : `${to} 比 ${from} ${way === "less" ? "少" : "多"} ${difference} ${currency}：由 ${before} 變為 ${after}。`,
  subject: (line, details) => (details.length === 0 ? line : `${line}（${details.join("，")}）`),
  correction: (period) => `更正 ${period}`,
  adjustment: (period) => `屬於 ${period}`,
  slice: ({ basis, rate }) => `${basis === "" ? "" : `${basis} `}按 ${rate} 計`,
  causes: {
    new: ({ line, amount }) => `新增「${line}」：${amount}。`,
    gone: ({ line, amount }) => `不再有「${line}」：${amount}。`,
    basis: ({ line, from, to, amount }) => `${line}：基數由 ${from} 變為 ${to}：${amount}。`,
    rate: ({ line, from, to, amount }) => `${line}：比例由 ${from} 變為 ${to}：${amount}。`,
    amount: ({ line, from, to, amount }) => `${line}：由 ${from} 變為 ${to}：${amount}。`,
    threshold: ({ line, amount }) => `${line}：起付線僅在其中一期達到：${amount}。`,
    rules: ({ line, amount }) => `${line}：封頂、保底等規則：${amount}。`,
  },
};
