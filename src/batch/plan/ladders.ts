import { readNumber } from "../../kernel/number.js";
import type { Rational } from "../../kernel/rational.js";
import type { Values } from "../../scoring/measures/cohort/compared.js";
import { unitsOfText } from "../columns/read-numbers.js";
import { ceilingDivide, EXACT } from "../forms/forms.js";

/**
 * The values of a cohort in rising order as places between whole units, and the number of people up to each. Twice the units is a place that a number can have; a value between two whole units lies at the
 * odd place between theirs.
 */
export interface Ladder {
  readonly places: Float64Array;
  readonly upTo: Float64Array;
}

/** The ladders of a context that has been used before; who changes one makes another. */
const ladders = new WeakMap<Values, Map<bigint, Ladder>>();

export function ladderOf(values: Values, den: bigint): Ladder {
  const known = ladders.get(values) ?? new Map<bigint, Ladder>();
  ladders.set(values, known);
  const ladder = known.get(den) ?? makeLadder(values, den);
  known.set(den, ladder);
  return ladder;
}

function makeLadder(values: Values, den: bigint): Ladder {
  const decimals = String(den).length - 1;
  const isDecimal = 10n ** BigInt(decimals) === den;
  const [places, counts] = [new Float64Array(values.length), new Float64Array(values.length)];
  for (const [at, { value, count }] of values.entries()) {
    const units = isDecimal && typeof value === "string" ? unitsOfText(value, decimals) : Number.NaN;
    places[at] = Math.abs(units) <= Number(FURTHEST) ? 2 * units : placeOf(readNumber(value), den);
    counts[at] = count;
  }
  const isRising = places.every((place, index) => index === 0 || (places[index - 1] as number) <= place);
  const order = isRising
    ? undefined
    : [...places.keys()].sort((a, b) => (places[a] as number) - (places[b] as number));
  const inOrder = (column: Float64Array) =>
    order === undefined ? column : Float64Array.from(order, (at) => column[at] as number);
  const upTo = inOrder(counts);
  for (let at = 1; at < upTo.length; at += 1) upTo[at] = (upTo[at] as number) + (upTo[at - 1] as number);
  return { places: inOrder(places), upTo };
}

/** Twice so many units are exact, and one more or less too; rows with more are set aside. */
export const FURTHEST = EXACT / 4n;

function placeOf(value: Rational, den: bigint): number {
  const above = ceilingDivide(value.n * den, value.d);
  const isWhole = above * value.d === value.n * den;
  const place = Number(2n * above - (isWhole ? 0n : 1n));
  if (Math.abs(place) <= 2 * Number(FURTHEST)) return place;
  return place > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
}

/** How many people have less than so many units, and how many just these, in some rows of a block. */
export function findPlaces(
  { places, upTo }: Ladder,
  units: Float64Array,
  below: Float64Array,
  equal: Float64Array,
  from: number,
  to: number,
): void {
  const counted = (position: number) => (position === 0 ? 0 : (upTo[position - 1] as number));
  for (let row = from; row < to; row += 1) {
    const place = 2 * (units[row] as number);
    let [low, high] = [0, places.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((places[middle] as number) < place) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (places[end] === place) end += 1;
    const isThere = !Number.isNaN(place);
    below[row] = isThere ? counted(low) : Number.NaN;
    equal[row] = isThere ? counted(end) - counted(low) : Number.NaN;
  }
}
