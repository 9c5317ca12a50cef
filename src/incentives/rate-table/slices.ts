import {
  add,
  compare,
  greater,
  lesser,
  multiply,
  type Rational,
  subtract,
  ZERO,
} from "../../kernel/rational.js";
import { areaBetween, type RateTable } from "./compile.js";

/** The part of a count that lies in one bracket, and what it earns by rates (where it is paid on itself) and by amounts. */
export interface Slice {
  /** The position of the bracket in the table. */
  readonly bracket: number;
  readonly width: Rational;
  readonly byRates: Rational;
  readonly byAmounts: Rational;
}

/** The slices between two counts that are not negative, for a marginal table; only those of some width. */
export function slicesBetween({ brackets }: RateTable, low: Rational, high: Rational): readonly Slice[] {
  return brackets.flatMap((bracket, index) => {
    const from = greater(low, bracket.from);
    const to = bracket.to === undefined ? high : lesser(high, bracket.to);
    if (compare(to, from) <= 0) return [];
    const width = subtract(to, from);
    const byAmounts = multiply(bracket.pays.rise, width);
    return [{ bracket: index, width, byRates: areaBetween(bracket, from, to), byAmounts }];
  });
}

/** What slices earn by rates. */
export function earnedIn(slices: readonly Slice[]): Rational {
  return slices.reduce((total, { byRates }) => add(total, byRates), ZERO);
}
