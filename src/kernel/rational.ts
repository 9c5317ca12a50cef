/** An exact fraction in lowest terms; the denominator is positive. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Rational = { n: 0n, d: 1n };
export const ONE: Rational = { n: 1n, d: 1n };
export const HUNDRED: Rational = { n: 100n, d: 1n };

export function rational(n: bigint, d: bigint = 1n): Rational {
  if (d === 1n) return { n, d };
  if (n === 0n && d !== 0n) return ZERO;
  if (d === 0n) throw new RangeError("a fraction has no zero denominator");
  const [smallN, smallD] = [Number(n), Number(d)];
  if (smallD > 0 && Number.isSafeInteger(smallN) && Number.isSafeInteger(smallD))
    return smallRational(smallN, smallD);
  const shared = greatestCommonDivisor(n, d);
  const divisor = d < 0n ? -shared : shared;
  return divisor === 1n ? { n, d } : { n: n / divisor, d: d / divisor };
}

/** A fraction of whole numbers that JS numbers hold exactly; the denominator is positive. */
export function smallRational(n: number, d: number): Rational {
  const shared = smallDivisor(n, d);
  return { n: BigInt(n / shared), d: BigInt(d / shared) };
}

/** units / 10^`decimals`: nothing but twos and fives can be taken out, which costs less than to look for what both share. */
export function decimalFraction(units: bigint, decimals: number): Rational {
  if (units === 0n) return ZERO;
  let [n, twos, fives] = [units, decimals, decimals];
  for (; twos > 0 && n % 2n === 0n; n /= 2n) twos -= 1;
  for (; fives > 0 && n % 5n === 0n; n /= 5n) fives -= 1;
  return { n, d: twos === fives ? powerOfTen(twos) : 2n ** BigInt(twos) * 5n ** BigInt(fives) };
}

/** 10^`exponent`. */
export function powerOfTen(exponent: number): bigint {
  return POWERS_OF_TEN[exponent] ?? 10n ** BigInt(exponent);
}

const POWERS_OF_TEN = Array.from({ length: 41 }, (_, exponent) => 10n ** BigInt(exponent));

/** What the denominators share is taken out first, so that the numbers that are reduced stay small (Knuth, 4.5.1). */
export function add(a: Rational, b: Rational): Rational {
  if (a.n === 0n) return b;
  if (b.n === 0n) return a;
  if (a.d === b.d) return rational(a.n + b.n, a.d);
  if (a.d === 1n) return { n: a.n * b.d + b.n, d: b.d };
  if (b.d === 1n) return { n: a.n + b.n * a.d, d: a.d };
  const shared = greatestCommonDivisor(a.d, b.d);
  const [ofA, ofB] = [a.d / shared, b.d / shared];
  const n = a.n * ofB + b.n * ofA;
  const divisor = greatestCommonDivisor(n, shared);
  return { n: n / divisor, d: ofA * (b.d / divisor) };
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, negate(b));
}

export function multiply(a: Rational, b: Rational): Rational {
  if (a.d === 1n && b.d === 1n) return { n: a.n * b.n, d: 1n };
  if (a.n === a.d) return b;
  if (b.n === b.d) return a;
  if (a.n === 0n || b.n === 0n) return ZERO;
  return rational(a.n * b.n, a.d * b.d);
}

/** The caller makes sure that `b` is not zero. */
export function divide(a: Rational, b: Rational): Rational {
  return rational(a.n * b.d, a.d * b.n);
}

export function negate(a: Rational): Rational {
  return { n: -a.n, d: a.d };
}

export function absolute(a: Rational): Rational {
  return a.n < 0n ? negate(a) : a;
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.d === b.d ? a.n - b.n : a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function lesser(a: Rational, b: Rational): Rational {
  return compare(a, b) <= 0 ? a : b;
}

export function greater(a: Rational, b: Rational): Rational {
  return compare(a, b) >= 0 ? a : b;
}

/** Halves are added, so that long denominators come up in few of the additions. */
export function sum(values: readonly Rational[]): Rational {
  return values.length === 0 ? ZERO : sumBetween(values, 0, values.length);
}

function sumBetween(values: readonly Rational[], from: number, to: number): Rational {
  if (to - from === 1) return values[from] as Rational;
  const half = from + Math.floor((to - from) / 2);
  return add(sumBetween(values, from, half), sumBetween(values, half, to));
}

/** The greatest whole number that is not above `a`. */
export function floor(a: Rational): bigint {
  const quotient = a.n / a.d;
  return a.n < 0n && quotient * a.d !== a.n ? quotient - 1n : quotient;
}

/** `"83.25"` where the decimal ends, `"250/3"` where it does not: a text that reads back as the same value. */
export function rationalText(a: Rational): string {
  const decimals = decimalsOf(a.d);
  if (decimals === undefined) return `${a.n}/${a.d}`;
  return scaledText((a.n * powerOfTen(decimals)) / a.d, decimals);
}

/** How many digits after the point a fraction in lowest terms has, or undefined where they do not end. */
export function decimalsOf(denominator: bigint): number | undefined {
  if (denominator === 1n) return 0;
  const small = Number(denominator);
  if (!Number.isSafeInteger(small)) return decimalsOfLarge(denominator);
  let rest = small;
  let twos = 0;
  let fives = 0;
  for (; rest % 2 === 0; rest /= 2) twos += 1;
  for (; rest % 5 === 0; rest /= 5) fives += 1;
  return rest === 1 ? Math.max(twos, fives) : undefined;
}

function decimalsOfLarge(denominator: bigint): number | undefined {
  let [rest, twos, fives] = [denominator, 0, 0];
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  return rest === 1n ? Math.max(twos, fives) : undefined;
}

/** Reads what `rationalText` wrote, of any length. */
export function readRationalText(text: string): Rational {
  const [top = "", bottom] = text.split("/");
  if (bottom !== undefined) return rational(BigInt(top), BigInt(bottom));
  const [whole = "", decimals = ""] = top.split(".");
  return decimalFraction(BigInt(whole + decimals), decimals.length);
}

/** The decimal text of `units` / 10^`decimals`, with exactly that many decimals. */
export function scaledText(units: bigint, decimals: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const sign = units < 0n ? "-" : "";
  return decimals === 0 ? sign + whole : `${sign}${whole}.${digits.slice(digits.length - decimals)}`;
}

/** The greatest whole number that divides both; it is not negative. */
export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let x = a;
  let y = b;
  while (y !== 0n) {
    const [smallX, smallY] = [Number(x), Number(y)];
    if (Number.isSafeInteger(smallX) && Number.isSafeInteger(smallY))
      return BigInt(smallDivisor(smallX, smallY));
    const rest = x % y;
    x = y;
    y = rest;
  }
  return x < 0n ? -x : x;
}

const MOST_OF_32_BITS = 2 ** 31 - 1;

/** The same of numbers that JS numbers hold exactly, as they do all remainders. */
function smallDivisor(a: number, b: number): number {
  let x = Math.abs(a);
  let y = Math.abs(b);
  while (y > MOST_OF_32_BITS) {
    const rest = x % y;
    x = y;
    y = rest;
  }
  if (y === 0) return x;
  // Processors divide whole numbers of 32 bits many times as fast.
  let left = y | 0;
  let right = (x % y) | 0;
  while (right !== 0) {
    const rest = left % right;
    left = right;
    right = rest;
  }
  return left;
}
