/**
 * How many of the thresholds above the lowest a number reaches; 0 where it is missing. What is true is counted as 1, since a branch that half of the rows take costs more than all the
 * comparisons; four at a time, since a loop over thresholds costs as much again.
 */
export function thresholdsReached(
  out: Int32Array,
  a: Float64Array,
  thresholds: Float64Array,
  count: number,
): void {
  const at = (index: number) => thresholds[index] ?? Number.POSITIVE_INFINITY;
  countReached(out, a, [at(1), at(2), at(3), at(4)], count);
  for (let first = 5; first < thresholds.length; first += 4)
    addReached(out, a, [at(first), at(first + 1), at(first + 2), at(first + 3)], count);
}

type Four = readonly [number, number, number, number];

function countReached(out: Int32Array, a: Float64Array, [t1, t2, t3, t4]: Four, count: number): void {
  for (let row = 0; row < count; row += 1) {
    const n = a[row] as number;
    out[row] = (+(n >= t1) | 0) + (+(n >= t2) | 0) + (+(n >= t3) | 0) + (+(n >= t4) | 0);
  }
}

function addReached(out: Int32Array, a: Float64Array, [t1, t2, t3, t4]: Four, count: number): void {
  for (let row = 0; row < count; row += 1) {
    const n = a[row] as number;
    out[row] =
      (out[row] as number) + (+(n >= t1) | 0) + (+(n >= t2) | 0) + (+(n >= t3) | 0) + (+(n >= t4) | 0);
  }
}

/** -1 where a number is missing. */
export function missingLabels(out: Int32Array, a: Float64Array, count: number): void {
  for (let row = 0; row < count; row += 1) if (Number.isNaN(a[row] as number)) out[row] = -1;
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

/** The position of a label times what it is worth; -1 where it is missing. */
export function firstPosition(out: Int32Array, codes: Int32Array, worth: number, count: number): void {
  for (let row = 0; row < count; row += 1) {
    const code = codes[row] as number;
    out[row] = code < 0 ? -1 : worth * code;
  }
}

/** Adds the positions of further labels times what each is worth; -1 where one is missing. */
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
