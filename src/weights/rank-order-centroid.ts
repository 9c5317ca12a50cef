import { type CalculatorFactory, defineFactory } from "../kernel/calculator.js";
import { add, divide, type Rational, rational, ZERO } from "../kernel/rational.js";
import type { WeightList } from "./list.js";
import { fromRanks, type RankWeightsConfig, type RankWeightsInput, rankConfig } from "./ranks.js";

/**
 * Weights from the order of importance alone: rank-order centroid (M2, M3), the centre of all weights that have this order.
 *
 * Of n criteria the one in place k has w(k) = (1/k + 1/(k+1) + ... + 1/n) / n, exactly. Criteria of equal rank share the mean of their places' weights; only
 * the order of the ranks matters, and the lowest is the most important.
 *
 * Errors: an id twice (`duplicate-id`), a rank of zero or less (`out-of-range`), no criteria (`too-small`).
 *
 * Source: F. H. Barron, "Selecting a best multiattribute alternative with partial information about attribute weights", Acta Psychologica 80 (1992), 91-103;
 * W. Edwards and F. H. Barron, "SMARTS and SMARTER", Organizational Behavior and Human Decision Processes 60 (1994), 306-325.
 *
 * @example
 * ```ts
 * import { rankOrderCentroid } from "tierwise";
 *
 * const order = rankOrderCentroid({});
 * const result = order({ criteria: [{ id: "sales", rank: 1 }, { id: "service", rank: 2 }, { id: "team", rank: 3 }] });
 * result.weights.map(({ weight }) => weight); // => ["11/18", "5/18", "1/9"]
 * const tied = order({ criteria: [{ id: "sales", rank: 1 }, { id: "service", rank: 2 }, { id: "team", rank: 2 }] });
 * tied.weights.map(({ weight }) => weight); // => ["11/18", "7/36", "7/36"]
 * ```
 */
export const rankOrderCentroid: CalculatorFactory<RankWeightsConfig, RankWeightsInput, WeightList> =
  /* @__PURE__ */ defineFactory({
    title: "rankOrderCentroid",
    config: rankConfig,
    compile: (config) => fromRanks("rankOrderCentroid", config, centroid),
  });

function centroid(count: number): readonly Rational[] {
  const n = BigInt(count);
  const places: Rational[] = [];
  let reciprocals = ZERO;
  for (let place = n; place > 0n; place -= 1n) {
    reciprocals = add(reciprocals, rational(1n, place));
    places.unshift(divide(reciprocals, rational(n)));
  }
  return places;
}
