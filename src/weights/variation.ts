import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../kernel/calculator.js";
import { divide, greater, multiply, ONE } from "../kernel/rational.js";
import { described, lazySchema, type Written } from "../kernel/schema.js";
import { show } from "../kernel/show.js";
import {
  checkVarying,
  columnsInput,
  covariance,
  type DataWeightsInput,
  mean,
  needs,
  readColumns,
  scaled,
} from "./columns.js";
import { type DecimalWeightList, decimalsField } from "./irrational-list.js";
import { measuredWeights } from "./shares.js";

const variationConfig = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    scaling: described(
      z._default(z.enum(["none", "min-max", "max", "sum"]), "none"),
      "How each column is scaled first; the coefficient does not depend on the unit, so none is usual.",
    ),
    ...decimalsField(),
  }),
);

/**
 * The scaling: the config of `variationWeights`.
 *
 * @useDeclaredType
 */
export type VariationWeightsConfig = Written<typeof variationConfig>;

/**
 * Weights from data by the coefficient of variation (M2): v(j) = s(j) / m(j), w(j) = v(j) / (v(1) + ... + v(n)), where s(j) is the standard deviation and m(j) the mean of column j.
 *
 * Whether the deviation is of the sample or of the population makes no difference to the weights. A column that is constant weighs 0.
 *
 * Errors: a mean of zero or less, which the coefficient cannot be taken of (`mean-not-positive`; scale by `min-max`), columns that are all constant (`columns-constant`), columns of
 * different lengths (`matrix-shape`), a value that the scaling cannot take (`out-of-range`, `column-zero`), an id twice (`duplicate-id`).
 *
 * Source: K. Pearson, Philosophical Transactions of the Royal Society A 187 (1896), 253-318 (the coefficient); M. Zeleny, "Multiple Criteria Decision Making" (1982) (weights by contrast).
 *
 * @example
 * ```ts
 * import { variationWeights } from "tierwise";
 *
 * const weigh = variationWeights({ decimals: 4 });
 * const { weights } = weigh({ criteria: [{ id: "a", values: [1, 3] }, { id: "b", values: [30, 50] }] });
 * weights; // => [{ id: "a", weight: "0.6667" }, { id: "b", weight: "0.3333" }]
 * ```
 */
export const variationWeights: CalculatorFactory<
  VariationWeightsConfig,
  DataWeightsInput,
  DecimalWeightList
> = /* @__PURE__ */ defineFactory({
  title: "variationWeights",
  config: variationConfig,
  compile: ({ scaling, decimals }) =>
    defineCalculator({
      title: "variationWeights",
      input: columnsInput,
      run({ criteria }, report) {
        const columns = readColumns(criteria, report, needs(scaling));
        checkVarying(columns, report);
        report.stop();
        const squares = columns.map((column, index) => {
          const values = scaled(column, scaling);
          const [variance, middle] = [covariance(values, values), mean(values)];
          if (variance.n === 0n && scaling === "min-max") return variance;
          if (middle.n > 0n) return divide(variance, multiply(middle, middle));
          report.add(
            ["criteria", index, "values"],
            "mean-not-positive",
            `the mean of ${show(column.id)} is not above zero, so that it has no coefficient of variation`,
            { id: column.id },
          );
          return ONE;
        });
        report.stop();
        const most = squares.reduce(greater);
        return measuredWeights("variationWeights", criteria, decimals, (point) =>
          squares.map((square) => point.squareRoot(divide(square, most))),
        );
      },
    }),
});
