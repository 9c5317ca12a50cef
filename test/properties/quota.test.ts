import fc from "fast-check";
import { expect, test } from "vitest";
import { type QuotaConfig, type QuotaInput, quota, ROUNDING_MODES } from "../../src/index.js";
import { asJson, decimalText, total, wide } from "./exact.js";

const day = fc
  .tuple(
    fc.integer({ min: 2025, max: 2027 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join("-"));
const unit = fc.constantFrom("month" as const, "quarter" as const, "half-year" as const, "year" as const);
const COUNTS = { month: 12, quarter: 4, "half-year": 2, year: 1 };
const proration = fc.constantFrom(
  { by: "months" as const },
  { by: "calendar-days" as const },
  { by: "working-days" as const },
  { by: "days-of-30" as const },
  undefined,
);
const weekly = {
  startMonth: 2,
  named: "start" as const,
  weeks: { pattern: "4-5-4" as const, endsOn: "saturday" as const, yearEnds: "nearest" as const },
};
const config: fc.Arbitrary<QuotaConfig> = unit.chain((one) =>
  fc
    .record({
      currency: fc.constantFrom("JPY", "USD", "KWD"),
      rounding: fc.constantFrom(...ROUNDING_MODES),
      unit: fc.constant(one),
      calendar: fc.constantFrom(undefined, { startMonth: 4 }, weekly),
      seasons: fc.option(
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: COUNTS[one], maxLength: COUNTS[one] }),
        { nil: undefined },
      ),
      proration,
      ramp: fc.constantFrom(
        undefined,
        { shares: [0, "25%", "1/3"] },
        { shares: ["50%"], counts: "calendar-months" as const },
        { shares: ["10%", "90%"], counts: "full-months" as const },
      ),
    })
    .map(({ seasons, ...rest }) => {
      const sum = seasons?.reduce((all, share) => all + share, 0);
      return asJson({
        ...rest,
        ...(seasons === undefined ? {} : { seasons: seasons.map((share) => `${share}/${sum}`) }),
      });
    }),
);
const amount = fc.oneof(decimalText({ min: 0, max: 100_000, decimals: 3 }), fc.constantFrom("1e15", "100/3"));
const input: fc.Arbitrary<QuotaInput> = fc
  .record({
    amount,
    from: fc.option(day, { nil: undefined }),
    to: fc.option(day, { nil: undefined }),
    absences: fc.array(fc.tuple(day, day), { maxLength: 3 }),
  })
  .map(({ amount: of, from, to, absences }) => ({
    period: "2026",
    amount: of,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined || (from !== undefined && to < from) ? {} : { to }),
    absences: absences.map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })),
  }));

test("periods sum to the quota, and the seasons to the amount, to the smallest unit", () => {
  fc.assert(
    fc.property(config, input, (one, asked) => {
      const result = quota(one)(asked);
      expect(total(result.periods.map((period) => period.quota)).eq(wide(result.quota))).toBe(true);
      expect(total(result.periods.map((period) => period.amount)).eq(wide(result.amount))).toBe(true);
    }),
  );
});

test("who is there all the time, and is not new, has the whole quota", () => {
  fc.assert(
    fc.property(config, amount, (one, of) => {
      const result = quota(one)({ period: "2026", amount: of, from: "1990-01-31" });
      expect(wide(result.quota).eq(wide(result.amount))).toBe(true);
      expect(result.periods.every(({ quota: own, amount: whole }) => wide(own).eq(wide(whole)))).toBe(true);
    }),
  );
});

test("parts are parts, a ramp never adds to them, and absence never raises a quota", () => {
  fc.assert(
    fc.property(config, input, (one, asked) => {
      const of = quota(one);
      const result = of(asked);
      for (const { part, counted } of result.periods) {
        const [there, after] = [fraction(part), fraction(counted)];
        expect(after.gte(0) && after.lte(there.plus("1e-300")) && there.lte(1)).toBe(true);
      }
      const { absences, ...without } = asked;
      expect(wide(of(without).quota).gte(wide(result.quota))).toBe(true);
    }),
  );
});

test("a year of quarters, each asked for alone, is the year before rounding", () => {
  fc.assert(
    fc.property(proration, input, (rule, asked) => {
      const common = { currency: "USD", ...(rule === undefined ? {} : { proration: rule }) };
      const year = quota({ ...common, unit: "quarter" })(asked);
      const quarters = [1, 2, 3, 4].map((part) =>
        quota({ ...common, per: "quarter", unit: "quarter" })({ ...asked, period: `2026-Q${part}` }),
      );
      expect(quarters.map(({ periods }) => String(periods[0]?.part))).toEqual(
        year.periods.map(({ part }) => String(part)),
      );
    }),
  );
});

function fraction(value: { toString(): string }) {
  const [top, bottom = "1"] = String(value).split("/");
  return wide(top ?? 0).div(bottom);
}
