import type { Summary } from "../../scoring/measures/measure.js";
import { hasOwnWeights, type ReducerConfig } from "../../scoring/reducers.js";
import type { ItemColumn } from "../columns/columns.js";
import type { Sizes } from "../columns/read-numbers.js";
import type { MadeSource } from "../sources/sources.js";
import { itemSource } from "./item-sources.js";
import type { WeightRules } from "./items.js";
import type { Listed } from "./listed.js";

/** The weights of a column of lists. */
export interface ListWeights {
  readonly rules: WeightRules;
  readonly den: bigint;
  /** The greatest whole number of a weight. */
  readonly most: bigint;
}

/** The weights of values that bring one each, those of goals, or none; undefined where there are some that may not be there. */
export function weightsOf(
  { by, item }: Summary,
  { weights, count }: Listed,
  sizes: Sizes,
): ListWeights | undefined {
  const isGoals = item === "level";
  const weighs = isGoals || hasOwnWeights(by as ReducerConfig);
  if (weights === undefined) return { rules: { one: 1, mayLack: isGoals || !weighs }, den: 1n, most: 1n };
  const made = weighs ? weightSource(weights, count, sizes, isGoals ? 1n : 0n) : undefined;
  if (made === undefined) return undefined;
  const { den, source } = made;
  const most = source.most > den ? source.most : den;
  return { rules: { source, one: Number(den), mayLack: isGoals }, den, most };
}

/** The whole numbers of weights, of at least so much. */
export function weightSource(
  column: ItemColumn,
  count: number,
  sizes: Sizes,
  least: bigint,
): MadeSource | undefined {
  const made = itemSource(column, { sizes, count, missing: "stays" });
  if (made === undefined || made.source.most < least) return undefined;
  if (made.source.least < least) made.source.least = least;
  return made;
}
