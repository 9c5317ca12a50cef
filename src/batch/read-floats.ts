import type { Source } from "./forms.js";

/** Adding and taking away this number leaves a number of less than 2^51 rounded to a whole one. */
const WHOLE = 1.5 * 2 ** 52;

/** Sets rows aside whose number is none of so many decimals, or not within the bounds. */
function setUnreadAside(
  values: Float64Array,
  from: number,
  scale: number,
  least: number,
  most: number,
  aside: Uint8Array,
  count: number,
): void {
  for (let row = 0; row < count; row += 1) {
    const value = values[from + row] as number;
    const n = value * scale + WHOLE - WHOLE;
    if (!(n / scale === value && n >= least && n <= most)) aside[row] = 1;
  }
}

/** Reads floating-point numbers as whole units; sets rows aside whose number is none of so many decimals, or not within the bounds: in most blocks there is none to look for. */
export function readFloats(
  out: Float64Array,
  values: Float64Array,
  from: number,
  scale: number,
  least: number,
  most: number,
  aside: Uint8Array,
  count: number,
): void {
  let unread = 0;
  for (let row = 0; row < count; row += 1) {
    const value = values[from + row] as number;
    const n = value * scale + WHOLE - WHOLE;
    out[row] = n;
    unread |= n / scale === value && n >= least && n <= most ? 0 : 1;
  }
  if (unread !== 0) setUnreadAside(values, from, scale, least, most, aside, count);
}

/** Reads floating-point numbers as whole units and adds them, times a factor, to out. */
function addReadFloats(
  out: Float64Array,
  values: Float64Array,
  from: number,
  scale: number,
  least: number,
  most: number,
  factor: number,
  aside: Uint8Array,
  count: number,
): void {
  let unread = 0;
  for (let row = 0; row < count; row += 1) {
    const value = values[from + row] as number;
    const n = value * scale + WHOLE - WHOLE;
    out[row] = (out[row] as number) + factor * n;
    unread |= n / scale === value && n >= least && n <= most ? 0 : 1;
  }
  if (unread !== 0) setUnreadAside(values, from, scale, least, most, aside, count);
}

/** Reads a block of a column and adds it, times a factor, to out. */
export function addFloats(
  out: Float64Array,
  { values, scale }: NonNullable<Source["floats"]>,
  { from, least, most }: Source,
  factor: number,
  aside: Uint8Array,
  count: number,
): void {
  addReadFloats(out, values, from, scale, Number(least), Number(most), factor, aside, count);
}
