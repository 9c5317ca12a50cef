import type { FloatSource } from "../forms/forms.js";
import type { WholePiecesBy } from "../forms/piecewise-kernels.js";
import { operate, type Planning } from "../forms/planning.js";
import { type FloatReading, setUnreadAside, WHOLE } from "../forms/read-floats.js";

/** Reads two columns, and rounds a function of their quotient half up, in one loop: what `readFloats`, `threePiecesBy` and `roundHalfUpBy` do one after the other. */
export function planHeld(
  out: Float64Array,
  [top, bottom]: readonly [FloatSource, FloatSource],
  pieces: WholePiecesBy,
  { factor, divisor }: { readonly factor: bigint; readonly divisor: bigint },
  planning: Planning,
): void {
  const rounding = [Number(2n * factor), Number(divisor), Number(2n * divisor)];
  const quotient: HeldQuotient = { top, bottom, rules: new Float64Array() };
  planning.starts.push(findRules.bind(undefined, quotient, pieces, rounding));
  operate(planning, readHeld, out, quotient, planning.aside);
}

interface HeldQuotient {
  readonly top: FloatSource;
  readonly bottom: FloatSource;
  rules: Float64Array;
}

function findRules(quotient: HeldQuotient, pieces: WholePiecesBy, rounding: readonly number[]): void {
  const { top, bottom } = quotient;
  quotient.rules = rulesOf(top.floats(), bottom.floats(), pieces, rounding);
}

function readHeld(
  out: Float64Array,
  { top, bottom, rules }: HeldQuotient,
  aside: Uint8Array,
  count: number,
): void {
  const [a, by] = [top.floats(), bottom.floats()];
  const { from } = top;
  if (!roundHeld(out, a.values, by.values, rules, from, count)) return;
  setUnreadAside(a, from, aside, count);
  setUnreadAside(by, from, aside, count);
}

/** Those of both columns, where the second and the third piece begin, the lines of the first, and by how much those of the later ones are steeper and higher; the rounding. */
function rulesOf(
  a: FloatReading,
  by: FloatReading,
  { fromBy, fromFactor, constant, linear }: WholePiecesBy,
  rounding: readonly number[],
): Float64Array {
  const rises = (of: Float64Array) =>
    [0, 1, 2].map((piece) => (of[piece] as number) - (piece === 0 ? 0 : (of[piece - 1] as number)));
  const froms = [...fromBy.slice(1, 3), ...fromFactor.slice(1, 3)];
  return Float64Array.from([
    ...a.rules,
    ...by.rules,
    ...froms,
    ...rises(constant),
    ...rises(linear),
    ...rounding,
  ]);
}

/** Whether any number is none of so many decimals, or not within the bounds. */
function roundHeld(
  out: Float64Array,
  a: Float64Array,
  by: Float64Array,
  rules: Float64Array,
  from: number,
  count: number,
): boolean {
  const [scaleA, leastA, mostA] = [rules[0] as number, rules[1] as number, rules[2] as number];
  const [scaleD, leastD, mostD] = [rules[3] as number, rules[4] as number, rules[5] as number];
  const [from1, from2, factor1, factor2] = [
    rules[6] as number,
    rules[7] as number,
    rules[8] as number,
    rules[9] as number,
  ];
  const [c0, c1, c2] = [rules[10] as number, rules[11] as number, rules[12] as number];
  const [l0, l1, l2] = [rules[13] as number, rules[14] as number, rules[15] as number];
  const [factor, half, divisor] = [rules[16] as number, rules[17] as number, rules[18] as number];
  let isUnread = false;
  for (let row = 0; row < count; row += 1) {
    const valueA = a[from + row] as number;
    const valueD = by[from + row] as number;
    const n = valueA * scaleA + WHOLE - WHOLE;
    const d = valueD * scaleD + WHOLE - WHOLE;
    if (n / scaleA !== valueA || n < leastA || n > mostA) isUnread = true;
    if (d / scaleD !== valueD || d < leastD || d > mostD) isUnread = true;
    const second = +(n * factor1 >= d * from1) | 0;
    const third = +(n * factor2 >= d * from2) | 0;
    const x = c0 * d + l0 * n + second * (c1 * d + l1 * n) + third * (c2 * d + l2 * n);
    out[row] = Math.floor((factor * x + half * d) / (divisor * d));
  }
  return isUnread;
}
