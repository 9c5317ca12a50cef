/** out = number */
export function same(out: Float64Array, number: number, count: number): void {
  out.fill(number, 0, count);
}

/** out = factor * a */
export function scaled(out: Float64Array, a: Float64Array, factor: number, count: number): void {
  for (let row = 0; row < count; row += 1) out[row] = factor * (a[row] as number);
}

/** out = factor * a + constant */
export function line(
  out: Float64Array,
  a: Float64Array,
  factor: number,
  constant: number,
  count: number,
): void {
  for (let row = 0; row < count; row += 1) out[row] = factor * (a[row] as number) + constant;
}

/** out = factor * a + constant, where a counts as low below low and as high above high: what lacks is added once or not at all, which costs less than branches. */
export function boundedLine(
  out: Float64Array,
  a: Float64Array,
  factor: number,
  constant: number,
  low: number,
  high: number,
  count: number,
): void {
  for (let row = 0; row < count; row += 1) {
    const n = a[row] as number;
    const held = n + (+(n < low) | 0) * (low - n) + (+(n > high) | 0) * (high - n);
    out[row] = factor * held + constant;
  }
}

/** A column and what it is multiplied by. */
export interface Scaled {
  readonly n: Float64Array;
  readonly factor: number;
}

/** Adds columns, each times its factor, to out: three in one loop, which costs little more than one. */
export function addScaled(out: Float64Array, columns: readonly Scaled[], count: number): void {
  let at = 0;
  for (; at + 3 <= columns.length; at += 3) {
    const [a, b, c] = columns.slice(at, at + 3) as [Scaled, Scaled, Scaled];
    addThree(out, a.n, a.factor, b.n, b.factor, c.n, c.factor, count);
  }
  for (; at < columns.length; at += 1) {
    const { n, factor } = columns[at] as Scaled;
    addOne(out, n, factor, count);
  }
}

function addOne(out: Float64Array, a: Float64Array, factor: number, count: number): void {
  for (let row = 0; row < count; row += 1) out[row] = (out[row] as number) + factor * (a[row] as number);
}

function addThree(
  out: Float64Array,
  a: Float64Array,
  factorA: number,
  b: Float64Array,
  factorB: number,
  c: Float64Array,
  factorC: number,
  count: number,
): void {
  for (let row = 0; row < count; row += 1) {
    const sum = (out[row] as number) + factorA * (a[row] as number);
    out[row] = sum + factorB * (b[row] as number) + factorC * (c[row] as number);
  }
}

/** out = a * b */
export function product(out: Float64Array, a: Float64Array, b: Float64Array, count: number): void {
  for (let row = 0; row < count; row += 1) out[row] = (a[row] as number) * (b[row] as number);
}

/** Adds a column times its factor to out and the weight to total, where the column is there. */
export function addPresent(
  out: Float64Array,
  total: Float64Array,
  a: Float64Array,
  factor: number,
  weight: number,
  count: number,
): void {
  for (let row = 0; row < count; row += 1) {
    const n = a[row] as number;
    if (Number.isNaN(n)) continue;
    out[row] = (out[row] as number) + factor * n;
    total[row] = (total[row] as number) + weight;
  }
}

/** Makes rows without any weight missing. */
export function missingWithout(out: Float64Array, total: Float64Array, count: number): void {
  for (let row = 0; row < count; row += 1) {
    if (total[row] !== 0) continue;
    out[row] = Number.NaN;
    total[row] = 1;
  }
}

/** The lesser of those that are there. */
export function lesserPresent(out: Float64Array, a: Float64Array, factor: number, count: number): void {
  for (let row = 0; row < count; row += 1) {
    const n = factor * (a[row] as number);
    if (!(n >= (out[row] as number))) out[row] = Number.isNaN(n) ? (out[row] as number) : n;
  }
}

/** out, but no more than a limit that is there. */
export function atMost(out: Float64Array, limit: Float64Array, factor: number, count: number): void {
  for (let row = 0; row < count; row += 1) {
    const most = factor * (limit[row] as number);
    if ((out[row] as number) > most) out[row] = most;
  }
}

/** Fills in a where out is missing. */
export function fillIn(out: Float64Array, a: Float64Array, factor: number, count: number): void {
  for (let row = 0; row < count; row += 1)
    if (Number.isNaN(out[row] as number)) out[row] = factor * (a[row] as number);
}

/** Makes a quotient missing where its divisor is, which then is 1. */
export function missingQuotient(
  out: Float64Array,
  outBy: Float64Array,
  a: Float64Array,
  by: Float64Array,
  count: number,
): void {
  for (let row = 0; row < count; row += 1) {
    const d = by[row] as number;
    const there = !Number.isNaN(d);
    out[row] = there ? (a[row] as number) : Number.NaN;
    outBy[row] = there ? d : 1;
  }
}

/** Sets rows aside whose number is missing. */
export function setMissingAside(aside: Uint8Array, a: Float64Array, count: number): void {
  for (let row = 0; row < count; row += 1) if (Number.isNaN(a[row] as number)) aside[row] = 1;
}

/** Sets rows aside whose number is not within bounds; one that is missing is. */
export function setAside(
  aside: Uint8Array,
  a: Float64Array,
  least: number,
  most: number,
  count: number,
): void {
  for (let row = 0; row < count; row += 1) {
    const n = a[row] as number;
    if (n < least || n > most) aside[row] = 1;
  }
}
