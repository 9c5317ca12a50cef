/** The position of the last threshold that a number reaches; -1 where it is missing. */
export function bandOf(out: Int32Array, a: Float64Array, from: Float64Array, count: number): void {
  const last = from.length - 1;
  for (let row = 0; row < count; row += 1) {
    const n = a[row] as number;
    let at = 0;
    while (at < last && n >= (from[at + 1] as number)) at += 1;
    out[row] = Number.isNaN(n) ? -1 : at;
  }
}

/** The same of two thresholds above the lowest. */
export function bandOfThree(out: Int32Array, a: Float64Array, from: Float64Array, count: number): void {
  const [middle, high] = [from[1] as number, from[2] as number];
  for (let row = 0; row < count; row += 1) {
    const n = a[row] as number;
    out[row] = n >= high ? 2 : n >= middle ? 1 : Number.isNaN(n) ? -1 : 0;
  }
}

/** The last position whose threshold, a column, a number reaches; nothing reaches a missing one. */
export function raiseBand(
  out: Int32Array,
  a: Float64Array,
  from: Float64Array,
  [factor, fromFactor]: readonly [number, number],
  position: number,
  count: number,
): void {
  for (let row = 0; row < count; row += 1)
    if (factor * (a[row] as number) >= fromFactor * (from[row] as number)) out[row] = position;
}

/** 0 where a number is there, -1 where it is missing. */
export function bandOfPresent(out: Int32Array, a: Float64Array, count: number): void {
  for (let row = 0; row < count; row += 1) out[row] = Number.isNaN(a[row] as number) ? -1 : 0;
}

/** Sums the positions of labels times what each is worth; -1 where one is missing. */
export function addPosition(out: Int32Array, codes: Int32Array, worth: number, count: number): void {
  for (let row = 0; row < count; row += 1) {
    const code = codes[row] as number;
    const sum = out[row] as number;
    out[row] = code < 0 || sum < 0 ? -1 : sum + worth * code;
  }
}

/** The label that belongs to a position; -1 where none does. */
export function labelAt(out: Int32Array, positions: Int32Array, table: Int32Array, count: number): void {
  for (let row = 0; row < count; row += 1) {
    const at = positions[row] as number;
    out[row] = at < 0 ? -1 : (table[at] as number);
  }
}

/** The number that belongs to a position; NaN where none does. */
export function numberAt(out: Float64Array, positions: Int32Array, table: Float64Array, count: number): void {
  for (let row = 0; row < count; row += 1) {
    const at = positions[row] as number;
    out[row] = at < 0 ? Number.NaN : (table[at] as number);
  }
}
