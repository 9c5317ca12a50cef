import { readNumber } from "../../kernel/number.js";
import type { Rational } from "../../kernel/rational.js";
import { placeIn, type Values } from "../../scoring/measures/cohort/compared.js";
import { emptyBalls } from "../balls/ball-of.js";
import { unitsOfText } from "../columns/read-numbers.js";
import { ceilingDivide, EXACT, type Source } from "../forms/forms.js";
import { numbers } from "../forms/planning.js";
import type { Among } from "../sources/inputs.js";
import type { InputForm } from "./plan.js";

/** How many people have the values of a cohort. */
export function peopleIn(values: Values): number {
  let people = 0;
  for (const { count } of values) people += count;
  return people;
}

/** In place of numbers, the place of each among the values of a cohort. */
export function placedForm(form: InputForm, among: Among): InputForm {
  if (form.type === "label") return form;
  if (form.type === "ball") return exactlyPlaced(form.source, among);
  const { source, den, mayMiss } = form;
  if (source.known === "none") return form;
  if (source.most > FURTHEST) source.most = FURTHEST;
  if (source.least < -FURTHEST) source.least = -FURTHEST;
  const ladder = ladderOf(among.values, den);
  const count = countIn(ladder, among.counts);
  const units = numbers();
  return placedBy(
    (n, aside, rows, from) => {
      source.from = from;
      source.read(units, aside, rows);
      for (let row = 0; row < rows; row += 1) n[row] = count(units[row] as number);
    },
    among.values,
    mayMiss,
  );
}

/** Numbers that no whole numbers hold are compared as fractions. */
function exactlyPlaced(source: Extract<InputForm, { type: "ball" }>["source"], among: Among): InputForm {
  const ball = emptyBalls();
  const total = peopleIn(among.values);
  const countOf = (exact: Rational): number => {
    const { below, equal } = placeIn(among.values, exact);
    const [less, same] = [Number(below.n), Number(equal.n)];
    if (among.counts === "equal") return same;
    return among.counts === "below" ? less : total - less - same;
  };
  return placedBy(
    (n, aside, rows, from) => {
      source.from = from;
      source.read(ball, aside, rows);
      for (let row = 0; row < rows; row += 1) {
        const isThere = aside[row] === 0 && (ball.radius[row] as number) >= 0;
        n[row] = isThere ? countOf(source.exactAt(row) as Rational) : Number.NaN;
      }
    },
    among.values,
    true,
  );
}

type ReadPlaces = (n: Float64Array, aside: Uint8Array, rows: number, from: number) => void;

function placedBy(read: ReadPlaces, values: Values, mayMiss: boolean): InputForm {
  const most = BigInt(peopleIn(values));
  const source: Source = {
    from: 0,
    least: 0n,
    most,
    read(n, aside, rows) {
      read(n, aside, rows, this.from);
      const [least, greatest] = [Number(this.least), Number(this.most)];
      for (let row = 0; row < rows; row += 1)
        if ((n[row] as number) < least || (n[row] as number) > greatest) aside[row] = 1;
    },
  };
  return { type: "number", den: 1n, source, mayMiss };
}

/**
 * The values of a cohort in rising order as places between whole units, and the number of people up to each. Twice the units is a place that a number can have; a value between two whole units lies at the
 * odd place between theirs.
 */
interface Ladder {
  readonly places: Float64Array;
  readonly upTo: Float64Array;
}

/** The ladders of a context that has been used before; who changes one makes another. */
const ladders = new WeakMap<Values, Map<bigint, Ladder>>();

function ladderOf(values: Values, den: bigint): Ladder {
  const known = ladders.get(values) ?? new Map<bigint, Ladder>();
  ladders.set(values, known);
  const ladder = known.get(den) ?? makeLadder(values, den);
  known.set(den, ladder);
  return ladder;
}

function makeLadder(values: Values, den: bigint): Ladder {
  const decimals = String(den).length - 1;
  const isDecimal = 10n ** BigInt(decimals) === den;
  const places = Float64Array.from(values, ({ value }) => {
    const units = isDecimal && typeof value === "string" ? unitsOfText(value, decimals) : Number.NaN;
    return Math.abs(units) <= Number(FURTHEST) ? 2 * units : placeOf(readNumber(value), den);
  });
  const counts = Float64Array.from(values, ({ count }) => count);
  const isRising = places.every((place, index) => index === 0 || (places[index - 1] as number) <= place);
  const order = isRising
    ? undefined
    : [...places.keys()].sort((a, b) => (places[a] as number) - (places[b] as number));
  const inOrder = (column: Float64Array) =>
    order === undefined ? column : Float64Array.from(order, (at) => column[at] as number);
  let all = 0;
  const upTo = inOrder(counts).map((count) => {
    all += count;
    return all;
  });
  return { places: inOrder(places), upTo };
}

/** Twice so many units are exact, and one more or less too; rows with more are set aside. */
const FURTHEST = EXACT / 4n;

function placeOf(value: Rational, den: bigint): number {
  const above = ceilingDivide(value.n * den, value.d);
  const isWhole = above * value.d === value.n * den;
  const place = Number(2n * above - (isWhole ? 0n : 1n));
  if (Math.abs(place) <= 2 * Number(FURTHEST)) return place;
  return place > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
}

/** How many people have less than so many units, more, or just these. */
function countIn({ places, upTo }: Ladder, counts: Among["counts"]): (units: number) => number {
  const last = places.length - 1;
  const total = upTo[last] as number;
  return (units) => {
    if (Number.isNaN(units)) return units;
    const place = 2 * units;
    let [low, high] = [0, places.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((places[middle] as number) < place) low = middle + 1;
      else high = middle;
    }
    const below = low === 0 ? 0 : (upTo[low - 1] as number);
    if (counts === "below") return below;
    let end = low;
    while (end <= last && places[end] === place) end += 1;
    const within = end === 0 ? 0 : (upTo[end - 1] as number);
    return counts === "equal" ? within - below : total - within;
  };
}
