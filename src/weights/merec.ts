import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../kernel/calculator.js";
import type { FixedPoint } from "../kernel/irrational.js";
import { divide, greater, lesser, type Rational } from "../kernel/rational.js";
import { lazySchema, type Written } from "../kernel/schema.js";
import { type Column, checkVarying, columnsInput, type DataWeightsInput, readColumns } from "./columns.js";
import { type DecimalWeightList, decimalsField } from "./irrational-list.js";
import { measuredWeights } from "./shares.js";

const merecConfig = /* @__PURE__ */ lazySchema(() => z.strictObject(decimalsField()));

/**
 * How many digits come out: the config of `merecWeights`.
 *
 * @useDeclaredType
 */
export type MerecWeightsConfig = Written<typeof merecConfig>;

/**
 * Weights from data by the effect of removing each criterion, MEREC (M2). Values are scaled, n(i, j) = least of column j / x(i, j), of a cost x(i, j) / greatest of column j; then
 * S(i) = ln(1 + (1 / n) x the sum over j of |ln n(i, j)|), S'(i, j) is the same without criterion j (still divided by n), E(j) = the sum over i of |S'(i, j) - S(i)|, and
 * w(j) = E(j) / (E(1) + ... + E(n)), for n criteria.
 *
 * The scaling is the paper's own. A column that is constant weighs 0, whichever kind it is.
 *
 * Errors: a value of zero or less (`out-of-range`: shift or clean the data first), columns that are all constant (`columns-constant`), columns of different lengths (`matrix-shape`),
 * an id twice (`duplicate-id`).
 *
 * Source: M. Keshavarz-Ghorabaee, M. Amiri, E. K. Zavadskas, Z. Turskis and J. Antucheviciene, "Determination of objective weights using a new method based on the removal effects of
 * criteria (MEREC)", Symmetry 13 (2021), 525.
 *
 * @example
 * ```ts
 * import { merecWeights } from "tierwise";
 *
 * const weigh = merecWeights({ decimals: 4 });
 * const { weights } = weigh({
 *   criteria: [
 *     { id: "output", values: [450, 10, 100, 220, 5] },
 *     { id: "errors", kind: "cost", values: [54, 2, 31, 1, 23] },
 *   ],
 * });
 * weights; // => [{ id: "output", weight: "0.5899" }, { id: "errors", weight: "0.4101" }]
 * ```
 */
export const merecWeights: CalculatorFactory<MerecWeightsConfig, DataWeightsInput, DecimalWeightList> =
  /* @__PURE__ */ defineFactory({
    title: "merecWeights",
    config: merecConfig,
    compile: ({ decimals }) =>
      defineCalculator({
        title: "merecWeights",
        input: columnsInput,
        run({ criteria }, report) {
          const columns = readColumns(criteria, report, () => "above-zero");
          checkVarying(columns, report);
          report.stop();
          const inverses = columns.map(inverseScaled);
          return measuredWeights("merecWeights", criteria, decimals, (point) =>
            removalEffects(inverses, point),
          );
        },
      }),
  });

/** One divided by the scaled values, so that all are at least one and their logarithms at least zero. */
function inverseScaled({ values, cost }: Column): readonly Rational[] {
  const [least, most] = [values.reduce(lesser), values.reduce(greater)];
  return values.map((value) => (cost ? divide(most, value) : divide(value, least)));
}

/** E(j): the sum over the alternatives of ln((1 + all) / (1 + all but j)). */
function removalEffects(columns: readonly (readonly Rational[])[], point: FixedPoint): readonly bigint[] {
  const logs = columns.map((column) => column.map(point.logarithm));
  const whole = point.one * BigInt(columns.length);
  const totals = (logs[0] as readonly bigint[]).map((_, row) =>
    logs.reduce((total, column) => total + (column[row] as bigint), whole),
  );
  return logs.map((column) =>
    column.reduce((effect, log, row) => {
      const total = totals[row] as bigint;
      return effect + point.logarithm({ n: total, d: total - log });
    }, 0n),
  );
}
