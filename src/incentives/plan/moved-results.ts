import { type Curve, curveValue } from "../../kernel/curve.js";
import { atOrBelow } from "../../kernel/grid.js";
import {
  add,
  compare,
  divide,
  negate,
  type Rational,
  rational,
  subtract,
  ZERO,
} from "../../kernel/rational.js";
import { round } from "../../kernel/rounding.js";
import type { Payer } from "./payer.js";

const MOST_CORNERS = 24;

/** Two periods, and what is gained by moving a part of the first one's result into the second. */
export interface MovedResult {
  readonly first: Rational;
  readonly second: Rational;
  readonly moved: Rational;
  /** What both periods are paid as they are, and with the result moved. */
  readonly paid: Rational;
  readonly wouldPay: Rational;
}

/** The most that is gained by moving results from one period to the next, among results at the curve's corners. */
export function mostGained(
  curve: Curve,
  payer: Payer,
  grid: Rational,
  decimals: number,
): MovedResult | undefined {
  const at = (x: Rational) => round(curveValue(curve, x) ?? ZERO, decimals, payer.rounding);
  const points = cornersOnGrid(curve, grid);
  const isInside = (x: Rational) => compare(curve.from, x) <= 0 && compare(x, curve.to) <= 0;
  let best: MovedResult | undefined;
  for (const first of points) {
    for (const second of points) {
      const paid = add(at(first), at(second));
      const steps = points.flatMap((point) => [subtract(first, point), subtract(point, second)]);
      for (const moved of steps) {
        const [left, more] = [subtract(first, moved), add(second, moved)];
        if (moved.n <= 0n || !isInside(left) || !isInside(more)) continue;
        const wouldPay = add(at(left), at(more));
        if (compare(subtract(wouldPay, paid), gainOf(best)) <= 0) continue;
        best = { first, second, moved, paid, wouldPay };
      }
    }
  }
  return best;
}

function gainOf(best: MovedResult | undefined): Rational {
  return best === undefined ? ZERO : subtract(best.wouldPay, best.paid);
}

/** Points of the grid at the ends of a curve, and at and beside its corners. */
function cornersOnGrid({ from, to, pieces }: Curve, grid: Rational): readonly Rational[] {
  const onGrid = (x: Rational) => atOrBelow(x, grid);
  const near = pieces
    .slice(1)
    .map(({ start }) => onGrid(start.x))
    .flatMap((x) => [add(x, negate(grid)), x, add(x, grid)]);
  const middle = pieces.map(({ start }, index) =>
    onGrid(divide(add(start.x, pieces[index + 1]?.start.x ?? to), rational(2n))),
  );
  const all = [onGrid(from), onGrid(to), ...middle, ...near].filter(
    (x) => compare(from, x) <= 0 && compare(x, to) <= 0,
  );
  const sorted = [...all].sort(compare);
  const different = sorted.filter(
    (x, index) => index === 0 || compare(sorted[index - 1] as Rational, x) !== 0,
  );
  const every = Math.ceil(different.length / MOST_CORNERS);
  return different.filter((_, index) => index % every === 0 || index === different.length - 1);
}
