import * as z from "zod/mini";
import type { Path } from "../kernel/errors.js";
import { configRatio, wholeNumber } from "../kernel/fields.js";
import { readRatio } from "../kernel/number.js";
import {
  compare,
  divide,
  floor,
  greater,
  lesser,
  multiply,
  ONE,
  type Rational,
  rational,
  subtract,
  sum,
} from "../kernel/rational.js";
import { createReport, type Report } from "../kernel/report.js";
import { described, list, type Plain } from "../kernel/schema.js";
import { show } from "../kernel/show.js";
import { isObject, noteOthers, readOne, readWeight } from "./evidence.js";

const SIMPLE = ["sum", "mean", "median", "last", "maximum", "minimum", "change"] as const;

/** How several values (months, periods, members of a team, ratings) become one. */
export function reducer() {
  return z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.enum(SIMPLE) }),
    described(
      z.strictObject({ kind: z.literal("trimmed-mean"), trim: configRatio({ least: 0 }) }),
      "The mean without this part of the values at each end, rounded down to whole values.",
    ),
    described(
      z.strictObject({
        kind: z.literal("weighted-mean"),
        weights: z.optional(list(configRatio({ least: 0 }), 1)),
      }),
      "The weighted mean: weights by position, or else each value brings its own.",
    ),
    described(
      z.strictObject({ kind: z.enum(["highest", "lowest"]), count: wholeNumber(1, 1000) }),
      "The mean of so many of the highest or of the lowest values.",
    ),
  ]);
}

/** A measure's own summary of several values. */
export function over() {
  return z.optional(
    described(
      reducer(),
      "The evidence is a list (months, periods, members of a team), and this makes one number of it.",
    ),
  );
}

export type ReducerConfig = Plain<z.output<ReturnType<typeof reducer>>>;

/** Notes what the schema cannot see in a reducer. */
export function checkReducer(config: ReducerConfig | undefined, path: Path, report: Report): void {
  if (config === undefined || !report.sound(path)) return;
  if (config.kind === "trimmed-mean" && compare(readRatio(config.trim), rational(1n, 2n)) >= 0) {
    report.add(
      [...path, "trim"],
      "out-of-range",
      `expected less than 50%, so that something is left, got ${show(config.trim)}`,
    );
  }
  if (config.kind === "weighted-mean" && config.weights !== undefined) {
    if (sum(config.weights.map(readRatio)).n === 0n)
      report.add(
        [...path, "weights"],
        "weights-zero",
        "expected at least one above zero: all of them are zero",
      );
  }
}

/** A value, and how much it counts where the reducer weighs. */
export interface Weighted {
  readonly value: Rational;
  readonly weight: Rational;
}

/** One number of one or more values. */
export function reduce(config: ReducerConfig, items: readonly Weighted[]): Rational {
  const values = items.map(({ value }) => value);
  const first = values[0] as Rational;
  const last = values.at(-1) as Rational;
  switch (config.kind) {
    case "sum":
      return sum(values);
    case "mean":
      return mean(values);
    case "median":
      return median(values);
    case "last":
      return last;
    case "maximum":
      return values.reduce(greater);
    case "minimum":
      return values.reduce(lesser);
    case "change":
      return subtract(last, first);
    case "trimmed-mean": {
      const cut = cutOf(config.trim, values.length);
      return mean(sorted(values).slice(cut, values.length - cut));
    }
    case "weighted-mean": {
      const weights = config.weights?.map(readRatio) ?? items.map(({ weight }) => weight);
      const parts = values.map((value, index) => multiply(value, weights[index] as Rational));
      return divide(sum(parts), sum(weights));
    }
    case "highest":
      return mean(sorted(values).slice(-config.count));
    case "lowest":
      return mean(sorted(values).slice(0, config.count));
  }
}

/** How many of so many values a trimmed mean leaves out at each end. */
export function cutOf(trim: number | string, count: number): number {
  return Number(floor(multiply(readRatio(trim), rational(BigInt(count)))));
}

/** The mean of the middle two, or the middle one. */
export function median(values: readonly Rational[]): Rational {
  const ordered = sorted(values);
  const middle = Math.floor((ordered.length - 1) / 2);
  return mean(ordered.slice(middle, ordered.length - middle));
}

function mean(values: readonly Rational[]): Rational {
  return divide(sum(values), rational(BigInt(values.length)));
}

function sorted(values: readonly Rational[]): readonly Rational[] {
  return [...values].sort(compare);
}

/** Reads one number, or a list and its summary where there is a reducer; notes what is wrong. */
export function readReduced(
  evidence: unknown,
  config: ReducerConfig | undefined,
  path: Path,
  report: Report,
): Rational | undefined {
  if (config === undefined) return readOne(evidence, path, report);
  if (!Array.isArray(evidence)) {
    report.add(path, "wrong-type", `expected a list of values for the ${config.kind}, got ${show(evidence)}`);
    return undefined;
  }
  if (!rightCount(config, evidence.length, path, report)) return undefined;
  const ownWeights = hasOwnWeights(config);
  const items = Array.from(evidence, (item: unknown, index) => {
    const at = [...path, index];
    return ownWeights ? readWeighted(item, at, report) : unweighted(readOne(item, at, report));
  });
  if (!items.every((item) => item !== undefined)) return undefined;
  if (ownWeights && sum(items.map(({ weight }) => weight)).n === 0n) {
    report.add(path, "weights-zero", "expected at least one weight above zero: all of them are zero");
    return undefined;
  }
  return reduce(config, items);
}

/** Whether each value brings a weight of its own. */
export function hasOwnWeights(config: ReducerConfig): boolean {
  return config.kind === "weighted-mean" && config.weights === undefined;
}

/** The least and the greatest number of values that a reducer takes. */
export function countsFor(config: ReducerConfig): readonly [number, number] {
  if (config.kind === "weighted-mean" && config.weights !== undefined)
    return [config.weights.length, config.weights.length];
  const isPart = config.kind === "highest" || config.kind === "lowest";
  return [isPart ? config.count : 1, Number.POSITIVE_INFINITY];
}

/** Reads a list by its reducer, where nothing is wrong with it. */
export function reducedExactly(config: ReducerConfig): (list: unknown) => Rational | undefined {
  return (list) => readReduced(list, config, [], createReport("invalid-input", "reducer"));
}

function rightCount(config: ReducerConfig, count: number, path: Path, report: Report): boolean {
  const [least, most] = countsFor(config);
  if (count >= least && count <= most) return true;
  const expected = least === most ? `${least} values` : `at least ${least} value${least === 1 ? "" : "s"}`;
  report.add(path, "wrong-count", `expected ${expected} for the ${config.kind}, got ${count}`, {
    least,
    count,
  });
  return false;
}

function unweighted(value: Rational | undefined): Weighted | undefined {
  return value === undefined ? undefined : { value, weight: ONE };
}

function readWeighted(item: unknown, path: Path, report: Report): Weighted | undefined {
  const parts = isObject(item) ? item : undefined;
  if (parts === undefined) {
    report.add(path, "wrong-type", `expected a value and its weight, got ${show(item)}`);
    return undefined;
  }
  noteOthers(parts, ["value", "weight"], path, report);
  const value = readOne(parts.value, [...path, "value"], report);
  const weight = readWeight(parts.weight, [...path, "weight"], report);
  return value === undefined || weight === undefined ? undefined : { value, weight };
}
