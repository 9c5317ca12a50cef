import { ROUNDING_MODES, type SpiffConfig, type SpiffInput, spiff } from "../../../../src/index.js";
import { countSpiff, KINDS } from "../../coverage/incentives/spiff.js";
import { names, type Random } from "../random.js";
import { planConditions, planPerson } from "./eligibility.js";
import { askedOf, type Subject } from "./subject.js";

const DAYS = ["2026-06-15", "2026-07-01", "2026-07-02", "2026-08-10", "2026-09-30", "2026-10-05"] as const;
const PEOPLE = ["ann", "ben", "cho"] as const;

export const spiffSubject: Subject = {
  use: "spiff",
  share: 600,
  kinds: KINDS,
  plan: (random, count) =>
    askedOf(
      "spiff",
      spiff,
      () => planSpiff(random),
      (config) => planDeals(random, config),
      {
        each: (config, _input, outcome) => countSpiff(config, outcome, count),
      },
    ),
};

function planSpiff(random: Random): SpiffConfig {
  return {
    currency: random.pick(["USD", "JPY", "KWD"]),
    ...(random.chance(25) ? { id: "launch", category: "special", rule: "Section 9" } : {}),
    ...(random.chance(60) ? { rounding: random.pick(ROUNDING_MODES) } : {}),
    pays: random.pick([500, "33.335", "100/3", "0.001"]),
    ...(random.chance(60) ? { per: random.pick(["deal", "unit"] as const) } : {}),
    ...(random.chance(20) ? { from: "2026-07-01" } : {}),
    ...(random.chance(20) ? { to: "2026-09-30" } : {}),
    ...(random.chance(30) ? { when: [{ attribute: "product", is: ["cloud"] }] } : {}),
    ...(random.chance(30) ? { leastAmount: random.pick([100, 500]) } : {}),
    ...(random.chance(35)
      ? {
          first: {
            count: random.pick([1, 2, 5]),
            ...(random.chance(70) ? { of: random.pick(["person", "everybody"] as const) } : {}),
          },
        }
      : {}),
    ...(random.chance(35)
      ? {
          minimum: {
            count: random.pick([1, 2, "2.5"]),
            ...(random.chance(60) ? { pays: random.pick(["all", "further"] as const) } : {}),
          },
        }
      : {}),
    ...(random.chance(30) ? { maximum: random.pick([800, "1000.05"]) } : {}),
    ...(random.chance(35) ? { budget: random.pick([1200, "700.05"]) } : {}),
    ...(random.chance(25) ? { eligibility: planConditions(random, 1) } : {}),
  };
}

function planDeals(random: Random, { eligibility, per, leastAmount }: SpiffConfig): SpiffInput {
  const period = random.chance(60) ? { period: random.pick(["2026-Q3", "2026-08", "2026"]) } : {};
  const ids = random.chance(2) ? ["d1", "d1"] : names("d", random.int(0, 8));
  return {
    ...period,
    deals: ids.map((id) => ({
      id,
      person: random.chance(99) ? random.pick(PEOPLE) : "dan",
      on: random.pick(DAYS),
      ...((per === "unit" ? random.chance(99) : random.chance(30))
        ? { units: random.pick([1, 2, "1.5", -1, 5]) }
        : {}),
      ...((leastAmount !== undefined ? random.chance(99) : random.chance(60))
        ? { amount: random.pick([50, 100, 600, -600, "1e15"]) }
        : {}),
      ...(random.chance(70) ? { attributes: { product: random.pick(["cloud", "cloud", "voice"]) } } : {}),
    })),
    ...(eligibility === undefined
      ? {}
      : { people: PEOPLE.map((id) => ({ id, ...planPerson(random, period.period ?? "2026", 99) })) }),
  };
}
