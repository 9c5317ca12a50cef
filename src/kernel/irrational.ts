import { divide, multiply, type Rational, rational } from "./rational.js";
import { type RoundingMode, round } from "./rounding.js";

/** Digits of a working value beyond those that are kept. */
export const GUARD_DIGITS = 60;

/** How much closer to a tie than one unit a value counts as the tie, in digits. */
const TIE_DIGITS = 20;

/**
 * Arithmetic on whole multiples of 10^-`digits`: a number is its count of those units. Each function is right to a few units,
 * and the same on every platform.
 */
export interface FixedPoint {
  /** One, in units. */
  readonly one: bigint;
  /** A fraction in units, rounded down. */
  from(value: Rational): bigint;
  /** A number of units as a fraction. */
  value(units: bigint): Rational;
  multiply(a: bigint, b: bigint): bigint;
  divide(a: bigint, b: bigint): bigint;
  /** The square root of a fraction of zero or more; another is a fault of the caller. */
  squareRoot(value: Rational): bigint;
  /** The natural logarithm of a fraction above zero; another is a fault of the caller. */
  logarithm(value: Rational): bigint;
  /** e to a power. */
  exponential(power: bigint): bigint;
}

/** Fixed-point arithmetic with so many digits after the point. */
export function fixedPoint(digits: number): FixedPoint {
  const one = 10n ** BigInt(digits);
  let twoLog: bigint | undefined;
  const logTwo = () => {
    twoLog ??= logarithmNearOne({ n: 2n, d: 1n }, one);
    return twoLog;
  };
  const from = (value: Rational) => (value.n * one) / value.d;
  return {
    one,
    from,
    value: (units) => rational(units, one),
    multiply: (a, b) => (a * b) / one,
    divide: (a, b) => (a * one) / b,
    squareRoot(value) {
      if (value.n < 0n) throw new RangeError("a negative number has no square root");
      return integerRoot((value.n * one * one) / value.d, 2);
    },
    logarithm(value) {
      if (value.n <= 0n) throw new RangeError("a number of zero or less has no logarithm");
      const twos = bitLength(value.n) - bitLength(value.d);
      return BigInt(twos) * logTwo() + logarithmNearOne(timesPowerOfTwo(value, -twos), one);
    },
    exponential(power) {
      const twos = Number(power / logTwo());
      const raised = exponentialNearZero(power - BigInt(twos) * logTwo(), one);
      return twos >= 0 ? raised << BigInt(twos) : raised >> BigInt(-twos);
    },
  };
}

/** The greatest whole number whose `degree`th power is not above `value`, which is zero or more: Newton's method from above. */
export function integerRoot(value: bigint, degree: number): bigint {
  if (value < 2n || degree === 1) return value;
  const [power, less] = [BigInt(degree), BigInt(degree - 1)];
  let root = 1n << BigInt(Math.floor(bitLength(value) / degree) + 1);
  for (;;) {
    const next = (less * root + value / root ** less) / power;
    if (next >= root) return root;
    root = next;
  }
}

/**
 * Rounds a value that is right to more than `decimals` + 20 digits as the exact one would be: what is closer than
 * 10^-(decimals + 20) to a multiple of half a unit counts as that multiple.
 */
export function roundIrrational(value: Rational, decimals: number, mode: RoundingMode = "half-up"): Rational {
  const halfUnit = rational(1n, 2n * 10n ** BigInt(decimals));
  const nearest = multiply(round(divide(value, halfUnit), 0, "half-up"), halfUnit);
  const distance = value.n * nearest.d - nearest.n * value.d;
  const close =
    (distance < 0n ? -distance : distance) * 10n ** BigInt(decimals + TIE_DIGITS) < value.d * nearest.d;
  return round(close ? nearest : value, decimals, mode);
}

/** 2 artanh((v - 1) / (v + 1)), for a value between 1/2 and 2. */
function logarithmNearOne({ n, d }: Rational, one: bigint): bigint {
  const ratio = ((n - d) * one) / (n + d);
  const square = (ratio * ratio) / one;
  let sum = 0n;
  let power = ratio;
  for (let odd = 1n; power !== 0n; odd += 2n) {
    sum += power / odd;
    power = (power * square) / one;
  }
  return 2n * sum;
}

/** The power series of e^x, after x is halved eight times; then the result is squared as often. */
function exponentialNearZero(power: bigint, one: bigint): bigint {
  const halvings = 8n;
  const small = power >> halvings;
  let sum = one;
  let term = one;
  for (let count = 1n; term !== 0n && term !== -1n; count += 1n) {
    term = (term * small) / one / count;
    sum += term;
  }
  for (let count = 0n; count < halvings; count += 1n) sum = (sum * sum) / one;
  return sum;
}

function timesPowerOfTwo({ n, d }: Rational, twos: number): Rational {
  return twos >= 0 ? { n: n << BigInt(twos), d } : { n, d: d << BigInt(-twos) };
}

function bitLength(value: bigint): number {
  const digits = value.toString(16);
  return digits.length * 4 - Math.clz32(Number.parseInt(digits.charAt(0), 16)) + 28;
}
