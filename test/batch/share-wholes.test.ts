// Sharing in whole numbers of 53 bits, aimed at its limits: equal remainders, corners of bounds, weights and amounts as large as they may be.
import fc from "fast-check";
import { expect, test } from "vitest";
import { putFirstRows } from "../../src/batch/groups/first-rows.js";
import { MOST_WEIGHT } from "../../src/batch/groups/level.js";
import { differenceOfProducts } from "../../src/batch/groups/products.js";
import { shareWholes } from "../../src/batch/groups/share-wholes.js";
import { scaled } from "../../src/batch/groups/wholes.js";
import { apportion, compareIds } from "../../src/kernel/apportion.js";
import { apportionWithin } from "../../src/kernel/bounded-apportion.js";
import {
  compare,
  floor,
  multiply,
  type Rational,
  rational,
  subtract,
  sum,
} from "../../src/kernel/rational.js";

const LARGEST = 2 ** 53;
const sized = (most: number) =>
  fc.oneof(
    fc.integer({ min: 0, max: 5 }),
    fc.double({ min: 0, max: Math.log2(most), noNaN: true }).map((bits) => Math.floor(2 ** bits)),
    fc.integer({ min: 0, max: 3 }).map((less) => most - less),
  );

test("the difference of two products is exact below 2^53, and of the right sign above", () => {
  const factor = sized(LARGEST);
  fc.assert(
    fc.property(factor, factor, factor, fc.integer({ min: -2, max: 2 }), (a, b, c, beside) => {
      // A last factor that makes the products as near as they can be.
      const near = c === 0 ? 0 : Number((BigInt(a) * BigInt(b)) / BigInt(c)) + beside;
      for (const d of [near, b]) {
        if (d < 0 || d > LARGEST) continue;
        const exact = BigInt(a) * BigInt(b) - BigInt(c) * BigInt(d);
        const found = differenceOfProducts(a, b, c, d);
        expect(Math.sign(found)).toBe(exact > 0n ? 1 : exact < 0n ? -1 : 0);
        if (exact < LARGEST && exact > -LARGEST) expect(found).toBe(Number(exact));
      }
    }),
    { numRuns: 20_000 },
  );
});

const toWhole = (value: number) => rational(BigInt(Number.isNaN(value) ? 0 : value));
const idOf = (row: number) => `${(row * 7) % 5}-${row}`;

/** Shares an amount in whole numbers and by the function of one group. */
function both(
  amount: number,
  weights: readonly number[],
  least: readonly number[] | undefined,
  most: readonly number[] | undefined,
) {
  const rows = Int32Array.from(weights.keys());
  const out = { units: new Float64Array(rows.length), held: new Int16Array(rows.length) };
  const columns = {
    weights: Float64Array.from(weights),
    least: least && Float64Array.from(least),
    most: most && Float64Array.from(most),
  };
  const left = shareWholes(amount, rows, columns, out, (a, b) => compareIds(idOf(a), idOf(b)));
  const shares = weights.map((weight, row) => ({
    id: idOf(row),
    share: toWhole(weight),
    least: least && toWhole(least[row] ?? 0),
    most: most?.[row] === Number.POSITIVE_INFINITY ? undefined : most && toWhole(most[row] ?? 0),
  }));
  const whole = apportionWithin(BigInt(amount), shares);
  const names = [undefined, "least", "most"];
  const found =
    left === undefined
      ? undefined
      : {
          left: BigInt(left),
          parts: [...out.units].map((units, row) => [BigInt(units), names[(out.held[row] as number) + 1]]),
        };
  return {
    found,
    expected: whole && { left: whole.left, parts: whole.parts.map((one) => [one.amount, one.held]) },
  };
}

test("parts are those of the function of one group wherever whole numbers hold them", () => {
  let isShared = 0;
  const few = { minLength: 1, maxLength: 7 };
  fc.assert(
    fc.property(fc.array(sized(MOST_WEIGHT / 8), few), sized(LARGEST), (weights, amount) => {
      const { found, expected } = both(amount, weights, undefined, undefined);
      expect(found).toEqual(expected);
    }),
    { numRuns: 3000 },
  );
  const bounded = fc.record({
    weight: sized(MOST_WEIGHT / 8),
    least: fc.nat(9),
    room: fc.nat(9),
    isOpen: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(bounded, few), fc.nat(40), fc.constantFrom(1, 1000, 2 ** 45), (all, parts, unit) => {
      const least = all.map((one) => one.least * unit);
      const most = all.map(({ room, isOpen }, row) =>
        isOpen ? Number.POSITIVE_INFINITY : (least[row] ?? 0) + room * unit,
      );
      const weights = all.map(({ weight }) => weight);
      // Weights that are the bounds themselves put levels on their corners.
      for (const by of [
        weights,
        most.map((one) => (one < Number.POSITIVE_INFINITY ? one / unit : 1)),
        least.map((one) => one / unit),
      ]) {
        const { found, expected } = both(parts * unit, by, least, most);
        if (found === undefined) continue;
        isShared += 1;
        expect(found).toEqual(expected);
      }
    }),
    { numRuns: 3000 },
  );
  expect(isShared).toBeGreaterThan(3000);
});

test("what is too large is left to the function of one group", () => {
  expect(both(10, [MOST_WEIGHT, 1], undefined, undefined).found).toBeUndefined();
  expect(both(10, [1, 1], [6, 6], undefined).found).toBeUndefined();
  expect(both(10, [1, 1], [6, 0], [5, 9]).found).toBeUndefined();
  expect(both(10, [1, 1], [Number.NaN, 0], [5, 9]).found).toBeUndefined();
});

test("scaled numbers are rounded down and up as they are exactly", () => {
  const by = fc.bigInt({ min: 1n, max: 10n ** 20n });
  fc.assert(
    fc.property(sized(LARGEST), fc.boolean(), by, by, (size, isNegative, times, divisor) => {
      const n = isNegative ? -size : size;
      const exact = rational(BigInt(n) * times, divisor);
      const [down, up] = scaled(times, divisor);
      const [low, high] = [floor(exact), -floor(rational(-exact.n, exact.d))];
      for (const [found, whole] of [
        [down(n), low],
        [up(n), high],
      ] as const)
        if (whole <= BigInt(LARGEST) && whole >= -BigInt(LARGEST)) expect(found + 0).toBe(Number(whole));
        else expect(found).toBeNaN();
    }),
    { numRuns: 3000 },
  );
});

test("the first rows are those that a sort puts first", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3000 }),
      fc.nat(3000),
      fc.integer({ min: 1, max: 97 }),
      (length, some, step) => {
        const count = Math.min(some, length);
        const keyOf = (row: number) => (row * step) % 101;
        const order = (a: number, b: number) => keyOf(a) - keyOf(b) || a - b;
        const rows = Int32Array.from({ length }, (_, row) => row);
        const sorted = rows.slice().sort(order);
        putFirstRows(rows, count, order);
        expect(rows.slice(0, count).sort(order)).toEqual(sorted.slice(0, count));
        expect(rows.slice().sort()).toEqual(Int32Array.from({ length }, (_, row) => row));
      },
    ),
    { numRuns: 200 },
  );
});

/** The largest remainder as it is defined, in fractions. */
function byDefinition(units: bigint, shares: readonly { readonly id: string; readonly share: Rational }[]) {
  const total = sum(shares.map(({ share }) => share));
  const exact = shares.map(({ id, share }, index) => {
    const part = multiply(share, rational(units * total.d, total.n));
    return { id, index, whole: floor(part), rest: subtract(part, rational(floor(part))) };
  });
  const left = Number(units - exact.reduce((all, { whole }) => all + whole, 0n));
  const first = [...exact].sort((a, b) => compare(b.rest, a.rest) || compareIds(a.id, b.id)).slice(0, left);
  return exact.map(({ whole, index }) => whole + (first.some((one) => one.index === index) ? 1n : 0n));
}

test("fractions of any denominators are apportioned as the method says", () => {
  const share = fc
    .tuple(fc.nat(1000), fc.constantFrom(1n, 2n, 3n, 7n, 31n, 10n ** 17n, 10n ** 200n + 7n, 10n ** 180n + 1n))
    .map(([n, d]) => rational(BigInt(n), d));
  fc.assert(
    fc.property(fc.array(share, { minLength: 1, maxLength: 6 }), fc.nat(100_000), (values, units) => {
      fc.pre(values.some(({ n }) => n > 0n));
      const shares = values.map((value, row) => ({ id: idOf(row), share: value }));
      expect(apportion(BigInt(units), shares)).toEqual(byDefinition(BigInt(units), shares));
      expect(apportion(BigInt(-units), shares)).toEqual(
        byDefinition(BigInt(units), shares).map((part) => -part),
      );
    }),
    { numRuns: 1000 },
  );
});
