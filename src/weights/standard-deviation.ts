import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../kernel/calculator.js";
import { divide, greater } from "../kernel/rational.js";
import { described, lazySchema, type Written } from "../kernel/schema.js";
import { checkVarying, columnsInput, type DataWeightsInput, needs, readColumns, spread } from "./columns.js";
import { type DecimalWeightList, decimalsField } from "./irrational-list.js";
import { measuredWeights } from "./shares.js";

const deviationConfig = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    scaling: described(
      z._default(z.enum(["min-max", "sum", "max", "vector", "none"]), "min-max"),
      "How each column is scaled first; with none, columns in larger units weigh more.",
    ),
    ...decimalsField(),
  }),
);

/**
 * The scaling: the config of `standardDeviationWeights`.
 *
 * @useDeclaredType
 */
export type StandardDeviationWeightsConfig = Written<typeof deviationConfig>;

/**
 * Weights from data by standard deviation (M2): w(j) = s(j) / (s(1) + ... + s(n)), where s(j) is the standard deviation of the scaled column j.
 *
 * Whether the deviation is of the sample or of the population makes no difference to the weights. A column that is constant weighs 0. With `min-max`, `vector` and `none` any values will do;
 * `sum` and `max` take values of at least 0, of costs above 0.
 *
 * Errors: columns that are all constant (`columns-constant`), columns of different lengths (`matrix-shape`), a value that the scaling cannot take (`out-of-range`, `column-zero`), an id twice
 * (`duplicate-id`).
 *
 * Source: D. Diakoulaki, G. Mavrotas and L. Papayannakis, Computers and Operations Research 22 (1995), 763-770.
 *
 * @example
 * ```ts
 * import { standardDeviationWeights } from "tierwise";
 *
 * const weigh = standardDeviationWeights({ scaling: "none", decimals: 4 });
 * const { weights } = weigh({ criteria: [{ id: "a", values: [1, 4] }, { id: "b", values: [2, 16] }] });
 * weights; // => [{ id: "a", weight: "0.1765" }, { id: "b", weight: "0.8235" }]
 * ```
 */
export const standardDeviationWeights: CalculatorFactory<
  StandardDeviationWeightsConfig,
  DataWeightsInput,
  DecimalWeightList
> = /* @__PURE__ */ defineFactory({
  title: "standardDeviationWeights",
  config: deviationConfig,
  compile: ({ scaling, decimals }) =>
    defineCalculator({
      title: "standardDeviationWeights",
      input: columnsInput,
      run({ criteria }, report) {
        const columns = readColumns(criteria, report, needs(scaling));
        checkVarying(columns, report);
        report.stop();
        const variances = columns.map((column) => spread(column, scaling));
        const most = variances.reduce(greater);
        return measuredWeights("standardDeviationWeights", criteria, decimals, (point) =>
          variances.map((variance) => point.squareRoot(divide(variance, most))),
        );
      },
    }),
});
