import { Decimal } from "decimal.js";
import fc from "fast-check";
import { expect, it } from "vitest";
import {
  type Advance,
  type AdvanceInput,
  advance,
  type CommissionConfig,
  type CommissionInput,
  clawback,
  commission,
  type Draw,
  type DrawInput,
  draw,
  type Holdback,
  type HoldbackInput,
  holdback,
  nextPeriod,
  recomputedClawback,
} from "../../src/index.js";

const RUNS = { numRuns: 300 };

const money = (min: number, max: number) => fc.integer({ min, max }).map((cents) => (cents / 100).toFixed(2));
const share = fc.integer({ min: 1, max: 1000 }).map((part) => `${part}/1000`);
const sum = (values: readonly unknown[]) =>
  values.reduce<Decimal>((all, one) => all.plus(String(one)), new Decimal(0)).toFixed(2);

/** Runs a reducer over its inputs, each with the balance that the one before returned, which was stored as JSON in between. */
function fold<Input extends object, Result extends { readonly balance: unknown }>(
  run: (input: Input) => Result,
  inputs: readonly Input[],
): readonly Result[] {
  let balance: unknown;
  return inputs.map((input) => {
    const result = run(balance === undefined ? input : { ...input, balance });
    balance = JSON.parse(JSON.stringify(result.balance));
    return result;
  });
}

const periods = (count: number) =>
  Array.from({ length: count - 1 }).reduce<readonly string[]>(
    (all) => [...all, nextPeriod(all.at(-1) as string)],
    ["2026-01"],
  );

it("over draws, paid = earned + outstanding + forgiven", () => {
  const config = fc.record(
    {
      amount: money(0, 300_000),
      recoverable: fc.boolean(),
      recovery: share,
      mostOutstanding: money(0, 500_000),
      forgivenAfter: fc.integer({ min: 1, max: 5 }),
      atEnd: fc.constantFrom("owed" as const, "forgiven" as const),
    },
    { requiredKeys: ["amount"] },
  );
  const earned = fc.array(money(-200_000, 600_000), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(config, earned, fc.boolean(), (rules, amounts, ends) => {
      const months = periods(amounts.length);
      const inputs = amounts.map((amount, index): DrawInput => {
        const last = ends && index === amounts.length - 1;
        return { period: months[index] as string, earned: amount, ends: last };
      });
      const results: readonly Draw[] = fold(draw({ currency: "USD", ...rules }), inputs);
      const last = results.at(-1) as Draw;
      expect(sum(results.map(({ paid }) => paid))).toBe(
        sum([...amounts, last.outstanding, ...results.map(({ forgiven }) => forgiven)]),
      );
      for (const { paid, earned: own, lines, advanced, recovered, outstanding, forgiven } of results) {
        expect(sum([own, ...lines.map(({ amount }) => amount)])).toBe(paid.toFixed(2));
        expect(paid.isNegative() && !paid.isZero()).toBe(false);
        expect(advanced.gte(0) && recovered.gte(0) && outstanding.gte(0) && forgiven.gte(0)).toBe(true);
        if (rules.mostOutstanding === undefined || own.gte(rules.amount))
          expect(paid.gte(rules.amount)).toBe(true);
      }
    }),
    RUNS,
  );
});

const deals = ["a", "b", "c", "d"];
const someDeals = fc.subarray(deals);

it("what is held back is released, forfeited or still held", () => {
  const month = fc.record({
    earned: fc.dictionary(fc.constantFrom(...deals), money(-50_000, 500_000)),
    release: someDeals,
    forfeit: someDeals,
  });
  const after = fc.integer({ min: 1, max: 4 });
  const config = fc.oneof(
    fc.record({ share, releasedAfter: after }, { requiredKeys: ["share"] }),
    fc.record(
      { share, releasedAfter: after, instalments: fc.integer({ min: 1, max: 4 }) },
      { requiredKeys: ["share", "instalments"] },
    ),
    fc.record(
      { share, releasedAfter: after, releasedShare: share },
      { requiredKeys: ["share", "releasedShare"] },
    ),
  );
  fc.assert(
    fc.property(config, fc.array(month, { minLength: 1, maxLength: 8 }), (rules, months) => {
      const hold = holdback({ currency: "USD", ...rules });
      const names = periods(months.length);
      let held: Holdback["balance"] | undefined;
      const results = months.map(({ earned, release, forfeit }, index) => {
        const known = new Set(held?.held.map(({ id }) => id));
        const input: HoldbackInput = {
          period: names[index] as string,
          earned: Object.entries(earned).map(([id, amount]) => ({ id, amount })),
          release: release.filter((id) => known.has(id)),
          forfeit: forfeit.filter((id) => known.has(id) && !release.includes(id)),
          ...(held === undefined ? {} : { balance: JSON.parse(JSON.stringify(held)) }),
        };
        const result = hold(input);
        held = result.balance;
        return result;
      });
      const total = (name: "heldBack" | "released" | "forfeited") => sum(results.map((one) => one[name]));
      expect(total("heldBack")).toBe(
        sum([total("released"), total("forfeited"), results.at(-1)?.outstanding ?? 0]),
      );
      expect(sum(results.flatMap(({ lines }) => lines.map(({ amount }) => amount)))).toBe(
        sum([total("released"), `-${total("heldBack")}`.replace("--", "")]),
      );
    }),
    RUNS,
  );
});

it("advances come even: paid = earned + outstanding", () => {
  const month = fc.record({
    sold: someDeals,
    earned: fc.dictionary(fc.constantFrom(...deals), money(-10_000, 50_000)),
    ended: someDeals,
  });
  const config = fc.record({ periods: fc.integer({ min: 1, max: 12 }), share });
  fc.assert(
    fc.property(config, fc.array(month, { minLength: 1, maxLength: 8 }), (rules, months) => {
      const pay = advance({ currency: "USD", ...rules });
      const names = periods(months.length);
      let going: Advance["balance"] | undefined;
      const results = months.map(({ sold, earned, ended }, index) => {
        const known = going?.deals.map(({ id }) => id) ?? [];
        const fresh = sold.filter((id) => !known.includes(id));
        const input: AdvanceInput = {
          period: names[index] as string,
          sold: fresh.map((id) => ({ id, amount: "33.335" })),
          earned: Object.entries(earned).map(([id, amount]) => ({ id, amount })),
          ended: ended.filter((id) => known.includes(id) || fresh.includes(id)),
          ...(going === undefined ? {} : { balance: JSON.parse(JSON.stringify(going)) }),
        };
        const result = pay(input);
        going = result.balance;
        return result;
      });
      expect(sum(results.map(({ paid }) => paid))).toBe(
        sum([...results.map(({ earned }) => earned), results.at(-1)?.outstanding ?? 0]),
      );
      for (const { lines, paid } of results)
        expect(sum(lines.map(({ amount }) => amount))).toBe(paid.toFixed(2));
    }),
    RUNS,
  );
});

const credits = fc
  .uniqueArray(fc.constantFrom(...deals), { minLength: 1 })
  .chain((ids) => fc.tuple(...ids.map((id) => money(-100_000, 2_000_000).map((amount) => ({ id, amount })))));
const plan = fc.record({
  currency: fc.constant("USD"),
  per: fc.constantFrom("period" as const, "credit" as const),
  method: fc.constantFrom("marginal" as const, "whole" as const),
  brackets: fc.constant([{ rate: "1.5%" }, { from: "3333.33", rate: "4/300" }, { from: 9000, rate: "7%" }]),
});

it("reversing a deal's lines sums to zero for it, and recomputing gives what the period without it gives", () => {
  fc.assert(
    fc.property(plan, credits, fc.nat(), (config: CommissionConfig, all, which) => {
      const gone = all[which % all.length]?.id as string;
      const pay = commission(config);
      const paid: CommissionInput = { credits: all };
      const whole = pay(paid);
      const without = pay({ credits: all.filter(({ id }) => id !== gone) });

      const again = recomputedClawback(config)({ paid, cancelled: [gone] });
      expect(sum([whole.amount, again.amount])).toBe(without.amount.toFixed(2));
      expect(sum(again.lines.map(({ amount }) => amount))).toBe(again.amount.toFixed(2));

      const stored = whole.lines.map((line) => ({ deal: gone, on: "2026-01-15", line }));
      const back = clawback({ currency: "USD" })({
        paid: stored,
        cancelled: [{ deal: gone, on: "2026-03-01" }],
      });
      expect(sum([whole.amount, back.amount])).toBe("0.00");
    }),
    RUNS,
  );
});
