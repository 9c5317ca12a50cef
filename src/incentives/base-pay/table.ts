import { currencyDecimals } from "../../kernel/currency.js";
import { readNumber } from "../../kernel/number.js";
import { compare, rationalText } from "../../kernel/rational.js";
import type { RoundingMode } from "../../kernel/rounding.js";
import type { Program, Step } from "../../program/program.js";
import { keysOf, type RowKey, type RowKeys, rowName } from "../row-keys.js";

/** A pay table as the config has it. */
export interface PayTable {
  readonly table: readonly (RowKeys & {
    readonly fromYears?: number | string | undefined;
    readonly amount: number | string;
  })[];
  readonly locations?: readonly { readonly location: string; readonly factor: number | string }[] | undefined;
  readonly rateDecimals?: number | undefined;
}

/** The program of base pay: the amount of the table, with the factor of the place, and the part of the time that it is paid for. */
export function basePayProgram(config: PayTable, currency: string, rounding: RoundingMode): Program {
  const { table, locations, rateDecimals } = config;
  const keys = keysOf(table);
  const exact = rateDecimals === undefined ? "rate" : "exact rate";
  const labels = locations === undefined ? keys : [...keys, "location"];
  return {
    inputs: [
      ...labels.map((column) => ({ column, type: "label" as const })),
      ...["years", "periods", "share", "part"].map((column) => ({ column, type: "number" as const })),
    ],
    steps: [
      ...(keys.length === 1 ? [] : [rowStep(table, keys)]),
      amountStep(table, keys, locations === undefined ? exact : "table rate"),
      ...(locations === undefined ? [] : factorSteps(locations, exact)),
      ...(rateDecimals === undefined
        ? []
        : [{ step: "round" as const, to: "rate", of: exact, decimals: rateDecimals, mode: rounding }]),
      { step: "product", to: "paid", of: ["periods", "share", "part"] },
      { step: "product", to: "unrounded", of: ["rate", "paid"] },
      { step: "round", to: "amount", of: "unrounded", decimals: currencyDecimals(currency), mode: rounding },
    ],
  };
}

function rowStep(table: PayTable["table"], keys: readonly RowKey[]): Step {
  const rows = new Map(table.map((row) => [rowName(row, keys), keys.map((key) => String(row[key]))]));
  return {
    step: "look-up",
    to: "row",
    by: keys,
    type: "label",
    rows: [...rows].map(([value, labels]) => ({ labels, value })),
  };
}

function amountStep(table: PayTable["table"], keys: readonly RowKey[], to: string): Step {
  const names = [...new Set(table.map((row) => rowName(row, keys)))];
  const functions = names.map((label) => ({
    label,
    function: {
      pieces: table
        .filter((row) => rowName(row, keys) === label)
        .map((row) => ({ from: readNumber(row.fromYears ?? 0), amount: readNumber(row.amount) }))
        .sort((a, b) => compare(a.from, b.from))
        .map(({ from, amount }) => ({ from: rationalText(from), coefficients: [rationalText(amount)] })),
    },
  }));
  return { step: "piecewise-by", to, of: "years", by: keys.length === 1 ? "tier" : "row", functions };
}

function factorSteps(locations: NonNullable<PayTable["locations"]>, to: string): readonly Step[] {
  const rows = locations.map(({ location, factor }) => ({
    labels: [location],
    value: rationalText(readNumber(factor)),
  }));
  return [
    { step: "look-up", to: "factor", by: ["location"], type: "number", rows },
    { step: "product", to, of: ["table rate", "factor"] },
  ];
}
