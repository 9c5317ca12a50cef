import { Decimal } from "decimal.js";
import fc from "fast-check";
import { expect, it } from "vitest";
import {
  breakEven,
  type CommissionConfig,
  checkPlan,
  commission,
  comparePlans,
  type PayoutCurve,
  payoutAt,
  payoutCurve,
} from "../../src/index.js";

const RUNS = { numRuns: 100 };
const TO = 5_000;

const rate = fc.integer({ min: 0, max: 300 }).map((part) => `${part}/1000`);
const cents = (most: number) =>
  fc.integer({ min: 1, max: most * 100 }).map((units) => (units / 100).toFixed(2));

const brackets = fc
  .tuple(
    fc.uniqueArray(cents(TO), { maxLength: 4, selector: Number }),
    fc.array(rate, { minLength: 5, maxLength: 5 }),
  )
  .map(([corners, rates]) =>
    ["0", ...[...corners].sort((a, b) => Number(a) - Number(b))].map((from, index) => ({
      from,
      rate: rates[index] as string,
    })),
  );

const plan: fc.Arbitrary<CommissionConfig> = fc
  .record({
    brackets,
    method: fc.constantFrom("marginal" as const, "whole" as const),
    curve: fc.constantFrom("steps" as const, "lines" as const),
    boundary: fc.constantFrom("upper" as const, "lower" as const),
    per: fc.constantFrom("period" as const, "credit" as const, "to-date" as const),
    cap: fc.option(
      fc.record({ above: cents(500).map((text) => (Number(text) + 50).toFixed(2)), share: rate }),
      {
        nil: undefined,
      },
    ),
    floor: fc.option(cents(50), { nil: undefined }),
    threshold: fc.option(
      fc.record({ from: cents(2_000), pays: fc.constantFrom("all" as const, "above" as const) }),
      { nil: undefined },
    ),
  })
  // A cap on the sum of deals is on their rounded lines, which a curve before rounding is not.
  .map(({ cap, floor, threshold, ...rest }) => ({
    currency: "USD",
    ...rest,
    ...(cap === undefined || rest.per === "credit" ? {} : { cap }),
    ...(floor === undefined || rest.per === "credit" ? {} : { floor }),
    ...(threshold === undefined
      ? {}
      : { threshold: rest.per === "credit" ? { ...threshold, pays: "all" as const } : threshold }),
  }));

/** Results at which something may happen: the ends of pieces, and what is a cent beside them. */
function tried({ pieces }: PayoutCurve, more: readonly string[]): readonly string[] {
  const corners = pieces.flatMap(({ from }) => {
    const at = new Decimal(String(from).includes("/") ? 0 : String(from)).toDecimalPlaces(
      2,
      Decimal.ROUND_FLOOR,
    );
    return [at.minus("0.01"), at, at.plus("0.01")];
  });
  const inside = corners.filter((one) => one.gte(0) && one.lte(TO)).map((one) => one.toFixed(2));
  return [...inside, ...more, "0.00", TO.toFixed(2)];
}

const results = fc.array(cents(TO), { minLength: 8, maxLength: 8 });

it("a payout curve pays what the commission pays, at every result", () => {
  fc.assert(
    fc.property(plan, results, (config, some) => {
      const curve = payoutCurve({ use: "commission", plan: config })({ from: 0, to: TO });
      const pay = commission(config);
      for (const amount of tried(curve, some)) {
        const paid = pay({ credits: [{ id: "a", amount }] }).amount;
        expect(payoutAt(curve, amount).toFixed(2), `${JSON.stringify(config)} at ${amount}`).toBe(
          paid.toFixed(2),
        );
      }
      const stored: PayoutCurve = JSON.parse(JSON.stringify(curve));
      expect(payoutAt(stored, some[0] as string)).toEqual(payoutAt(curve, some[0] as string));
    }),
    RUNS,
  );
});

it("break-even is the least result that is paid enough", () => {
  fc.assert(
    fc.property(plan, cents(600), results, (config, wanted, some) => {
      const curve = payoutCurve({ use: "commission", plan: config })({ from: 0, to: TO });
      const least = breakEven(curve, wanted);
      for (const amount of tried(curve, some)) {
        if (least === undefined || least.gt(amount)) expect(payoutAt(curve, amount).lt(wanted)).toBe(true);
      }
      if (least === undefined) return;
      expect(payoutAt(curve, least).gte(wanted)).toBe(true);
      if (least.gt(0)) expect(payoutAt(curve, least.minus("0.01")).lt(wanted)).toBe(true);
    }),
    RUNS,
  );
});

it("two plans are compared as they pay", () => {
  fc.assert(
    fc.property(plan, plan, results, (first, second, some) => {
      const range = { from: 0, to: TO };
      const [one, other] = [first, second].map((config) =>
        payoutCurve({ use: "commission", plan: config })(range),
      );
      if (one === undefined || other === undefined) return;
      const { sections, difference } = comparePlans(one, other);
      for (const amount of some) {
        const more = payoutAt(difference, amount, { rounding: "half-even" });
        const section = sections.find(
          ({ from, includesFrom, to, includesTo }) =>
            compareFractions(from, amount) < (includesFrom ? 1 : 0) &&
            compareFractions(to, amount) > (includesTo ? -1 : 0),
        );
        expect(section).toBeDefined();
        if (section?.paysMore === "neither") expect(more.isZero()).toBe(true);
        if (section?.paysMore === "first") expect(more.lte(0)).toBe(true);
        if (section?.paysMore === "second") expect(more.gte(0)).toBe(true);
      }
    }),
    RUNS,
  );
});

function compareFractions(value: unknown, amount: string): number {
  const [top = "0", bottom = "1"] = String(value).split("/");
  const Exact = Decimal.clone({ precision: 200 });
  return new Exact(top).comparedTo(new Exact(amount).times(bottom));
}

it("each warning's witness shows what it says", () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(plan, (config) => {
      const pay = commission(config);
      const paid = (amount: unknown) => pay({ credits: [{ id: "a", amount: String(amount) }] }).amount;
      for (const { code, witness } of checkPlan({ use: "commission", plan: config })({ from: 0, to: TO })) {
        seen.set(code, (seen.get(code) ?? 0) + 1);
        for (const one of witness) expect(paid(one.result).toFixed(2)).toBe(one.pay.toFixed(2));
        const [a, b, c, d] = witness.map((one) => one.pay);
        if (code === "pay-falls") expect(b?.lt(a ?? 0)).toBe(true);
        if (code === "pay-jumps") expect(b?.gte(a ?? 0)).toBe(true);
        if (code === "dead-zone" || code === "pay-stops" || code === "nothing-paid") expect(b).toEqual(a);
        if (code === "holding-back-pays") expect(c?.plus(d ?? 0).gt(a?.plus(b ?? 0) ?? 0)).toBe(true);
      }
    }),
    RUNS,
  );
  for (const code of [
    "pay-falls",
    "pay-jumps",
    "dead-zone",
    "pay-stops",
    "nothing-paid",
    "holding-back-pays",
  ])
    expect(seen.get(code) ?? 0, code).toBeGreaterThan(0);
});
