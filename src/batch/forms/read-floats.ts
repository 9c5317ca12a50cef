/** Adding and taking away this number leaves a number of less than 2^51 rounded to a whole one. */
export const WHOLE = 1.5 * 2 ** 52;

/**
 * Floating-point numbers that are read as whole units. The rules are the scale, and the least and the greatest number of units: an array, since a loop that is given numbers of an
 * object is compiled anew for each kind of object.
 */
export interface FloatReading {
  readonly values: Float64Array;
  readonly rules: Float64Array;
}

/** Sets rows aside whose number is none of so many decimals, or not within the bounds. */
export function setUnreadAside(
  { values, rules }: FloatReading,
  from: number,
  aside: Uint8Array,
  count: number,
): void {
  const [scale, least, most] = rules as unknown as readonly [number, number, number];
  for (let row = 0; row < count; row += 1) {
    const value = values[from + row] as number;
    const n = value * scale + WHOLE - WHOLE;
    if (!(n / scale === value && n >= least && n <= most)) aside[row] = 1;
  }
}

/** Reads floating-point numbers as whole units; sets rows aside whose number is none of so many decimals, or not within the bounds: in most blocks there is none to look for. */
export function readFloats(
  out: Float64Array,
  reading: FloatReading,
  from: number,
  aside: Uint8Array,
  count: number,
): void {
  if (isAnyUnread(out, reading.values, reading.rules, from, count))
    setUnreadAside(reading, from, aside, count);
}

function isAnyUnread(
  out: Float64Array,
  values: Float64Array,
  rules: Float64Array,
  from: number,
  count: number,
): boolean {
  const scale = rules[0] as number;
  const least = rules[1] as number;
  const most = rules[2] as number;
  let isUnread = false;
  for (let row = 0; row < count; row += 1) {
    const value = values[from + row] as number;
    const n = value * scale + WHOLE - WHOLE;
    out[row] = n;
    if (n / scale !== value || n < least || n > most) isUnread = true;
  }
  return isUnread;
}
