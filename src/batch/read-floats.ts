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

/** A column of floating-point numbers that is added to others as it is read. */
export interface AddedFloats {
  readonly source: Source & { readonly floats: NonNullable<Source["floats"]> };
  readonly factor: number;
}

/** Reads a block of some columns as whole units and adds them, each times its factor, to out. */
export function addFloats(
  out: Float64Array,
  columns: readonly AddedFloats[],
  aside: Uint8Array,
  count: number,
): void {
  let at = 0;
  for (; at + 3 <= columns.length; at += 3)
    addThree(
      out,
      columns[at] as AddedFloats,
      columns[at + 1] as AddedFloats,
      columns[at + 2] as AddedFloats,
      aside,
      count,
    );
  for (; at < columns.length; at += 1) addOne(out, columns[at] as AddedFloats, aside, count);
}

function addOne(out: Float64Array, { source, factor }: AddedFloats, aside: Uint8Array, count: number): void {
  const {
    from,
    floats: { values, scale },
  } = source;
  const [least, most] = [Number(source.least), Number(source.most)];
  let unread = 0;
  for (let row = 0; row < count; row += 1) {
    const value = values[from + row] as number;
    const n = value * scale + WHOLE - WHOLE;
    out[row] = (out[row] as number) + factor * n;
    unread |= n / scale === value && n >= least && n <= most ? 0 : 1;
  }
  if (unread !== 0) setUnreadAside(values, from, scale, least, most, aside, count);
}

/** Three columns in one loop, which costs as much as a column itself. */
function addThree(
  out: Float64Array,
  { source: a, factor: factorA }: AddedFloats,
  { source: b, factor: factorB }: AddedFloats,
  { source: c, factor: factorC }: AddedFloats,
  aside: Uint8Array,
  count: number,
): void {
  const { from } = a;
  const [valuesA, valuesB, valuesC] = [a.floats.values, b.floats.values, c.floats.values];
  const [scaleA, scaleB, scaleC] = [a.floats.scale, b.floats.scale, c.floats.scale];
  const [leastA, leastB, leastC] = [Number(a.least), Number(b.least), Number(c.least)];
  const [mostA, mostB, mostC] = [Number(a.most), Number(b.most), Number(c.most)];
  let unread = 0;
  for (let row = 0; row < count; row += 1) {
    const valueA = valuesA[from + row] as number;
    const valueB = valuesB[from + row] as number;
    const valueC = valuesC[from + row] as number;
    const nA = valueA * scaleA + WHOLE - WHOLE;
    const nB = valueB * scaleB + WHOLE - WHOLE;
    const nC = valueC * scaleC + WHOLE - WHOLE;
    out[row] = (out[row] as number) + factorA * nA + factorB * nB + factorC * nC;
    unread |= nA / scaleA === valueA && nA >= leastA && nA <= mostA ? 0 : 1;
    unread |= nB / scaleB === valueB && nB >= leastB && nB <= mostB ? 0 : 1;
    unread |= nC / scaleC === valueC && nC >= leastC && nC <= mostC ? 0 : 1;
  }
  if (unread === 0) return;
  setUnreadAside(valuesA, from, scaleA, leastA, mostA, aside, count);
  setUnreadAside(valuesB, from, scaleB, leastB, mostB, aside, count);
  setUnreadAside(valuesC, from, scaleC, leastC, mostC, aside, count);
}
