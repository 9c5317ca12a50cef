import { roundToTotal, type Share } from "../../kernel/apportion.js";
import { add, multiply, type Rational, rational, sum, ZERO } from "../../kernel/rational.js";
import { type RoundingMode, roundToUnits } from "../../kernel/rounding.js";

/** Whole units by the shares of people, which need not sum to 1: the largest remainders go up until they sum to the rounded whole. Negative units mirror positive ones. */
export function splitUnits(
  units: bigint,
  shares: readonly Share[],
  mode: RoundingMode,
): ReadonlyMap<string, bigint> {
  const sign = units < 0n ? -1n : 1n;
  const exact = shares.map(({ id, share }) => ({ id, share: multiply(share, rational(units * sign)) }));
  const total = roundToUnits(multiply(sum(exact.map(({ share }) => share)), rational(sign)), 0, mode) * sign;
  const parts = roundToTotal(exact, total, 0);
  return new Map(shares.map(({ id }, index) => [id, (parts[index] ?? 0n) * sign]));
}

/** Sums that grow with time, each of them rounded to date: what is new is the rounded sum less what it was before. */
export interface RunningTotals {
  /** Adds to the exact sum of a name. */
  add(name: string, amount: Rational): void;
  /** What is new in the rounded sums since this was last asked for, by name; `limit` may hold an exact sum down. */
  settle(limit: (exact: Rational) => Rational): readonly (readonly [string, bigint])[];
}

export function runningTotals(mode: RoundingMode): RunningTotals {
  const exact = new Map<string, Rational>();
  const settled = new Map<string, bigint>();
  const touched = new Set<string>();
  return {
    add(name, amount) {
      exact.set(name, add(exact.get(name) ?? ZERO, amount));
      touched.add(name);
    },
    settle(limit) {
      const news = [...touched].map((name): readonly [string, bigint] => {
        const rounded = roundToUnits(limit(exact.get(name) ?? ZERO), 0, mode);
        const before = settled.get(name) ?? 0n;
        settled.set(name, rounded);
        return [name, rounded - before];
      });
      touched.clear();
      return news;
    },
  };
}
