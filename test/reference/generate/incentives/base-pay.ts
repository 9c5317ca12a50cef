import { type BasePayConfig, type BasePayInput, basePay, ROUNDING_MODES } from "../../../../src/index.js";
import { countBasePay, KINDS } from "../../coverage/incentives/base-pay.js";
import { names, type Random } from "../random.js";
import { PERIODS, planDay, planPresence, planProration } from "./presence.js";
import { askedOf, type Subject } from "./subject.js";

const TIERS = ["junior", "senior"] as const;
const GRADES = ["g1", "g2"] as const;
const PLACES = ["north", "south"] as const;
type Row = BasePayConfig["table"][number];

export const basePaySubject: Subject = {
  use: "basePay",
  share: 1_500,
  kinds: KINDS,
  plan: (random, count) =>
    askedOf(
      "basePay",
      basePay,
      () => planBasePay(random),
      (config) => planInput(random, config),
      {
        each: (config, input, outcome) => countBasePay(config, input, outcome, count),
      },
    ),
};

function planBasePay(random: Random): BasePayConfig {
  const by = { grade: random.chance(30), step: random.chance(20), location: random.chance(20) };
  const places = TIERS.flatMap((tier) =>
    (by.grade ? GRADES : [undefined]).flatMap((grade) =>
      (by.step ? [1, 2] : [undefined]).flatMap((step) =>
        (by.location ? PLACES : [undefined]).map((location) => ({ tier, grade, step, location })),
      ),
    ),
  );
  const rows = places.flatMap((place) =>
    [undefined, ...random.some([2, "7/3", "5.5"], 0, 2)].map((fromYears): Row => {
      const amount = random.pick([
        random.int(1000, 9000),
        `${random.int(1000, 9000)}.${random.int(100, 999)}`,
        "10000/3",
        "1e15",
        "0.001",
        0,
      ]);
      return JSON.parse(JSON.stringify({ ...place, fromYears, amount }));
    }),
  );
  const per = random.pick([undefined, "month", "quarter", "half-year", "year"] as const);
  return {
    currency: random.pick(["USD", "JPY", "KWD", "CNY"]),
    ...(random.chance(30) ? { id: "salary", rule: "Handbook 4.1" } : {}),
    ...(random.chance(70) ? { rounding: random.pick(ROUNDING_MODES) } : {}),
    ...(per === undefined ? {} : { per }),
    table: random.chance(50) ? rows : [...rows].reverse(),
    ...(!by.location && random.chance(30)
      ? {
          locations: PLACES.map((location) => ({ location, factor: random.pick(["1.1", "0.95", "4/3", 1]) })),
        }
      : {}),
    ...(random.chance(25) ? { rateDecimals: random.pick([0, 2, 4]) } : {}),
    ...planProration(random),
  };
}

function planInput(random: Random, config: BasePayConfig): BasePayInput {
  const period = random.pick(PERIODS);
  const has = (key: keyof Row) => config.table.some((row) => row[key] !== undefined);
  const place = () => ({
    tier: random.pick([...TIERS, ...TIERS, ...TIERS, ...TIERS, "chief"]),
    ...(has("grade") && random.chance(97) ? { grade: random.pick(GRADES) } : {}),
    ...(has("step") && random.chance(97) ? { step: random.pick([1, 2, 2, 1, 1, 2, 2, 3]) } : {}),
    ...((has("location") || config.locations !== undefined) && random.chance(97)
      ? { location: random.pick(PLACES) }
      : {}),
    ...(random.chance(60) ? { experienceYears: random.pick([0, 2, "7/3", 4, "5.5", 30]) } : {}),
    ...(random.chance(40) ? { share: random.pick(["0.8", "1/3", 1, 0, "0.5"]) } : {}),
  });
  const changes = names("", random.pick([0, 0, 0, 1, 1, 2]))
    .map(() => planDay(random, period))
    .sort()
    .map((from) => ({ from, ...(random.chance(60) ? place() : { share: "0.6" }) }));
  return {
    ...place(),
    period,
    ...planPresence(random, period),
    ...(changes.length === 0 ? {} : { changes }),
  };
}
