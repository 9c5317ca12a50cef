import fc from "fast-check";
import { expect, test } from "vitest";
import { commissionCurve } from "../../src/incentives/commission/curve.js";
import type { CommissionCurveOf } from "../../src/incentives/commission/curve-parts.js";
import type { CheckedCommission } from "../../src/incentives/commission/plan.js";
import {
  type CommissionConfig,
  type CommissionInput,
  commission,
  currencyDecimals,
  statement,
} from "../../src/index.js";
import { type Curve, curveValue, polynomial } from "../../src/kernel/curve.js";
import { toDecimal } from "../../src/kernel/decimal.js";
import { readNumber } from "../../src/kernel/number.js";
import {
  add,
  compare,
  divide,
  multiply,
  type Rational,
  rational,
  subtract,
  ZERO,
} from "../../src/kernel/rational.js";
import { anyCommission, anyCredits, commissionOf, quotaOf } from "./any-commission.js";
import { asJson, decimalText, total, wide } from "./exact.js";

const runs = { numRuns: 200 };
const outcomeOf = (config: CommissionConfig, input: CommissionInput) =>
  commission(config).safe({ ...input, ...quotaOf(config) });

test("parts sum to their line and lines to the commission, in every mode", () => {
  fc.assert(
    fc.property(anyCommission, anyCredits, (config, credits) => {
      const outcome = outcomeOf(config, { credits });
      if (!outcome.ok) return;
      const { lines, amount, currency } = outcome.value;
      for (const line of lines)
        expect(total((line.parts ?? []).map((part) => part.amount)).eq(wide(line.amount))).toBe(true);
      expect(total(lines.map((line) => line.amount)).eq(wide(amount))).toBe(true);
      expect(statement({ currency })({ period: "2026", lines }).total.eq(amount)).toBe(true);
    }),
    runs,
  );
});

test("lines to date of any split of the year sum to the year's", () => {
  const plans = commissionOf({ per: fc.constant("to-date") });
  fc.assert(
    fc.property(
      plans,
      anyCredits,
      fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 3 }),
      (config, credits, cuts) => {
        const year = outcomeOf(config, { credits });
        const ends = [...new Set([...cuts.filter((cut) => cut < credits.length), credits.length])];
        const lines = ends
          .sort((a, b) => a - b)
          .map((end, index) => {
            const start = ends[index - 1] ?? 0;
            return outcomeOf(config, {
              earlier: credits.slice(0, start),
              credits: credits.slice(start, end),
            });
          });
        const paid = lines.flatMap((one) => (one.ok ? [one.value.amount] : []));
        if (!year.ok || paid.length < lines.length) return;
        expect(total(paid).eq(wide(year.value.amount))).toBe(true);
      },
    ),
    runs,
  );
});

test("what is stated as paid is made up to what all to date earns", () => {
  const plans = commissionOf({ per: fc.constant("to-date") });
  fc.assert(
    fc.property(
      plans,
      anyCredits,
      anyCredits,
      fc.integer({ min: -500, max: 500 }),
      (config, before, credits, paid) => {
        const earlier = before.map((one) => ({ ...one, id: `earlier-${one.id}` }));
        const all = outcomeOf(config, { credits: [...earlier, ...credits] });
        const line = outcomeOf(config, { earlier, credits, paid });
        if (!all.ok || !line.ok) return;
        expect(wide(line.value.amount).plus(paid).eq(wide(all.value.amount))).toBe(true);
      },
    ),
    runs,
  );
});

test("a deal that comes back takes back what it earned, where each stands alone", () => {
  const plans = commissionOf({
    per: fc.constantFrom("credit", "order"),
    floor: fc.constant(undefined),
    cap: fc.constant(undefined),
  });
  fc.assert(
    fc.property(plans, anyCredits, (config, credits) => {
      const [sold, returned] = [1, -1].map((sign) =>
        outcomeOf(
          { ...config, rounding: "half-up" },
          {
            credits: credits.map(({ amount = 0, units = 0, margin = 0, ...one }) => {
              const [a, b, c] = [amount, units, margin].map((value) =>
                wide(String(value)).abs().times(sign).toFixed(),
              );
              return { ...one, amount: a ?? 0, units: b ?? 0, margin: c ?? 0 };
            }),
          },
        ),
      );
      if (!sold?.ok || !returned?.ok) return;
      const amounts = (value: typeof sold.value, sign: number) =>
        value.lines.map((line) => line.amount.times(sign).toFixed());
      expect(amounts(returned.value, -1).map(Number)).toEqual(amounts(sold.value, 1).map(Number));
    }),
    runs,
  );
});

test("a plan and an input that went through JSON pay the same", () => {
  fc.assert(
    fc.property(anyCommission, anyCredits, (config, credits) => {
      const [direct, stored] = [
        outcomeOf(config, { credits }),
        outcomeOf(asJson(config), asJson({ credits })),
      ];
      expect(asJson(stored)).toEqual(asJson(direct));
    }),
    runs,
  );
});

const GRID = rational(1n, 1000n);
const RANGE = { from: rational(0n), to: rational(2000n), grid: GRID };
const mixture = fc.record({
  units: fc.constantFrom("0.5", "2", "1/3"),
  margin: fc.constantFrom("0.1", "0.4"),
  attributes: fc.constantFrom({ product: "cloud" }, { product: "voice" }),
});
type Mixture = typeof mixture extends fc.Arbitrary<infer T> ? T : never;

function curveOf(config: CommissionConfig, { units, margin, attributes }: Mixture, deal?: Rational): Curve {
  const quantities = { amount: rational(1n), units: readNumber(units), margin: readNumber(margin) };
  const checked = commission.configSchema.parse(config) as CheckedCommission;
  const of: CommissionCurveOf = { parts: [{ quantities, attributes }], quota: rational(1000n) };
  if (deal === undefined) return commissionCurve(checked, of, RANGE);
  const size = {
    amount: deal,
    units: multiply(deal, quantities.units),
    margin: multiply(deal, quantities.margin),
  };
  return commissionCurve(checked, { ...of, deal: size }, RANGE);
}

/** Where each credit has a rate of its own, the curve is of many small credits and not of one. */
const hasNoOwnRates = ({ method }: CommissionConfig) => method !== "each";

test("the plan's own curve, rounded, is what the plan pays", () => {
  fc.assert(
    fc.property(
      anyCommission.filter(hasNoOwnRates),
      mixture,
      decimalText({ min: 0, max: 2000, decimals: 3 }),
      (config, mixed, at) => {
        const x = readNumber(at);
        const isAlone = config.per === "credit" || config.per === "order";
        const value = curveValue(curveOf(config, mixed, isAlone ? undefined : x), x);
        const outcome = outcomeOf(config, { credits: [creditOf(mixed, x)] });
        expect(outcome.ok).toBe(value !== undefined);
        if (!outcome.ok || value === undefined) return;
        const decimals = currencyDecimals(config.currency);
        const expected = toDecimal(value, decimals, config.rounding);
        // A cap or a floor on lines that each stand alone is rounded after them.
        const roundedTwice = isAlone && (config.cap !== undefined || config.floor !== undefined);
        const most = roundedTwice ? wide(10).pow(-decimals) : wide(0);
        expect(wide(outcome.value.amount).minus(wide(expected)).abs().lte(most)).toBe(true);
      },
    ),
    { ...runs, numRuns: 600 },
  );
});

/** Plans that pay the same whatever the size of a deal. */
const hasNoDealSize = ({ tables = [], perDeal }: CommissionConfig) =>
  perDeal?.credited === undefined &&
  tables.every(({ when = [] }) => when.every((condition) => !("deal" in condition)));

test("pay before rounding rises on every piece that the curve says is rising", () => {
  fc.assert(
    fc.property(
      anyCommission.filter(hasNoDealSize).filter(hasNoOwnRates),
      mixture,
      fc.nat(),
      fc.nat(1000),
      fc.nat(1000),
      (config, mixed, choice, a, b) => {
        const curve = curveOf(config, mixed);
        const index = choice % curve.pieces.length;
        const { start, coefficients } = curve.pieces[index] as Curve["pieces"][number];
        const end = curve.pieces[index + 1]?.start.x ?? curve.to;
        if (coefficients === undefined) return;
        const [, slope = ZERO, square = ZERO] = coefficients;
        const slopeAt = (x: Rational) => add(slope, multiply(multiply(rational(2n), square), x));
        if (slopeAt(start.x).n < 0n || slopeAt(end).n < 0n) return;
        const inside = (part: number) =>
          add(start.x, multiply(subtract(end, start.x), rational(BigInt(part) + 1n, 1002n)));
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map((part) =>
          earned(config, mixed, inside(part)),
        );
        expect(compare(less as Rational, more as Rational)).toBeLessThanOrEqual(0);
      },
    ),
    { ...runs, numRuns: 400 },
  );
});

/** What a plan earns on a result: before its line is rounded, or rounded where limits on the sum of lines have a line of their own. */
function earned(config: CommissionConfig, mixed: Mixture, x: Rational): Rational {
  const { lines, amount } = commission(config)({ credits: [creditOf(mixed, x)], ...quotaOf(config) });
  const isAlone = config.per === "credit" || config.per === "order";
  if (isAlone && (config.cap !== undefined || config.floor !== undefined)) return readNumber(amount);
  const columns = ["floored", "capped", "qualified"].flatMap((name) => [name, `to-date.${name}`]);
  const found = columns.flatMap((name) => lines[0]?.trace.find(({ column }) => column === name) ?? []);
  return readNumber(found[0]?.value ?? amount);
}

/** One credit of so much of a mixture. */
function creditOf({ units, margin, attributes }: Mixture, x: Rational) {
  const [amount, ofUnits, ofMargin] = ["1", units, margin].map((each) => {
    const { n, d } = multiply(readNumber(each), x);
    return `${n}/${d}`;
  }) as [string, string, string];
  return { id: "a", order: "o", amount, units: ofUnits, margin: ofMargin, attributes };
}

test("marginal pay has no jump, unless a threshold, a floor or the size of deals makes one", () => {
  const plans = commissionOf({
    method: fc.constant("marginal"),
    threshold: fc.constant(undefined),
    floor: fc.constant(undefined),
    perDeal: fc.constant(undefined),
  }).filter(hasNoDealSize);
  fc.assert(
    fc.property(plans, mixture, (config, mixed) => {
      const { pieces } = curveOf(config, mixed);
      for (const [index, { start, coefficients }] of pieces.entries()) {
        const before = pieces[index - 1]?.coefficients;
        if (before === undefined || coefficients === undefined) continue;
        const jump = subtract(polynomial(coefficients, start.x), polynomial(before, start.x));
        const isSquare = before.length > 2 || coefficients.length > 2;
        // Where a square crosses a cap its corner lies on the grid, one step of it away at most.
        if (isSquare) expect(compare(multiply(jump, jump), divide(rational(1n), rational(100n)))).toBe(-1);
        else expect(jump.n).toBe(0n);
      }
    }),
    runs,
  );
});
