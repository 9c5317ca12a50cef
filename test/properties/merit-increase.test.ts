import fc from "fast-check";
import { expect, test } from "vitest";
import { type MeritIncreaseConfig, meritIncrease } from "../../src/index.js";
import { asJson, decimalText, ids, total, wide } from "./exact.js";

const settings = { numRuns: 150 };
const percent = fc.constantFrom("0", "1%", "2.5%", "1/30", "8%", "20%");
const config: fc.Arbitrary<MeritIncreaseConfig> = fc
  .record({
    currency: fc.constantFrom("JPY", "USD", "KWD"),
    rounding: fc.constantFrom("half-up" as const, "half-even" as const, "up" as const, "down" as const),
    aboveMaximum: fc.constantFrom("lost" as const, "lump-sum" as const, "paid" as const),
    salaryStep: fc.constantFrom(undefined, 1, 50, "0.5"),
    percents: fc.array(percent, { minLength: 4, maxLength: 4 }),
  })
  .map(({ percents, salaryStep, ...plan }) => ({
    ...plan,
    ...(salaryStep === undefined ? {} : { salaryStep }),
    ranges: [{ tier: "a", minimum: 800, maximum: 1200 }],
    positions: { by: "compa-ratio", bands: [{ id: "low" }, { id: "high", from: 1 }] },
    bands: [{ id: "meets" }, { id: "exceeds", from: 50 }],
    matrix: [
      { band: "meets", positions: ["low"], percent: percents[0] ?? 0 },
      { band: "meets", positions: ["high"], percent: percents[1] ?? 0 },
      { band: "exceeds", positions: ["low"], percent: percents[2] ?? 0 },
      { band: "exceeds", positions: ["high"], percent: percents[3] ?? 0 },
    ],
  }));
const salary = decimalText({ min: 500, max: 1400, decimals: 2 });
const people = fc
  .tuple(ids(1, 6), fc.array(fc.tuple(salary, fc.nat(100)), { minLength: 6, maxLength: 6 }))
  .map(([names, rows]) =>
    names.map((id, index) => ({
      id,
      tier: "a",
      salary: rows[index]?.[0] ?? "1",
      score: rows[index]?.[1] ?? 0,
    })),
  );
const budget = decimalText({ min: 0, max: 300, decimals: 3 });

test("the cost is the sum of raises and lump sums, and never above the budget", () => {
  fc.assert(
    fc.property(config, people, budget, (plan, list, amount) => {
      const result = meritIncrease(plan)({ period: "2026", budget: amount, people: list });
      const given = result.people.flatMap(({ increase, lumpSum }) => [increase, lumpSum]);
      expect(total(given).eq(wide(result.cost))).toBe(true);
      expect(wide(result.cost).lte(amount)).toBe(true);
      expect(wide(result.left ?? 0).eq(wide(amount).minus(wide(result.cost)))).toBe(true);
    }),
    settings,
  );
});

test("a short budget of minor units is spent to the last unit, but what the maximum of a range refuses", () => {
  fc.assert(
    fc.property(config, people, budget, ({ salaryStep: _step, ...plan }, list, amount) => {
      const result = meritIncrease({ ...plan, aboveMaximum: "paid" })({
        period: "2026",
        budget: amount,
        people: list,
      });
      if (String(result.factor) === "1") return;
      const unit = wide({ JPY: 1, USD: "0.01", KWD: "0.001" }[plan.currency] ?? 1);
      const whole = list.every(({ salary: one }) => wide(one).mod(unit).isZero());
      if (whole) expect(wide(result.left ?? 0).lt(unit)).toBe(true);
    }),
    settings,
  );
});

test("no salary is lowered, none is raised above its range unless the plan says so, and each is a multiple of the step", () => {
  fc.assert(
    fc.property(config, people, fc.option(budget, { nil: undefined }), (plan, list, amount) => {
      const input = { period: "2026", people: list, ...(amount === undefined ? {} : { budget: amount }) };
      for (const one of meritIncrease(plan)(input).people) {
        expect(one.increase.gte(0)).toBe(true);
        expect(wide(one.salary).plus(wide(one.increase)).eq(wide(one.newSalary))).toBe(true);
        if (plan.aboveMaximum !== "paid" && !one.increase.isZero())
          expect(one.newSalary.lte(1200)).toBe(true);
        if (plan.salaryStep !== undefined && !one.increase.isZero())
          expect(
            wide(one.newSalary)
              .mod(wide(String(plan.salaryStep)))
              .isZero(),
          ).toBe(true);
      }
    }),
    settings,
  );
});

test("what a person is given does not depend on the order of the rows", () => {
  fc.assert(
    fc.property(config, people, budget, (plan, list, amount) => {
      const review = meritIncrease(plan);
      const result = review({ period: "2026", budget: amount, people: list });
      const turned = review({ period: "2026", budget: amount, people: [...list].reverse() });
      expect(asJson([...turned.people].reverse())).toEqual(asJson(result.people));
    }),
    settings,
  );
});
