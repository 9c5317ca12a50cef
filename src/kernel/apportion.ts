import {
  compare,
  floor,
  greatestCommonDivisor,
  multiply,
  powerOfTen,
  type Rational,
  rational,
  subtract,
  sum,
} from "./rational.js";
import { type RoundingMode, roundToUnits } from "./rounding.js";

/** What belongs to one id: a share in any unit. */
export interface Share {
  readonly id: string;
  readonly share: Rational;
}

/**
 * Divides whole `units` by shares with the method of the largest remainder (Hamilton): each part is its exact share rounded
 * down, and the units left over go one by one to the largest remainders, of equal ones to the id that comes first by code
 * point. A negative number of units mirrors the positive one. Shares are zero or more, and some share is above zero.
 */
export function apportion(units: bigint, shares: readonly Share[]): readonly bigint[] {
  if (units < 0n) return apportion(-units, shares).map((part) => -part);
  const weights = inWholes(shares);
  if (weights !== undefined) return apportionWholes(units, weights, shares);
  const total = sum(shares.map(({ share }) => share));
  return toWholes(units, shares, rational(units * total.d, total.n));
}

/** The common denominator of many fractions may have far more digits than they have. */
const LARGEST_COMMON = powerOfTen(300);

/** Shares as whole numbers in the same proportion; undefined where these are too long. */
function inWholes(shares: readonly Share[]): readonly bigint[] | undefined {
  let common = 1n;
  for (const d of new Set(shares.map(({ share }) => share.d))) {
    common *= d / greatestCommonDivisor(common, d);
    if (common > LARGEST_COMMON) return undefined;
  }
  return shares.map(({ share }) => share.n * (common / share.d));
}

/** The remainders of one total are whole numbers too. */
function apportionWholes(
  units: bigint,
  weights: readonly bigint[],
  shares: readonly Share[],
): readonly bigint[] {
  const total = weights.reduce((all, weight) => all + weight, 0n);
  const parts = weights.map((weight) => (units * weight) / total);
  const left = Number(units - parts.reduce((all, part) => all + part, 0n));
  if (left === 0) return parts;
  const first = weights
    .map((weight, index) => ({ index, rest: (units * weight) % total }))
    .sort((a, b) => compareWholes(b.rest, a.rest) || compareIds(idAt(shares, a), idAt(shares, b)));
  for (const { index } of first.slice(0, left)) parts[index] = (parts[index] as bigint) + 1n;
  return parts;
}

function idAt(shares: readonly Share[], { index }: { readonly index: number }): string {
  return (shares[index] as Share).id;
}

function compareWholes(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Rounds values of any sign to units of 10^-decimals so that they sum to their rounded sum. */
export function roundTogether(
  values: readonly Share[],
  decimals: number,
  mode: RoundingMode = "half-up",
): readonly bigint[] {
  return roundToTotal(values, roundToUnits(sum(values.map(({ share }) => share)), decimals, mode), decimals);
}

/**
 * Rounds values to units of 10^-decimals so that they sum to `total` units: their exact sum rounded either way or, where that is whole and the
 * total a difference of two rounded ones, one or two units beside it. Each is rounded down, and those with the largest remainders up; nothing stays nothing.
 */
export function roundToTotal(values: readonly Share[], total: bigint, decimals: number): readonly bigint[] {
  return toWholes(total, values, rational(powerOfTen(decimals)));
}

/** Rounds values times a factor down, and those with the largest remainders up (or, where the floors sum to more, further down), so that they sum to `total`. */
function toWholes(total: bigint, values: readonly Share[], factor: Rational): readonly bigint[] {
  const wholes = values.map(({ share }) => floor({ n: share.n * factor.n, d: share.d * factor.d }));
  const left = total - wholes.reduce((all, whole) => all + whole, 0n);
  if (left === 0n) return wholes;
  const step = left < 0n ? -1n : 1n;
  const byRemainder = values
    .map(({ id, share }, index) => {
      const remainder = subtract(multiply(share, factor), rational(wholes[index] as bigint));
      return { id, index, share, remainder };
    })
    .filter(({ share }) => share.n !== 0n)
    .sort((a, b) => compare(b.remainder, a.remainder) || compareIds(a.id, b.id));
  for (let place = 0; place < Number(left * step) && byRemainder.length > 0; place += 1) {
    const { index } = byRemainder[place % byRemainder.length] as { index: number };
    wholes[index] = (wholes[index] ?? 0n) + step;
  }
  return wholes;
}

/** Orders ids by code point, the one order that is the same everywhere. */
export function compareIds(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let index = 0;
  while (index < most && a[index] === b[index]) index += 1;
  if (index === most) return Math.sign(a.length - b.length);
  // The two halves of a code point are compared together.
  const isSecondHalf = index > 0 && (a.codePointAt(index - 1) as number) > 0xffff;
  const isSecondOfB = index > 0 && (b.codePointAt(index - 1) as number) > 0xffff;
  const at = isSecondHalf || isSecondOfB ? index - 1 : index;
  return Math.sign((a.codePointAt(at) as number) - (b.codePointAt(at) as number));
}
