import { currencyDecimals } from "../../kernel/currency.js";
import { readNumber, readRatio } from "../../kernel/number.js";
import { rationalText } from "../../kernel/rational.js";
import type { RoundingMode } from "../../kernel/rounding.js";
import type { Program, Step } from "../../program/program.js";

/** One row of a year-end bonus: whom it is for, and what it pays. */
export interface YearEndRow {
  readonly tier?: string | undefined;
  readonly amount?: number | string | undefined;
  readonly months?: number | string | undefined;
  readonly share?: number | string | undefined;
  readonly basisMost?: number | string | undefined;
}

/** The number of a row in a program. */
export function rowLabel(index: number): string {
  return `row ${index + 1}`;
}

/**
 * The program of a year-end bonus: the basis of the row (its amount, the salary or what was earned, but no more than its most), and what is paid of it. What was earned
 * knows part years itself, so its part is 1.
 */
export function yearEndProgram(
  rows: readonly YearEndRow[],
  currency: string,
  rounding: RoundingMode,
): Program {
  const look = (to: string, valueIn: (row: YearEndRow) => string | undefined): Step => ({
    step: "look-up",
    to,
    by: ["row"],
    type: "number",
    rows: rows.flatMap((row, index) => {
      const value = valueIn(row);
      return value === undefined ? [] : [{ labels: [rowLabel(index)], value }];
    }),
  });
  const text = (value: number | string | undefined) =>
    value === undefined ? undefined : rationalText(readRatio(value));
  return {
    inputs: [
      { column: "row", type: "label" },
      ...["stated", "factor", "part"].map((column) => ({ column, type: "number" as const })),
    ],
    steps: [
      look("amount of the row", ({ amount }) => text(amount)),
      { step: "first-present", to: "whole basis", of: ["amount of the row", "stated"] },
      look("most", ({ basisMost }) =>
        basisMost === undefined ? undefined : rationalText(readNumber(basisMost)),
      ),
      { step: "at-most", to: "basis", of: "whole basis", limits: ["most"] },
      look("times", ({ months, share }) => text(months ?? share ?? 1)),
      { step: "product", to: "rate", of: ["times", "factor", "part"] },
      { step: "product", to: "unrounded", of: ["basis", "rate"] },
      { step: "round", to: "amount", of: "unrounded", decimals: currencyDecimals(currency), mode: rounding },
    ],
  };
}
