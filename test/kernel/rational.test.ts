import fc from "fast-check";
import { expect, test } from "vitest";
import {
  add,
  compare,
  decimalsOf,
  divide,
  floor,
  greatestCommonDivisor,
  multiply,
  powerOfTen,
  type Rational,
  rational,
  rationalText,
  readRationalText,
  subtract,
  sum,
} from "../../src/kernel/rational.js";

const fraction = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 20n }))
  .map(([n, d]) => rational(n, d));

/** The sum over the product of all denominators, not reduced. */
function overProduct(values: readonly Rational[]): Rational {
  const d = values.reduce((all, value) => all * value.d, 1n);
  return { n: values.reduce((all, value) => all + value.n * (d / value.d), 0n), d };
}

test("sums are exact and in lowest terms", () => {
  fc.assert(
    fc.property(fc.array(fraction, { maxLength: 12 }), (values) => {
      const { n, d } = overProduct(values);
      expect(sum(values)).toEqual(rational(n, d));
    }),
  );
});

test("a sum of two whose denominators share something is in lowest terms", () => {
  expect(add(rational(1n, 6n), rational(1n, 10n))).toEqual({ n: 4n, d: 15n });
  expect(add(rational(-1n, 6n), rational(1n, 6n))).toEqual({ n: 0n, d: 1n });
  expect(add(rational(1n, 6n), rational(-2n, 12n))).toEqual({ n: 0n, d: 1n });
  expect(add(rational(1n, 4n), rational(-3n, 2n))).toEqual({ n: -5n, d: 4n });
  expect(sum([])).toEqual({ n: 0n, d: 1n });
});

test("a thousand fractions with different denominators are summed in no time", () => {
  const values = Array.from({ length: 1000 }, (_, index) =>
    rational(7n ** BigInt(20 + (index % 3)), 10n ** 18n + BigInt(index) * 1_234_567n + 1n),
  );
  expect(compare(sum(values), overProduct(values))).toBe(0);
});

const edge = 2n ** 53n;
const aroundEdge = [
  edge - 2n,
  edge - 1n,
  edge,
  edge + 1n,
  edge + 2n,
  edge * edge - 1n,
  edge * 6n,
  0n,
  1n,
  2n,
];
/** Whole numbers of all sizes, and those around the largest that a JS number holds exactly. */
const whole = fc.oneof(
  fc.constantFrom(...aroundEdge, ...aroundEdge.map((one) => -one)),
  fc.bigInt({ min: -1000n, max: 1000n }),
  fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
);
const anyFraction = fc
  .tuple(
    whole,
    whole.filter((one) => one !== 0n),
  )
  .map(([n, d]) => rational(n, d));

/** The greatest common divisor as Euclid has it, of whole numbers of any size. */
function euclid(a: bigint, b: bigint): bigint {
  const size = a < 0n ? -a : a;
  return b === 0n ? size : euclid(b, size % b);
}

function expectLowest({ n, d }: Rational, top: bigint, bottom: bigint): void {
  expect(n * bottom).toBe(top * d);
  expect(d > 0n).toBe(true);
  expect(euclid(n, d)).toBe(1n);
}

test("greatest common divisors are Euclid's, on both sides of 2^53", () => {
  fc.assert(
    fc.property(whole, whole, whole, (a, b, c) => {
      const divisor = greatestCommonDivisor(a * c, b * c);
      const other = euclid(a * c, b * c);
      expect(divisor).toBe(other < 0n ? -other : other);
    }),
  );
});

test("sums, differences, products and quotients are exact and in lowest terms, on both sides of 2^53", () => {
  fc.assert(
    fc.property(anyFraction, anyFraction, (a, b) => {
      expectLowest(add(a, b), a.n * b.d + b.n * a.d, a.d * b.d);
      expectLowest(add(a, { n: b.n * 7n + 1n, d: 7n }), a.n * 7n + (b.n * 7n + 1n) * a.d, a.d * 7n);
      expectLowest(subtract(a, b), a.n * b.d - b.n * a.d, a.d * b.d);
      expectLowest(subtract(a, a), 0n, 1n);
      expectLowest(multiply(a, b), a.n * b.n, a.d * b.d);
      if (b.n !== 0n) expectLowest(divide(a, b), a.n * b.d, a.d * b.n);
      expect(Math.sign(compare(a, b))).toBe(Number(a.n * b.d > b.n * a.d) - Number(a.n * b.d < b.n * a.d));
      const below = floor(a);
      expect(below * a.d <= a.n && a.n < (below + 1n) * a.d).toBe(true);
    }),
  );
});

test("a text reads back as the same number, and has as many decimals as it needs", () => {
  fc.assert(
    fc.property(whole, fc.nat(30), fc.nat(30), fc.constantFrom(1n, 3n, 7n), (n, twos, fives, other) => {
      const value = rational(n, 2n ** BigInt(twos) * 5n ** BigInt(fives) * other);
      expect(readRationalText(rationalText(value))).toEqual(value);
      const decimals = decimalsOf(value.d);
      if (decimals === undefined) expect(rationalText(value)).toContain("/");
      else {
        expect((value.n * 10n ** BigInt(decimals)) % value.d).toBe(0n);
        if (decimals > 0) expect((value.n * 10n ** BigInt(decimals - 1)) % value.d).not.toBe(0n);
      }
    }),
  );
});

test("powers of ten, those that are kept and those that are worked out", () => {
  for (const exponent of [0, 1, 6, 20, 21, 22, 400])
    expect(powerOfTen(exponent)).toBe(10n ** BigInt(exponent));
});
