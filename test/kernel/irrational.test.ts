import fc from "fast-check";
import { expect, test } from "vitest";
import { fixedPoint, integerRoot, roundIrrational } from "../../src/kernel/irrational.js";
import { rational, rationalText } from "../../src/kernel/rational.js";

const point = fixedPoint(60);
const text = (units: bigint, digits = 50) => rationalText(roundIrrational(point.value(units), digits));

test("known digits of square roots, logarithms and powers of e", () => {
  expect(text(point.squareRoot(rational(2n)))).toBe("1.41421356237309504880168872420969807856967187537695");
  expect(text(point.logarithm(rational(2n)))).toBe("0.69314718055994530941723212145817656807550013436026");
  expect(text(point.logarithm(rational(10n)))).toBe("2.30258509299404568401799145468436420760110148862877");
  expect(text(point.exponential(point.one))).toBe("2.71828182845904523536028747135266249775724709369996");
  expect(text(point.exponential(-point.one))).toBe("0.36787944117144232159552377016146086744581113103177");
  expect(point.exponential(0n)).toBe(point.one);
  expect(point.logarithm(rational(1n))).toBe(0n);
});

test("e to the logarithm is the number again, and logarithms of products are sums", () => {
  const fraction = fc
    .tuple(fc.bigInt(1n, 10n ** 12n), fc.bigInt(1n, 10n ** 12n))
    .map(([n, d]) => rational(n, d));
  fc.assert(
    fc.property(fraction, fraction, (a, b) => {
      expect(text(point.exponential(point.logarithm(a)), 30)).toBe(text(point.from(a), 30));
      const product = rational(a.n * b.n, a.d * b.d);
      expect(text(point.logarithm(product))).toBe(text(point.logarithm(a) + point.logarithm(b)));
    }),
  );
});

test("an integer root is the greatest whole number whose power is not above the value", () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 80n), fc.integer({ min: 1, max: 9 }), (value, degree) => {
      const root = integerRoot(value, degree);
      expect(root ** BigInt(degree) <= value && (root + 1n) ** BigInt(degree) > value).toBe(true);
    }),
  );
});

test("closer to a tie than 10^-(digits + 20) counts as the tie", () => {
  const off = (digits: number) => rational(25n * 10n ** BigInt(digits - 2) - 1n, 10n ** BigInt(digits));
  expect(rationalText(roundIrrational(off(30), 1))).toBe("0.3");
  expect(rationalText(roundIrrational(off(20), 1))).toBe("0.2");
  expect(rationalText(roundIrrational(rational(10n ** 40n - 1n, 10n ** 40n), 2, "down"))).toBe("1");
});

test("logarithms and roots of what has none are faults, and never run on", () => {
  expect(() => point.logarithm(rational(0n))).toThrow(RangeError);
  expect(() => point.logarithm(rational(-1n))).toThrow(RangeError);
  expect(() => point.squareRoot(rational(-1n))).toThrow(RangeError);
  expect(point.squareRoot(rational(0n))).toBe(0n);
});
