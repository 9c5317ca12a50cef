import { type CalculatorFactory, defineFactory } from "../kernel/calculator.js";
import { rational } from "../kernel/rational.js";
import type { WeightList } from "./list.js";
import { fromRanks, type RankWeightsConfig, type RankWeightsInput, rankConfig } from "./ranks.js";

/**
 * Weights from the order of importance alone: rank sum (M2, M3), in equal steps.
 *
 * Of n criteria the one in place k has w(k) = 2 (n + 1 - k) / (n (n + 1)), exactly. Criteria of equal rank share the mean of their places' weights; only the order of the
 * ranks matters, and the lowest is the most important.
 *
 * Errors: an id twice (`duplicate-id`), a rank of zero or less (`out-of-range`), no criteria (`too-small`).
 *
 * Source: W. G. Stillwell, D. A. Seaver and W. Edwards, "A comparison of weight approximation techniques in multiattribute utility decision making",
 * Organizational Behavior and Human Performance 28 (1981), 62-77.
 *
 * @example
 * ```ts
 * import { rankSum } from "tierwise";
 *
 * const result = rankSum({})({ criteria: [{ id: "sales", rank: 1 }, { id: "service", rank: 2 }, { id: "team", rank: 3 }] });
 * result.weights.map(({ weight }) => weight); // => ["0.5", "1/3", "1/6"]
 * ```
 */
export const rankSum: CalculatorFactory<RankWeightsConfig, RankWeightsInput, WeightList> =
  /* @__PURE__ */ defineFactory({
    title: "rankSum",
    config: rankConfig,
    compile: (config) =>
      fromRanks("rankSum", config, (count) =>
        Array.from({ length: count }, (_, index) => rational(BigInt(count - index))),
      ),
  });
