import { type Advance, type Draw, type Holdback, ROUNDING_MODES } from "../../../../src/index.js";
import type { Outcome } from "../../generate/incentives/subject.js";
import type { Count } from "../coverage.js";
import { countChoices, countLines, kindsOf, LINES } from "./lines.js";

const FIELDS = {
  draw: {
    rounding: ["-", ...ROUNDING_MODES],
    currency: ["USD", "JPY", "KWD"],
    recoverable: ["-", "true", "false"],
    recovery: ["-", "50%", "1/3", "1"],
    mostOutstanding: ["-", "0", "700", "1500"],
    forgivenAfter: ["-", "1", "2", "4"],
    atEnd: ["-", "owed", "forgiven"],
  },
  holdback: {
    rounding: ["-", ...ROUNDING_MODES],
    currency: ["USD", "JPY", "KWD"],
    share: ["20%", "1/3", "0", "0.125", "1"],
    releasedAfter: ["-", "1", "2", "4"],
    instalments: ["-", "1", "2", "3"],
    releasedShare: ["-", "50%", "1/3", "1"],
  },
  advance: {
    rounding: ["-", ...ROUNDING_MODES],
    currency: ["USD", "JPY", "KWD"],
    periods: ["1", "3", "9", "12"],
    share: ["-", "75%", "1/3", "1"],
  },
};

const AMOUNTS = {
  draw: ["advanced", "recovered", "forgiven", "outstanding", "paid"],
  holdback: ["heldBack", "released", "forfeited", "outstanding"],
  advance: ["earned", "paid", "outstanding"],
} as const;

const NOTES = {
  draw: ["draw-advanced", "draw-recovered", "rounded"],
  holdback: ["held-back", "released", "still-held", "rounded"],
  advance: ["advance-paid", "advance-earned", "advance-charged-back", "rounded"],
};

const REFUSED = {
  draw: ["amount-too-fine", "period-not-after", "wrong-cycle"],
  holdback: ["amount-too-fine", "period-not-after", "wrong-cycle", "duplicate-id", "nothing-held", "one-of"],
  advance: ["amount-too-fine", "period-not-after", "wrong-cycle", "duplicate-id", "unknown-deal"],
};

type Balance = keyof typeof FIELDS;

const kindsFor = (group: Balance) => ({
  ...kindsOf(group, FIELDS[group]),
  [`${group} amounts`]: AMOUNTS[group],
  [`${group} lines`]:
    group === "advance" ? ["positive", "negative", "nothing"] : LINES.filter((kind) => kind !== "nothing"),
  [`${group} notes`]: NOTES[group],
  [`${group} refused`]: REFUSED[group],
});

export const BALANCES = {
  draw: kindsFor("draw"),
  holdback: kindsFor("holdback"),
  advance: kindsFor("advance"),
};

/** Counts what a balance did in a period: each amount that was not nothing. */
export function countBalance(
  group: Balance,
  config: object,
  _input: unknown,
  outcome: Outcome<Draw | Holdback | Advance>,
  count: Count,
): void {
  countChoices(group, config, Object.keys(FIELDS[group]), count);
  countLines(group, outcome, count);
  if (!outcome.ok) return;
  for (const name of AMOUNTS[group])
    count(
      `${group} amounts`,
      name,
      String((outcome.value as unknown as Record<string, unknown>)[name]) !== "0",
    );
}
