import * as z from "zod/mini";
import { inputNumber, key } from "../kernel/fields.js";
import { checkIds } from "../kernel/ids.js";
import { type NumberInput, readNumber } from "../kernel/number.js";
import {
  compare,
  divide,
  greater,
  lesser,
  multiply,
  negate,
  ONE,
  type Rational,
  rational,
  subtract,
  sum,
} from "../kernel/rational.js";
import type { Report } from "../kernel/report.js";
import { described, lazySchema, list, type Written } from "../kernel/schema.js";
import { show } from "../kernel/show.js";

/** The criteria with the values of the same alternatives, in the same order. */
export const columnsInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    criteria: list(
      z.strictObject({
        id: key(),
        kind: described(
          z._default(z.enum(["benefit", "cost"]), "benefit"),
          "Whether more is better (benefit) or less (cost).",
        ),
        values: list(inputNumber(), 2),
      }),
      1,
    ),
  }),
);

/**
 * Criteria, each a benefit or a cost, with the values of the same alternatives or people in the same order.
 *
 * @useDeclaredType
 */
export type DataWeightsInput = Written<typeof columnsInput>;

/** One criterion with its exact values. */
export interface Column {
  readonly id: string;
  readonly cost: boolean;
  readonly values: readonly Rational[];
}

/** The names of the scalings. */
export type Scaling = "none" | "min-max" | "sum" | "max" | "vector";

interface WrittenColumn {
  readonly id: string;
  readonly kind: "benefit" | "cost";
  readonly values: readonly NumberInput[];
}

/** Reads the columns; notes ids that are there twice, columns of different lengths, and values below `least` (or zero, where it is "above-zero"). */
export function readColumns(
  criteria: readonly WrittenColumn[],
  report: Report,
  least: (column: Column) => "any" | "zero" | "above-zero",
): readonly Column[] {
  checkIds(criteria, ["criteria"], report);
  const length = criteria[0]?.values.length ?? 0;
  return criteria.map(({ id, kind, values }, index) => {
    const path = ["criteria", index, "values"];
    if (values.length !== length) {
      report.add(
        path,
        "matrix-shape",
        `expected ${length} values, as many as the first criterion has, got ${values.length}`,
        {
          size: length,
        },
      );
    }
    const column = { id, cost: kind === "cost", values: values.map(readNumber) };
    const limit = least(column);
    for (const [place, value] of column.values.entries()) {
      if (limit === "any" || value.n > 0n || (value.n === 0n && limit === "zero")) continue;
      const expected = limit === "zero" ? "at least 0" : "more than 0";
      report.add([...path, place], "out-of-range", `expected ${expected}, got ${show(values[place])}`);
    }
    if (limit === "zero" && column.values.every((value) => value.n === 0n)) {
      report.add(path, "column-zero", `the values of ${show(id)} are all zero and cannot be scaled`, { id });
    }
    return column;
  });
}

/** What a scaling needs of a column's values. */
export function needs(scaling: Scaling): (column: Column) => "any" | "zero" | "above-zero" {
  const divides = scaling === "sum" || scaling === "max";
  return ({ cost }) => (divides ? (cost ? "above-zero" : "zero") : "any");
}

/** Notes that no column tells the alternatives apart; then there is nothing to weigh by. */
export function checkVarying(columns: readonly Column[], report: Report): void {
  if (columns.some(({ values }) => !isConstant(values))) return;
  report.add(
    ["criteria"],
    "columns-constant",
    "every criterion has the same value throughout, which says nothing about weights",
  );
}

export function isConstant(values: readonly Rational[]): boolean {
  return values.every((value) => compare(value, values[0] as Rational) === 0);
}

/**
 * Scales a column. `min-max`: (x - least) / (greatest - least), of a cost (greatest - x) / (greatest - least); a constant column is all zeros. `max`: x / greatest,
 * of a cost least / x. `sum`: x / sum, of a cost (1 / x) / sum of (1 / x). `vector` is x / length, of a cost 1 - x / length: see `spread`.
 */
export function scaled({ values, cost }: Column, scaling: Scaling): readonly Rational[] {
  const [least, most] = [values.reduce(lesser), values.reduce(greater)];
  if (scaling === "min-max") {
    const range = compare(least, most) === 0 ? ONE : subtract(most, least);
    return values.map((value) => divide(cost ? subtract(most, value) : subtract(value, least), range));
  }
  if (scaling === "max") return values.map((value) => (cost ? divide(least, value) : divide(value, most)));
  if (scaling === "sum") {
    const turned = cost ? values.map((value) => divide(ONE, value)) : values;
    const total = sum(turned);
    return turned.map((value) => divide(value, total));
  }
  return scaling === "vector" && cost ? values.map(negate) : values;
}

/** The variance (of the population) of a scaled column. For `vector` it is that of the values over their sum of squares, which is exact although the length is not. */
export function spread(column: Column, scaling: Scaling): Rational {
  const variance = covariance(scaled(column, scaling), scaled(column, scaling));
  if (scaling !== "vector" || variance.n === 0n) return variance;
  return divide(variance, sum(column.values.map((value) => multiply(value, value))));
}

export function covariance(a: readonly Rational[], b: readonly Rational[]): Rational {
  const count = rational(BigInt(a.length));
  const products = sum(a.map((value, index) => multiply(value, b[index] as Rational)));
  return subtract(divide(products, count), multiply(mean(a), mean(b)));
}

export function mean(values: readonly Rational[]): Rational {
  return divide(sum(values), rational(BigInt(values.length)));
}
