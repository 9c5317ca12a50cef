import { type Crediting, type CreditingConfig, ROUNDING_MODES } from "../../../../src/index.js";
import type { Outcome } from "../../generate/incentives/subject.js";
import type { Count } from "../coverage.js";
import { countChoices, isRefused, kindsOf } from "./lines.js";

const FIELDS = {
  rounding: ["-", ...ROUNDING_MODES],
  splits: ["-", "exact", "over", "house"],
  unitDecimals: ["-", "0", "2"],
  minimum: ["-", "100", "500.5"],
};
const EVENTS = ["booking", "invoice", "cash", "schedule"];

export const KINDS = {
  ...kindsOf("crediting", FIELDS),
  "crediting events": [...EVENTS, "several"],
  "crediting rules": [
    "weights",
    "roll-up",
    "beyond",
    "differences",
    "most",
    "overlays",
    "rate of the event",
    "rate of the booking",
  ],
  "crediting credits": ["split", "roll-up", "overlay"],
  "crediting by": EVENTS,
  "crediting uncredited": [
    "not-booked",
    "not-invoiced",
    "not-paid",
    "not-scheduled",
    "below-minimum",
    "no-credit",
    "other-period",
    "house",
  ],
  "crediting refused": [
    "shares-sum",
    "unknown-role",
    "deal-exceeded",
    "exchange-rate-missing",
    "unknown-person",
    "missing",
    "reporting-cycle",
  ],
};

export function countCrediting(config: CreditingConfig, outcome: Outcome<Crediting>, count: Count): void {
  countChoices("crediting", config, Object.keys(FIELDS), count);
  const { events = [{ on: "booking" }], weights, rollUp, overlays, exchange } = config;
  count("crediting events", events.length > 1 ? "several" : (events[0]?.on ?? ""));
  count("crediting rules", "weights", weights !== undefined);
  count("crediting rules", "roll-up", rollUp !== undefined);
  count("crediting rules", "beyond", rollUp?.beyond !== undefined);
  count("crediting rules", "differences", rollUp?.by === "differences");
  count("crediting rules", "most", rollUp?.most !== undefined);
  count("crediting rules", "overlays", overlays !== undefined);
  if (exchange !== undefined) count("crediting rules", `rate of the ${exchange.at ?? "event"}`);
  if (isRefused("crediting", outcome, count) || !outcome.ok) return;
  for (const { kind, events: by } of outcome.value.credits) {
    count("crediting credits", kind);
    for (const event of by) count("crediting by", event);
  }
  for (const { reason } of outcome.value.uncredited) count("crediting uncredited", reason);
}
