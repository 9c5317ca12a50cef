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
  form: BallForm,
  column: DecimalColumn,
  aside: Uint8Array,
): (from: number, count: number) => void {
  return writeBalls.bind(undefined, form, column, aside);
}

function writeBalls(
  { middle, radius, exactAt }: BallForm,
  { units, scale }: DecimalColumn,
  aside: Uint8Array,
  from: number,
  count: number,
): void {
  const unit = 10 ** scale;
  for (let row = 0; row < count; row += 1) {
    const r = radius[row] as number;
    if (r < 0 || aside[row] === 1) {
      units[from + row] = Number.NaN;
      continue;
    }
    const x = (middle[row] as number) * unit;
    const reach = 2 * (r * unit + (Math.abs(x) + 1) * ERROR);
    const whole = reach < 0.4 ? Math.round(x) + 0 : exactUnits(exactAt(row) as Rational, scale);
    units[from + row] = whole;
    if (!(Math.abs(whole) <= MOST)) aside[row] = 1;
  }
}

function exactUnits(value: Rational, scale: number): number {
  return unitsOf(roundToUnits(value, scale, "half-up"));
}

const MOST = Number(EXACT);
