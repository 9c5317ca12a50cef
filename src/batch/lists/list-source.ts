import type { Summary } from "../../scoring/measures/measure.js";
import { countsFor, hasOwnWeights, type ReducerConfig } from "../../scoring/reducers.js";
import type { InputColumn } from "../columns.js";
import { fits, type Source } from "../forms.js";
import type { MadeSource, Reading } from "../sources.js";
import { itemSource } from "./item-sources.js";
import { itemReader, type ReadItems, type WeightRules } from "./items.js";
import { hasLists, type ItemParts, type Listed, listedOf } from "./listed.js";
import { eachStretch, inUnits, multipleOf } from "./scales.js";
import { type ItemBounds, type WholeReducer, wholeReducer } from "./whole-reducers.js";

/** The whole numbers of a column of lists, each list summarised; undefined where no whole numbers fit most of them. */
export function listSource(
  summary: Summary,
  column: InputColumn,
  { rows, missing, sizes }: Reading,
): MadeSource | undefined {
  const { by } = summary;
  const listed = listedOf(column, rows, partsOf(summary));
  const weights = listed && weightsOf(by, listed, sizes);
  if (listed === undefined || weights === undefined) return undefined;
  const [least, most] = summary.within ?? [];
  const reading = { sizes, count: listed.count, missing: "set-aside" as const };
  const values = itemSource(listed.values, reading, {
    ...(least === undefined ? {} : { least }),
    ...(most === undefined ? {} : { most }),
  });
  if (values === undefined) return undefined;
  const reducer = wholeReducer(by);
  const rules = { values: values.source, weights: weights.rules, leavesOut: false };
  const read = itemReader(listed, rules);
  const bounds = { ...boundsOf(values.source), weight: weights.most, count: longestOf(listed, rows) };
  const reduced = reducedLists(reducer, read, bounds, rows, sizes);
  if (reduced === undefined) return undefined;
  const [ofItems, ofWeights] = reducer.powers;
  const den = values.den ** BigInt(ofItems) * weights.den ** BigInt(ofWeights) * reduced.multiple;
  return {
    den,
    source: sourceOf(reduced, read, listed.has, missing),
    mayMiss: listed.has !== undefined && missing === "stays",
  };
}

/** Whether a column is read as lists. */
export function readsLists({ orNumber }: Summary, column: InputColumn): boolean {
  return orNumber !== true || hasLists(column);
}

function partsOf({ by, item, orNumber }: Summary): ItemParts {
  const isGoals = item === "level";
  const weighs = isGoals || hasOwnWeights(by as ReducerConfig);
  return {
    ...(weighs ? { parts: [item, "weight"] } : {}),
    ...(orNumber === true && keepsOne(by as ReducerConfig) ? { orNumber } : {}),
  };
}

/** Whether the summary of one number is that number. */
function keepsOne(config: ReducerConfig): boolean {
  return config.kind !== "change" && countsFor(config)[0] === 1;
}

interface Weights {
  readonly rules: WeightRules;
  readonly den: bigint;
  readonly most: bigint;
}

/** The weights of values that bring one each, those of goals, or none; undefined where there are some that may not be there. */
function weightsOf(
  by: Summary["by"],
  { weights, count }: Listed,
  sizes: Reading["sizes"],
): Weights | undefined {
  const isGoals = "weighted-levels weights squared-weights".split(" ").includes(by.kind);
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
  column: NonNullable<Listed["weights"]>,
  count: number,
  sizes: Reading["sizes"],
  least: bigint,
): MadeSource | undefined {
  const made = itemSource(column, { sizes, count, missing: "stays" });
  if (made === undefined || made.source.most < least) return undefined;
  if (made.source.least < least) made.source.least = least;
  return made;
}

export function boundsOf({ least, most }: Source): Pick<ItemBounds, "least" | "most"> {
  return { least, most };
}

/** The number of items of the longest list, at least 1. */
export function longestOf({ offsets }: Listed, rows: number): bigint {
  if (offsets === undefined) return 1n;
  let longest = 1;
  for (let row = 0; row < rows; row += 1)
    longest = Math.max(longest, (offsets[row + 1] as number) - (offsets[row] as number));
  return BigInt(longest);
}

/** Lists as whole units of one over the multiple. */
export interface ReducedLists {
  readonly multiple: bigint;
  readonly least: bigint;
  readonly most: bigint;
  /** The summary of the items between two positions; NaN where it is none of such units. */
  at(items: ReturnType<ReadItems>, from: number, to: number): number;
}

/** Finds the multiple that most lists of a column want; undefined where numbers on the way could be too large. */
function reducedLists(
  reducer: WholeReducer,
  read: ReadItems,
  bounds: ItemBounds,
  rows: number,
  sizes: Reading["sizes"],
): ReducedLists | undefined {
  const [least, most] = reducer.bounds(bounds);
  if (!fits(reducer.size(bounds), least, most)) return undefined;
  const divisors = new Map<number, number>();
  const aside = new Uint8Array(2048);
  eachStretch(rows, sizes, (from, count) => {
    const items = read(from, aside, count);
    for (let row = 0; row < count; row += 1)
      tally(
        divisors,
        divisorOf(reducer, items, items.starts[row] as number, items.starts[row + 1] as number),
      );
  });
  const size = -least > most ? -least : most;
  return reducedBy(reducer, multipleOf(divisors, size, sizes), [least, most]);
}

/** Counts a divisor, where it is one. */
export function tally(divisors: Map<number, number>, divisor: number): void {
  if (divisor > 0) divisors.set(divisor, (divisors.get(divisor) ?? 0) + 1);
}

export function divisorOf(
  { divisor }: WholeReducer,
  { weights }: ReturnType<ReadItems>,
  from: number,
  to: number,
): number {
  if (divisor !== "weights") return divisor(to - from);
  let all = 0;
  for (let at = from; at < to; at += 1) all += weights[at] as number;
  return all;
}

/** A reducer whose results are whole units of one over a multiple. */
export function reducedBy(
  reducer: WholeReducer,
  multiple: bigint,
  [least, most]: readonly [bigint, bigint],
): ReducedLists {
  const times = Number(multiple);
  return {
    multiple,
    least: least * multiple,
    most: most * multiple,
    at(items, from, to) {
      const divisor = divisorOf(reducer, items, from, to);
      if (!(divisor > 0)) return Number.NaN;
      return inUnits(reducer.numerator(items, from, to), divisor, times);
    },
  };
}

function sourceOf(
  { least, most, at }: ReducedLists,
  read: ReadItems,
  has: Listed["has"],
  missing: Reading["missing"],
): Source {
  return {
    from: 0,
    least,
    most,
    read(n, aside, count) {
      const [low, high] = [Number(this.least), Number(this.most)];
      const items = read(this.from, aside, count);
      const { starts } = items;
      for (let row = 0; row < count; row += 1) {
        if (has !== undefined && !has(this.from + row)) {
          n[row] = Number.NaN;
          if (missing === "set-aside") aside[row] = 1;
          continue;
        }
        const value = at(items, starts[row] as number, starts[row + 1] as number);
        n[row] = value;
        if (!(value >= low && value <= high)) aside[row] = 1;
      }
    },
  };
}
