import {
  type CreditingConfig,
  type CreditingInput,
  crediting,
  ROUNDING_MODES,
} from "../../../../src/index.js";
import { countCrediting, KINDS } from "../../coverage/incentives/crediting.js";
import { names, type Random } from "../random.js";
import { askedOf, type Subject } from "./subject.js";

const EVENTS: readonly NonNullable<CreditingConfig["events"]>[] = [
  [{ on: "booking" }],
  [{ on: "invoice" }],
  [{ on: "cash" }],
  [{ on: "schedule" }],
  [
    { on: "booking", share: "50%" },
    { on: "cash", share: "50%" },
  ],
  [
    { on: "booking", share: "1/3" },
    { on: "invoice", share: "1/3" },
    { on: "cash", share: "1/3" },
  ],
];
const SPLITS: Readonly<Record<"exact" | "over" | "house", readonly (readonly (number | string)[])[]>> = {
  exact: [["1"], ["0.7", "0.3"], ["1/3", "1/3", "1/3"], [1, 0]],
  over: [["1"], [1, "0.5"], ["0.7", "0.7", "1/3"]],
  house: [["0.7"], ["1/3", "0.25"], ["0.5", "0.5"], [0]],
};
const DAYS = ["2026-06-30", "2026-07-01", "2026-07-03", "2026-08-15", "2026-09-30", "2026-10-01"] as const;
const PEOPLE = ["ann", "ben", "cho"] as const;
const WHEN = { when: [{ attribute: "kind", is: ["renewal"] }] };

export const creditingSubject: Subject = {
  use: "crediting",
  share: 800,
  kinds: KINDS,
  plan: (random, count) =>
    askedOf(
      "crediting",
      crediting,
      () => planCrediting(random),
      (config) => planDeals(random, config),
      {
        each: (config, _input, outcome) => countCrediting(config, outcome, count),
        people: 2,
      },
    ),
};

function planCrediting(random: Random): CreditingConfig {
  const isMoney = random.chance(85);
  return {
    ...(isMoney ? { currency: random.pick(["USD", "JPY"]) } : { decimals: random.pick([0, 1]) }),
    ...(random.chance(30) ? { unitDecimals: random.pick([0, 2]) } : {}),
    ...(random.chance(60) ? { rounding: random.pick(ROUNDING_MODES) } : {}),
    ...(random.chance(75) ? { events: random.pick(EVENTS) } : {}),
    ...(random.chance(60) ? { splits: random.pick(["exact", "over", "house"] as const) } : {}),
    ...(random.chance(40) ? { weights: [{ ...WHEN, credit: random.pick(["50%", "4/3", 0]) }] } : {}),
    ...(random.chance(25) ? { minimum: random.pick([100, "500.5"]) } : {}),
    ...(random.chance(50)
      ? {
          rollUp: {
            ...random.pick([
              () => ({ by: "differences" as const }),
              () => ({
                levels: random.pick([["100%"], ["50%", "1/3"], [0, "25%"]]),
                ...(random.chance(40) ? { beyond: "10%" } : {}),
              }),
              () => ({ by: "levels" as const, levels: ["1/3", "20%"] }),
            ])(),
            ...(random.chance(40) ? { most: random.pick(["60%", "1/3"]) } : {}),
          },
        }
      : {}),
    ...(random.chance(50)
      ? {
          overlays: [
            {
              role: "specialist",
              share: random.pick(["50%", "1/3"]),
              ...(random.chance(50) ? WHEN : {}),
              ...(random.chance(50) ? { rollsUp: true } : {}),
            },
            { role: "specialist", share: "10%" },
            { role: "engineer" },
          ],
        }
      : {}),
    ...(isMoney && random.chance(60)
      ? {
          exchange: {
            rates: ["USD", "JPY"].flatMap((to) => [
              { from: "EUR", to, rate: random.pick(["1.0825", "1/3"]), period: "2026-Q3" },
              { from: "EUR", to, rate: "1.2", on: "2026-08-15" },
              ...(random.chance(85) ? [{ from: to, to: "EUR", rate: "0.7", inverse: true }] : []),
            ]),
            ...(random.chance(50) ? { at: random.pick(["event", "booking"] as const) } : {}),
          },
        }
      : {}),
  };
}

function planDeals(random: Random, config: CreditingConfig): CreditingInput {
  return {
    period: random.pick(["2026-Q3", "2026-Q3", "2026-07", "2026"]),
    deals: names("d", random.int(1, 4)).map((id) => planDeal(random, config, id)),
    people: planPeople(random, config),
  };
}

function planPeople(random: Random, config: CreditingConfig): NonNullable<CreditingInput["people"]> {
  const covers =
    config.overlays === undefined || random.chance(60)
      ? {}
      : { covers: [{ role: random.pick(["specialist", "engineer"]), ...(random.chance(50) ? WHEN : {}) }] };
  const isByRates = config.rollUp?.by === "differences" && random.chance(98);
  const rows = [
    { id: "ann", manager: "eve", to: "2026-08-14" },
    { id: "ann", manager: "fay", from: "2026-08-15" },
    ...(random.chance(96) ? [{ id: "ben", manager: "eve" }] : []),
    { id: "cho", manager: random.chance(96) ? "ann" : "nobody" },
    { id: "eve", manager: "fay", ...covers },
    { id: "fay", ...(random.chance(4) ? { manager: "eve" } : {}) },
    { id: "sam", manager: "eve", ...covers, ...(random.chance(40) ? { from: "2026-07-03" } : {}) },
  ];
  const rate = () => ({ rate: random.pick(["0.25", "0.35", "1/3", 0, "0.4"]) });
  return rows.map((row) => ({ ...row, ...(isByRates ? rate() : {}) }));
}

function planDeal(random: Random, config: CreditingConfig, id: string): CreditingInput["deals"][number] {
  const amount = random.pick([1000, -600, 90, "0.05", 1, 0, 20_000]);
  const shares = random.chance(97) ? random.pick(SPLITS[config.splits ?? "exact"]) : ["0.9", "0.2"];
  const parts = () =>
    random.some(DAYS, 0, 3).map((on) => ({
      on,
      amount:
        typeof amount === "number"
          ? (amount * random.pick([1, 1, 1, 1, random.chance(20) ? 4 : 1])) / 4
          : "0.01",
    }));
  return {
    id,
    amount,
    ...(random.chance(40) ? { units: random.pick([3, "1/3", -7]) } : {}),
    ...(random.chance(40) ? { margin: random.pick(["33.335", 250, "-100/3"]) } : {}),
    ...(config.currency !== undefined && config.exchange !== undefined && random.chance(50)
      ? { currency: "EUR" }
      : {}),
    ...(shares.length === 1 && String(shares[0]) === "1" && random.chance(50)
      ? { person: random.pick(PEOPLE) }
      : { splits: shares.map((share, index) => ({ person: PEOPLE[index] as string, share })) }),
    ...(config.overlays !== undefined && random.chance(50)
      ? {
          team: [
            {
              person: "sam",
              role: random.chance(97) ? "specialist" : "driver",
              ...(random.chance(40) ? { share: "0.2" } : {}),
            },
          ],
        }
      : {}),
    ...(random.chance(90) ? { bookedOn: random.pick(DAYS) } : {}),
    ...(random.chance(70) ? { invoices: parts() } : {}),
    ...(random.chance(70) ? { payments: parts() } : {}),
    ...(random.chance(70)
      ? {
          schedule: [
            { on: random.pick(DAYS), share: "1/3" },
            { on: random.pick(DAYS), share: random.chance(96) ? "2/3" : "0.5" },
          ],
        }
      : {}),
    ...(random.chance(60) ? { attributes: { kind: random.pick(["renewal", "new"]) } } : {}),
  };
}
