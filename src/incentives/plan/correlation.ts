import { type Decimal, toDecimal } from "../../kernel/decimal.js";
import {
  absolute,
  compare,
  divide,
  multiply,
  type Rational,
  rational,
  subtract,
  sum,
  ZERO,
} from "../../kernel/rational.js";
import { signedRoot } from "../../program/irrational-steps.js";

/** Spearman's coefficient: the correlation of the ranks, of which equals share the mean one. Undefined where either list is all the same. */
export function rankCorrelation(
  a: readonly Rational[],
  b: readonly Rational[],
  decimals: number,
): Decimal | undefined {
  const [ranksA, ranksB] = [deviations(a), deviations(b)];
  const products = (x: readonly Rational[], y: readonly Rational[]) =>
    sum(x.map((one, index) => multiply(one, y[index] as Rational)));
  return rootRatio(products(ranksA, ranksB), products(ranksA, ranksA), products(ranksB, ranksB), decimals);
}

/** Kendall's tau-b, by Knight's method: pairs are counted while one list is sorted that was in the order of the other. Undefined where either list is all the same. */
export function concordance(
  a: readonly Rational[],
  b: readonly Rational[],
  decimals: number,
): Decimal | undefined {
  const [places, others] = [densePlaces(a), densePlaces(b)];
  const points = places.map((place, index) => [place, others[index] as number] as const);
  const sorted = [...points].sort(([x, y], [u, v]) => x - u || y - v);
  const pairs = (count: number) => (count * (count - 1)) / 2;
  const tied = (keys: readonly string[]) =>
    [...countsOf(keys).values()].reduce((all, one) => all + pairs(one), 0);
  const [tiedA, tiedB] = [tied(places.map(String)), tied(others.map(String))];
  const both = tied(points.map((point) => point.join(" ")));
  const all = pairs(a.length);
  const order = all - tiedA - tiedB + both - 2 * inversions(sorted.map(([, y]) => y)).count;
  const whole = (count: number) => rational(BigInt(count));
  return rootRatio(whole(order), whole(all - tiedA), whole(all - tiedB), decimals);
}

/** `top` / root(`a` x `b`), rounded; undefined where a or b is zero. */
function rootRatio(top: Rational, a: Rational, b: Rational, decimals: number): Decimal | undefined {
  const bottom = multiply(a, b);
  if (bottom.n === 0n) return undefined;
  const square = divide(multiply(top, absolute(top)), bottom);
  return toDecimal(signedRoot(square, ZERO, decimals, "half-up"), decimals);
}

/** The mean rank of each value, less the mean of all ranks. */
function deviations(values: readonly Rational[]): readonly Rational[] {
  const places = densePlaces(values);
  const counts = countsOf(places.map(String));
  const middle = rational(BigInt(values.length + 1), 2n);
  const ranks = new Map<number, Rational>();
  let before = 0;
  for (const place of [...new Set(places)].sort((x, y) => x - y)) {
    const count = counts.get(String(place)) ?? 0;
    ranks.set(place, rational(BigInt(2 * before + count + 1), 2n));
    before += count;
  }
  return places.map((place) => subtract(ranks.get(place) as Rational, middle));
}

/** The position of each value among the different ones, from 0. */
function densePlaces(values: readonly Rational[]): readonly number[] {
  const sorted = [...values.entries()].sort(([, x], [, y]) => compare(x, y));
  const places: number[] = [];
  let place = -1;
  for (const [order, [index, value]] of sorted.entries()) {
    if (order === 0 || compare((sorted[order - 1] as readonly [number, Rational])[1], value) !== 0)
      place += 1;
    places[index] = place;
  }
  return places;
}

function countsOf(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** How many pairs of a list are in falling order, and the list in rising order. */
function inversions(list: readonly number[]): { readonly count: number; readonly sorted: readonly number[] } {
  if (list.length < 2) return { count: 0, sorted: list };
  const half = Math.floor(list.length / 2);
  const [left, right] = [inversions(list.slice(0, half)), inversions(list.slice(half))];
  const sorted: number[] = [];
  let count = left.count + right.count;
  let taken = 0;
  for (const one of left.sorted) {
    while (taken < right.sorted.length && (right.sorted[taken] as number) < one) {
      sorted.push(right.sorted[taken] as number);
      taken += 1;
    }
    count += taken;
    sorted.push(one);
  }
  return { count, sorted: [...sorted, ...right.sorted.slice(taken)] };
}
