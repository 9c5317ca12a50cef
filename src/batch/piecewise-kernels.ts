/** A piecewise function of whole numbers: where each piece begins, and its coefficients. */
export interface WholePieces {
  readonly from: Float64Array;
  readonly constant: Float64Array;
  readonly linear: Float64Array;
  readonly square: Float64Array;
}

/** out = the piece's polynomial of a; the first piece holds from below. */
export function pieces(
  out: Float64Array,
  a: Float64Array,
  { from, constant, linear, square }: WholePieces,
  count: number,
): void {
  const last = from.length - 1;
  for (let row = 0; row < count; row += 1) {
    const n = a[row] as number;
    let at = 0;
    while (at < last && n >= (from[at + 1] as number)) at += 1;
    out[row] = (constant[at] as number) + n * ((linear[at] as number) + n * (square[at] as number));
  }
}

/** The same of a quotient a / by: where each piece begins is a quotient too, and some include it. */
export interface WholePiecesBy {
  readonly fromBy: Float64Array;
  readonly fromFactor: Float64Array;
  readonly includesFrom: Uint8Array;
  readonly constant: Float64Array;
  readonly linear: Float64Array;
}

/** The same of three pieces, of which the second and the third include where they begin: that is a floor and a cap. */
export function threePiecesBy(
  out: Float64Array,
  a: Float64Array,
  by: Float64Array,
  { fromBy, fromFactor, constant, linear }: WholePiecesBy,
  count: number,
): void {
  const [from1, from2] = [fromBy[1] as number, fromBy[2] as number];
  const [factor1, factor2] = [fromFactor[1] as number, fromFactor[2] as number];
  const [c0, c1, c2] = [constant[0] as number, constant[1] as number, constant[2] as number];
  const [l0, l1, l2] = [linear[0] as number, linear[1] as number, linear[2] as number];
  for (let row = 0; row < count; row += 1) {
    const n = a[row] as number;
    const d = by[row] as number;
    out[row] =
      n * factor2 >= d * from2
        ? c2 * d + l2 * n
        : n * factor1 >= d * from1
          ? c1 * d + l1 * n
          : c0 * d + l0 * n;
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

/** out = the constant of the piece in which a / by lies. */
export function levelsBy(
  out: Float64Array,
  a: Float64Array,
  by: Float64Array,
  { fromBy, fromFactor, includesFrom, constant }: WholePiecesBy,
  count: number,
): void {
  const last = fromBy.length - 1;
  for (let row = 0; row < count; row += 1) {
    const n = a[row] as number;
    const d = by[row] as number;
    let at = 0;
    while (at < last) {
      const left = n * (fromFactor[at + 1] as number);
      const right = d * (fromBy[at + 1] as number);
      if (!(left > right || (left === right && includesFrom[at + 1] === 1))) break;
      at += 1;
    }
    out[row] = Number.isNaN(n) ? n : (constant[at] as number);
  }
}

/** out = constant * by + linear * a of the piece in which a / by lies. */
export function piecesBy(
  out: Float64Array,
  a: Float64Array,
  by: Float64Array,
  { fromBy, fromFactor, includesFrom, constant, linear }: WholePiecesBy,
  count: number,
): void {
  const last = fromBy.length - 1;
  for (let row = 0; row < count; row += 1) {
    const n = a[row] as number;
    const d = by[row] as number;
    let at = 0;
    while (at < last) {
      const left = n * (fromFactor[at + 1] as number);
      const right = d * (fromBy[at + 1] as number);
      if (!(left > right || (left === right && includesFrom[at + 1] === 1))) break;
      at += 1;
    }
    out[row] = (constant[at] as number) * d + (linear[at] as number) * n;
  }
}
