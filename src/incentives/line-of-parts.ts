import { roundToTotal } from "../kernel/apportion.js";
import { currencyDecimals } from "../kernel/currency.js";
import { exactDecimal, shownDecimal, unitsToDecimal } from "../kernel/decimal.js";
import { divide, multiply, type Rational, sum, ZERO } from "../kernel/rational.js";
import { type RoundingMode, roundToUnits } from "../kernel/rounding.js";
import type { Run } from "../program/interpreter.js";
import type { TraceLine } from "../program/program.js";
import type { LineFigures, LineNote } from "./line.js";
import { roundedNotes, roundedPartsNotes } from "./rounded-notes.js";

/** A part of a line before rounding: what it is of, its basis and its rate. */
export interface ExactPart {
  readonly of: string;
  readonly basis: Rational;
  readonly rate: Rational;
}

/** The figures of a line, and the notes of how it and its parts were rounded. */
export type FiguresOfParts = Pick<LineFigures, "basis" | "rate" | "amount" | "parts"> & {
  readonly notes: readonly LineNote[];
};

/**
 * The figures of a line that is made of parts: their sum, rounded once. Its basis is what a rate of 1 is paid on average, its rate the sum of the rates; both are shown with 6 decimals. Each part is
 * rounded down, and those with the largest remainders up, until they sum to the line. A single part is the line itself.
 */
export function lineOfParts(
  parts: readonly ExactPart[],
  currency: string,
  rounding: RoundingMode,
): FiguresOfParts {
  const decimals = currencyDecimals(currency);
  const exact = parts.map(({ basis, rate }) => multiply(basis, rate));
  const [amount, rate] = [sum(exact), sum(parts.map((part) => part.rate))];
  const units = roundToUnits(amount, decimals, rounding);
  const [first, second] = parts;
  const figures = { rate: shownDecimal(rate), amount: unitsToDecimal(units, decimals) };
  const notes = roundedNotes(amount, currency, rounding);
  if (first !== undefined && second === undefined)
    return { basis: exactDecimal(first.basis), ...figures, notes };
  const shares = exact.map((share, index) => ({ id: String(index).padStart(4, "0"), share }));
  const rounded = roundToTotal(shares, units, decimals);
  const made = parts.map((part, index) => ({
    of: part.of,
    basis: exactDecimal(part.basis),
    rate: shownDecimal(part.rate),
    amount: unitsToDecimal(rounded[index] ?? 0n, decimals),
  }));
  return {
    basis: rate.n === 0n ? exactDecimal(first?.basis ?? ZERO) : shownDecimal(divide(amount, rate)),
    ...figures,
    parts: made,
    notes: [...notes, ...roundedPartsNotes(made, exact, currency, rounding)],
  };
}

/** The trace of a line that is made of several runs: each column says which run it is of, but where there is one alone. */
export function traceOfParts(runs: readonly Run[]): readonly TraceLine[] {
  const [only, second] = runs;
  if (only !== undefined && second === undefined) return only.trace();
  return runs.flatMap((run, index) =>
    run
      .trace()
      .filter(({ column }) => column !== "amount")
      .map(({ column, value }) => ({ column: `${column} (${index + 1})`, value })),
  );
}
