import fc from "fast-check";
import { expect, test } from "vitest";
import { type SpiffConfig, type SpiffInput, spiff } from "../../src/index.js";
import { asJson, decimalText, total, wide } from "./exact.js";

const config: fc.Arbitrary<SpiffConfig> = fc
  .record({
    currency: fc.constantFrom("JPY", "USD", "KWD"),
    pays: decimalText({ min: 1, max: 500, decimals: 3 }),
    per: fc.constantFrom("deal" as const, "unit" as const),
    when: fc.constantFrom(undefined, [{ attribute: "product", is: ["a", "b"] }]),
    first: fc.constantFrom(undefined, { count: 4 }, { count: "5.5", of: "everybody" as const }),
    minimum: fc.constantFrom(undefined, { count: 2 }, { count: 3, pays: "further" as const }),
    maximum: fc.constantFrom(undefined, 400, 99),
    budget: fc.constantFrom(undefined, 900, 250),
  })
  .map((one) => asJson(one));

const deals: fc.Arbitrary<SpiffInput["deals"]> = fc
  .array(
    fc.record({
      person: fc.constantFrom("ann", "ben", "cho"),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
      units: fc.constantFrom(1, 2, "0.5", "1/3", -1, 0),
      amount: fc.constantFrom(100, 100, 100, -100),
      product: fc.constantFrom("a", "b", "c"),
    }),
    { maxLength: 14 },
  )
  .map((list) =>
    list.map(({ person, month, day, units, amount, product }, index) => ({
      id: `d${String(index).padStart(2, "0")}`,
      person,
      on: `2026-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`,
      units,
      amount,
      attributes: { product },
    })),
  );

const MONTHS = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, "0")}`);

test("parts sum to their line, lines to the whole, and deals to their lines", () => {
  fc.assert(
    fc.property(config, deals, (one, list) => {
      const result = spiff(one)({ deals: list });
      for (const { id, line } of result.people) {
        expect(total((line.parts ?? []).map((part) => part.amount)).eq(wide(line.amount))).toBe(true);
        const own = result.deals.filter(({ person }) => person === id);
        expect(total(own.map((deal) => deal.amount)).eq(wide(line.amount))).toBe(true);
        expect(
          total(own.map((deal) => deal.counted))
            .minus(wide(line.basis))
            .abs()
            .lt("0.00001"),
        ).toBe(true);
      }
      expect(total(result.people.map(({ line }) => line.amount)).eq(wide(result.amount))).toBe(true);
      expect(result.deals.map(({ id }) => id)).toEqual(list.map(({ id }) => id));
    }),
  );
});

test("neither the budget nor the maximum is ever exceeded, at the end of any month", () => {
  fc.assert(
    fc.property(config, deals, fc.constantFrom(...MONTHS), (one, list, month) => {
      const sofar = list.filter(({ on }) => on.slice(0, 7) <= month);
      const { amount, people, budgetLeft } = spiff(one)({ deals: sofar });
      if (one.budget !== undefined) expect(wide(amount).lte(wide(one.budget))).toBe(true);
      expect(budgetLeft === undefined).toBe(one.budget === undefined);
      for (const { line } of people)
        if (one.maximum !== undefined) expect(wide(line.amount).lte(wide(one.maximum))).toBe(true);
    }),
  );
});

test("the months of a year pay what the year pays, to each person and for each deal", () => {
  fc.assert(
    fc.property(config, deals, (one, list) => {
      const pay = spiff(one);
      const year = pay({ deals: list, period: "2026" });
      const months = MONTHS.map((period) => pay({ deals: list, period }));
      expect(total(months.map(({ amount }) => amount)).eq(wide(year.amount))).toBe(true);
      for (const { id, line } of year.people) {
        const own = months.flatMap(({ people }) => people.filter((person) => person.id === id));
        expect(total(own.map((person) => person.line.amount)).eq(wide(line.amount))).toBe(true);
      }
      expect(asJson(months.at(-1)?.deals.map(({ id, amount }) => [id, amount]))).toEqual(
        asJson(year.deals.map(({ id, amount }) => [id, amount])),
      );
    }),
    { numRuns: 50 },
  );
});

test("the order of the rows changes nothing but theirs", () => {
  fc.assert(
    fc.property(config, deals, (one, list) => {
      const pay = spiff(one);
      const [there, back] = [pay({ deals: list }), pay({ deals: [...list].reverse() })];
      expect(asJson(back.people)).toEqual(asJson(there.people));
      expect(asJson([...back.deals].reverse())).toEqual(asJson(there.deals));
    }),
  );
});

test("returning all that was sold pays back all that was paid", () => {
  fc.assert(
    fc.property(config, deals, (one, list) => {
      const sold = list.filter(({ amount, units }) => Number(amount) > 0 && units !== -1);
      const returned = sold.map((deal) => ({
        ...deal,
        id: `r${deal.id}`,
        on: "2026-12-31",
        amount: -100,
        units: `-${deal.units}`,
      }));
      const result = spiff(one)({ deals: [...sold, ...returned] });
      expect(wide(result.amount).isZero()).toBe(true);
      expect(result.people.every(({ line }) => line.amount.isZero())).toBe(true);
    }),
  );
});
