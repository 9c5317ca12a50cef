import {
  ROUNDING_MODES,
  type YearEndBonusConfig,
  type YearEndBonusInput,
  yearEndBonus,
} from "../../../../src/index.js";
import { countYearEnd, KINDS } from "../../coverage/incentives/year-end-bonus.js";
import type { Random } from "../random.js";
import { planConditions, planPerson } from "./eligibility.js";
import { PERIODS, planPresence, planProration } from "./presence.js";
import { askedOf, type Subject } from "./subject.js";

export const yearEndBonusSubject: Subject = {
  use: "yearEndBonus",
  share: 600,
  kinds: KINDS,
  plan: (random, count) =>
    askedOf(
      "yearEndBonus",
      yearEndBonus,
      () => planYearEnd(random),
      () => planInput(random),
      {
        each: (config, _input, outcome) => countYearEnd(config, outcome, count),
      },
    ),
};

function planYearEnd(random: Random): YearEndBonusConfig {
  const most = () => (random.chance(30) ? { basisMost: random.pick([5000, "3333.335"]) } : {});
  const pays = () =>
    random.pick<() => Omit<YearEndBonusConfig["pays"][number], "tier">>([
      () => ({ amount: random.pick([1000, "1234.567", "1e15", 0]) }),
      () => ({ months: random.pick([1, 2, "1.5", "1/3"]), ...most() }),
      () => ({ share: random.pick(["10%", "1/12", "0.333"]), ...most() }),
    ])();
  return {
    currency: random.pick(["USD", "JPY", "KWD"]),
    ...(random.chance(25) ? { id: "thirteenth", category: "special", rule: "Section 9" } : {}),
    ...(random.chance(60) ? { rounding: random.pick(ROUNDING_MODES) } : {}),
    pays: [
      ...(random.chance(70) ? [pays()] : []),
      { tier: "junior", ...pays() },
      { tier: "senior", ...pays() },
    ],
    ...(random.chance(40) ? { eligibility: planConditions(random, 2) } : {}),
    ...planProration(random),
  };
}

function planInput(random: Random): YearEndBonusInput {
  const period = random.pick([...PERIODS, "2026", "2026"]);
  return {
    ...planPerson(random, period, 97),
    ...planPresence(random, period),
    period,
    ...(random.chance(97) ? { salary: random.pick([8000, "6543.21", "1e15", 0]) } : {}),
    ...(random.chance(97) ? { earned: random.pick([96_000, "1234.567", "100000/3"]) } : {}),
    ...(random.chance(50) ? { factor: random.pick([1, "1.2", 0, "2/3"]) } : {}),
  };
}
