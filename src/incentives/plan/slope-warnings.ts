import type { Path } from "../../kernel/errors.js";
import { atOrAbove, atOrBelow, nextAbove, nextBelow } from "../../kernel/grid.js";
import {
  add,
  compare,
  divide,
  multiply,
  negate,
  type Rational,
  rational,
  ZERO,
} from "../../kernel/rational.js";
import type { Found, Looked } from "./look.js";
import { beginsAt, isIn, type PlanPlaces } from "./plan-places.js";
import type { PlanWarningCode } from "./warning.js";

/** Pieces on which pay falls, or does not change. */
export function slopeWarnings({
  payer: { places, counted },
  curve,
  grid,
  paid,
  pay,
}: Looked): readonly Found[] {
  const { pieces } = curve;
  return pieces.flatMap(({ start, coefficients = [] }, index): readonly Found[] => {
    const end = pieces[index + 1]?.start ?? { x: curve.to, after: true };
    const first = start.after ? nextAbove(start.x, grid) : atOrAbove(start.x, grid);
    const last = end.after ? atOrBelow(end.x, grid) : nextBelow(end.x, grid);
    if (compare(first, last) >= 0) return [];
    const witness = [paid(first), paid(last)];
    const isLimited = compare(counted(last), last) < 0;
    if (coefficients.length <= 1) {
      const isFirst = index === 0 && pay(first).n === 0n;
      const code = isFirst ? "nothing-paid" : index === pieces.length - 1 ? "pay-stops" : "dead-zone";
      const path = isLimited ? [] : flatPlace(places, code, counted(start.x));
      return [{ path, code, witness, values: {} }];
    }
    const fall = fallsFrom(coefficients, first, last, grid);
    if (fall === undefined) return [];
    const [high, low] = [paid(fall.from), paid(fall.to)];
    if (high.pay.lte(low.pay)) return [];
    return [{ path: isIn(places, counted(start.x)), code: "pay-falls", witness: [high, low], values: {} }];
  });
}

/** Where it comes from that more result is paid nothing more: a threshold that is not reached, a bracket that begins there, or a cap. */
function flatPlace(places: PlanPlaces, code: PlanWarningCode, from: Rational): Path {
  const { threshold } = places;
  if (code === "nothing-paid" && threshold !== undefined && compare(threshold.from, from) > 0)
    return threshold.path;
  const begins = beginsAt(places, from);
  return begins.length > 0 ? begins : (places.cap ?? isIn(places, from));
}

/** Where a polynomial falls between two points of the grid, if it does: a square may do so on one side of where it turns. */
function fallsFrom(
  coefficients: readonly Rational[],
  first: Rational,
  last: Rational,
  grid: Rational,
): { readonly from: Rational; readonly to: Rational } | undefined {
  const [, slope = ZERO, square = ZERO] = coefficients;
  const slopeAt = (x: Rational) => add(slope, multiply(multiply(rational(2n), square), x));
  const [falling, atEnd] = [slopeAt(first).n < 0n, slopeAt(last).n < 0n];
  if (!falling && !atEnd) return undefined;
  if (falling && atEnd) return { from: first, to: last };
  const turn = divide(negate(slope), multiply(rational(2n), square));
  return falling ? { from: first, to: atOrBelow(turn, grid) } : { from: atOrAbove(turn, grid), to: last };
}
