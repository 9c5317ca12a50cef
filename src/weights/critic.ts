import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../kernel/calculator.js";
import type { FixedPoint } from "../kernel/irrational.js";
import { compare, divide, greater, multiply, type Rational, rational } from "../kernel/rational.js";
import { described, lazySchema, type Written } from "../kernel/schema.js";
import {
  type Column,
  checkVarying,
  columnsInput,
  covariance,
  type DataWeightsInput,
  isConstant,
  needs,
  readColumns,
  scaled,
  spread,
} from "./columns.js";
import { type DecimalWeightList, decimalsField } from "./irrational-list.js";
import { measuredWeights } from "./shares.js";

const criticConfig = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    scaling: described(
      z._default(z.enum(["min-max", "sum", "max", "vector", "none"]), "min-max"),
      "How each column is scaled first; the paper takes min-max.",
    ),
    correlation: described(
      z._default(z.enum(["pearson", "spearman"]), "pearson"),
      "Correlation of the values, or of their ranks; the paper takes Pearson's.",
    ),
    ...decimalsField(),
  }),
);

/**
 * The scaling and the kind of correlation: the config of `criticWeights`.
 *
 * @useDeclaredType
 */
export type CriticWeightsConfig = Written<typeof criticConfig>;

/**
 * Weights from data by contrast and conflict, CRITIC (M2): C(j) = s(j) x the sum over k of (1 - r(j, k)), w(j) = C(j) / (C(1) + ... + C(n)), where s(j) is the standard deviation of
 * the scaled column j and r(j, k) its correlation with column k.
 *
 * Whether the deviation is of the sample or of the population makes no difference to the weights. A column that is constant weighs 0 and takes no part; a column that is the only one
 * to vary weighs 1. With `min-max` any values will do; `sum` and `max` take values of at least 0, of costs above 0.
 *
 * Errors: columns that are all constant, or all perfectly correlated (`columns-constant`), columns of different lengths (`matrix-shape`), a value that the scaling cannot take
 * (`out-of-range`, `column-zero`), an id twice (`duplicate-id`).
 *
 * Source: D. Diakoulaki, G. Mavrotas and L. Papayannakis, "Determining objective weights in multiple criteria problems: the CRITIC method", Computers and Operations Research 22 (1995), 763-770.
 *
 * @example
 * ```ts
 * import { criticWeights } from "tierwise";
 *
 * const weigh = criticWeights({ decimals: 4 });
 * const { weights } = weigh({
 *   criteria: [
 *     { id: "sales", values: [61, 20.7, 16.3, 9] },
 *     { id: "service", values: [1.08, 0.26, 1.98, 3.29] },
 *     { id: "complaints", kind: "cost", values: [4, 4, 2, 1] },
 *   ],
 * });
 * weights; // => [{ id: "sales", weight: "0.483" }, { id: "service", weight: "0.221" }, { id: "complaints", weight: "0.296" }]
 * ```
 */
export const criticWeights: CalculatorFactory<CriticWeightsConfig, DataWeightsInput, DecimalWeightList> =
  /* @__PURE__ */ defineFactory({
    title: "criticWeights",
    config: criticConfig,
    compile: ({ scaling, correlation, decimals }) =>
      defineCalculator({
        title: "criticWeights",
        input: columnsInput,
        run({ criteria }, report) {
          const columns = readColumns(criteria, report, needs(scaling));
          checkVarying(columns, report);
          report.stop();
          const variances = columns.map((column) => spread(column, scaling));
          const compared = columns.map((column) => comparable(column, scaling, correlation));
          const squares = compared.map((a) => compared.map((b) => signedSquare(a, b)));
          const varying = columns.filter(({ values }) => !isConstant(values)).length;
          const differs = squares.some((row) =>
            row.some((square) => square !== undefined && compare(square, ONE_SQUARE) < 0),
          );
          if (varying > 1 && !differs) {
            report.add(
              ["criteria"],
              "columns-constant",
              "all criteria that vary are perfectly correlated: there is no conflict to weigh by",
            );
          }
          report.stop();
          const most = variances.reduce(greater);
          return measuredWeights("criticWeights", criteria, decimals, (point) =>
            variances.map((variance, index) =>
              point.multiply(
                point.squareRoot(divide(variance, most)),
                varying === 1 ? point.one : conflict(squares[index] ?? [], index, point),
              ),
            ),
          );
        },
      }),
  });

const ONE_SQUARE = rational(1n);

/** What the correlation is of: the scaled values, or their ranks. */
function comparable(
  column: Column,
  scaling: Parameters<typeof scaled>[1],
  correlation: "pearson" | "spearman",
): readonly Rational[] {
  const values = scaled(column, scaling);
  if (correlation === "pearson") return values;
  return values.map((value) => {
    const below = values.filter((other) => compare(other, value) < 0).length;
    const same = values.filter((other) => compare(other, value) === 0).length;
    return rational(BigInt(2 * below + same + 1), 2n);
  });
}

/** The square of the correlation, exactly, with its sign; undefined where a column is constant. */
function signedSquare(a: readonly Rational[], b: readonly Rational[]): Rational | undefined {
  const product = multiply(covariance(a, a), covariance(b, b));
  if (product.n === 0n) return undefined;
  const both = covariance(a, b);
  const square = divide(multiply(both, both), product);
  return both.n < 0n ? { n: -square.n, d: square.d } : square;
}

/** The sum of 1 - r over the other columns that vary. */
function conflict(row: readonly (Rational | undefined)[], self: number, point: FixedPoint): bigint {
  return row.reduce((total, square, index) => {
    if (square === undefined || index === self) return total;
    const size = point.squareRoot(square.n < 0n ? { n: -square.n, d: square.d } : square);
    return total + point.one - (square.n < 0n ? -size : size);
  }, 0n);
}
