import {
  add,
  compare,
  greater,
  lesser,
  multiply,
  type Rational,
  rational,
  rationalText,
} from "../../kernel/rational.js";
import { createReport } from "../../kernel/report.js";
import { spreadOf } from "../../scoring/cohort.js";
import type { CohortIndicator } from "../../scoring/cohort-context.js";
import type { Compared } from "../../scoring/measures/measure.js";
import type { InputColumn } from "../columns/columns.js";
import { valuesOf } from "../columns/rows.js";
import { readWholes } from "../groups/wholes.js";

/** The numbers by which an indicator compares people, one for each row: n / den, NaN where there is none or no whole number of 53 bits; those that are fractions then. */
export interface ComparedValues {
  readonly n: Float64Array;
  readonly den: bigint;
  readonly others: ReadonlyMap<number, Rational>;
}

/** Reads the evidence of an indicator in all rows; what is wrong with it, who scores the row says. */
export function readCompared(
  column: InputColumn | undefined,
  rows: number,
  { read }: Compared,
): ComparedValues {
  const { n, den, aside } = readWholes(column, rows);
  const others = new Map<number, Rational>();
  const valueAt = valuesOf(column ?? []);
  for (let row = aside.indexOf(1); row >= 0; row = aside.indexOf(1, row + 1)) {
    n[row] = Number.NaN;
    const value = read(valueAt(row), [], createReport("invalid-input", "batchContext"));
    if (value !== undefined) others.set(row, value);
  }
  return { n, den, others };
}

/** What the context says of an indicator, as cohortContext says it of the same people. */
export function summaryOf(
  values: ComparedValues,
  rows: Int32Array,
  needs: Compared["needs"],
): CohortIndicator {
  const picked = pick(values, rows);
  const count = picked.n.length + picked.others.length;
  if (needs === "values") return { count, values: distinct(picked) };
  if (count === 0) return { count };
  if (needs === "range") return { count, ...rangeOf(picked) };
  return spreadOf(count, ...moments(picked), needs);
}

interface Picked {
  readonly n: Float64Array;
  readonly den: bigint;
  readonly others: Rational[];
}

function pick({ n, den, others }: ComparedValues, rows: Int32Array): Picked {
  const picked = new Float64Array(rows.length);
  let count = 0;
  const rest: Rational[] = [];
  for (const row of rows) {
    const value = n[row] as number;
    const other = others.size === 0 ? undefined : others.get(row);
    if (other !== undefined) rest.push(other);
    else if (!Number.isNaN(value)) {
      picked[count] = value;
      count += 1;
    }
  }
  return { n: picked.subarray(0, count), den, others: rest };
}

function rangeOf({ n, den, others }: Picked): { readonly lowest: string; readonly highest: string } {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const unit of n) {
    if (unit < least) least = unit;
    if (unit > most) most = unit;
  }
  const ends = n.length === 0 ? [] : [least, most].map((unit) => rational(BigInt(unit), den));
  const all = [...ends, ...others];
  return { lowest: rationalText(all.reduce(lesser)), highest: rationalText(all.reduce(greater)) };
}

/** The different values in rising order, each with how many people have it. */
function distinct({ n, den, others }: Picked): { readonly value: string; readonly count: number }[] {
  const found: { value: string; count: number }[] = [];
  const textOf = textsOf(den);
  n.sort();
  others.sort(compare);
  let next = 0;
  const addOthers = (before: (other: Rational) => boolean) => {
    while (next < others.length && before(others[next] as Rational)) {
      const value = rationalText(others[next] as Rational);
      const last = found.at(-1);
      if (last?.value === value) last.count += 1;
      else found.push({ value, count: 1 });
      next += 1;
    }
  };
  for (let at = 0; at < n.length; ) {
    const unit = n[at] as number;
    let end = at + 1;
    while (end < n.length && n[end] === unit) end += 1;
    const exact = next < others.length ? rational(BigInt(unit), den) : undefined;
    if (exact !== undefined) addOthers((other) => compare(other, exact) < 0);
    found.push({ value: textOf(unit), count: end - at });
    if (exact !== undefined) addOthers((other) => compare(other, exact) === 0);
    at = end;
  }
  addOthers(() => true);
  return found;
}

/** So many digits come back from a floating-point number, which prints without an exponent from this on. */
const [MOST_UNITS, LEAST] = [1e15, 1e-6];

/** Exact texts of units: a quotient that is rounded once prints as the decimal that it is nearest to. */
function textsOf(den: bigint): (unit: number) => string {
  const divisor = Number(den);
  const isDecimal = 10n ** BigInt(String(den).length - 1) === den;
  return (unit) => {
    const value = unit / divisor;
    const isPlain = isDecimal && Math.abs(unit) < MOST_UNITS && (value === 0 || Math.abs(value) >= LEAST);
    return isPlain ? String(value) : rationalText(rational(BigInt(unit), den));
  };
}

/** The sum of the values, and of their squares. */
function moments({ n, den, others }: Picked): readonly [total: Rational, squares: Rational] {
  let [total, squares] = [0n, 0n];
  for (const unit of n) {
    const whole = BigInt(unit);
    total += whole;
    squares += whole * whole;
  }
  return others.reduce<readonly [Rational, Rational]>(
    ([all, ofSquares], other) => [add(all, other), add(ofSquares, multiply(other, other))],
    [rational(total, den), rational(squares, den * den)],
  );
}
