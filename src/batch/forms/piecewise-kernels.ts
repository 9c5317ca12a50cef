import { thresholdsReached } from "./label-kernels.js";

/** A piecewise function of whole numbers: where each piece begins, and its coefficients. */
export interface WholePieces {
  readonly from: Float64Array;
  readonly constant: Float64Array;
  readonly linear: Float64Array;
  readonly square: Float64Array;
}

/** out = the piece's polynomial of a; the first piece holds from below. `at` is where the positions of pieces are kept. */
export function pieces(
  out: Float64Array,
  a: Float64Array,
  { from, constant, linear, square }: WholePieces,
  at: Int32Array,
  count: number,
): void {
  thresholdsReached(at, a, from, count);
  for (let row = 0; row < count; row += 1) {
    const n = a[row] as number;
    const piece = at[row] as number;
    out[row] = (constant[piece] as number) + n * ((linear[piece] as number) + n * (square[piece] as number));
  }
}

/** The same of three lines, of which what the later ones add counts once or not at all: that costs less than to look up which holds. */
export function threeLines(
  out: Float64Array,
  a: Float64Array,
  { from, constant, linear }: WholePieces,
  count: number,
): void {
  const [from1, from2] = [from[1] as number, from[2] as number];
  const [c0, l0] = [constant[0] as number, linear[0] as number];
  const [c1, l1] = [(constant[1] as number) - c0, (linear[1] as number) - l0];
  const [c2, l2] = [(constant[2] as number) - c0 - c1, (linear[2] as number) - l0 - l1];
  for (let row = 0; row < count; row += 1) {
    const n = a[row] as number;
    const second = +(n >= from1) | 0;
    const third = +(n >= from2) | 0;
    out[row] = c0 + l0 * n + second * (c1 + l1 * n) + third * (c2 + l2 * n);
  }
}

/** The same of a quotient a / by: where each piece begins is a quotient too, and some include it. */
export interface WholePiecesBy {
  readonly fromBy: Float64Array;
  readonly fromFactor: Float64Array;
  /** By how much the left side of the comparison has to be above the right one: 0 where the piece includes its beginning, 1 where it does not. */
  readonly above: Float64Array;
  readonly constant: Float64Array;
  readonly linear: Float64Array;
}

/** The same of three pieces, of which the second and the third include where they begin: that is a floor and a cap. What the later pieces add counts once or not at all. */
export function threePiecesBy(
  out: Float64Array,
  a: Float64Array,
  by: Float64Array,
  { fromBy, fromFactor, constant, linear }: WholePiecesBy,
  count: number,
): void {
  const [from1, from2] = [fromBy[1] as number, fromBy[2] as number];
  const [factor1, factor2] = [fromFactor[1] as number, fromFactor[2] as number];
  const [c0, l0] = [constant[0] as number, linear[0] as number];
  const [c1, l1] = [(constant[1] as number) - c0, (linear[1] as number) - l0];
  const [c2, l2] = [(constant[2] as number) - c0 - c1, (linear[2] as number) - l0 - l1];
  for (let row = 0; row < count; row += 1) {
    const n = a[row] as number;
    const d = by[row] as number;
    const second = +(n * factor1 >= d * from1) | 0;
    const third = +(n * factor2 >= d * from2) | 0;
    out[row] = c0 * d + l0 * n + second * (c1 * d + l1 * n) + third * (c2 * d + l2 * n);
  }
}

/** Sets rows aside whose quotient is beyond an end of a function: above it, or below it where the sign is -1. */
export function setBeyondAside(
  aside: Uint8Array,
  a: Float64Array,
  by: Float64Array,
  { factor, end, sign, includes }: { factor: number; end: number; sign: 1 | -1; includes: boolean },
  count: number,
): void {
  for (let row = 0; row < count; row += 1) {
    const distance = sign * ((a[row] as number) * factor - (by[row] as number) * end);
    if (distance > 0 || (distance === 0 && !includes)) aside[row] = 1;
  }
}

/** In which piece each quotient a / by lies; in the first where it is missing. */
function piecesReached(
  out: Int32Array,
  a: Float64Array,
  by: Float64Array,
  { fromBy, fromFactor, above }: WholePiecesBy,
  count: number,
): void {
  out.fill(0, 0, count);
  for (let piece = 1; piece < fromBy.length; piece += 1)
    addPiece(
      out,
      a,
      by,
      [fromFactor[piece] as number, fromBy[piece] as number, above[piece] as number],
      count,
    );
}

function addPiece(
  out: Int32Array,
  a: Float64Array,
  by: Float64Array,
  [factor, from, above]: readonly [number, number, number],
  count: number,
): void {
  for (let row = 0; row < count; row += 1) {
    const difference = (a[row] as number) * factor - (by[row] as number) * from;
    out[row] = (out[row] as number) + (+(difference >= above) | 0);
  }
}

/** out = the constant of the piece in which a / by lies. */
export function levelsBy(
  out: Float64Array,
  a: Float64Array,
  by: Float64Array,
  data: WholePiecesBy,
  at: Int32Array,
  count: number,
): void {
  piecesReached(at, a, by, data, count);
  const { constant } = data;
  for (let row = 0; row < count; row += 1) {
    const n = a[row] as number;
    out[row] = Number.isNaN(n) ? n : (constant[at[row] as number] as number);
  }
}

/** out = constant * by + linear * a of the piece in which a / by lies. */
export function piecesBy(
  out: Float64Array,
  a: Float64Array,
  by: Float64Array,
  data: WholePiecesBy,
  at: Int32Array,
  count: number,
): void {
  piecesReached(at, a, by, data, count);
  const { constant, linear } = data;
  for (let row = 0; row < count; row += 1) {
    const piece = at[row] as number;
    out[row] =
      (constant[piece] as number) * (by[row] as number) + (linear[piece] as number) * (a[row] as number);
  }
}
