import { readRatio } from "../../kernel/number.js";
import type { Summary } from "../../scoring/measures/measure.js";
import { countsFor, cutOf, hasOwnWeights, type ReducerConfig } from "../../scoring/reducers.js";
import { sizeOf, withCommonDenominator } from "../forms/forms.js";
import {
  change,
  furthest,
  sum,
  sumOfMiddle,
  sumOfSquaredWeights,
  sumOfWeights,
  sumSorted,
  weightedSum,
} from "./item-sums.js";
import type { Items } from "./items.js";

/** The least and the greatest whole numbers of items and of weights, and how many items a list has at most. */
export interface ItemBounds {
  readonly least: bigint;
  readonly most: bigint;
  /** The greatest weight. */
  readonly weight: bigint;
  readonly count: bigint;
}

/** A summary of whole numbers, itself a whole number that is then divided by another. */
export interface WholeReducer {
  /** What is made of the items from one position on, up to another. */
  numerator(items: Items, from: number, to: number): number;
  /** What so many items are divided by, 0 where there may not be so many; or by the sum of their weights. */
  readonly divisor: ((count: number) => number) | "weights";
  /** The least and the greatest quotient. */
  bounds(items: ItemBounds): readonly [bigint, bigint];
  /** The greatest size of any number on the way. */
  size(items: ItemBounds): bigint;
  /** How often the denominator of items, and of weights, is in that of the quotient. */
  readonly powers: readonly [items: 0 | 1, weights: 0 | 1 | 2];
}

export function wholeReducer(by: Summary["by"]): WholeReducer {
  switch (by.kind) {
    case "sum":
      return { ...within(by, sum, once), bounds: sumBounds };
    case "mean":
      return within(by, sum, (count) => count);
    case "median":
      return within(by, sumOfMiddle, (count) => (count % 2 === 0 ? 2 : 1));
    case "trimmed-mean":
      return trimmed(by, by.trim);
    case "highest":
      return within(by, (items, from, to) => sumSorted(items, from, to, to - by.count, to), always(by.count));
    case "lowest":
      return within(
        by,
        (items, from, to) => sumSorted(items, from, to, from, from + by.count),
        always(by.count),
      );
    case "last":
      return within(by, ({ n }, _, to) => n[to - 1] as number, once);
    case "maximum":
      return within(by, (items, from, to) => furthest(items, from, to, 1), once);
    case "minimum":
      return within(by, (items, from, to) => furthest(items, from, to, -1), once);
    case "change":
      return { ...within(by, change, once), bounds: ({ least, most }) => [least - most, most - least] };
    case "weighted-mean":
      return hasOwnWeights(by) ? weighted(by) : weightedBy(by, by.weights ?? []);
    case "weighted-levels":
      return ofGoals(weightedSum, [1, 1], ({ weight }) => weight);
    case "weights":
      return ofGoals(sumOfWeights, [0, 1], () => 1n);
    case "squared-weights":
      return ofGoals(sumOfSquaredWeights, [0, 2], ({ weight }) => weight);
  }
}

/** Sums that are divided by the same, however many items there are. */
const always = (divisor: number) => () => divisor;
const once = () => 1;

function trimmed(config: ReducerConfig, trim: Parameters<typeof cutOf>[0]): WholeReducer {
  const cuts: number[] = [];
  const cut = (count: number) => {
    cuts[count] ??= cutOf(trim, count);
    return cuts[count] as number;
  };
  return within(
    config,
    (items, from, to) => sumSorted(items, from, to, from + cut(to - from), to - cut(to - from)),
    (count) => count - 2 * cut(count),
  );
}

/** A reducer whose result lies between the least and the greatest item, of numbers as the items are. */
function within(
  config: ReducerConfig,
  numerator: WholeReducer["numerator"],
  divisor: (count: number) => number,
): WholeReducer {
  const [fewest, greatest] = countsFor(config);
  return {
    numerator,
    divisor: (count) => (count >= fewest && count <= greatest ? divisor(count) : 0),
    bounds: ({ least, most }) => [least, most],
    size: (items) => sizeOf(items) * (items.count > 2n ? items.count : 2n),
    powers: [1, 0],
  };
}

/** The mean with weights by position: whole numbers, of which the sum is what is divided by. */
function weightedBy(config: ReducerConfig, written: readonly (number | string)[]): WholeReducer {
  const { whole } = withCommonDenominator(written.map(readRatio));
  const all = whole.reduce((so, one) => so + one, 0n);
  const weights = Float64Array.from(whole, Number);
  const made = within(
    config,
    ({ n }, from, to) => {
      let so = 0;
      for (let at = from; at < to; at += 1) so += (weights[at - from] as number) * (n[at] as number);
      return so;
    },
    () => Number(all),
  );
  return { ...made, size: (items) => (sizeOf(items) + 1n) * all };
}

function weighted(config: ReducerConfig): WholeReducer {
  return {
    ...within(config, weightedSum, () => 1),
    divisor: "weights",
    size: (items) => (sizeOf(items) + 1n) * items.count * items.weight,
  };
}

/** A sum of weights that are above zero, each times a number of a stated range. */
function ofGoals(
  numerator: WholeReducer["numerator"],
  powers: WholeReducer["powers"],
  factor: (items: ItemBounds) => bigint,
): WholeReducer {
  const size = (items: ItemBounds) =>
    (powers[0] === 0 ? 1n : sizeOf(items)) *
    factor(items) *
    (powers[0] === 0 ? items.weight : 1n) *
    items.count;
  return {
    numerator,
    divisor: (count) => (count > 0 ? 1 : 0),
    bounds: (items) => [powers[0] === 0 ? 0n : -size(items), size(items)],
    size,
    powers,
  };
}

function sumBounds({ least, most, count }: ItemBounds): readonly [bigint, bigint] {
  return [least < 0n ? least * count : least, most > 0n ? most * count : most];
}
