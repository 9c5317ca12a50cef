import type { Count, Quantity } from "../incentives/rate-table/terms.js";

/** A bracket, and what it has: texts, empty where it has none. */
export interface BracketWords {
  readonly from: string;
  readonly to: string;
  /** "{rate}", "{perUnit} for each unit", "{pays} once passed, and in proportion before", "{pays} for all". */
  readonly rate: string;
  readonly perUnit: string;
  readonly pays: string;
  readonly isForAll: boolean;
}

/** What is counted or limited, and where. */
export interface CountWords {
  readonly counts: Count;
  readonly from: string;
}

/** A limit: above it a share of the excess counts; the share is empty where nothing does. */
export interface CommissionLimitWords {
  readonly above: string;
  readonly share: string;
}

/** A condition that chooses a table: an attribute with its values, or a limit of the deal's size; what it has not is empty. */
export interface TableConditionWords {
  readonly attribute: string;
  readonly is: string;
  readonly deal: Count;
  readonly atLeast: string;
  readonly atMost: string;
}

/** The sentences that describe a commission. All values come as texts; the English ones show what each says. */
export interface CommissionSentences {
  /** What commission is paid on, and how. */
  commission(value: {
    readonly name: string;
    readonly indicator: string;
    readonly method: "marginal" | "each" | "whole";
    readonly per: "credit" | "order" | "period" | "to-date";
  }): string;
  /** "The brackets count {counts}, and the rates are paid on {paidOn}." The quantity of a quota is given where attainment is counted. */
  counted(value: { readonly counts: Count; readonly quotaIn: Quantity; readonly paidOn: Quantity }): string;
  /** "Rates go in straight lines from corner to corner." */
  rateLines(): string;
  /** A bracket. */
  bracket(value: BracketWords): string;
  /** "{table}, where {conditions}:"; without conditions it is for all other credits. */
  rateTable(value: { readonly table: string; readonly when: readonly TableConditionWords[] }): string;
  /** "The brackets of all tables count all credits together." */
  sharedTotals(): string;
  /** "A count of exactly a corner belongs to the {boundary} bracket." */
  boundary(value: { readonly boundary: "upper" | "lower" }): string;
  /** "Nothing is paid until {counts} reaches {from}.", or only what exceeds it is paid on. */
  threshold(value: CountWords & { readonly pays: "all" | "above" }): string;
  /** How much of a very large deal is credited. */
  dealCredited(value: CommissionLimitWords & { readonly quantity: Quantity }): string;
  /** What is paid of the commission of a deal, or of all. */
  commissionCap(value: CommissionLimitWords & { readonly of: "deal" | "all" }): string;
  /** What a deal that earns anything, or all, is paid at least. */
  commissionFloor(value: { readonly floor: string; readonly of: "deal" | "all" }): string;
}

const COUNTS_EN: Readonly<Record<Count, string>> = {
  amount: "the amount",
  units: "units",
  margin: "the margin",
  attainment: "the attainment of the quota",
  "margin-percent": "the margin in percent",
};

const METHODS_EN = {
  marginal: "each slice at its bracket's rate",
  each: "each credit at the rate that the count reaches with it",
  whole: "the whole amount at the rate of the bracket that it reaches",
};

const PER_EN = {
  credit: ", each credit on its own",
  order: ", each order on its own",
  period: "",
  "to-date": ", on all to date less what was paid before",
};

function conditionEn({ attribute, is, deal, atLeast, atMost }: TableConditionWords): string {
  if (attribute !== "") return `${attribute} is ${is}`;
  const limits = [atLeast && `at least ${atLeast}`, atMost && `at most ${atMost}`].filter(
    (one) => one !== "",
  );
  return `${COUNTS_EN[deal]} of the deal is ${limits.join(" and ")}`;
}

export const commissionSentencesEn: CommissionSentences = {
  commission: ({ name, indicator, method, per }) =>
    `${name}: commission on ${indicator}, ${METHODS_EN[method]}${PER_EN[per]}.`,
  counted: ({ counts, quotaIn, paidOn }) =>
    `The brackets count ${COUNTS_EN[counts]}${counts === "attainment" ? ` (of ${COUNTS_EN[quotaIn]})` : ""}, and the rates are paid on ${COUNTS_EN[paidOn]}.`,
  rateLines: () => "From corner to corner it goes in straight lines.",
  bracket: ({ from, to, rate, perUnit, pays, isForAll }) => {
    const what =
      rate ||
      (perUnit && `${perUnit} for each unit`) ||
      (isForAll ? `${pays} for all` : `${pays} once passed, and in proportion before`);
    return `From ${from}${to && ` to ${to}`}: ${what}.`;
  },
  rateTable: ({ table, when }) =>
    `${table}, ${when.length === 0 ? "for all other credits" : `where ${when.map(conditionEn).join(" and ")}`}:`,
  sharedTotals: () => "The brackets of all tables count all credits together.",
  boundary: ({ boundary }) => `An amount of exactly a corner belongs to the ${boundary} bracket.`,
  threshold: ({ counts, from, pays }) =>
    pays === "all"
      ? `Nothing is paid until ${COUNTS_EN[counts]} reaches ${from}.`
      : `Only what exceeds ${from} (${COUNTS_EN[counts]}) is paid on.`,
  dealCredited: ({ above, share, quantity }) =>
    `Of a deal above ${above} (${COUNTS_EN[quantity]}) ${share === "" ? "nothing" : share} of the excess is credited.`,
  commissionCap: ({ above, share, of }) => {
    const what = of === "deal" ? "A deal's commission" : "The commission";
    return share === "" ? `${what} is at most ${above}.` : `${what} above ${above} is paid at ${share}.`;
  },
  commissionFloor: ({ floor, of }) =>
    of === "deal"
      ? `A deal that earns anything is paid at least ${floor}.`
      : `The commission is at least ${floor}.`,
};
