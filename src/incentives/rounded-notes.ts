import { currencyDecimals } from "../kernel/currency.js";
import { shownDecimal, toDecimal } from "../kernel/decimal.js";
import { readNumber } from "../kernel/number.js";
import { compare, negate, type Rational, ZERO } from "../kernel/rational.js";
import { type RoundingMode, round } from "../kernel/rounding.js";
import type { LineNote, LinePart } from "./line.js";

/** The note of an amount that was rounded to the currency's minor unit: what it was before, shown with 6 decimals, and how it was rounded. None where nothing was to round. */
export function roundedNotes(exact: Rational, currency: string, mode: RoundingMode): readonly LineNote[] {
  if (compare(round(exact, currencyDecimals(currency), mode), exact) === 0) return [];
  return [{ kind: "rounded", values: { exact: shownDecimal(exact), mode } }];
}

/** The same of a line that takes away what was rounded before: of the negative amount, up being down. */
export function takenRoundedNotes(
  exact: Rational,
  currency: string,
  mode: RoundingMode,
): readonly LineNote[] {
  return roundedNotes(negate(exact), currency, mirroredMode(mode));
}

/** What was rounded on the way to a line that is no more than a part of it: all to date, what was earned before, all lines together, what is due. */
export type RoundedWhole = "rounded-to-date" | "rounded-before" | "rounded-together" | "rounded-due";

/** The note of what was rounded on the way to a line: before and after, and how. `of` names it where there are several. */
export function roundedWholeNotes(
  kind: RoundedWhole,
  exact: Rational,
  currency: string,
  mode: RoundingMode,
  of?: string,
  decimals = currencyDecimals(currency),
): readonly LineNote[] {
  if (compare(round(exact, decimals, mode), exact) === 0) return [];
  const values = { exact: shownDecimal(exact), rounded: toDecimal(exact, decimals, mode), mode };
  return [{ kind, values: of === undefined ? values : { of, ...values } }];
}

/** The note of an amount that was rounded together with others, so that all sum to a whole, or stay within a budget. */
export function roundedToSumNotes(
  exact: Rational,
  amount: Rational,
  kind: "rounded-to-sum" | "rounded-to-budget" = "rounded-to-sum",
): readonly LineNote[] {
  return compare(exact, amount) === 0 ? [] : [{ kind, values: { exact: shownDecimal(exact) } }];
}

/** The note of parts of which one is not what rounding it alone makes: they sum to their line. */
export function roundedPartsNotes(
  parts: readonly Pick<LinePart, "amount">[],
  exact: readonly Rational[],
  currency: string,
  mode: RoundingMode,
): readonly LineNote[] {
  const decimals = currencyDecimals(currency);
  const isMoved = ({ amount }: Pick<LinePart, "amount">, index: number) =>
    compare(round(exact[index] ?? ZERO, decimals, mode), readNumber(amount)) !== 0;
  return parts.length > 1 && parts.some(isMoved) ? [{ kind: "parts-rounded-to-sum", values: {} }] : [];
}

/** The mode that does to a negative amount what another does to the positive one. */
export function mirroredMode(mode: RoundingMode): RoundingMode {
  return MIRRORED[mode] ?? mode;
}

const MIRRORED: Partial<Record<RoundingMode, RoundingMode>> = {
  ceiling: "floor",
  floor: "ceiling",
  "half-ceiling": "half-floor",
  "half-floor": "half-ceiling",
};
