import { type CalculatorFactory, defineFactory } from "../kernel/calculator.js";
import { rational } from "../kernel/rational.js";
import type { WeightList } from "./list.js";
import { fromRanks, type RankWeightsConfig, type RankWeightsInput, rankConfig } from "./ranks.js";

/**
 * Weights from the order of importance alone: rank reciprocal (M2, M3), steep at the top and flat below.
 *
 * Of n criteria the one in place k has w(k) = (1/k) / (1/1 + 1/2 + ... + 1/n), exactly. Criteria of equal rank share the mean of their places' weights (not the reciprocal
 * of a mean rank); only the order of the ranks matters, and the lowest is the most important.
 *
 * Errors: an id twice (`duplicate-id`), a rank of zero or less (`out-of-range`), no criteria (`too-small`).
 *
 * Source: W. G. Stillwell, D. A. Seaver and W. Edwards, "A comparison of weight approximation techniques in multiattribute utility decision making",
 * Organizational Behavior and Human Performance 28 (1981), 62-77.
 *
 * @example
 * ```ts
 * import { rankReciprocal } from "tierwise";
 *
 * const result = rankReciprocal({})({ criteria: [{ id: "sales", rank: 1 }, { id: "service", rank: 2 }, { id: "team", rank: 3 }] });
 * result.weights.map(({ weight }) => weight); // => ["6/11", "3/11", "2/11"]
 * ```
 */
export const rankReciprocal: CalculatorFactory<RankWeightsConfig, RankWeightsInput, WeightList> =
  /* @__PURE__ */ defineFactory({
    title: "rankReciprocal",
    config: rankConfig,
    compile: (config) =>
      fromRanks("rankReciprocal", config, (count) =>
        Array.from({ length: count }, (_, index) => rational(1n, BigInt(index + 1))),
      ),
  });
