import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../kernel/calculator.js";
import { lazySchema, type Written } from "../kernel/schema.js";
import { inputWeights, readProportions, shownField, type WeightList, weightList } from "./list.js";

const normaliseConfig = /* @__PURE__ */ lazySchema(() => z.strictObject(shownField()));

const normaliseInput = /* @__PURE__ */ lazySchema(() => z.strictObject({ weights: inputWeights() }));

/**
 * How the weights are shown: the config of `normaliseWeights`.
 *
 * @useDeclaredType
 */
export type NormaliseWeightsConfig = Written<typeof normaliseConfig>;

/**
 * Weights of zero or more, in any unit.
 *
 * @useDeclaredType
 */
export type NormaliseWeightsInput = Written<typeof normaliseInput>;

/**
 * Scales weights to parts of 1 (M2, M3), exactly: w(j) = x(j) / (x(1) + ... + x(n)).
 *
 * The weights may be points, percents, fractions or whatever is zero or more. The results are exact texts that sum to 1 and that a weight schema
 * accepts; `shown` has 6 decimals, apportioned by largest remainder.
 *
 * Errors: weights that are all zero (`weights-zero`), an id twice (`duplicate-id`), a weight below zero (`out-of-range`).
 *
 * Source: the sum normalisation, as in C. L. Hwang and K. Yoon, "Multiple Attribute Decision Making" (1981).
 *
 * @example
 * ```ts
 * import { normaliseWeights } from "tierwise";
 *
 * const result = normaliseWeights({})({ weights: [{ id: "sales", weight: 3 }, { id: "service", weight: 2 }, { id: "team", weight: 1 }] });
 * result.weights.map(({ weight }) => weight); // => ["0.5", "1/3", "1/6"]
 * result.weights.map(({ shown }) => shown); // => ["0.5", "0.333333", "0.166667"]
 * ```
 */
export const normaliseWeights: CalculatorFactory<NormaliseWeightsConfig, NormaliseWeightsInput, WeightList> =
  /* @__PURE__ */ defineFactory({
    title: "normaliseWeights",
    config: normaliseConfig,
    compile: ({ shownDecimals }) =>
      defineCalculator({
        title: "normaliseWeights",
        input: normaliseInput,
        run({ weights }, report) {
          const parts = readProportions(weights, ["weights"], report);
          report.stop();
          return weightList("normaliseWeights", weights, parts, shownDecimals, report);
        },
      }),
  });
