import { polynomial } from "../../kernel/curve.js";
import { atOrBelow, nextBelow } from "../../kernel/grid.js";
import { add, compare, type Rational, rationalText, subtract } from "../../kernel/rational.js";
import type { Found, Looked } from "./look.js";
import { beginsAt } from "./plan-places.js";

/** Corners at which pay falls or jumps from one result to the next. */
export function jumpWarnings(
  { payer: { places, counted }, curve, grid, paid, pay }: Looked,
  largest: Rational,
): readonly Found[] {
  const { pieces } = curve;
  return pieces.slice(1).flatMap(({ start, coefficients = [] }, index): readonly Found[] => {
    const before = start.after ? atOrBelow(start.x, grid) : nextBelow(start.x, grid);
    const after = add(before, grid);
    if (compare(before, curve.from) < 0 || compare(after, curve.to) > 0) return [];
    const rise = subtract(pay(after), pay(before));
    const witness = [paid(before), paid(after)];
    const path = beginsAt(places, counted(start.x));
    if (rise.n < 0n) return [{ path, code: "pay-falls", witness, values: {} }];
    const height = subtract(
      polynomial(coefficients, start.x),
      polynomial(pieces[index]?.coefficients ?? [], start.x),
    );
    if (compare(height, largest) <= 0) return [];
    return [{ path, code: "pay-jumps", witness, values: { by: rationalText(height) } }];
  });
}
