import type { FloatSource } from "./forms.js";
import { setUnreadAside, WHOLE } from "./read-floats.js";

/** A column of floating-point numbers that is added to others as it is read. */
export interface AddedFloats {
  readonly source: FloatSource;
  readonly factor: number;
}

/** Columns that one loop adds: six, two or one. */
export interface AddedTogether {
  readonly sources: readonly FloatSource[];
  /** The rules and the factor of one column after the other. */
  readonly rules: Float64Array;
}

/** The columns of an addition as groups, when their bounds are final: several in one loop cost less than a loop for each. */
export function addedTogether(columns: readonly AddedFloats[]): readonly AddedTogether[] {
  const groups: AddedTogether[] = [];
  for (let at = 0; at < columns.length; ) {
    const left = columns.length - at;
    const size = left >= 6 ? 6 : left >= 2 ? 2 : 1;
    groups.push(groupOf(columns.slice(at, at + size)));
    at += size;
  }
  return groups;
}

function groupOf(columns: readonly AddedFloats[]): AddedTogether {
  return {
    sources: columns.map(({ source }) => source),
    rules: Float64Array.from(columns.flatMap(({ source, factor }) => [...source.floats().rules, factor])),
  };
}

/** Reads blocks of columns as whole units and adds them to out, each times its factor. */
export function addFloats(
  { sources, rules }: AddedTogether,
  out: Float64Array,
  from: number,
  aside: Uint8Array,
  count: number,
): void {
  const readings = sources.map((source) => source.floats());
  const [a, b, c, d, e, f] = readings.map(({ values }) => values) as unknown as Six;
  const isUnread =
    readings.length === 6
      ? addSix(out, a, b, c, d, e, f, rules, from, count)
      : readings.length === 2
        ? addTwo(out, a, b, rules, from, count)
        : addOne(out, a, rules, from, count);
  if (!isUnread) return;
  for (const reading of readings) setUnreadAside(reading, from, aside, count);
}

type Six = readonly [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];

/** Adds one column, of which the rules are the scale, the bounds and the factor; whether any number of it is none of so many decimals, or not within the bounds. */
function addOne(
  out: Float64Array,
  a: Float64Array,
  rules: Float64Array,
  from: number,
  count: number,
): boolean {
  const scaleA = rules[0] as number;
  const leastA = rules[1] as number;
  const mostA = rules[2] as number;
  const factorA = rules[3] as number;
  let isUnread = false;
  for (let row = 0; row < count; row += 1) {
    const valueA = a[from + row] as number;
    const nA = valueA * scaleA + WHOLE - WHOLE;
    out[row] = (out[row] as number) + factorA * nA;
    if (nA / scaleA !== valueA || nA < leastA || nA > mostA) isUnread = true;
  }
  return isUnread;
}

/** The same of two, whose rules stand one after the other. */
function addTwo(
  out: Float64Array,
  a: Float64Array,
  b: Float64Array,
  rules: Float64Array,
  from: number,
  count: number,
): boolean {
  const scaleA = rules[0] as number;
  const leastA = rules[1] as number;
  const mostA = rules[2] as number;
  const factorA = rules[3] as number;
  const scaleB = rules[4] as number;
  const leastB = rules[5] as number;
  const mostB = rules[6] as number;
  const factorB = rules[7] as number;
  let isUnread = false;
  for (let row = 0; row < count; row += 1) {
    const valueA = a[from + row] as number;
    const valueB = b[from + row] as number;
    const nA = valueA * scaleA + WHOLE - WHOLE;
    const nB = valueB * scaleB + WHOLE - WHOLE;
    out[row] = (out[row] as number) + factorA * nA + factorB * nB;
    if (nA / scaleA !== valueA || nA < leastA || nA > mostA) isUnread = true;
    if (nB / scaleB !== valueB || nB < leastB || nB > mostB) isUnread = true;
  }
  return isUnread;
}

function addSix(
  out: Float64Array,
  a: Float64Array,
  b: Float64Array,
  c: Float64Array,
  d: Float64Array,
  e: Float64Array,
  f: Float64Array,
  rules: Float64Array,
  from: number,
  count: number,
): boolean {
  const scaleA = rules[0] as number;
  const leastA = rules[1] as number;
  const mostA = rules[2] as number;
  const factorA = rules[3] as number;
  const scaleB = rules[4] as number;
  const leastB = rules[5] as number;
  const mostB = rules[6] as number;
  const factorB = rules[7] as number;
  const scaleC = rules[8] as number;
  const leastC = rules[9] as number;
  const mostC = rules[10] as number;
  const factorC = rules[11] as number;
  const scaleD = rules[12] as number;
  const leastD = rules[13] as number;
  const mostD = rules[14] as number;
  const factorD = rules[15] as number;
  const scaleE = rules[16] as number;
  const leastE = rules[17] as number;
  const mostE = rules[18] as number;
  const factorE = rules[19] as number;
  const scaleF = rules[20] as number;
  const leastF = rules[21] as number;
  const mostF = rules[22] as number;
  const factorF = rules[23] as number;
  let isUnread = false;
  for (let row = 0; row < count; row += 1) {
    const valueA = a[from + row] as number;
    const valueB = b[from + row] as number;
    const valueC = c[from + row] as number;
    const valueD = d[from + row] as number;
    const valueE = e[from + row] as number;
    const valueF = f[from + row] as number;
    const nA = valueA * scaleA + WHOLE - WHOLE;
    const nB = valueB * scaleB + WHOLE - WHOLE;
    const nC = valueC * scaleC + WHOLE - WHOLE;
    const nD = valueD * scaleD + WHOLE - WHOLE;
    const nE = valueE * scaleE + WHOLE - WHOLE;
    const nF = valueF * scaleF + WHOLE - WHOLE;
    const first = (out[row] as number) + factorA * nA + factorB * nB + factorC * nC;
    out[row] = first + factorD * nD + factorE * nE + factorF * nF;
    if (nA / scaleA !== valueA || nA < leastA || nA > mostA) isUnread = true;
    if (nB / scaleB !== valueB || nB < leastB || nB > mostB) isUnread = true;
    if (nC / scaleC !== valueC || nC < leastC || nC > mostC) isUnread = true;
    if (nD / scaleD !== valueD || nD < leastD || nD > mostD) isUnread = true;
    if (nE / scaleE !== valueE || nE < leastE || nE > mostE) isUnread = true;
    if (nF / scaleF !== valueF || nF < leastF || nF > mostF) isUnread = true;
  }
  return isUnread;
}
