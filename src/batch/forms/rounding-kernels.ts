import { goesUp, type RoundingMode } from "../../kernel/rounding.js";

/**
 * out = factor * a / divisor, rounded half up, of numbers that are not negative. The floor of a quotient of whole numbers below 2^53 is exact in floating point: no
 * quotient that is not whole lies so near to the next whole number that it is rounded to it.
 */
export function roundHalfUp(
  out: Float64Array,
  a: Float64Array,
  factor: number,
  half: number,
  divisor: number,
  count: number,
): void {
  for (let row = 0; row < count; row += 1)
    out[row] = Math.floor((factor * (a[row] as number) + half) / divisor);
}

/** The same with a divisor of each row. */
export function roundHalfUpBy(
  out: Float64Array,
  a: Float64Array,
  by: Float64Array,
  factor: number,
  half: number,
  divisor: number,
  count: number,
): void {
  for (let row = 0; row < count; row += 1) {
    const d = by[row] as number;
    out[row] = Math.floor((factor * (a[row] as number) + half * d) / (divisor * d));
  }
}

/** out = factor * a / (divisor * by), rounded by any mode; without `by` it is 1. */
export function roundBy(
  out: Float64Array,
  a: Float64Array,
  by: Float64Array | undefined,
  factor: number,
  divisor: number,
  mode: RoundingMode,
  count: number,
): void {
  for (let row = 0; row < count; row += 1) {
    const whole = divisor * (by === undefined ? 1 : (by[row] as number));
    const n = factor * (a[row] as number);
    const below = Math.floor(n / whole);
    const rest = n - below * whole;
    const up = rest !== 0 && goesUp(mode, 2 * rest - whole, below < 0, below % 2 !== 0);
    out[row] = up ? below + 1 : below;
  }
}
