import * as z from "zod/mini";
import { type Calculator, defineCalculator } from "../kernel/calculator.js";
import { inputNumber, key } from "../kernel/fields.js";
import { checkIds } from "../kernel/ids.js";
import { readNumber } from "../kernel/number.js";
import { compare, divide, type Rational, rational, sum } from "../kernel/rational.js";
import { type Checked, lazySchema, list, type Written } from "../kernel/schema.js";
import { proportions, shownField, type WeightList, weightList } from "./list.js";

export const rankConfig = /* @__PURE__ */ lazySchema(() => z.strictObject(shownField()));

const rankInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    criteria: list(z.strictObject({ id: key(), rank: inputNumber({ above: 0 }) }), 1),
  }),
);

/**
 * How the weights are shown: the config of `rankOrderCentroid`, `rankSum` and `rankReciprocal`.
 *
 * @useDeclaredType
 */
export type RankWeightsConfig = Written<typeof rankConfig>;

/**
 * Criteria and their ranks; the lowest rank is the most important. Only the order of the ranks matters: 1, 2, 2, 3 is the same as 1, 2, 2, 4.
 *
 * @useDeclaredType
 */
export type RankWeightsInput = Written<typeof rankInput>;

/**
 * A calculator of weights from ranks. `places` gives what each place is worth, from the first to the last; criteria of equal rank share the mean of the
 * places that they take up together.
 */
export function fromRanks(
  method: string,
  { shownDecimals }: Checked<typeof rankConfig>,
  places: (count: number) => readonly Rational[],
): Calculator<RankWeightsInput, WeightList> {
  return defineCalculator({
    title: method,
    input: rankInput,
    run({ criteria }, report) {
      checkIds(criteria, ["criteria"], report);
      report.stop();
      const worth = places(criteria.length);
      const ordered = criteria
        .map(({ rank }, index) => ({ rank: readNumber(rank), index }))
        .sort((a, b) => compare(a.rank, b.rank));
      const values: Rational[] = [];
      for (let start = 0; start < ordered.length; ) {
        const first = ordered[start] as (typeof ordered)[number];
        const end = ordered.findIndex(({ rank }, place) => place > start && compare(rank, first.rank) > 0);
        const tied = ordered.slice(start, end < 0 ? undefined : end);
        const shared = sum(worth.slice(start, start + tied.length));
        for (const { index } of tied) values[index] = divide(shared, rational(BigInt(tied.length)));
        start += tied.length;
      }
      return weightList(method, criteria, proportions(values, ["criteria"], report), shownDecimals, report);
    },
  });
}
