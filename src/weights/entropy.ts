import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../kernel/calculator.js";
import type { FixedPoint } from "../kernel/irrational.js";
import { divide, type Rational, rational, sum } from "../kernel/rational.js";
import { described, lazySchema, type Written } from "../kernel/schema.js";
import {
  checkVarying,
  columnsInput,
  type DataWeightsInput,
  isConstant,
  needs,
  readColumns,
  scaled,
} from "./columns.js";
import { type DecimalWeightList, decimalsField } from "./irrational-list.js";
import { measuredWeights } from "./shares.js";

const entropyConfig = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    scaling: described(
      z._default(z.enum(["none", "min-max", "max", "sum"]), "none"),
      "How each column is scaled before its values become shares of their sum.",
    ),
    ...decimalsField(),
  }),
);

/**
 * The scaling before values become shares: the config of `entropyWeights`.
 *
 * @useDeclaredType
 */
export type EntropyWeightsConfig = Written<typeof entropyConfig>;

/**
 * Weights from data by Shannon's entropy (M2): p(i, j) = x(i, j) / the sum of column j; e(j) = -(1 / ln m) x the sum over i of p(i, j) ln p(i, j); w(j) = (1 - e(j)) / the sum of
 * these, for m alternatives.
 *
 * A zero adds nothing (0 ln 0 = 0), and a column that is constant weighs 0. Benefits and costs differ only where a scaling makes them: with `none` the shares are those of the values.
 *
 * Errors: a value below zero, or a cost of zero under `max` or `sum` (`out-of-range`; any values will do with `min-max`), a column of zeros (`column-zero`), columns that are all constant
 * (`columns-constant`), columns of different lengths (`matrix-shape`), an id twice (`duplicate-id`).
 *
 * Source: C. L. Hwang and K. Yoon, "Multiple Attribute Decision Making" (1981), 52-54.
 *
 * @example
 * ```ts
 * import { entropyWeights } from "tierwise";
 *
 * const weigh = entropyWeights({ decimals: 4 });
 * const { weights } = weigh({
 *   criteria: [
 *     { id: "a", values: [30, 19, 19, 68] },
 *     { id: "b", values: [30, 54, 15, 70] },
 *     { id: "c", values: [29, 29, 29, 29] },
 *   ],
 * });
 * weights; // => [{ id: "a", weight: "0.537" }, { id: "b", weight: "0.463" }, { id: "c", weight: "0" }]
 * ```
 */
export const entropyWeights: CalculatorFactory<EntropyWeightsConfig, DataWeightsInput, DecimalWeightList> =
  /* @__PURE__ */ defineFactory({
    title: "entropyWeights",
    config: entropyConfig,
    compile: ({ scaling, decimals }) =>
      defineCalculator({
        title: "entropyWeights",
        input: columnsInput,
        run({ criteria }, report) {
          const columns = readColumns(criteria, report, scaling === "none" ? () => "zero" : needs(scaling));
          checkVarying(columns, report);
          report.stop();
          const shares = columns.map((column) => {
            if (isConstant(column.values)) return undefined;
            const values = scaled(column, scaling);
            const total = sum(values);
            return values.map((value) => divide(value, total));
          });
          return measuredWeights("entropyWeights", criteria, decimals, (point) =>
            shares.map((column) => (column === undefined ? 0n : divergence(column, point))),
          );
        },
      }),
  });

/** ln m + the sum of p ln p: 1 - e, times ln m, which all columns share. */
function divergence(shares: readonly Rational[], point: FixedPoint): bigint {
  return shares.reduce(
    (total, share) => (share.n === 0n ? total : total + (point.logarithm(share) * share.n) / share.d),
    point.logarithm(rational(BigInt(shares.length))),
  );
}
