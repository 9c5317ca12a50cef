import {
  UNIT_ROUNDINGS,
  type Vesting,
  type VestingConfig,
  type VestingInput,
} from "../../../../src/index.js";
import type { Outcome } from "../../generate/incentives/subject.js";
import type { Count } from "../coverage.js";
import { countChoices, isRefused, kindsOf } from "./lines.js";

const FIELDS = {
  unitRounding: ["-", ...UNIT_ROUNDINGS],
  day: ["-", "start-day", "day-before-start-day", "1", "15", "29", "30", "31"],
  decimals: ["-", "0", "2"],
};
const TERMS = ["cliff", "heldUntil", "performance", "leave", "acceleration", "termination"];

export const KINDS = {
  ...kindsOf("vesting", FIELDS),
  "vesting terms": TERMS,
  "vesting schedule": ["months", "days", "on", "milestone"],
  "vesting instrument": ["options", "restricted-units"],
  "vesting happened": [
    "leave-without-effect",
    "leave-days",
    "leave-months",
    "milestone",
    "performance",
    "acceleration",
    "termination",
    "exercise",
  ],
  "vesting units": ["vested", "unvested", "forfeited", "exercised", "exercisable", "lapsed"],
  "vesting holding": ["new", "stored"],
  "vesting refused": [
    "grant-missing",
    "events-unsorted",
    "event-not-allowed",
    "leave-overlaps",
    "range-empty",
    "unknown-milestone",
    "unknown-reason",
    "out-of-range",
    "units-over",
    "amount-too-fine",
  ],
};

export function countVesting(
  config: VestingConfig,
  { holding }: VestingInput,
  outcome: Outcome<Vesting>,
  count: Count,
): void {
  countChoices("vesting", config, Object.keys(FIELDS), count);
  for (const term of TERMS) count("vesting terms", term, Object.hasOwn(config, term));
  for (const part of config.schedule)
    for (const name of ["months", "days", "on", "milestone"] as const)
      count("vesting schedule", name, part[name] !== undefined);
  count("vesting holding", holding === undefined ? "new" : "stored");
  if (isRefused("vesting", outcome, count) || !outcome.ok) return;
  const { holding: after, units } = outcome.value;
  count("vesting instrument", after.grant.instrument);
  for (const { kind } of after.happened) count("vesting happened", kind);
  for (const name of ["vested", "unvested", "forfeited", "exercised", "exercisable", "lapsed"] as const)
    count("vesting units", name, !units[name].isZero());
}
