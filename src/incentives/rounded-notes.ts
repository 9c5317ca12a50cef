import { currencyDecimals } from "../kernel/currency.js";
import { shownDecimal } from "../kernel/decimal.js";
import { compare, type Rational, rational } from "../kernel/rational.js";
import { type RoundingMode, roundToUnits } from "../kernel/rounding.js";
import type { LineNote } from "./line.js";

/** The note of an amount that was rounded to the currency's minor unit: what it was before, shown with 6 decimals, and how it was rounded. None where nothing was to round. */
export function roundedNotes(exact: Rational, currency: string, mode: RoundingMode): readonly LineNote[] {
  const decimals = currencyDecimals(currency);
  const units = rational(roundToUnits(exact, decimals, mode), 10n ** BigInt(decimals));
  if (compare(units, exact) === 0) return [];
  return [{ kind: "rounded", values: { exact: shownDecimal(exact), mode } }];
}
