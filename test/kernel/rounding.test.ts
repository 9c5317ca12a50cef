import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare, rational, subtract } from "../../src/kernel/rational.js";
import { ROUNDING_MODES, round, roundToUnits } from "../../src/kernel/rounding.js";

// What each mode makes of these tenths, to a whole number.
const VALUES = [-25, -21, -20, -19, -15, -14, -5, -1, 0, 1, 5, 14, 15, 16, 20, 25, 26];
const TABLE: Record<(typeof ROUNDING_MODES)[number], readonly number[]> = {
  "half-up": [-3, -2, -2, -2, -2, -1, -1, 0, 0, 0, 1, 1, 2, 2, 2, 3, 3],
  "half-down": [-2, -2, -2, -2, -1, -1, 0, 0, 0, 0, 0, 1, 1, 2, 2, 2, 3],
  "half-even": [-2, -2, -2, -2, -2, -1, 0, 0, 0, 0, 0, 1, 2, 2, 2, 2, 3],
  "half-ceiling": [-2, -2, -2, -2, -1, -1, 0, 0, 0, 0, 1, 1, 2, 2, 2, 3, 3],
  "half-floor": [-3, -2, -2, -2, -2, -1, -1, 0, 0, 0, 0, 1, 1, 2, 2, 2, 3],
  up: [-3, -3, -2, -2, -2, -2, -1, -1, 0, 1, 1, 2, 2, 2, 2, 3, 3],
  down: [-2, -2, -2, -1, -1, -1, 0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 2],
  ceiling: [-2, -2, -2, -1, -1, -1, 0, 0, 0, 1, 1, 2, 2, 2, 2, 3, 3],
  floor: [-3, -3, -2, -2, -2, -2, -1, -1, 0, 0, 0, 1, 1, 1, 2, 2, 2],
};

test("there are nine modes", () => {
  expect([...ROUNDING_MODES].sort()).toEqual(Object.keys(TABLE).sort());
});

describe.each(ROUNDING_MODES)("%s", (mode) => {
  test("tenths to whole numbers", () => {
    expect(VALUES.map((tenths) => Number(roundToUnits(rational(BigInt(tenths), 10n), 0, mode)))).toEqual(
      TABLE[mode],
    );
  });

  test("the same ties and neighbours at the second decimal", () => {
    const rounded = VALUES.map((tenths) => round(rational(BigInt(tenths), 1000n), 2, mode));
    expect(rounded).toEqual(TABLE[mode].map((units) => rational(BigInt(units), 100n)));
  });
});

test("a third and two thirds are never a tie", () => {
  expect(roundToUnits(rational(1n, 3n), 4, "half-up")).toBe(3333n);
  expect(roundToUnits(rational(2n, 3n), 4, "half-down")).toBe(6667n);
  expect(roundToUnits(rational(-2n, 3n), 4, "half-even")).toBe(-6667n);
});

const edge = 2n ** 53n;
const whole = fc.oneof(
  fc.constantFrom(edge - 1n, edge, edge + 1n, 1n - edge, -edge, 0n, 1n, -1n),
  fc.bigInt({ min: -1000n, max: 1000n }),
  fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
);

test("what is rounded is one of its two neighbours, and in the modes of halves the nearer one", () => {
  fc.assert(
    fc.property(
      whole,
      whole.map((one) => (one < 0n ? -one : one) + 1n),
      fc.integer({ min: 0, max: 25 }),
      fc.constantFrom(...ROUNDING_MODES),
      (n, d, decimals, mode) => {
        const value = rational(n, d);
        const units = roundToUnits(value, decimals, mode);
        const scaled = rational(n * 10n ** BigInt(decimals), d);
        const away = subtract(scaled, rational(units));
        const size = { n: away.n < 0n ? -away.n : away.n, d: away.d };
        expect(compare(size, rational(1n))).toBeLessThan(0);
        if (mode.startsWith("half")) expect(compare(size, rational(1n, 2n))).toBeLessThanOrEqual(0);
        if (mode === "floor" || (mode === "down" && n > 0n)) expect(away.n >= 0n).toBe(true);
        if (mode === "ceiling" || (mode === "up" && n > 0n)) expect(away.n <= 0n).toBe(true);
        expect(round(value, decimals, mode)).toEqual(rational(units, 10n ** BigInt(decimals)));
      },
    ),
  );
});
