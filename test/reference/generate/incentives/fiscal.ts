import { type FiscalConfig, type FiscalInput, fiscalCalendar } from "../../../../src/index.js";
import { countFiscal, FISCAL } from "../../coverage/incentives/fiscal.js";
import type { Random } from "../random.js";
import { askedOf, type Subject } from "./subject.js";

const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
const PARTS = ["", "", "", "-H1", "-H2", "-Q1", "-Q2", "-Q3", "-Q4"];

export const fiscalSubject: Subject = {
  use: "fiscalCalendar",
  share: 500,
  kinds: FISCAL,
  plan: (random, count) =>
    askedOf(
      "fiscalCalendar",
      fiscalCalendar,
      () => planFiscal(random),
      () => planFiscalInput(random),
      { each: (config, input, outcome) => countFiscal(config, input, outcome, count), people: 3 },
    ),
};

function planFiscal(random: Random): FiscalConfig {
  const shared = {
    ...(random.chance(90) ? { startMonth: random.int(1, 12) } : {}),
    ...(random.chance(70) ? { named: random.pick(["end", "start"] as const) } : {}),
  };
  if (random.chance(40)) return { ...shared, ...(random.chance(50) ? { startDay: random.int(1, 28) } : {}) };
  return {
    ...shared,
    weeks: {
      pattern: random.pick(["4-4-5", "4-5-4", "5-4-4"] as const),
      endsOn: random.pick(WEEKDAYS),
      yearEnds: random.pick(["last", "nearest"] as const),
      ...(random.chance(90) ? { extraWeek: random.int(1, 12) } : {}),
    },
  };
}

function planFiscalInput(random: Random): FiscalInput {
  const year = random.chance(90) ? random.int(1990, 2040) : random.pick([1000, 1001, 8998, 8999]);
  const two = (from: number, to: number) => String(random.int(from, to)).padStart(2, "0");
  const period = `${year}${random.pick([...PARTS, `-${two(1, 12)}`, `-${two(1, 12)}`])}`;
  const date = `${year}-${random.pick([`${two(1, 12)}-${two(1, 28)}`, "01-01", "12-31", "02-28"])}`;
  const unit = random.pick(["month", "quarter", "half-year", "year"] as const);
  if (random.chance(2)) return random.pick([{}, { period, date }, { period, unit }]);
  return random.chance(50) ? { period } : { date, ...(random.chance(80) ? { unit } : {}) };
}
