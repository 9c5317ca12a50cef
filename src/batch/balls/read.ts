import { isNumberProblem, parseNumber, readNumber } from "../../kernel/number.js";
import { compare, type Rational, rational, ZERO } from "../../kernel/rational.js";
import type { InputColumn } from "../columns/columns.js";
import { isList, isTyped } from "../columns/kinds.js";
import { type ValueAt, valuesOf } from "../columns/rows.js";
import { type BallForm, type Bounds, ERROR, floatOf, MISSING, putBall } from "../forms/ball-form.js";
import { BLOCK, type Source } from "../forms/forms.js";
import type { NumberInput } from "../sources/inputs.js";

/** A column of the caller's whose numbers have more digits than whole numbers of 53 bits, of which a block is read at a time. */
export interface BallSource {
  /** The first row of the block. */
  from: number;
  readonly bounds?: Bounds;
  /** Reads a block; rows whose number is none, or none that counts, are set aside. */
  read(out: Pick<BallForm, "middle" | "radius">, aside: Uint8Array, count: number): void;
  /** The exact number in a row of the block. */
  exactAt(row: number): Rational | null;
}

type Rules = Pick<NumberInput, "sign" | "least" | "most" | "decimals" | "missing">;

/** The reader of a column, of which missing numbers stay missing or set their row aside. */
export function ballSource(column: InputColumn | ValueAt, rows: number, rules: Rules): BallSource {
  const valueAt = typeof column === "function" ? column : valuesOf(column);
  const counts = compileCounts(rules);
  const read = (out: Pick<BallForm, "middle" | "radius">, row: number, value: unknown): boolean => {
    if (value === undefined || value === null) {
      out.middle[row] = 0;
      out.radius[row] = MISSING;
      return rules.missing === "stays";
    }
    return putValue(out, row, value) && counts(out.middle[row] as number, value);
  };
  const floats = column instanceof Float64Array ? column : undefined;
  const bounds = boundsOf(floats === undefined ? endsOf(valueAt, rows) : floatEnds(floats), rules);
  return {
    from: 0,
    ...(bounds === undefined ? {} : { bounds }),
    read(out, aside, count) {
      if (floats !== undefined) readFloats(out, floats, this.from, counts, aside, count);
      else
        for (let row = 0; row < count; row += 1)
          if (!read(out, row, valueAt(this.from + row))) aside[row] = 1;
    },
    exactAt(row) {
      const value = valueAt(this.from + row);
      return value === undefined || value === null ? null : readNumber(value);
    },
  };
}

/** Reads floats, of which none is missing. */
function readFloats(
  out: Pick<BallForm, "middle" | "radius">,
  values: Float64Array,
  from: number,
  counts: (near: number, value: unknown) => boolean,
  aside: Uint8Array,
  count: number,
): void {
  for (let row = 0; row < count; row += 1) {
    const value = values[from + row] as number;
    if (!putFloat(out, row, value) || !counts(value, value)) aside[row] = 1;
  }
}

const PLAIN = /^-?\d{1,200}(\.\d{1,200})?$/;

/** Writes a number as a ball; false where it is none. A float stands for the decimal that it prints as, which is nearer to it than to any other. */
function putValue(out: Pick<BallForm, "middle" | "radius">, row: number, value: unknown): boolean {
  if (typeof value === "number") return putFloat(out, row, value);
  if (typeof value === "string" && PLAIN.test(value)) {
    const nearest = Number(value);
    putBall(out, row, nearest, Math.abs(nearest) * ERROR);
    return true;
  }
  const exact = parseNumber(value);
  if (isNumberProblem(exact)) return false;
  const float = floatOf(exact);
  putBall(out, row, float, Math.abs(float) * 2 * ERROR);
  return true;
}

function putFloat(out: Pick<BallForm, "middle" | "radius">, row: number, value: number): boolean {
  if (!Number.isFinite(value)) return false;
  if (Number.isSafeInteger(value)) {
    out.middle[row] = value;
    out.radius[row] = 0;
  } else putBall(out, row, value, Math.abs(value) * ERROR);
  return true;
}

/** Whether a number counts; where the float beside it does not say, the exact one does. */
function compileCounts({ sign, least, most, decimals }: Rules): (near: number, value: unknown) => boolean {
  if ([sign, least, most, decimals].every((rule) => rule === undefined)) return () => true;
  const start = least === undefined ? 0 : Math.max(0, floatOf(least) * (1 + 2 ** -40));
  const limit = most === undefined ? Number.POSITIVE_INFINITY : floatOf(most) * (1 - 2 ** -40);
  const isExactlySound = (exact: Rational) =>
    (sign === undefined || exact.n > 0n || (sign === "not-negative" && exact.n === 0n)) &&
    (least === undefined || compare(exact, least) >= 0) &&
    (most === undefined || compare(exact, most) <= 0) &&
    (decimals === undefined || (exact.n * 10n ** BigInt(decimals)) % exact.d === 0n);
  return (near, value) =>
    (near > start && near < limit && decimals === undefined) || isExactlySound(readNumber(value));
}

/** Between which floating-point numbers all numbers of a column lie that are finite; a column without any has no ends. */
type Ends = readonly [number, number];

function endsOf(valueAt: (row: number) => unknown, rows: number): Ends {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const ball = { middle: new Float64Array(1), radius: new Float64Array(1) };
  for (let row = 0; row < rows; row += 1) {
    const value = valueAt(row);
    if (value === undefined || value === null || !putValue(ball, 0, value)) continue;
    const near = ball.middle[0] as number;
    const radius = ball.radius[0] as number;
    least = Math.min(least, near - radius);
    most = Math.max(most, near + radius);
  }
  return [least, most];
}

function floatEnds(values: Float64Array): Ends {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] as number;
    if (value < least && value !== Number.NEGATIVE_INFINITY) least = value;
    if (value > most && value !== Number.POSITIVE_INFINITY) most = value;
  }
  const reach = (end: number) => Math.abs(end) * 2 * ERROR;
  return [least - reach(least), most + reach(most)];
}

/** The least and the greatest whole numbers between which all numbers lie that are finite. */
function boundsOf([least, most]: Ends, { sign }: Rules): Bounds | undefined {
  const low = Math.floor(least - Math.abs(least) * ERROR);
  const high = Math.ceil(most + Math.abs(most) * ERROR);
  if (!Number.isFinite(low) || !Number.isFinite(high)) return undefined;
  const from = rational(BigInt(low));
  return [sign !== undefined && from.n < 0n ? ZERO : from, rational(BigInt(high) < 0n ? 0n : BigInt(high))];
}

/** Whether whole numbers hold every row of a column that has a number at all: of floats, who found their decimals has seen to that. */
export function holdsAll(source: Source, column: InputColumn | ValueAt, rows: number): boolean {
  const isFunction = typeof column === "function";
  if (!isFunction && !isList(column) && (isTyped(column) || "values" in column)) return true;
  const valueAt = isFunction ? column : valuesOf(column);
  const [whole, aside] = [new Float64Array(BLOCK), new Uint8Array(BLOCK)];
  const ball = { middle: new Float64Array(1), radius: new Float64Array(1) };
  const isLong = (value: unknown) => value !== undefined && value !== null && putValue(ball, 0, value);
  for (source.from = 0; source.from < rows; source.from += BLOCK) {
    const count = Math.min(BLOCK, rows - source.from);
    source.read(whole, aside.fill(0), count);
    for (let row = aside.indexOf(1); row >= 0 && row < count; row = aside.indexOf(1, row + 1))
      if (isLong(valueAt(source.from + row))) return false;
  }
  return true;
}
