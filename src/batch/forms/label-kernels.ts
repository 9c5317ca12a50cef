/**
 * How many of the thresholds above the lowest a number reaches; 0 where it is missing. What is true is counted as 1, since a branch that half of the rows take costs more than all the
 * comparisons; up to four at a time, since a loop over thresholds costs as much again.
 */
export function thresholdsReached(
  out: Int32Array,
  a: Float64Array,
  thresholds: Float64Array,
  count: number,
): void {
  const at = (index: number) => thresholds[index] ?? Number.POSITIVE_INFINITY;
  if (thresholds.length <= 2) countOne(out, a, at(1), count);
  else if (thresholds.length === 3) countTwo(out, a, at(1), at(2), count);
  else countFour(out, a, [at(1), at(2), at(3), at(4)], count);
  for (let first = 5; first < thresholds.length; first += 4)
    addFour(out, a, [at(first), at(first + 1), at(first + 2), at(first + 3)], count);
}

type Four = readonly [number, number, number, number];

function countOne(out: Int32Array, a: Float64Array, threshold: number, count: number): void {
  for (let row = 0; row < count; row += 1) out[row] = +((a[row] as number) >= threshold) | 0;
}

function countTwo(out: Int32Array, a: Float64Array, t1: number, t2: number, count: number): void {
  for (let row = 0; row < count; row += 1) {
    const n = a[row] as number;
    out[row] = (+(n >= t1) | 0) + (+(n >= t2) | 0);
  }
}

function countFour(out: Int32Array, a: Float64Array, [t1, t2, t3, t4]: Four, count: number): void {
  for (let row = 0; row < count; row += 1) {
    const n = a[row] as number;
    out[row] = (+(n >= t1) | 0) + (+(n >= t2) | 0) + (+(n >= t3) | 0) + (+(n >= t4) | 0);
  }
}

function addFour(out: Int32Array, a: Float64Array, [t1, t2, t3, t4]: Four, count: number): void {
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

/** Labels whose table has a place for each of them, and first of all one for none. */
export interface Placed {
  readonly codes: Int32Array;
  /** How many places of the table each label counts for. */
  readonly worth: number;
}

/** The label that a table of labels by some others has; -1 where it has none. */
export function labelAt(out: Int32Array, table: Int32Array, by: readonly Placed[], count: number): void {
  const [first, second] = by;
  if (by.length === 1 && first !== undefined) labelAtOne(out, table, first.codes, count);
  else if (by.length === 2 && first !== undefined && second !== undefined)
    labelAtTwo(out, table, first, second.codes, count);
  else {
    placesOf(out, by, count);
    for (let row = 0; row < count; row += 1) out[row] = table[out[row] as number] as number;
  }
}

function labelAtOne(out: Int32Array, table: Int32Array, codes: Int32Array, count: number): void {
  for (let row = 0; row < count; row += 1) out[row] = table[(codes[row] as number) + 1] as number;
}

function labelAtTwo(
  out: Int32Array,
  table: Int32Array,
  { codes: first, worth }: Placed,
  second: Int32Array,
  count: number,
): void {
  for (let row = 0; row < count; row += 1)
    out[row] = table[Math.imul((first[row] as number) + 1, worth) + (second[row] as number) + 1] as number;
}

/** The same of a table of numbers; NaN where it has none. `places` is where the places of several labels are kept. */
export function numberAt(
  out: Float64Array,
  table: Float64Array,
  by: readonly Placed[],
  places: Int32Array,
  count: number,
): void {
  const [first] = by;
  if (by.length === 1 && first !== undefined) numberAtOne(out, table, first.codes, count);
  else {
    placesOf(places, by, count);
    for (let row = 0; row < count; row += 1) out[row] = table[places[row] as number] as number;
  }
}

function numberAtOne(out: Float64Array, table: Float64Array, codes: Int32Array, count: number): void {
  for (let row = 0; row < count; row += 1) out[row] = table[(codes[row] as number) + 1] as number;
}

/** The place of all labels of a row together. */
function placesOf(out: Int32Array, by: readonly Placed[], count: number): void {
  out.fill(0, 0, count);
  for (const { codes, worth } of by)
    for (let row = 0; row < count; row += 1)
      out[row] = (out[row] as number) + Math.imul((codes[row] as number) + 1, worth);
}
