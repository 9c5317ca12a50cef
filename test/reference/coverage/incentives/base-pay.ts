import {
  type BasePayConfig,
  type BasePayInput,
  ROUNDING_MODES,
  type StatementLine,
} from "../../../../src/index.js";
import type { Outcome } from "../../generate/incentives/subject.js";
import type { Count } from "../coverage.js";
import { countChoices, countLines, kindsOf, LINES } from "./lines.js";
import { countPresence, PRESENCE, PRORATIONS, WORKDAYS } from "./presence.js";

const FIELDS = {
  per: ["-", "month", "quarter", "half-year", "year"],
  currency: ["USD", "JPY", "KWD", "CNY"],
  rounding: ["-", ...ROUNDING_MODES],
  rateDecimals: ["-", "0", "2", "4"],
};

export const KINDS = {
  ...kindsOf("basePay", FIELDS),
  "basePay rows by": ["grade", "step", "location", "years", "a factor"],
  "basePay proration": PRORATIONS,
  "basePay presence": PRESENCE,
  "basePay workdays": WORKDAYS,
  "basePay lines": LINES.filter((kind) => kind !== "negative"),
  "basePay notes": [
    "location",
    "part-time",
    "prorated",
    "absence",
    "pay-period",
    "rounded",
    "parts-rounded-to-sum",
  ],
  "basePay refused": ["unknown-tier", "unknown-row", "missing", "dates-unsorted", "spans-overlap"],
};

export function countBasePay(
  config: BasePayConfig,
  input: BasePayInput,
  outcome: Outcome<StatementLine>,
  count: Count,
): void {
  countChoices("basePay", config, Object.keys(FIELDS), count);
  const { table, locations } = config;
  for (const key of ["grade", "step", "location"] as const)
    count(
      "basePay rows by",
      key,
      table.some((row) => row[key] !== undefined),
    );
  count(
    "basePay rows by",
    "years",
    table.some(({ fromYears }) => fromYears !== undefined),
  );
  count("basePay rows by", "a factor", locations !== undefined);
  countPresence("basePay", config, input, outcome, count);
  countLines("basePay", outcome, count);
}
