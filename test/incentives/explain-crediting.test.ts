import { expect, test } from "vitest";
import { type CreditingInput, crediting, explainCrediting } from "../../src/index.js";
import { zhCN, zhTW } from "../../src/locales/index.js";

const credit = crediting({
  currency: "USD",
  events: [
    { on: "booking", share: "60%" },
    { on: "cash", share: "40%" },
  ],
  splits: "house",
  minimum: 50,
  weights: [
    { when: [{ attribute: "kind", is: ["renewal"] }], credit: "50%" },
    { when: [{ attribute: "kind", is: ["internal"] }], credit: 0 },
  ],
  rollUp: { levels: ["100%"] },
  overlays: [{ role: "specialist", share: "25%" }],
  exchange: { rates: [{ from: "EUR", to: "USD", rate: "1.25" }] },
});
const people = [{ id: "ann", manager: "eve" }, { id: "ben" }, { id: "eve" }];
const deal = (id: string, amount: number, more: object): CreditingInput["deals"][number] => ({
  id,
  amount,
  bookedOn: "2026-07-03",
  person: "ann",
  ...more,
});
const { person, ...shared } = deal("D1", 1000, {
  splits: [
    { person: "ann", share: 0.6 },
    { person: "ben", share: 0.3 },
  ],
  team: [{ person: "sue", role: "specialist" }],
  payments: [{ on: "2026-07-03", amount: 400 }],
  currency: "EUR",
  attributes: { kind: "renewal" },
});
const result = credit({
  period: "2026-Q3",
  people,
  deals: [
    shared,
    deal("D2", 200, { bookedOn: "2026-10-01" }),
    deal("D3", 20, {}),
    deal("D4", 300, { attributes: { kind: "internal" } }),
    { id: "D5", amount: 80, person: "ann" },
  ],
});

test("who is credited with what, in which parts, and why not with more", () => {
  expect(explainCrediting(result)).toEqual([
    "ann is credited with 285.00 USD for 2026-Q3, from 2026-07-01 to 2026-09-30.",
    "D1, booked and paid on 2026-07-03: a share of 0.6, 285.00 USD.",
    "ben is credited with 142.50 USD for 2026-Q3, from 2026-07-01 to 2026-09-30.",
    "D1, booked and paid on 2026-07-03: a share of 0.3, 142.50 USD.",
    "eve is credited with 285.00 USD for 2026-Q3, from 2026-07-01 to 2026-09-30.",
    "D1, booked and paid on 2026-07-03: from ann, 285.00 USD.",
    "sue is credited with 118.75 USD for 2026-Q3, from 2026-07-01 to 2026-09-30.",
    "D1, booked and paid on 2026-07-03: as specialist, a share of 0.25 beside the others, 118.75 USD.",
    "D1 of 1000.00 EUR is converted at 1.25 and counts at 0.5.",
    "Of D1, credited before: 0.00, later: 0.00; the part without a date yet: 0.24.",
    "Of D1, 47.50 is credited to nobody.",
    "D2 is not credited: its days are in other periods.",
    "D3 is not credited: it is below the minimum.",
    "D4 is not credited: deals of its kind do not count.",
    "D5 is not credited: it is not booked yet.",
  ]);
});

test.each([undefined, zhCN, zhTW])(
  "whole sentences, after JSON too, and every number is in the result",
  (locale) => {
    const options = locale === undefined ? {} : { locale };
    const sentences = explainCrediting(result, options);
    expect(explainCrediting(JSON.parse(JSON.stringify(result)), options)).toEqual(sentences);
    const known = new Set(
      JSON.stringify(result)
        .match(/\d+(\.\d+)?/g)
        ?.map(Number),
    );
    for (const sentence of sentences) {
      expect(sentence).toMatch(/[.。]$/);
      expect(sentence).not.toMatch(/undefined|NaN|\[object/);
      for (const number of sentence.match(/\d+(\.\d+)?/g) ?? []) expect(known).toContain(Number(number));
    }
  },
);

test("every reason and event has words in every language", () => {
  const of = (events: string, more: object) =>
    crediting({ currency: "USD", events: [{ on: events as "cash" }], splits: "house" })({
      period: "2026-Q3",
      deals: [
        { id: "A", amount: 5, person: "ann" },
        { id: "B", amount: 5, splits: [], ...more },
      ],
    });
  const results = [
    of("booking", { bookedOn: "2026-07-01" }),
    of("invoice", { invoices: [{ on: "2026-07-01", amount: 5 }] }),
    of("cash", { payments: [{ on: "2026-07-01", amount: 5 }] }),
    of("schedule", { schedule: [{ on: "2026-07-01", share: 1 }] }),
  ];
  for (const locale of [undefined, zhCN, zhTW]) {
    const options = locale === undefined ? {} : { locale };
    const sentences = results.flatMap((one) => explainCrediting(one, options));
    expect(new Set(sentences).size).toBe(5);
  }
});

test("for one person, only what that one is credited with", () => {
  expect(explainCrediting(result, { person: "sue" })).toHaveLength(4);
  expect(explainCrediting(result, { person: "nobody" })).toEqual([]);
});
