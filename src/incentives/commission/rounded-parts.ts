import { roundToTotal } from "../../kernel/apportion.js";
import { exactDecimal, shownDecimal, unitsToDecimal } from "../../kernel/decimal.js";
import { divide, negate, type Rational, ZERO } from "../../kernel/rational.js";
import type { LinePart } from "../line.js";
import type { ExactPart } from "./parts.js";

/** Rounds parts so that they sum to `total` units of the currency: down, and those with the largest remainders up. A negative total mirrors the positive one. */
export function roundedParts(
  parts: readonly ExactPart[],
  total: bigint,
  decimals: number,
): readonly LinePart[] {
  const isNegative = total < 0n;
  const shares = parts.map(({ exact }, index) => ({
    id: String(index).padStart(6, "0"),
    share: isNegative ? negate(exact) : exact,
  }));
  const units = roundToTotal(shares, isNegative ? -total : total, decimals);
  return parts.map(({ of, basis, exact }, index) => ({
    ...(of === undefined ? {} : { of }),
    basis: exactDecimal(basis),
    rate: partRate(basis, exact),
    amount: unitsToDecimal((units[index] ?? 0n) * (isNegative ? -1n : 1n), decimals),
  }));
}

/** What comes of each unit of a basis; nothing where there is none. */
function partRate(basis: Rational, exact: Rational): LinePart["rate"] {
  return exactDecimal(basis.n === 0n ? ZERO : divide(exact, basis));
}

/** The same for a line, where it is shown and never computed with. */
export function lineRate(basis: Rational, exact: Rational): LinePart["rate"] {
  return shownDecimal(basis.n === 0n ? ZERO : divide(exact, basis));
}
