import fc from "fast-check";
import { expect, test } from "vitest";
import {
  basePay,
  type CommissionConfig,
  commission,
  currencyDecimals,
  performanceBonus,
  ROUNDING_MODES,
} from "../../src/index.js";
import { asJson, decimalText, total, wide } from "./exact.js";

const rate = fc.oneof(decimalText({ min: 0, max: 1, decimals: 4 }), fc.constantFrom("1/3", "12.5%", 0));
const corners = fc
  .uniqueArray(fc.integer({ min: 1, max: 5000 }), { minLength: 0, maxLength: 4 })
  .map((list) => list.sort((a, b) => a - b));
type WithBrackets = CommissionConfig & {
  readonly method: "marginal" | "whole";
  readonly brackets: NonNullable<CommissionConfig["brackets"]>;
};
const config: fc.Arbitrary<WithBrackets> = fc
  .tuple(
    corners,
    fc.array(rate, { minLength: 5, maxLength: 5 }),
    fc.constantFrom("JPY", "USD", "KWD"),
    fc.constantFrom(...ROUNDING_MODES),
    fc.constantFrom("upper" as const, "lower" as const),
    fc.constantFrom("marginal" as const, "whole" as const),
  )
  .map(([list, rates, currency, rounding, boundary, method]) => ({
    currency,
    rounding,
    boundary,
    method,
    brackets: [0, ...list].map((from, index) => ({ from, rate: rates[index] ?? 0 })),
  }));
const marginal = config.map((one) => ({ ...one, method: "marginal" as const }));
const amount = decimalText({ min: 0, max: 6000, decimals: 3 });
const credit = decimalText({ min: -3000, max: 3000, decimals: 2 });
const unit = (currency: string) => wide(10).pow(-currencyDecimals(currency));
const paid = (one: CommissionConfig, value: string, toDate = "0") =>
  commission({ ...one, per: "to-date" })({ credits: [{ id: "a", amount: value }], toDate }).amount;

test("marginal commission never falls when the amount rises", () => {
  fc.assert(
    fc.property(marginal, amount, amount, (one, a, b) => {
      const [less, more] = wide(a).lt(b) ? [a, b] : [b, a];
      expect(paid(one, more).gte(paid(one, less))).toBe(true);
    }),
  );
});

test("marginal commission has no jump: a step of a thousandth pays at most its greatest rate, and one rounding", () => {
  fc.assert(
    fc.property(marginal, fc.nat(), fc.constantFrom("-0.001", "0", "0.001"), (one, nat, offset) => {
      const { brackets = [] } = one;
      const corner = Number(brackets[nat % brackets.length]?.from ?? 0);
      const at = wide(corner).plus(offset);
      // Below zero what comes back is rounded as what is paid is, so that there one step can be rounded twice.
      const [below, above] = [at.minus("0.001"), at.plus("0.001")].map((value) =>
        paid(one, (value.lt(0) ? wide(0) : value).toFixed()),
      );
      const step = wide(above ?? 0).minus(wide(below ?? 0));
      expect(step.gte(0) && step.lte(unit(one.currency).plus("0.002"))).toBe(true);
    }),
  );
});

test("the lines of any split of a period sum to the line of the whole", () => {
  fc.assert(
    fc.property(config, fc.array(credit, { minLength: 1, maxLength: 8 }), (one, list) => {
      let before = wide(0);
      const lines = list.map((value) => {
        const line = paid(one, value, before.toFixed());
        before = before.plus(value);
        return line;
      });
      expect(total(lines).eq(wide(paid(one, before.toFixed())))).toBe(true);
      const together = commission(one)({
        credits: list.map((value, index) => ({ id: `c${index}`, amount: value })),
      });
      expect(total(lines).eq(wide(together.amount))).toBe(true);
    }),
  );
});

const roundedDown = {
  currency: "JPY",
  rounding: "down" as const,
  boundary: "upper" as const,
  method: "marginal" as const,
  brackets: [
    { from: 0, rate: "0.5021" },
    { from: 1, rate: "0.2163" },
  ],
};

test("parts sum to their line, and basis and rate give it up to one unit a part, or two where the total crosses zero", () => {
  fc.assert(
    fc.property(config, credit, amount, (one, value, toDate) => {
      const plan = commission({ ...one, per: "to-date" });
      const line = plan({ credits: [{ id: "a", amount: value }], toDate }).lines[0];
      const parts = line?.parts ?? [];
      // The line is a rounded total less another; on both sides of zero these may be rounded towards each other, or apart.
      const crosses = wide(toDate).times(wide(toDate).plus(value)).lt(0);
      const most = unit(one.currency).times(crosses ? 2 : 1);
      if (parts.length > 0)
        expect(total(parts.map((part) => part.amount)).eq(wide(line?.amount ?? 0))).toBe(true);
      else expect(line?.amount.isZero()).toBe(true);
      for (const part of parts) {
        const exact = wide(part.basis).times(wide(part.rate));
        // Rates of a third are shown with six digits.
        expect(
          wide(part.amount)
            .minus(exact)
            .abs()
            .lte(most.plus(wide(part.basis).abs().times("0.000001"))),
        ).toBe(true);
      }
    }),
    {
      examples: [
        [roundedDown, "1549.79", "0"],
        [{ ...roundedDown, brackets: [{ from: 0, rate: "0.0074" }] }, "-1081.23", "0.149"],
      ],
    },
  );
});

test("by the credit, each line is what that credit earns alone", () => {
  fc.assert(
    fc.property(config, fc.array(amount, { maxLength: 5 }), (one, list) => {
      const result = commission({ ...one, per: "credit" })({
        credits: list.map((value, index) => ({ id: `c${index}`, amount: value })),
      });
      expect(asJson(result.lines.map((line) => line.amount))).toEqual(
        asJson(list.map((value) => paid(one, value))),
      );
      expect(total(result.lines.map((line) => line.amount)).eq(wide(result.amount))).toBe(true);
    }),
  );
});

test("a config and an input that went through JSON pay the same", () => {
  fc.assert(
    fc.property(config, credit, amount, (written, value, toDate) => {
      const one = { ...written, per: "to-date" as const };
      const result = commission(one)({ credits: [{ id: "a", amount: value }], toDate });
      const line = result.lines[0];
      const again = commission(asJson(one))({
        credits: [{ id: "a", amount: asJson(line?.basis ?? 0) }],
        toDate,
      });
      expect(asJson(again)).toEqual(asJson(result));
    }),
  );
});

test("a bonus on straight lines never falls where its points do not, and lies between its least and greatest payout", () => {
  const points = fc
    .uniqueArray(fc.integer({ min: 0, max: 120 }), { minLength: 1, maxLength: 5 })
    .chain((scores) =>
      fc.tuple(
        fc.constant(scores.sort((a, b) => a - b)),
        fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 5, maxLength: 5 }),
      ),
    )
    .map(([scores, pays]) => {
      const rising = pays.slice(0, scores.length).sort((a, b) => a - b);
      return scores.map((score, index) => ({ score, pays: `${rising[index]}%` }));
    });
  fc.assert(
    fc.property(
      points,
      fc.constantFrom("steps" as const, "lines" as const),
      amount,
      amount,
      (payout, curve, a, b) => {
        const bonus = performanceBonus({
          currency: "USD",
          target: [{ tier: "t", amount: 1000 }],
          curve,
          payout,
        });
        const [low, high] = [a, b].sort((x, y) => wide(x).cmp(y)) as [string, string];
        const [less, more] = [low, high].map((score) => bonus({ tier: "t", score }).amount);
        expect(more?.gte(less ?? 0)).toBe(true);
        expect(more?.lte(10 * Number(payout.at(-1)?.pays.slice(0, -1)))).toBe(true);
      },
    ),
  );
});

test("base pay of a year is that of its quarters, and never falls with experience", () => {
  const table = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 4 }).map((years) =>
    [0, ...years.sort((a, b) => a - b)].map((fromYears, index) => ({
      tier: "t",
      fromYears,
      amount: `${1000 + 100 * index}.25`,
    })),
  );
  fc.assert(
    fc.property(table, amount, amount, (rows, a, b) => {
      const pay = basePay({ currency: "USD", table: rows });
      const [young, old] = [a, b].sort((x, y) => wide(x).cmp(y)) as [string, string];
      const quarters = ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"].map(
        (period) => pay({ tier: "t", experienceYears: old, period }).amount,
      );
      const year = pay({ tier: "t", experienceYears: old, period: "2026" }).amount;
      expect(total(quarters).eq(wide(year))).toBe(true);
      expect(year.gte(pay({ tier: "t", experienceYears: young, period: "2026" }).amount)).toBe(true);
    }),
  );
});
