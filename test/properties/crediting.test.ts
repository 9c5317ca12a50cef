import fc from "fast-check";
import { expect, test } from "vitest";
import { type CreditingConfig, type CreditingInput, crediting, ROUNDING_MODES } from "../../src/index.js";
import { asJson, decimalText, total, wide } from "./exact.js";

type Deal = CreditingInput["deals"][number];
type Person = NonNullable<CreditingInput["people"]>[number];

const PEOPLE = ["ann", "ben", "cho", "dev", "eve"];
const day = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([month, date]) => `2026-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`);
const amount = fc.oneof(
  decimalText({ min: -2000, max: 2000, decimals: 2 }),
  fc.constantFrom("1e15", "0.001", "100/3"),
);

/** Positive numbers as shares that sum to 1. */
const shares = (most: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: most }).map((list) => {
    const sum = list.reduce((all, one) => all + one, 0);
    return sum === 0 ? list.map((_, index) => (index === 0 ? "1" : "0")) : list.map((one) => `${one}/${sum}`);
  });

/** Parts of an amount that sum to at most all of it, each paid on some day. */
const paid = fc.tuple(shares(4), fc.array(day, { minLength: 4, maxLength: 4 }));

const deal = (id: string): fc.Arbitrary<Deal> =>
  fc
    .record({
      amount,
      people: fc.shuffledSubarray(PEOPLE, { minLength: 1, maxLength: 4 }),
      splits: shares(4),
      bookedOn: fc.option(day, { nil: undefined }),
      paid,
      schedule: paid,
      currency: fc.constantFrom("USD", "EUR", undefined),
      kind: fc.constantFrom("new", "renewal", "internal"),
      team: fc.boolean(),
    })
    .map(
      ({
        amount: of,
        people,
        splits,
        paid: [parts, days],
        schedule: [agreed, dates],
        team,
        kind,
        ...rest
      }) => {
        const own = splits.slice(0, people.length);
        const given = own.reduce((all, one) => all.plus(numeric(one)), wide(0));
        const [top, bottom = "1"] = of.split("/");
        return {
          id,
          amount: of,
          ...(rest.bookedOn === undefined ? {} : { bookedOn: rest.bookedOn }),
          ...(rest.currency === undefined ? {} : { currency: rest.currency }),
          splits: own.map((share, index) => ({
            person: people[index] ?? "ann",
            share: given.eq(1) ? share : index === 0 ? "1" : "0",
          })),
          payments: parts.slice(1).map((part, index) => {
            const [a, b] = part.split("/");
            const denominator = wide(b ?? "1")
              .times(bottom)
              .toFixed();
            return {
              on: days[index] ?? "2026-01-01",
              amount: `${wide(a ?? 0)
                .times(top ?? 0)
                .toFixed()}/${denominator}`,
            };
          }),
          schedule: agreed.map((share, index) => ({ on: dates[index] ?? "2026-01-01", share })),
          attributes: { kind },
          ...(team ? { team: [{ person: "sue", role: "specialist" }] } : {}),
        };
      },
    );

function numeric(share: string) {
  const [top, bottom = "1"] = share.split("/");
  return wide(top ?? 0).div(bottom);
}

const config: fc.Arbitrary<CreditingConfig> = fc
  .record({
    currency: fc.constant("USD"),
    rounding: fc.constantFrom(...ROUNDING_MODES),
    events: fc.constantFrom(
      [{ on: "booking" as const }],
      [{ on: "cash" as const }],
      [{ on: "schedule" as const }],
      [
        { on: "booking" as const, share: "1/3" },
        { on: "cash" as const, share: "50%" },
        { on: "schedule" as const, share: "1/6" },
      ],
    ),
    weights: fc.constantFrom(
      [],
      [
        { when: [{ attribute: "kind", is: ["renewal"] }], credit: "50%" },
        { when: [{ attribute: "kind", is: ["internal"] }], credit: 0 },
      ],
    ),
    minimum: fc.constantFrom(undefined, 100),
    rollUp: fc.constantFrom(
      undefined,
      { levels: ["100%", "1/3"], beyond: "10%" },
      { levels: ["150%"], most: "100%" },
    ),
    overlays: fc.constant([{ role: "specialist", share: "1/3", rollsUp: true }]),
    exchange: fc.constant({ rates: [{ from: "EUR", to: "USD", rate: "1.0825" }] }),
  })
  .map((one) => asJson(one));

const deals = fc
  .array(fc.constant(null), { maxLength: 5 })
  .chain((list) => fc.tuple(...list.map((_, index) => deal(`D${index}`))));

/** Nobody reports to somebody who comes later. */
const people: fc.Arbitrary<Person[]> = fc.array(fc.nat(), { minLength: 6, maxLength: 6 }).map((managers) =>
  [...PEOPLE, "sue"].map((id, index) => {
    const above = index === 0 ? undefined : [...PEOPLE, "sue"][(managers[index] ?? 0) % (index + 1)];
    return above === undefined || above === id ? { id } : { id, manager: above };
  }),
);

const scene = fc.tuple(config, deals, people);
const QUARTERS = ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"];

test("what the people of a deal are credited with sums to what the deal is credited with", () => {
  fc.assert(
    fc.property(scene, fc.constantFrom(...QUARTERS, "2026"), ([rules, list, staff], period) => {
      const result = crediting(rules)({ period, deals: list, people: staff });
      for (const { id, now } of result.deals) {
        const own = result.credits.filter(({ order, kind }) => order === id && kind === "split");
        expect(total(own.map((one) => one.amount)).eq(wide(now))).toBe(true);
      }
      const all = total(result.people.map((one) => one.amount));
      expect(total(result.credits.map((one) => one.amount)).eq(all)).toBe(true);
    }),
  );
});

test("no deal is lost: each is credited to somebody or says why not", () => {
  fc.assert(
    fc.property(scene, fc.constantFrom(...QUARTERS), ([rules, list, staff], period) => {
      const { credits, uncredited } = crediting(rules)({ period, deals: list, people: staff });
      const told = new Set([...credits.map(({ order }) => order), ...uncredited.map(({ deal: id }) => id)]);
      expect([...told].sort()).toEqual(list.map(({ id }) => id).sort());
      expect(uncredited.every(({ deal: id }) => credits.every(({ order }) => order !== id))).toBe(true);
    }),
  );
});

test("the quarters of a year sum to the year, for each deal and each person", () => {
  fc.assert(
    fc.property(scene, ([rules, list, staff]) => {
      const credit = crediting(rules);
      const parts = QUARTERS.map((period) => credit({ period, deals: list, people: staff }));
      const year = credit({ period: "2026", deals: list, people: staff });
      for (const { id, amount: whole } of year.people) {
        const own = parts.flatMap((part) =>
          part.people.filter((one) => one.id === id).map((one) => one.amount),
        );
        expect(total(own).eq(wide(whole))).toBe(true);
      }
      for (const [index, part] of parts.entries()) {
        for (const [position, { before, now, after }] of part.deals.entries()) {
          const whole = year.deals[position]?.now ?? 0;
          expect(total([before, now, after]).eq(wide(whole))).toBe(true);
          const earlier = parts.slice(0, index).map((one) => one.deals[position]?.now ?? wide(0));
          expect(total(earlier as never[]).eq(wide(before))).toBe(true);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test("deals are credited alone: any division of the list, in any order, credits the same", () => {
  fc.assert(
    fc.property(
      scene,
      fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
      ([rules, list, staff], sides) => {
        const credit = crediting(rules);
        const ask = (some: readonly Deal[]) => credit({ period: "2026", deals: some, people: staff });
        const whole = ask(list);
        const parts = [true, false].map((side) =>
          ask(list.filter((_, index) => sides[index] === side).reverse()),
        );
        const sorted = (credits: readonly object[]) => credits.map((one) => JSON.stringify(one)).sort();
        expect(sorted(parts.flatMap(({ credits }) => credits))).toEqual(sorted(whole.credits));
        expect(sorted(parts.flatMap(({ uncredited }) => uncredited))).toEqual(sorted(whole.uncredited));
        expect(asJson(ask([...list].reverse()).people)).toEqual(asJson(whole.people));
      },
    ),
  );
});

test("a deal of the other sign mirrors it, where rounding does not look at the sign", () => {
  fc.assert(
    fc.property(scene, ([rules, list, staff]) => {
      const credit = crediting({ ...rules, rounding: "half-up" });
      const turned = list.map((one) => ({
        ...one,
        amount: negated(String(one.amount)),
        payments: (one.payments ?? []).map((part) => ({ ...part, amount: negated(String(part.amount)) })),
      }));
      const [there, back] = [list, turned].map((some) =>
        credit({ period: "2026", deals: some, people: staff }),
      );
      const amounts = (result: typeof there) =>
        result?.credits.map((one) => wide(one.amount).plus(0).toFixed());
      expect(back?.credits.map((one) => wide(one.amount).neg().plus(0).toFixed())).toEqual(amounts(there));
    }),
    { numRuns: 60 },
  );
});

function negated(text: string): string {
  return text.startsWith("-") ? text.slice(1) : `-${text}`;
}

test("whatever is credited of a deal by the end of the year is its rounded share, rate and weight", () => {
  fc.assert(
    fc.property(scene, ([rules, list, staff]) => {
      const result = crediting({ ...rules, rounding: "half-up" })({
        period: "2026",
        deals: list,
        people: staff,
      });
      for (const [index, { now, weight, rate, open }] of result.deals.entries()) {
        if (result.uncredited.some(({ deal: id }) => id === list[index]?.id)) continue;
        const waits = Number(open);
        if (waits > 0 && waits < 1) continue;
        const exact = numeric(String(list[index]?.amount ?? 0))
          .times(1 - waits)
          .times(wide(weight))
          .times(rate === undefined ? 1 : wide(rate));
        expect(wide(now).eq(exact.toDecimalPlaces(100).toDecimalPlaces(2, 4))).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});
