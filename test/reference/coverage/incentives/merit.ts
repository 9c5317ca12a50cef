import {
  type MeritIncrease,
  type MeritIncreaseConfig,
  ROUNDING_MODES,
  type SalaryPosition,
  type SalaryPositionConfig,
} from "../../../../src/index.js";
import type { Outcome } from "../../generate/incentives/subject.js";
import type { Count } from "../coverage.js";
import { countChoices, isRefused, kindsOf } from "./lines.js";
import { PRORATIONS, prorationKind } from "./presence.js";

const POSITIONS = [
  "below",
  "first-quarter",
  "second-quarter",
  "third-quarter",
  "fourth-quarter",
  "above",
  "low",
  "middle",
  "high",
];
const SHARED = {
  rounding: ["-", ...ROUNDING_MODES],
  currency: ["USD", "JPY", "KWD"],
  rangeDecimals: ["-", "0", "1", "4"],
};
const RAISES = {
  ...SHARED,
  aboveMaximum: ["-", "lost", "lump-sum", "paid"],
  salaryStep: ["-", "1", "10", "100", "0.05"],
};

export const MERIT = {
  salaryPosition: {
    ...kindsOf("salaryPosition", SHARED),
    "salaryPosition by": ["quarters", "compa-ratio", "penetration"],
    "salaryPosition at": POSITIONS,
    "salaryPosition ageing": ["-", "simple", "compound"],
    "salaryPosition market": ["-", "below", "above", "between"],
    "salaryPosition refused": ["unknown-tier", "unknown-row", "missing", "range-empty"],
  },
  meritIncrease: {
    ...kindsOf("meritIncrease", RAISES),
    "meritIncrease budget": ["none", "a part", "an amount", "short"],
    "meritIncrease proration": PRORATIONS,
    "meritIncrease at": POSITIONS,
    "meritIncrease people": ["raise", "lump sum", "both", "neither"],
    "meritIncrease notes": [
      "prorated",
      "absence",
      "range-maximum",
      "budget-factor",
      "equal-remainder",
      "salary-rounded",
    ],
    "meritIncrease line notes": ["rounded", "rounded-to-budget"],
    "meritIncrease refused": [
      "duplicate-id",
      "unknown-tier",
      "unknown-row",
      "missing",
      "one-of",
      "out-of-range",
      "unknown-band",
      "spans-overlap",
    ],
  },
};

export function countSalaryPosition(
  config: SalaryPositionConfig,
  outcome: Outcome<SalaryPosition>,
  count: Count,
): void {
  countChoices("salaryPosition", config, Object.keys(SHARED), count);
  const { positions, market } = config;
  count("salaryPosition by", positions?.by ?? "quarters");
  const ageing = market?.ageing === undefined ? "-" : (market.ageing.method ?? "simple");
  count("salaryPosition ageing", ageing);
  if (isRefused("salaryPosition", outcome, count) || !outcome.ok) return;
  const { position, market: found } = outcome.value;
  count("salaryPosition at", position);
  count("salaryPosition market", found === undefined ? "-" : (found.outside ?? "between"));
}

export function countMerit(config: MeritIncreaseConfig, outcome: Outcome<MeritIncrease>, count: Count): void {
  countChoices("meritIncrease", config, Object.keys(RAISES), count);
  count("meritIncrease proration", prorationKind(config.proration));
  if (isRefused("meritIncrease", outcome, count) || !outcome.ok) return;
  const { budget, factor, people } = outcome.value;
  count(
    "meritIncrease budget",
    budget === undefined ? "none" : config.budget === undefined ? "an amount" : "a part",
  );
  count("meritIncrease budget", "short", !factor.eq(1));
  for (const { position, increase, lumpSum, notes, line } of people) {
    count("meritIncrease at", position);
    const [raised, once] = [!increase.isZero(), !lumpSum.isZero()];
    count("meritIncrease people", raised ? (once ? "both" : "raise") : once ? "lump sum" : "neither");
    for (const { kind } of notes) count("meritIncrease notes", kind);
    for (const { kind } of line?.notes ?? [])
      if (kind.startsWith("rounded")) count("meritIncrease line notes", kind);
  }
}
