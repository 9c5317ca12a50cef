import fc from "fast-check";
import { expect, test } from "vitest";
import { add, compare, type Rational, rational, sum } from "../../src/kernel/rational.js";

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
