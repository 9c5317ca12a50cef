import { apportion, roundToTotal, type Share } from "./apportion.js";
import {
  add,
  compare,
  divide,
  floor,
  multiply,
  negate,
  type Rational,
  rational,
  subtract,
  sum,
  ZERO,
} from "./rational.js";

/** A share, and the least and the most that it may come to, both zero or more, the least not above the most. */
export interface BoundedShare extends Share {
  readonly least?: Rational | undefined;
  readonly most?: Rational | undefined;
}

/** What comes to one id, and which bound held it, if one did. */
export interface BoundedPart<Amount> {
  readonly amount: Amount;
  readonly held?: "least" | "most";
}

/** An amount shared within bounds. */
export interface Filling<Amount> {
  readonly parts: readonly BoundedPart<Amount>[];
  /** What no bound let anybody take. */
  readonly left: Amount;
  /** What one unit of share comes to where no bound holds it; absent where nobody can take more, and where there are no bounds and parts are whole. */
  readonly each?: Rational;
}

/**
 * Shares an amount by weights within bounds: what a bound cuts off goes to the others by their weights, until nobody is out of bounds (water-filling).
 * Undefined where the least parts sum to more than the amount.
 *
 * There is one number L for which the parts `min(max(L x share, least), most)` sum to the amount. The sum never falls as L rises, and where it does not rise no part
 * does, so that the parts are the only ones. The sum is made of straight lines with at most two corners for each share: one pass over the corners finds the line that the amount
 * is on. Who has a share of zero gets the least. Where all the others have their most, what is left goes to nobody.
 */
export function fill(amount: Rational, shares: readonly BoundedShare[]): Filling<Rational> | undefined {
  const floors = sum(shares.map(({ least = ZERO }) => least));
  if (compare(floors, amount) > 0) return undefined;
  const each = levelOf(amount, floors, cornersOf(shares));
  const parts = shares.map((share) => partAt(share, each));
  const left = subtract(amount, sum(parts.map((part) => part.amount)));
  return { parts, left, ...(each === undefined ? {} : { each }) };
}

/**
 * As `fill`, in whole units, each part within one unit of its exact one: the units that rounding down leaves go to the largest remainders, of equal ones to the id
 * that comes first by code point. A least is rounded up and a most down before, so that the bounds themselves are kept; where no whole units keep them
 * all (a third at least for each of three), they stay as they are and only the parts are rounded. A negative amount mirrors the positive one.
 */
export function apportionWithin(units: bigint, shares: readonly BoundedShare[]): Filling<bigint> | undefined {
  if (units < 0n) return mirrored(apportionWithin(-units, shares));
  if (shares.every(isFree) && shares.some(({ share }) => share.n !== 0n))
    return { parts: apportion(units, shares).map((amount) => ({ amount })), left: 0n };
  const amount = rational(units);
  const filling = fillWholes(amount, shares) ?? fill(amount, shares);
  if (filling === undefined) return undefined;
  const exact = filling.parts.map((part, index) => ({ id: shares[index]?.id ?? "", share: part.amount }));
  const total = floor(sum(exact.map(({ share }) => share)));
  const wholes = roundToTotal(exact, total, 0);
  const parts = filling.parts.map((part, index) => ({ ...part, amount: wholes[index] ?? 0n }));
  return { ...filling, parts, left: units - total };
}

function isFree({ least, most }: BoundedShare): boolean {
  return least === undefined && most === undefined;
}

/** Shares within bounds that are rounded inwards; undefined where these leave no room. */
function fillWholes(amount: Rational, shares: readonly BoundedShare[]): Filling<Rational> | undefined {
  const rounded = shares.map(({ id, share, least = ZERO, most }) => ({
    id,
    share,
    least: rational(-floor(negate(least))),
    ...(most === undefined ? {} : { most: rational(floor(most)) }),
  }));
  const empty = rounded.some(({ least, most }) => most !== undefined && compare(least, most) > 0);
  return empty ? undefined : fill(amount, rounded);
}

function mirrored(filling: Filling<bigint> | undefined): Filling<bigint> | undefined {
  if (filling === undefined) return undefined;
  const parts = filling.parts.map((part) => ({ ...part, amount: -part.amount }));
  const { each } = filling;
  return { parts, left: -filling.left, ...(each === undefined ? {} : { each: negate(each) }) };
}

/** A level at which the sum of the parts bends: how much faster it rises from there on. */
interface Corner {
  readonly at: Rational;
  readonly slope: Rational;
}

/** The corners of the sum in rising order: each share begins to grow at its least, and stops at its most. */
function cornersOf(shares: readonly BoundedShare[]): readonly Corner[] {
  const growing = shares.filter(({ share }) => share.n !== 0n);
  const starts = growing.map(({ share, least = ZERO }) => ({ at: divide(least, share), slope: share }));
  const stops = growing.flatMap(({ share, most }) =>
    most === undefined ? [] : [{ at: divide(most, share), slope: negate(share) }],
  );
  return [...starts, ...stops].sort((a, b) => compare(a.at, b.at));
}

/** The level at which the sum, which begins at `floors`, comes to the amount; undefined where it never does. */
function levelOf(amount: Rational, floors: Rational, corners: readonly Corner[]): Rational | undefined {
  let [reached, slope, level] = [floors, ZERO, ZERO];
  for (const corner of corners) {
    const next = add(reached, multiply(slope, subtract(corner.at, level)));
    if (compare(next, amount) >= 0) break;
    [reached, level] = [next, corner.at];
    slope = add(slope, corner.slope);
  }
  if (compare(reached, amount) === 0) return level;
  return slope.n === 0n ? undefined : add(level, divide(subtract(amount, reached), slope));
}

/** What a share comes to at a level; without one, its most. */
function partAt(
  { share, least = ZERO, most }: BoundedShare,
  each: Rational | undefined,
): BoundedPart<Rational> {
  if (share.n === 0n) return least.n === 0n ? { amount: ZERO } : { amount: least, held: "least" };
  if (each === undefined) return { amount: most ?? ZERO, held: "most" };
  const free = multiply(share, each);
  if (compare(free, least) < 0) return { amount: least, held: "least" };
  if (most !== undefined && compare(free, most) > 0) return { amount: most, held: "most" };
  return { amount: free };
}
