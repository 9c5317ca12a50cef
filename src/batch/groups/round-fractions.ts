import { compare, floor, type Rational } from "../../kernel/rational.js";
import { rowsWhere } from "../columns/rows-where.js";
import { unitsOf } from "../forms/forms.js";
import type { RowOrder } from "./first-rows.js";
import { giveOneMore } from "./one-more.js";
import { addProblems, type RowProblems, tooLarge } from "./problems.js";

/** Remainders whose floating-point numbers are further apart than this are in their order: each is off by less than 2^-52. */
const NEAR = 2 ** -50;
const FINE = 60n;

/**
 * Rounds exact parts, each a fraction of units from 0, so that they sum to so many units: all down, and those with the largest remainders up. A fraction is worked out where it is asked for, and not kept: near
 * each other, remainders are compared exactly. Gives how many rows have units that a column holds; the others are a problem.
 */
export function roundFractions(
  sum: bigint,
  rows: Int32Array,
  partAt: (row: number) => Rational,
  { units, order, problems }: { units: Float64Array; order: RowOrder; problems: RowProblems },
): number {
  const rests = new Float64Array(rows.length);
  let left = sum;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] as number;
    const part = partAt(row);
    const whole = floor(part);
    rests[at] = Number(((part.n - whole * part.d) << FINE) / part.d) / 2 ** Number(FINE);
    units[row] = unitsOf(whole);
    left -= whole;
  }
  giveOneMore(rows, Number(left), units, (a, b) => {
    const more = (rests[b] as number) - (rests[a] as number);
    if (Math.abs(more) > NEAR) return more;
    const [first, second] = [rows[a] as number, rows[b] as number];
    return compare(restOf(partAt(second)), restOf(partAt(first))) || order(first, second);
  });
  const wrong = rowsWhere(rows, (row) => Number.isNaN(units[row]));
  for (const row of wrong) addProblems(problems, row, [tooLarge()]);
  return rows.length - wrong.length;
}

function restOf(part: Rational): Rational {
  return { n: part.n - floor(part) * part.d, d: part.d };
}
