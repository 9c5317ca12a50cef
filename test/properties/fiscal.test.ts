import fc from "fast-check";
import { expect, test } from "vitest";
import { type FiscalConfig, fiscalCalendar, nextPeriod, periodContains } from "../../src/index.js";
import { dayNumber } from "../../src/kernel/days.js";

const byMonths: fc.Arbitrary<FiscalConfig> = fc.record({
  startMonth: fc.integer({ min: 1, max: 12 }),
  startDay: fc.integer({ min: 1, max: 28 }),
  named: fc.constantFrom("end" as const, "start" as const),
});
const byWeeks: fc.Arbitrary<FiscalConfig> = fc.record({
  startMonth: fc.integer({ min: 1, max: 12 }),
  named: fc.constantFrom("end" as const, "start" as const),
  weeks: fc.record({
    pattern: fc.constantFrom("4-4-5" as const, "4-5-4" as const, "5-4-4" as const),
    endsOn: fc.constantFrom("monday" as const, "thursday" as const, "saturday" as const, "sunday" as const),
    yearEnds: fc.constantFrom("last" as const, "nearest" as const),
    extraWeek: fc.integer({ min: 1, max: 12 }),
  }),
});
const config = fc.oneof(byMonths, byWeeks);
const year = fc.integer({ min: 1002, max: 8997 }).map(String);
const part = fc.constantFrom("", "-H1", "-H2", "-Q1", "-Q2", "-Q3", "-Q4", "-01", "-06", "-09", "-12");
const day = fc.date({ min: new Date("1002-01-01"), max: new Date("8997-12-31"), noInvalidDate: true });
const unit = fc.constantFrom("month" as const, "quarter" as const, "half-year" as const, "year" as const);

test("periods follow one another without a gap, and their months are what they are made of", () => {
  fc.assert(
    fc.property(config, year, part, (one, name, rest) => {
      const ask = fiscalCalendar(one);
      const found = ask({ period: `${name}${rest}` });
      expect(dayNumber(ask({ period: nextPeriod(found.period) }).from)).toBe(dayNumber(found.to) + 1);
      expect([found.months[0]?.from, found.months.at(-1)?.to]).toEqual([found.from, found.to]);
      expect(found.months.reduce((all, { days }) => all + days, 0)).toBe(found.days);
      expect(dayNumber(found.to) - dayNumber(found.from) + 1).toBe(found.days);
    }),
  );
});

test("a day is in the period that is found for it, and that is in the year that is found for it", () => {
  fc.assert(
    fc.property(config, day, unit, (one, moment, length) => {
      const ask = fiscalCalendar(one);
      const date = moment.toISOString().slice(0, 10);
      const { period, from, to } = ask({ date, unit: length });
      expect(from <= date && date <= to).toBe(true);
      expect(periodContains(ask({ date, unit: "year" }).period, period)).toBe(true);
    }),
  );
});

test("a year of weeks has 52 or 53, its quarters 13, but the one with the extra week 14", () => {
  fc.assert(
    fc.property(byWeeks, year, (one, name) => {
      const ask = fiscalCalendar(one);
      const { weeks, months, to } = ask({ period: name });
      const quarters = [1, 2, 3, 4].map((quarter) => ask({ period: `${name}-Q${quarter}` }).weeks);
      const extra = Math.ceil((one.weeks?.extraWeek ?? 12) / 3) - 1;
      expect([52, 53]).toContain(weeks);
      expect(quarters).toEqual([0, 1, 2, 3].map((quarter) => (weeks === 53 && quarter === extra ? 14 : 13)));
      expect(months.every((month) => (dayNumber(month.to) - dayNumber(to)) % 7 === 0)).toBe(true);
    }),
  );
});
