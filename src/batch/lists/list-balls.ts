import { compare, type Rational, rational, readRationalText } from "../../kernel/rational.js";
import { isAbsent } from "../../scoring/evidence.js";
import type { BallSource } from "../balls/read.js";
import type { ValueAt } from "../columns/rows.js";
import { ERROR, floatOf, MISSING, putBall } from "../forms/ball-form.js";
import { BLOCK } from "../forms/forms.js";
import { divisorOf, endsOf, type OpenLists } from "./reduced.js";
import type { WholeReducer } from "./whole-reducers.js";

/**
 * Summaries of lists as balls. Where the items of a list are whole numbers, its summary is a quotient of two of them; any other row's is worked out exactly, by `valueAt`. Undefined
 * where whole numbers on the way could be too large.
 */
export function listBalls(
  open: OpenLists,
  valueAt: ValueAt,
  rows: number,
  missing: "stays" | "set-aside",
): BallSource | undefined {
  const ends = endsOf(open);
  if (ends === undefined) return undefined;
  const quotients = quotientReader(open, valueAt);
  const bounds = boundsOf(open, ends, quotients, rows);
  const unit = floatOf(rational(1n, open.den));
  return {
    from: 0,
    bounds,
    read(out, aside, count) {
      const { n, divisors, exact } = quotients.read(this.from, count);
      for (let row = 0; row < count; row += 1) {
        const value = exact[row];
        if (value === undefined) {
          const middle = ((n[row] as number) / (divisors[row] as number)) * unit;
          putBall(out, row, middle, Math.abs(middle) * 8 * ERROR);
        } else if (typeof value === "string") {
          out.middle[row] = 0;
          out.radius[row] = MISSING;
          if (value === "wrong" || missing === "set-aside") aside[row] = 1;
        } else {
          const middle = floatOf(value);
          putBall(out, row, middle, Math.abs(middle) * 2 * ERROR);
        }
      }
    },
    exactAt: (row) => quotients.exactAt(row),
  };
}

/** The summaries of a block: a quotient, unless it is said exactly that it is another number, none, or wrong. */
interface Quotients {
  readonly n: Float64Array;
  readonly divisors: Float64Array;
  readonly exact: readonly (Rational | "none" | "wrong" | undefined)[];
}

interface QuotientReader {
  read(from: number, count: number): Quotients;
  exactAt(row: number): Rational | null;
}

function quotientReader({ places, reducers, den }: OpenLists, valueAt: ValueAt): QuotientReader {
  const n = new Float64Array(BLOCK);
  const divisors = new Float64Array(BLOCK);
  const exact = new Array<Quotients["exact"][number]>(BLOCK);
  const aside = new Uint8Array(BLOCK);
  return {
    read(from, count) {
      places.read(from, aside.fill(0), count);
      for (let row = 0; row < count; row += 1) {
        const place = aside[row] === 1 ? undefined : places.at(row);
        if (place === "none") exact[row] = "none";
        else if (place === undefined || place === "too-few") exact[row] = exactly(valueAt(from + row));
        else {
          const reducer = reducers[place.by] as WholeReducer;
          const divisor = divisorOf(reducer, place.items, place.from, place.to);
          exact[row] = divisor > 0 ? undefined : exactly(valueAt(from + row));
          divisors[row] = divisor;
          n[row] = divisor > 0 ? reducer.numerator(place.items, place.from, place.to) : Number.NaN;
        }
      }
      return { n, divisors, exact };
    },
    exactAt(row) {
      const value = exact[row];
      if (value !== undefined) return typeof value === "string" ? null : value;
      return rational(BigInt(n[row] as number), BigInt(divisors[row] as number) * den);
    },
  };
}

/** A value of `valueAt`: the text of a fraction, nothing, or what is no number. */
function exactly(value: unknown): Rational | "none" | "wrong" {
  if (isAbsent(value)) return "none";
  return typeof value === "string" ? readRationalText(value) : "wrong";
}

/** Where all summaries lie, exact ones too. */
function boundsOf(
  { den }: OpenLists,
  [least, most]: readonly [bigint, bigint],
  { read }: QuotientReader,
  rows: number,
): readonly [Rational, Rational] {
  let [low, high] = [rational(least, den), rational(most, den)];
  for (let from = 0; from < rows; from += BLOCK) {
    const count = Math.min(BLOCK, rows - from);
    for (const value of read(from, count).exact.slice(0, count)) {
      if (value === undefined || typeof value === "string") continue;
      if (compare(value, low) < 0) low = value;
      if (compare(value, high) > 0) high = value;
    }
  }
  return [low, high];
}
