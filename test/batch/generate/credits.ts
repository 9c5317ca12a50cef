import { commission, type Policy } from "../../../src/index.js";
import { ROUNDING_MODES } from "../../../src/kernel/rounding.js";
import type { Random } from "../../reference/generate/random.js";
import { figure } from "./figures.js";
import type { IncentivePlan, Place } from "./pay.js";

type Incentive = NonNullable<Policy["incentives"]>[number];

/** A commission on the credits of deals, most of them such that sums over credits say all. */
export function planCredits(random: Random, { id, currency, indicators }: Place): IncentivePlan {
  const on = random.pick(indicators);
  let terms = planTerms(random);
  while (commission.check({ ...terms, currency }).length > 0) terms = planTerms(random);
  const { per, counts, threshold } = terms as {
    per: string;
    counts: string;
    threshold?: { counts?: string };
  };
  const asks = counts === "attainment" || threshold?.counts === "attainment";
  const creditOf = planCredit(random);
  const listOf = (name: string, most: number) =>
    Array.from({ length: random.int(0, most) }, (_, at) => creditOf(`${name}${at}`));
  const longest = random.pick([3, 3, 6, 40]);
  const isStated = random.chance(20);
  return {
    incentive: { use: "commission", id, on, ...terms } as Incentive,
    person: () => ({
      [`credits.${on}`]: random.chance(4) ? null : wrongNow(random, listOf("c", longest)),
      [`amounts.${on}`]: random.chance(80) ? null : figure(random, [0, 190_000], 0),
      ...(asks ? { [`quotas.${on}`]: random.chance(1) ? null : random.pick([100_000, "99999.99", 30]) } : {}),
      ...(per === "to-date"
        ? {
            [`earlier.${on}`]: random.chance(30) ? null : listOf(random.chance(2) ? "c" : "e", 4),
            ...(isStated && random.chance(50)
              ? { [`toDate.${on}`]: random.pick([0, 50_000, 60_000.5]) }
              : {}),
            [`paid.${on}`]: random.chance(70) ? null : figure(random, [0, 2000], 0),
          }
        : {}),
    }),
  };
}

/** Terms of a commission, which may not go together. */
function planTerms(random: Random): Record<string, unknown> {
  const counts = random.pick([
    "amount",
    "amount",
    "amount",
    "units",
    "margin",
    "attainment",
    "margin-percent",
  ]);
  const quotaIn = counts === "attainment" ? random.pick([undefined, "units", "margin"]) : undefined;
  const paidOn = random.chance(30) ? random.pick(["amount", "margin", "units"]) : undefined;
  const counted = counts === "attainment" ? (quotaIn ?? "amount") : counts;
  const isSpread = paidOn !== undefined || counts === "margin-percent";
  const method = random.chance(isSpread ? 90 : 40) ? "whole" : random.chance(8) ? "each" : "marginal";
  const inUnits = (paidOn ?? counted) === "units";
  const isRatio = counts === "attainment" || counts === "margin-percent";
  const at = (part: number) => (isRatio ? `${part}%` : counted === "units" ? part / 10 : part * 1000);
  const pays = (rate: string, perUnit: string) => (inUnits ? { perUnit } : { rate });
  const bracketsOf = (first: string) => [
    pays(first, "0.04"),
    { from: at(50), ...pays("6.25%", "1/16") },
    ...(random.chance(50) ? [{ from: at(100), ...pays("1/15", "0.07") }] : []),
    ...(random.chance(10) ? [{ from: at(150), ...pays("8%", "0.08"), to: at(200) }] : []),
  ];
  const tables = random.some(["key", "large", "rest"], 0, 3);
  const whenOf = (table: string) =>
    table === "key"
      ? [{ attribute: "customer", is: random.pick([["key"], ["key", "state"]]) }, ...moreOf(random)]
      : [planSize(random)];
  const size = { quantity: random.pick(["amount", "units"]), above: 50_000, share: "1/3" };
  return {
    counts,
    ...(quotaIn === undefined ? {} : { quotaIn }),
    ...(paidOn === undefined ? {} : { paidOn }),
    per: random.pick([
      "period",
      "period",
      "period",
      "to-date",
      "to-date",
      random.chance(50) ? "period" : random.pick(["credit", "order"]),
    ]),
    method,
    curve: random.pick(["steps", "steps", "lines"]),
    boundary: random.pick(["upper", "lower"]),
    rounding: random.pick(ROUNDING_MODES),
    ...(tables.length < 2
      ? { brackets: bracketsOf("4%") }
      : {
          totals: random.pick(["own", "own", method === "whole" || random.chance(20) ? "shared" : "own"]),
          tables: tables.map((table, place) => ({
            id: table,
            ...(place === tables.length - 1 ? {} : { when: whenOf(table) }),
            brackets: bracketsOf(`${place + 1}%`),
          })),
        }),
    ...(random.chance(30)
      ? { threshold: { from: at(30), ...(random.chance(20) ? { pays: "above" } : {}) } }
      : {}),
    ...(random.chance(30) ? { cap: { above: 5000, share: random.pick(["0%", "50%"]) } } : {}),
    ...(random.chance(20) ? { floor: 100 } : {}),
    ...(random.chance(5) ? { perDeal: { credited: size } } : {}),
  };
}

function moreOf(random: Random): readonly unknown[] {
  return random.chance(30) ? [{ attribute: "region", is: ["north"] }] : [];
}

function planSize(random: Random): unknown {
  return random.pick([
    { deal: "amount", atLeast: 40_000 },
    { deal: "amount", atLeast: "39999.99", atMost: "79999.995" },
    { deal: "units", atMost: 20 },
    { deal: "margin", atLeast: "1/3" },
    { deal: "margin-percent", atLeast: "25%" },
  ]);
}

/** Amounts at the sizes that tables ask for and at the corners of brackets, or one unit beside. */
const AT_BOUNDS = [
  40_000,
  39_999.99,
  40_000.01,
  -40_000,
  "79999.995",
  "79999.99",
  80_000,
  50_000,
  -39_999.99,
];

/** Makes credits: most of them with all that a plan may ask for, some with something wrong. */
function planCredit(random: Random): (id: string) => unknown {
  const decimals = random.pick([0, 2, 2]);
  const long = random.chance(10);
  const withOrders = random.chance(60);
  const amount = () => {
    if (long && random.chance(20)) return random.pick(["1/3", "100.12345678901234567891", 0.1 + 0.2]);
    if (random.chance(8)) return random.pick(AT_BOUNDS);
    const number = figure(random, random.chance(10) ? [-60_000, 0] : [0, 90_000], decimals);
    return random.chance(5) ? String(number) : number;
  };
  const wrong = () =>
    random.pick([
      { id: "" },
      { id: undefined },
      { amount: "much" },
      { amount: null },
      { amount: undefined },
      { units: Number.NaN },
      { margin: undefined },
      { order: 7 },
      { attributes: { customer: 1 } },
      { attributes: ["key"] },
      { price: 3 },
    ]);
  return (id) => ({
    id,
    ...(withOrders && random.chance(70) ? { order: random.pick(["o1", "o2", "o3"]) } : {}),
    amount: amount(),
    units: random.pick([0, 1, 5, 20, -3, "2.5"]),
    margin: random.pick([0, 1000, "333.33", figure(random, [-2000, 30_000], 2)]),
    ...(random.chance(70)
      ? {
          attributes: {
            customer: random.pick(["key", "state", "other"]),
            ...(random.chance(60) ? { region: random.pick(["north", "south"]) } : {}),
          },
        }
      : {}),
    ...(random.int(1, 500) === 1 ? wrong() : {}),
  });
}

/** Now and then a list that is none, or has a credit twice. */
function wrongNow(random: Random, list: readonly unknown[]): unknown {
  if (random.int(1, 100) > 1) return list;
  return random.pick<unknown>([[...list, ...list.slice(0, 1)], 5, {}, [null], [3], [[]], [...list, "d"]]);
}
