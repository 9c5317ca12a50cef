import fc from "fast-check";
import { expect, test } from "vitest";
import { type BasePayConfig, basePay } from "../../src/index.js";
import { daysAfter, periodEnd, periodStart } from "../../src/kernel/calendar.js";
import { asJson, total, wide } from "./exact.js";

const settings = { numRuns: 200 };
const proration = fc.constantFrom<NonNullable<BasePayConfig["proration"]>>(
  { by: "calendar-days" },
  { by: "working-days", holidays: ["2026-07-03"] },
  { by: "days-of-30" },
  { by: "months" },
  { by: "months", fromDays: 15 },
  { by: "fixed-days", days: "21.75" },
  { by: "fixed-days", days: "21.75", counts: "absent" },
);
const config = fc
  .tuple(proration, fc.constantFrom("JPY", "USD", "KWD"), fc.constantFrom("month", "quarter", "year"))
  .map(([rule, currency, per]): BasePayConfig & { currency: string } => ({
    currency,
    per: per as "month",
    proration: rule,
    locations: [
      { location: "x", factor: 1 },
      { location: "y", factor: "1.1" },
    ],
    table: [
      { tier: "a", step: 1, amount: 1000 },
      { tier: "a", step: 2, fromYears: 0, amount: "1234.5" },
      { tier: "b", step: 1, amount: "10000/3" },
      { tier: "b", step: 2, amount: 9000 },
    ],
  }));
const period = fc.constantFrom("2026-07", "2026-02", "2024-02", "2026-Q3");
const place = fc.record({
  tier: fc.constantFrom("a", "b"),
  step: fc.constantFrom(1, 2),
  location: fc.constantFrom("x", "y"),
  share: fc.constantFrom(1, "0.8", "1/3"),
});
const offsets = fc.uniqueArray(fc.integer({ min: -3, max: 95 }), { maxLength: 3 });
const changesFrom = (name: string, days: readonly number[], places: readonly object[]) =>
  [...days]
    .sort((a, b) => a - b)
    .map((day, index) => ({ from: daysAfter(periodStart(name), day), ...places[index] }));
const places = fc.array(place, { minLength: 4, maxLength: 4 });

test("the parts of a line sum to it, and each is within one unit of basis times rate", () => {
  fc.assert(
    fc.property(config, period, place, offsets, places, (one, name, first, days, others) => {
      const line = basePay(one)({ ...first, period: name, changes: changesFrom(name, days, others) });
      const unit = wide(one.currency === "JPY" ? 1 : one.currency === "KWD" ? "0.001" : "0.01");
      for (const part of line.parts ?? []) {
        const exact = wide(part.basis).times(wide(part.rate));
        // Rates of a third are shown with six digits.
        const shown = wide(part.basis).times("0.000001").plus("0.00001");
        expect(wide(part.amount).minus(exact).abs().lte(unit.plus(shown))).toBe(true);
      }
      if (line.parts !== undefined)
        expect(total(line.parts.map((part) => part.amount)).eq(wide(line.amount))).toBe(true);
    }),
    settings,
  );
});

test("a change to what holds already changes nothing", () => {
  fc.assert(
    fc.property(config, period, place, offsets, (one, name, first, days) => {
      const pay = basePay(one);
      const same = changesFrom(name, days, [first, first, first]);
      expect(asJson(pay({ ...first, period: name, changes: same }).amount)).toEqual(
        asJson(pay({ ...first, period: name }).amount),
      );
    }),
    settings,
  );
});

test("absence on full pay is presence, and a month of unpaid absence is not paid", () => {
  fc.assert(
    fc.property(config, period, place, fc.nat(27), (one, name, first, day) => {
      const pay = basePay(one);
      const from = daysAfter(periodStart(name), day);
      const paid = pay({ ...first, period: name, absences: [{ from, to: periodEnd(name), pays: 1 }] });
      const away = { from: periodStart(name), to: periodEnd(name) };
      expect(asJson(paid.amount)).toEqual(asJson(pay({ ...first, period: name }).amount));
      expect(pay({ ...first, period: name, absences: [away] }).amount.isZero()).toBe(true);
    }),
    settings,
  );
});
