import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type DeductionsBalance,
  type DeductionsConfig,
  type DeductionsInput,
  deductions,
} from "../../src/index.js";
import { asJson, decimalText, total, wide } from "./exact.js";

const money = decimalText({ min: -50, max: 900, decimals: 2 });
const positive = decimalText({ min: 1, max: 400, decimals: 2 });
const config: fc.Arbitrary<DeductionsConfig> = fc
  .record({
    rounding: fc.constantFrom("half-up" as const, "down" as const, "half-even" as const),
    share: fc.constantFrom("20%", "1/3", "0.07"),
    own: fc.constantFrom("25%", "1/7"),
    counts: fc.constantFrom("own" as const, "so-far" as const),
    leaves: fc.constantFrom("1/3", "60%", "0"),
    shortfall: fc.constantFrom("carried" as const, "dropped" as const),
    rest: fc.constantFrom("carried" as const, "dropped" as const),
    protectedPay: fc.constantFrom(0, "150.05", 300),
    suspended: fc.constantFrom("50%", 1),
  })
  .map(({ rounding, share, own, counts, leaves, shortfall, rest, protectedPay, suspended }) => ({
    currency: "USD",
    rounding,
    suspensions: [{ id: "no-bonus", for: ["grave"], categories: ["bonus"], share: suspended }],
    deductions: [
      {
        id: "fines",
        due: { kind: "fines", fines: [{ for: ["late"], amounts: [10, "25.5"] }] },
        rest: "dropped",
      },
      { id: "tax", due: { kind: "sum", share, of: "left" }, rest, leaves: { share: leaves, shortfall } },
      { id: "loan", due: { kind: "claims" }, most: [{ share: own, of: "gross", counts }] },
    ],
    most: [{ share: "70%", of: "gross" }],
    leaves: { amount: protectedPay },
  }));
const period = (index: number) => `2026-${String(index + 1).padStart(2, "0")}`;
type Month = typeof month extends fc.Arbitrary<infer One> ? One : never;
const month = fc.record({
  base: money,
  bonus: money,
  statutory: fc.constantFrom(0, "33.33", 100),
  events: fc.array(fc.constantFrom("late", "grave"), { maxLength: 3 }),
  claims: fc.array(positive, { maxLength: 2 }),
});
const year = fc.array(month, { minLength: 1, maxLength: 5 }).map((months) => months.map(inputOf));

function inputOf({ base, bonus, statutory, events, claims }: Month, index = 0): DeductionsInput {
  const day = (number: number) => `${period(index)}-1${number}`;
  return {
    period: period(index),
    pay: [
      { category: "base", amount: base },
      { category: "bonus", amount: bonus },
    ],
    statutory,
    events: events.map((kind, number) => ({ id: `e${index}.${number}`, kind, date: day(number) })),
    claims: claims.map((amount, number) => ({
      id: `c${index}.${number}`,
      deduction: "loan",
      date: day(number),
      amount,
    })),
  };
}

function fold(one: DeductionsConfig, inputs: readonly DeductionsInput[], through: <T>(value: T) => T) {
  const run = deductions(one);
  let balance: DeductionsBalance | undefined;
  return inputs.map((input) => {
    const result = run(balance === undefined ? input : { ...input, balance: through(balance) });
    balance = result.balance;
    return result;
  });
}

test("what is due is taken, carried or dropped, and never more than any limit", () => {
  let taken = 0;
  fc.assert(
    fc.property(config, year, (one, inputs) => {
      for (const result of fold(one, inputs, (value) => value)) {
        const { net, left, deducted, gross, suspended } = result;
        const due = total(result.lines.filter(({ id }) => id !== "no-bonus").map(({ basis }) => basis));
        expect(total([deducted, result.carried, result.dropped]).eq(due)).toBe(true);
        expect(total(result.lines.map(({ amount }) => amount)).eq(wide(result.amount))).toBe(true);
        expect(total([net, deducted.neg()]).eq(wide(left))).toBe(true);
        const stays = wide(gross).minus(wide(suspended));
        expect(wide(deducted).lte(stays.isNegative() ? 0 : stays.times("0.7"))).toBe(true);
        const least = wide(one.leaves?.amount ?? 0);
        if (!deducted.isZero()) expect(wide(left).gte(least) && !left.isNegative()).toBe(true);
        for (const { parts = [], amount } of result.lines)
          expect(total(parts.map((part) => part.amount)).eq(wide(amount))).toBe(true);
        taken += Number(!deducted.isZero());
      }
    }),
    { numRuns: 150 },
  );
  expect(taken).toBeGreaterThan(60);
});

test("over the months every claim is taken or still due, also through JSON", () => {
  fc.assert(
    fc.property(config, year, (one, inputs) => {
      const results = fold(one, inputs, (value) => value);
      const stored = fold(one, inputs, asJson);
      expect(asJson(stored)).toEqual(asJson(results));
      const claimed = inputs.flatMap(({ claims = [] }) => claims.map(({ amount }) => wide(String(amount))));
      const taken = results.flatMap(({ lines }) =>
        lines.filter(({ id }) => id === "loan").map(({ amount }) => amount.neg()),
      );
      const open = results.at(-1)?.balance.deductions.find(({ id }) => id === "loan")?.dues ?? [];
      const all = claimed.reduce((sum, amount) => sum.plus(amount), wide(0));
      expect(total([...taken, ...open.map(({ amount }) => amount)]).eq(all)).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test("the order of pay, events and claims changes nothing", () => {
  fc.assert(
    fc.property(config, month, (one, given) => {
      const input = inputOf(given);
      const run = deductions(one);
      const turned = {
        ...input,
        pay: [...input.pay].reverse(),
        events: [...(input.events ?? [])].reverse(),
        claims: [...(input.claims ?? [])].reverse(),
      };
      expect(asJson(run(turned))).toEqual(asJson(run(input)));
    }),
    { numRuns: 80 },
  );
});
