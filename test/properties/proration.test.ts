import fc from "fast-check";
import { expect, test } from "vitest";
import { daysAfter, monthsAfter } from "../../src/kernel/calendar.js";
import { compileProration, type ProrationRule, periodSpan, without } from "../../src/kernel/proration.js";
import { add, compare, ONE, sum, ZERO } from "../../src/kernel/rational.js";

const office = ["monday", "tuesday", "wednesday", "thursday", "friday"] as const;
const day = fc.nat(1460).map((days) => daysAfter("2023-01-01", days));
const period = fc
  .tuple(
    fc.constantFrom("", "-H1", "-Q1", "-Q2", "-02", "-04", "-07"),
    fc.constantFrom("2023", "2024", "2026"),
  )
  .map(([part, year]) => `${year}${part}`);
const holidays = fc.uniqueArray(day, { maxLength: 20 });
const additive: fc.Arbitrary<ProrationRule> = fc.oneof(
  fc.constantFrom({ by: "calendar-days" as const }, { by: "days-of-30" as const }, { by: "months" as const }),
  fc.record({
    by: fc.constant("working-days" as const),
    week: fc.constant([...office]),
    holidays,
    workdays: holidays,
  }),
);
const other: fc.Arbitrary<ProrationRule> = fc.oneof(
  fc.record({ by: fc.constant("months" as const), fromDays: fc.integer({ min: 1, max: 31 }) }),
  fc.record({
    by: fc.constant("fixed-days" as const),
    days: fc.constantFrom("21.75", 20, "260/12"),
    of: fc.constant("month" as const),
    counts: fc.constantFrom("worked" as const, "absent" as const),
    week: fc.constant([...office]),
    holidays,
    workdays: holidays,
  }),
);

/** A period cut into spans at some days. */
const cut = fc.tuple(period, fc.uniqueArray(day, { maxLength: 4 })).map(([name, days]) => {
  const whole = periodSpan(name);
  const starts = [whole.from, ...days.filter((one) => one > whole.from && one <= whole.to).sort()];
  const spans = starts.map((from, index) => ({
    from,
    to: starts[index + 1] === undefined ? whole.to : daysAfter(starts[index + 1] as string, -1),
  }));
  return { whole, spans };
});
const settings = { numRuns: 200 };

test("the parts of a split period sum to the whole by every rule that counts days or months", () => {
  fc.assert(
    fc.property(additive, cut, (rule, { whole, spans }) => {
      const { part } = compileProration(rule);
      const parts = spans.map((span) => part(whole, [span]) ?? ZERO);
      const all = part(whole, [whole]);
      if (all === undefined) expect(sum(parts)).toEqual(ZERO);
      else expect(sum(parts)).toEqual(ONE);
    }),
    settings,
  );
});

test("several lists of spans sum to the part that they have together, by every rule", () => {
  fc.assert(
    fc.property(fc.oneof(additive, other), cut, fc.nat(), (rule, { whole, spans }, left) => {
      const { part, parts } = compileProration(rule);
      const some = spans.filter((_, index) => index !== left % spans.length);
      const together = part(whole, some);
      const each = parts(
        whole,
        some.map((span) => [span]),
      );
      expect(each === undefined).toBe(together === undefined);
      if (each === undefined || together === undefined) return;
      expect(each.reduce(add, ZERO)).toEqual(together);
      expect(each.every((one) => compare(one, ZERO) >= 0 && compare(one, ONE) <= 0)).toBe(true);
    }),
    settings,
  );
});

test("more presence is never a smaller part, and what is left without a span and the span are the whole", () => {
  fc.assert(
    fc.property(fc.oneof(additive, other), period, day, fc.nat(60), (rule, name, from, days) => {
      const { part } = compileProration(rule);
      const whole = periodSpan(name);
      const absence = { from, to: daysAfter(from, days) };
      const longer = { from, to: monthsAfter(absence.to, 1) };
      const [less, more] = [longer, absence].map((one) => part(whole, without(whole, [one])) ?? ZERO);
      expect(compare(less ?? ZERO, more ?? ZERO)).toBeLessThanOrEqual(0);
    }),
    settings,
  );
});
