import { readNumber, readRatio } from "../../kernel/number.js";
import { divide, type Rational, subtract, ZERO } from "../../kernel/rational.js";

/** What a credit has a number of: money, units sold, money of margin. */
export const QUANTITIES = ["amount", "units", "margin"] as const;

/** What a credit has a number of. */
export type Quantity = (typeof QUANTITIES)[number];

/** What brackets can count. */
export const COUNTS = ["amount", "units", "margin", "attainment", "margin-percent"] as const;

/** What brackets can count. */
export type Count = (typeof COUNTS)[number];

/** How the rates of brackets pay. */
export type Method = "marginal" | "each" | "whole";

/** A bracket as the config has it. */
export interface BracketConfig {
  readonly from?: number | string | undefined;
  readonly to?: number | string | undefined;
  readonly rate?: number | string | undefined;
  readonly perUnit?: number | string | undefined;
  readonly pays?: number | string | undefined;
}

/** How rate tables are read, as the config has it; what has a default may not be filled in where the config is wrong elsewhere. */
export interface RateTerms {
  readonly counts?: Count;
  readonly quotaIn?: Quantity | undefined;
  readonly paidOn?: Quantity | undefined;
  readonly method?: Method;
  readonly curve?: "steps" | "lines";
  readonly boundary?: "upper" | "lower";
  readonly rising?: boolean;
  readonly highestRate?: number | string;
}

/** Whether a count is a ratio, which is written in percent. */
export function isRatioCount(counts: Count): boolean {
  return counts === "attainment" || counts === "margin-percent";
}

/** The quantity that a count sums up over credits; of a ratio, what is divided by the quota, or what the margin is divided by. */
export function countedQuantity(counts: Count, quotaIn: Quantity | undefined): Quantity {
  if (counts === "attainment") return quotaIn ?? "amount";
  return counts === "margin-percent" ? "amount" : counts;
}

/** The quantity that the rates are a part of. */
export function paidQuantity({ counts = "amount", quotaIn, paidOn }: RateTerms): Quantity {
  return paidOn ?? countedQuantity(counts, quotaIn);
}

/** What changes in a straight line through a bracket: where it begins, and what it rises by for one more of what is counted. */
export interface Slope {
  readonly start: Rational;
  readonly rise: Rational;
}

/** A bracket: from where to where, at what rate, and what amount it pays in place of one; marginal amounts begin at zero. */
export interface Bracket {
  readonly from: Rational;
  readonly to?: Rational;
  readonly rate: Slope;
  readonly pays: Slope;
}

const NOTHING: Slope = { start: ZERO, rise: ZERO };

/** Reads brackets that have been checked. */
export function readBrackets(
  brackets: readonly BracketConfig[],
  { curve = "steps", method = "marginal" }: RateTerms,
): readonly Bracket[] {
  const plain = brackets.map(({ from = 0, rate, perUnit, pays }) => ({
    from: readRatio(from),
    rate: perUnit === undefined ? readRatio(rate ?? 0) : readNumber(perUnit),
    pays: pays === undefined ? undefined : readNumber(pays),
  }));
  return plain.map(({ from, rate, pays }, index) => {
    const next = plain[index + 1];
    const stated = brackets[index]?.to;
    const to = next?.from ?? (stated === undefined ? undefined : readRatio(stated));
    const rise = (start: Rational, end: Rational | undefined) =>
      curve === "steps" || next === undefined || end === undefined
        ? ZERO
        : divide(subtract(end, start), subtract(next.from, from));
    const amount = (money: Rational): Slope =>
      method !== "whole" && to !== undefined
        ? { start: ZERO, rise: divide(money, subtract(to, from)) }
        : { start: money, rise: rise(money, next?.pays) };
    return {
      from,
      ...(to === undefined ? {} : { to }),
      rate: { start: rate, rise: rise(rate, next?.rate) },
      pays: pays === undefined ? NOTHING : amount(pays),
    };
  });
}
