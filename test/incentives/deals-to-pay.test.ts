import { expect, test } from "vitest";
import { commission, crediting, quota } from "../../src/index.js";
import { asJson } from "../properties/exact.js";

const credit = crediting({
  currency: "USD",
  events: [{ on: "cash" }],
  weights: [{ when: [{ attribute: "kind", is: ["renewal"] }], credit: "50%" }],
  rollUp: { levels: ["100%"] },
});
const deals = [
  {
    id: "D1",
    amount: 60_000,
    units: 3,
    margin: 20_000,
    splits: [
      { person: "ann", share: "0.75" },
      { person: "ben", share: "0.25" },
    ],
    payments: [
      { on: "2026-07-10", amount: 40_000 },
      { on: "2026-08-10", amount: 20_000 },
    ],
    attributes: { kind: "new" },
  },
  {
    id: "D2",
    amount: 50_000,
    person: "ann",
    payments: [{ on: "2026-09-01", amount: 50_000 }],
    attributes: { kind: "renewal" },
  },
];
const people = [{ id: "ann", manager: "eve" }, { id: "ben", manager: "eve" }, { id: "eve" }];
const credited = credit({ period: "2026-Q3", deals, people });
const creditsOf = (person: string) => credited.people.find(({ id }) => id === person)?.credits ?? [];

test("what people are credited with is what commission takes, after JSON too", () => {
  const pay = commission({ currency: "USD", brackets: [{ rate: "5%" }, { from: 50_000, rate: "10%" }] });
  const paid = credited.people.map(({ id }) => pay({ credits: creditsOf(id) }).amount.toFixed());
  expect(paid).toEqual(["4500", "750", "6000"]);
  expect(pay({ credits: asJson(creditsOf("ann")) }).amount.toFixed()).toBe("4500");
});

test("attributes, units, margin and the order of a deal choose tables and pay by them", () => {
  const pay = commission({
    currency: "USD",
    tables: [
      { id: "renewals", when: [{ attribute: "kind", is: ["renewal"] }], brackets: [{ rate: "1%" }] },
      { id: "others", brackets: [{ rate: "10%" }] },
    ],
  });
  expect(pay({ credits: creditsOf("ann") }).amount.toFixed()).toBe("4750");
  const [first] = creditsOf("ben");
  expect(asJson(first)).toEqual({
    id: "D1.2026-07-10",
    order: "D1",
    amount: "10000",
    units: "0.5",
    margin: "3333.33",
    attributes: { kind: "new" },
  });
});

test("a prorated quota and what was credited give an attainment", () => {
  const year = quota({ currency: "USD", amount: 280_000 });
  const achieved = [{ period: "2026-Q3", amount: credited.people[0]?.amount ?? 0 }];
  expect(year({ period: "2026", achieved }).periods[2]?.attainment?.toFixed()).toBe("1");
});
