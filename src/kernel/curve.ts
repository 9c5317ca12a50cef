import { nextAbove } from "./grid.js";
import { evaluate, type Piecewise, pieceAt } from "./piecewise.js";
import {
  add,
  compare,
  divide,
  floor,
  multiply,
  negate,
  ONE,
  type Rational,
  rational,
  subtract,
  ZERO,
} from "./rational.js";

/** Where a piece of a curve begins: at `x` itself, or right after it. */
export interface Position {
  readonly x: Rational;
  readonly after: boolean;
}

/** A polynomial of degree two at most, from a position on; without coefficients the curve has no value there. */
export interface CurvePiece {
  readonly start: Position;
  readonly coefficients?: readonly Rational[];
}

/**
 * A piecewise function on a closed range, as a value to compute with: curves are added, multiplied and put into functions, and come out as curves. The first piece begins at `from`, the
 * last ends at `to`. All corners are exact but those where a square crosses a corner of a function that it is put into: these lie at the first point of the grid on the other side, so
 * that the curve is exact at every point of the grid.
 */
export interface Curve {
  readonly from: Rational;
  readonly to: Rational;
  readonly pieces: readonly CurvePiece[];
}

/** A curve of one polynomial: `[c]` is constant, `[0, 1]` is the variable itself. */
export function polynomialCurve(from: Rational, to: Rational, coefficients: readonly Rational[]): Curve {
  return { from, to, pieces: [{ start: { x: from, after: false }, coefficients: trimmed(coefficients) }] };
}

/** The value at a point of the range; undefined where the curve has none. */
export function curveValue({ pieces }: Curve, x: Rational): Rational | undefined {
  const piece = lastAt(pieces, { x, after: false });
  return piece?.coefficients && polynomial(piece.coefficients, x);
}

/** The number that a curve is everywhere, if it is the same everywhere. */
export function constantOf({ pieces }: Curve): Rational | undefined {
  const coefficients = pieces[0]?.coefficients;
  return pieces.length === 1 && coefficients?.length === 1 ? coefficients[0] : undefined;
}

/** The sum of curves on one range, each times a number. */
export function sumOfCurves(terms: readonly { readonly curve: Curve; readonly weight: Rational }[]): Curve {
  return terms
    .map(({ curve, weight }) => mapped(curve, (one) => one.map((part) => multiply(part, weight))))
    .reduce((a, b) => combined(a, b, addition));
}

/** The product of curves on one range; the degree stays two at most. */
export function productOfCurves(curves: readonly Curve[]): Curve {
  return curves.reduce((a, b) => combined(a, b, product));
}

/** The lesser of two curves at each point. */
export function lesserCurve(a: Curve, b: Curve, grid: Rational): Curve {
  const difference = sumOfCurves([
    { curve: b, weight: ONE },
    { curve: a, weight: negate(ONE) },
  ]);
  const isBelow: Piecewise = {
    pieces: [
      { includesFrom: false, coefficients: [ONE] },
      { from: ZERO, includesFrom: true, coefficients: [ZERO] },
    ],
  };
  const step = composedCurve(isBelow, difference, grid);
  return sumOfCurves([
    { curve: a, weight: ONE },
    { curve: productOfCurves([step, difference]), weight: ONE },
  ]);
}

/** Curves on one range put together: each from its start on, up to where the next begins. */
export function sectionsOfCurves(
  sections: readonly { readonly start: Position; readonly curve: Curve }[],
): Curve {
  const [first] = sections;
  if (first === undefined) throw new Error("a curve has a section at least");
  const pieces = sections.flatMap(({ start, curve }, index) => {
    const end = sections[index + 1]?.start;
    const isInside = (one: CurvePiece) =>
      comparePositions(start, one.start) < 0 && (end === undefined || comparePositions(one.start, end) < 0);
    const holds = lastAt(curve.pieces, start);
    return [...(holds === undefined ? [] : [{ ...holds, start }]), ...curve.pieces.filter(isInside)];
  });
  return simplified({ ...first.curve, pieces });
}

/** A function of a curve. `grid` is the unit of the variable's grid. */
export function composedCurve(outer: Piecewise, inner: Curve, grid: Rational): Curve {
  const pieces = inner.pieces.flatMap((piece, index): readonly CurvePiece[] => {
    const { coefficients, start } = piece;
    if (coefficients === undefined) return [piece];
    const end = inner.pieces[index + 1]?.start ?? { x: inner.to, after: true };
    const starts = cuts(outer, coefficients, start, end, grid);
    return starts.map((own, place) => {
      const sample = sampleOf(own, starts[place + 1] ?? end, coefficients, grid);
      const found = outer.pieces[pieceAt(outer, polynomial(coefficients, sample))];
      return found === undefined
        ? { start: own }
        : { start: own, coefficients: substituted(found.coefficients, coefficients) };
    });
  });
  return simplified({ ...inner, pieces });
}

/** The least point of the grid in a range for which a condition holds that holds from some point on. */
export function leastOnGrid(
  from: Rational,
  to: Rational,
  grid: Rational,
  holds: (x: Rational) => boolean,
): Rational | undefined {
  const at = (unit: bigint) => multiply(rational(unit), grid);
  let [low, high] = [-floor(negate(divide(from, grid))), floor(divide(to, grid))];
  if (low > high || !holds(at(high))) return undefined;
  while (low < high) {
    const middle = (low + high) >> 1n;
    if (holds(at(middle))) high = middle;
    else low = middle + 1n;
  }
  return at(low);
}

export function comparePositions(a: Position, b: Position): number {
  return compare(a.x, b.x) || Number(a.after) - Number(b.after);
}

/** Where a piece of the inner curve goes from one piece of the outer function to another, and where a square turns, in rising order. */
function cuts(
  outer: Piecewise,
  inner: readonly Rational[],
  start: Position,
  end: Position,
  grid: Rational,
): readonly Position[] {
  const corners = [
    ...outer.pieces.flatMap(({ from, includesFrom }) =>
      from === undefined ? [] : [{ value: from, isUpper: includesFrom }],
    ),
    ...(outer.to === undefined ? [] : [{ value: outer.to, isUpper: false }]),
  ];
  const [, slope = ZERO, square = ZERO] = inner;
  const turn =
    square.n === 0n ? undefined : { x: divide(negate(slope), multiply(rational(2n), square)), after: false };
  const isInside = (one: Position) => comparePositions(start, one) < 0 && comparePositions(one, end) < 0;
  const parts = turn !== undefined && isInside(turn) ? [start, turn] : [start];
  const crossings = corners.flatMap((corner) =>
    square.n === 0n
      ? straightCrossing(inner, corner)
      : parts.flatMap((part, index) =>
          squareCrossing(inner, corner, part.x, (parts[index + 1] ?? end).x, grid),
        ),
  );
  const all = [...parts, ...crossings.filter(isInside)].sort(comparePositions);
  return all.filter((one, index) => index === 0 || comparePositions(all[index - 1] as Position, one) !== 0);
}

interface OuterCorner {
  readonly value: Rational;
  /** Whether the value itself belongs to the upper piece. */
  readonly isUpper: boolean;
}

function straightCrossing(inner: readonly Rational[], { value, isUpper }: OuterCorner): readonly Position[] {
  const [constant = ZERO, slope = ZERO] = inner;
  if (slope.n === 0n) return [];
  const x = divide(subtract(value, constant), slope);
  return [{ x, after: slope.n > 0n ? !isUpper : isUpper }];
}

/** Between two points where a square goes one way only. */
function squareCrossing(
  inner: readonly Rational[],
  { value, isUpper }: OuterCorner,
  from: Rational,
  to: Rational,
  grid: Rational,
): readonly Position[] {
  const isRising = compare(polynomial(inner, from), polynomial(inner, to)) <= 0;
  const isAbove = (x: Rational) => {
    const difference = compare(polynomial(inner, x), value);
    return isUpper ? difference >= 0 : difference > 0;
  };
  const x = leastOnGrid(from, to, grid, (one) => isAbove(one) === isRising);
  return x === undefined ? [] : [{ x, after: false }];
}

/** A point at which the whole of a piece can be told by. */
function sampleOf(start: Position, end: Position, inner: readonly Rational[], grid: Rational): Rational {
  if (!start.after) return start.x;
  const middle = divide(add(start.x, end.x), rational(2n));
  if (inner.length < 3) return middle;
  const next = nextAbove(start.x, grid);
  return comparePositions({ x: next, after: false }, end) < 0 ? next : middle;
}

type Combine = (a: readonly Rational[], b: readonly Rational[]) => readonly Rational[];

function combined(a: Curve, b: Curve, combine: Combine): Curve {
  const starts = [...a.pieces, ...b.pieces].map(({ start }) => start).sort(comparePositions);
  const pieces = starts.map((start): CurvePiece => {
    const [one, other] = [lastAt(a.pieces, start)?.coefficients, lastAt(b.pieces, start)?.coefficients];
    return one === undefined || other === undefined
      ? { start }
      : { start, coefficients: trimmed(combine(one, other)) };
  });
  return simplified({ ...a, pieces });
}

/** The piece that holds at a position. */
function lastAt(pieces: readonly CurvePiece[], position: Position): CurvePiece | undefined {
  return pieces.filter(({ start }) => comparePositions(start, position) <= 0).at(-1);
}

function mapped(curve: Curve, change: (coefficients: readonly Rational[]) => readonly Rational[]): Curve {
  return simplified({
    ...curve,
    pieces: curve.pieces.map(({ start, coefficients }) =>
      coefficients === undefined ? { start } : { start, coefficients: trimmed(change(coefficients)) },
    ),
  });
}

/** The same curve without pieces that begin where another does, or that go on with the one before. */
function simplified(curve: Curve): Curve {
  const pieces: CurvePiece[] = [];
  for (const piece of curve.pieces) {
    const last = pieces.at(-1);
    if (last !== undefined && comparePositions(last.start, piece.start) === 0) pieces.pop();
    const before = pieces.at(-1);
    if (before === undefined || !isSame(before.coefficients, piece.coefficients)) pieces.push(piece);
  }
  return { ...curve, pieces };
}

function isSame(a: readonly Rational[] | undefined, b: readonly Rational[] | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.length === b.length && a.every((one, index) => compare(one, b[index] as Rational) === 0);
}

/** The value of a polynomial. */
export function polynomial(coefficients: readonly Rational[], x: Rational): Rational {
  return evaluate({ pieces: [{ includesFrom: false, coefficients }] }, x) as Rational;
}

const addition: Combine = (a, b) =>
  Array.from({ length: Math.max(a.length, b.length) }, (_, degree) =>
    add(a[degree] ?? ZERO, b[degree] ?? ZERO),
  );

const product: Combine = (a, b) => {
  const all: Rational[] = Array.from({ length: a.length + b.length - 1 }, () => ZERO);
  for (const [i, one] of a.entries()) {
    for (const [j, other] of b.entries()) all[i + j] = add(all[i + j] as Rational, multiply(one, other));
  }
  return all;
};

/** A polynomial of another one. */
function substituted(outer: readonly Rational[], inner: readonly Rational[]): readonly Rational[] {
  return trimmed(
    outer.reduceRight<readonly Rational[]>((all, one) => addition(product(all, inner), [one]), [ZERO]),
  );
}

/** Without zeros of the highest degrees. */
function trimmed(coefficients: readonly Rational[]): readonly Rational[] {
  const last = coefficients.reduce((found, { n }, degree) => (n === 0n ? found : degree), 0);
  if (last > 2) throw new Error("a curve is of degree two at most");
  return coefficients.slice(0, last + 1);
}
