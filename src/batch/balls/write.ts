import type { Rational } from "../../kernel/rational.js";
import { roundToUnits } from "../../kernel/rounding.js";
import type { DecimalColumn } from "../columns/result-columns.js";
import { type BallForm, ERROR } from "../forms/ball-form.js";
import { EXACT, unitsOf } from "../forms/forms.js";

/**
 * Writes numbers that the program has rounded to whole units of a column's scale: of a ball that reaches less than half a unit, the whole number in it. Rows with more units than are exact
 * are set aside.
 */
export function ballWriter(
  { middle, radius, exactAt }: BallForm,
  { units, scale }: DecimalColumn,
  aside: Uint8Array,
): (from: number, count: number) => void {
  const unit = 10 ** scale;
  const exactly = (row: number) => unitsOf(roundToUnits(exactAt(row) as Rational, scale, "half-up"));
  return (from, count) => {
    for (let row = 0; row < count; row += 1) {
      const r = radius[row] as number;
      if (r < 0 || aside[row] === 1) {
        units[from + row] = Number.NaN;
        continue;
      }
      const x = (middle[row] as number) * unit;
      const reach = 2 * (r * unit + (Math.abs(x) + 1) * ERROR);
      const whole = reach < 0.4 ? Math.round(x) + 0 : exactly(row);
      units[from + row] = whole;
      if (!(Math.abs(whole) <= MOST)) aside[row] = 1;
    }
  };
}

const MOST = Number(EXACT);
