/** A sum of money in words: an amount, a share of pay, or so many times a fact. What it does not say is empty. */
export interface SumWords {
  readonly amount: string;
  readonly share: string;
  readonly of: "gross" | "net" | "left";
  readonly categories: string;
  readonly fact: string;
  readonly times: string;
  /** What the pay must be over for the share. */
  readonly over: string;
}

/** The sentences that describe deductions. All values come as texts; what a rule does not say is empty. */
export interface DeductionSentences {
  /** "Deductions from all other pay, in this order:" */
  deductions(): string;
  /** "{item}: where one of {events} happens, {share} of {categories} is not paid." */
  suspension(value: {
    readonly item: string;
    readonly events: string;
    readonly share: string;
    readonly categories: string;
  }): string;
  /** "{item}:" */
  deduction(value: { readonly item: string }): string;
  /** "For {events}: {amounts}, or a share of pay." */
  fine(value: SumWords & { readonly events: string; readonly amounts: readonly string[] }): string;
  /** A sum in words: "{times} x {fact}". */
  statedSum(value: SumWords): string;
  /** "In every period {sum}." */
  everyPeriod(value: SumWords): string;
  /** "By a table on a part of the pay:" */
  byTable(value: SumWords & { readonly method: "marginal" | "whole" }): string;
  /** "What is claimed: damages, loans, orders." */
  claims(): string;
  /** "What is newly due is rounded to {decimals} decimals." */
  roundedDue(value: { readonly decimals: number }): string;
  /** "At most {sum}"; of one deduction, of one with those before it, or of all. */
  mostDeducted(value: SumWords & { readonly counts: "own" | "so-far" | "all" }): string;
  /** What is left of the net pay; what is lacking may be made good later. */
  leaves(value: SumWords & { readonly shortfall: "dropped" | "carried"; readonly by: "own" | "all" }): string;
  /** What cannot be deducted. */
  readonly rest: Readonly<Record<"carried" | "dropped", string>>;
}

const BASES_EN = {
  gross: "the gross pay",
  net: "the net pay",
  left: "the net pay that earlier deductions leave",
};

function sumEn({ amount, share, of, categories, fact, times, over }: SumWords): string {
  if (amount !== "") return amount;
  if (fact !== "") return times === "" ? fact : `${times} x ${fact}`;
  const base = categories === "" ? BASES_EN[of] : `the gross pay in ${categories}`;
  return over === "" ? `${share} of ${base}` : `${share} of what ${base} exceeds ${over} by`;
}

export const deductionSentencesEn: DeductionSentences = {
  deductions: () => "Deductions from all other pay, in this order:",
  suspension: ({ item, events, share, categories }) =>
    `${item}: where any of these happens, ${share} of the pay in ${categories} is not paid: ${events}.`,
  deduction: ({ item }) => `${item}:`,
  fine: ({ events, amounts, ...sum }) =>
    amounts.length === 0
      ? `For each ${events}: ${sumEn(sum)}.`
      : `For ${events}: ${amounts.length === 1 ? `${amounts[0]} each` : `${amounts.join(", then ")}, in the order in which they happen in a period; each that follows costs the last amount`}.`,
  statedSum: sumEn,
  everyPeriod: (sum) => `In every period ${sumEn(sum)}.`,
  byTable: ({ of, categories, method }) =>
    `By a table, on ${categories === "" ? BASES_EN[of] : `the gross pay in ${categories}`}, ${method === "whole" ? "all of it at the rate of the bracket that it reaches" : "each slice at its bracket's rate"}.`,
  claims: () => "What is claimed: damages, loans, orders.",
  roundedDue: ({ decimals }) =>
    decimals === 0
      ? "What is newly due is rounded to whole units of the currency."
      : `What is newly due is rounded to ${decimals} ${decimals === 1 ? "decimal" : "decimals"}.`,
  mostDeducted: ({ counts, ...sum }) =>
    `${{ own: "At most", "so-far": "With those before it at most", all: "All together at most" }[counts]} ${sumEn(sum)}.`,
  leaves: ({ shortfall, by, ...sum }) =>
    `${by === "all" ? "All together leave" : "It leaves"} at least ${sumEn(sum)} of the net pay${shortfall === "carried" ? "; what a period lacks to it is made good later" : ""}.`,
  rest: {
    carried: "What cannot be deducted is carried to the next period.",
    dropped: "What cannot be deducted is dropped.",
  },
};

const BASES_CN = { gross: "应发薪酬", net: "税后薪酬", left: "此前各项扣除后的税后薪酬" };

function sumCN({ amount, share, of, categories, fact, times, over }: SumWords): string {
  if (amount !== "") return amount;
  if (fact !== "") return times === "" ? fact : `${fact} 的 ${times}${times.endsWith("%") ? "" : " 倍"}`;
  const base = categories === "" ? BASES_CN[of] : `应发薪酬中 ${categories}`;
  return over === "" ? `${base}的 ${share}` : `${base}超过 ${over} 部分的 ${share}`;
}

export const deductionSentencesZhCN: DeductionSentences = {
  deductions: () => "扣款，自其余全部薪酬中依次扣除：",
  suspension: ({ item, events, share, categories }) =>
    `${item}：发生下列任一情形，停发 ${categories} 的 ${share}：${events}。`,
  deduction: ({ item }) => `${item}：`,
  fine: ({ events, amounts, ...sum }) =>
    amounts.length === 0
      ? `${events}：每次 ${sumCN(sum)}。`
      : `${events}：${amounts.length === 1 ? `每次 ${amounts[0]}` : `按当期第几次依次为 ${amounts.join("、")}，其后各次同最后一项`}。`,
  statedSum: sumCN,
  everyPeriod: (sum) => `每期 ${sumCN(sum)}。`,
  byTable: ({ of, categories, method }) =>
    `按区间表，以${categories === "" ? BASES_CN[of] : `应发薪酬中 ${categories}`}为基数，${method === "whole" ? "全额适用所达区间的比例" : "各段适用各自区间的比例"}。`,
  claims: () => "按所主张的款项：赔偿、借款、法院指令。",
  roundedDue: ({ decimals }) =>
    decimals === 0 ? "新的应扣款取整为整数金额。" : `新的应扣款取 ${decimals} 位小数。`,
  mostDeducted: ({ counts, ...sum }) =>
    `${{ own: "至多", "so-far": "连同此前各项至多", all: "全部合计至多" }[counts]} ${sumCN(sum)}。`,
  leaves: ({ shortfall, by, ...sum }) =>
    `${by === "all" ? "全部扣除后，" : ""}税后薪酬至少保留 ${sumCN(sum)}${shortfall === "carried" ? "；不足部分以后补足" : ""}。`,
  rest: { carried: "未能扣除的部分转入下期。", dropped: "未能扣除的部分不再扣除。" },
};

const BASES_TW = { gross: "應發薪酬", net: "稅後薪酬", left: "此前各項扣除後的稅後薪酬" };

function sumTW({ amount, share, of, categories, fact, times, over }: SumWords): string {
  if (amount !== "") return amount;
  if (fact !== "") return times === "" ? fact : `${fact} 的 ${times}${times.endsWith("%") ? "" : " 倍"}`;
  const base = categories === "" ? BASES_TW[of] : `應發薪酬中 ${categories}`;
  return over === "" ? `${base}的 ${share}` : `${base}超過 ${over} 部分的 ${share}`;
}

export const deductionSentencesZhTW: DeductionSentences = {
  deductions: () => "扣款，自其餘全部薪酬中依次扣除：",
  suspension: ({ item, events, share, categories }) =>
    `${item}：發生下列任一情形，停發 ${categories} 的 ${share}：${events}。`,
  deduction: ({ item }) => `${item}：`,
  fine: ({ events, amounts, ...sum }) =>
    amounts.length === 0
      ? `${events}：每次 ${sumTW(sum)}。`
      : `${events}：${amounts.length === 1 ? `每次 ${amounts[0]}` : `按當期第幾次依次為 ${amounts.join("、")}，其後各次同最後一項`}。`,
  statedSum: sumTW,
  everyPeriod: (sum) => `每期 ${sumTW(sum)}。`,
  byTable: ({ of, categories, method }) =>
    `按級距表，以${categories === "" ? BASES_TW[of] : `應發薪酬中 ${categories}`}為基數，${method === "whole" ? "全額適用所達級距的比例" : "各段適用各自級距的比例"}。`,
  claims: () => "按所主張的款項：賠償、借款、法院命令。",
  roundedDue: ({ decimals }) =>
    decimals === 0 ? "新的應扣款取整為整數金額。" : `新的應扣款取 ${decimals} 位小數。`,
  mostDeducted: ({ counts, ...sum }) =>
    `${{ own: "至多", "so-far": "連同此前各項至多", all: "全部合計至多" }[counts]} ${sumTW(sum)}。`,
  leaves: ({ shortfall, by, ...sum }) =>
    `${by === "all" ? "全部扣除後，" : ""}稅後薪酬至少保留 ${sumTW(sum)}${shortfall === "carried" ? "；不足部分以後補足" : ""}。`,
  rest: { carried: "未能扣除的部分轉入下期。", dropped: "未能扣除的部分不再扣除。" },
};
