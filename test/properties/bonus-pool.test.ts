import fc from "fast-check";
import { expect, test } from "vitest";
import { type BonusPoolConfig, bonusPool, currencyDecimals } from "../../src/index.js";
import { asJson, decimalText, ids, total, wide } from "./exact.js";

const settings = { numRuns: 200 };
const config = fc.record({
  currency: fc.constantFrom("JPY", "USD", "KWD"),
  rounding: fc.constantFrom("half-up", "half-even", "up", "down"),
  whenBelow: fc.constantFrom("paid", "scaled"),
}) as fc.Arbitrary<BonusPoolConfig & { currency: string }>;
const people = fc
  .tuple(
    ids(0, 6),
    fc.array(
      fc.tuple(decimalText({ min: 0, max: 500, decimals: 3 }), fc.constantFrom(0, 1, "0.5", "1/3", "1.25")),
      {
        minLength: 6,
        maxLength: 6,
      },
    ),
  )
  .map(([names, rows]) =>
    names.map((id, index) => ({ id, target: rows[index]?.[0] ?? 0, multiplier: rows[index]?.[1] ?? 1 })),
  );
const pool = (currency: string, units: number) =>
  wide(units)
    .times(wide(10).pow(-currencyDecimals(currency)))
    .toFixed();

test("the lines sum to what is paid, which is the pool or what was claimed, and never more than the pool", () => {
  fc.assert(
    fc.property(config, people, fc.nat(200_000), (plan, list, units) => {
      const amount = pool(plan.currency, units);
      const result = bonusPool(plan)({ period: "2026", pool: amount, people: list });
      expect(total(result.lines.map((line) => line.amount)).eq(wide(result.amount))).toBe(true);
      expect(wide(result.amount).plus(wide(result.left)).eq(amount)).toBe(true);
      expect(result.left.gte(0)).toBe(true);
      const claimed =
        list.filter(({ target, multiplier }) => Number(target) > 0 && multiplier !== 0).length > 0;
      const scaled = String(result.factor) !== "1" || plan.whenBelow === "scaled";
      if (claimed && scaled) expect(result.left.isZero()).toBe(true);
    }),
    settings,
  );
});

test("each line is within one unit of its exact share, and does not depend on the order of the rows", () => {
  fc.assert(
    fc.property(config, people, fc.nat(200_000), (plan, list, units) => {
      const share = bonusPool(plan);
      const amount = pool(plan.currency, units);
      const result = share({ period: "2026", pool: amount, people: list });
      const unit = wide(10).pow(-currencyDecimals(plan.currency));
      for (const line of result.lines) {
        const exact = wide(line.basis).times(wide(line.rate));
        // Rates are shown with six digits.
        const shown = wide(line.basis).times("0.000001");
        expect(wide(line.amount).minus(exact).abs().lte(unit.plus(shown))).toBe(true);
      }
      const turned = share({ period: "2026", pool: amount, people: [...list].reverse() });
      expect(asJson([...turned.lines].reverse())).toEqual(asJson(result.lines));
    }),
    settings,
  );
});
