import {
  ROUNDING_MODES,
  UNIT_ROUNDINGS,
  type VestingConfig,
  type VestingInput,
  vesting,
} from "../../../../src/index.js";
import { daysAfter, monthsAfter } from "../../../../src/kernel/calendar.js";
import { countVesting, KINDS } from "../../coverage/incentives/vesting.js";
import type { Random } from "../random.js";
import { askedInTurn, type Stored, type Subject } from "./subject.js";

type Event = NonNullable<VestingInput["events"]>[number];
type Part = VestingConfig["schedule"][number];

const TURNS = 5;
const STARTS = ["2026-01-15", "2026-01-31", "2024-02-29", "2026-08-30", "2025-12-01"] as const;
const MILESTONES = ["listing", "change", "target"] as const;

export const vestingSubject: Subject = {
  use: "vesting",
  share: 1_200,
  kinds: KINDS,
  plan: (random, count) =>
    askedInTurn(
      "vesting",
      vesting,
      () => planTerms(random),
      (config, last, turn) => planLife(random, config, last, turn),
      {
        turns: TURNS,
        each: (config, input, outcome) => countVesting(config, input, outcome, count),
      },
    ),
};

const early = (random: Random) => ({
  ...(random.chance(60) ? { share: random.pick(["0.5", "1/3", 1]) } : { months: random.pick([1, 6, 12]) }),
  ...(random.chance(50) ? { taking: random.pick(["each", "earliest", "latest"] as const) } : {}),
  ...(random.chance(30) ? { rounding: random.pick(ROUNDING_MODES) } : {}),
});

function planTerms(random: Random): VestingConfig {
  const schedule = random.pick<readonly Part[]>([
    [{ months: 1, times: random.pick([12, 24, 48]) }],
    [{ months: 3, times: 7 }],
    [{ days: random.pick([30, 91]), times: 5 }],
    [
      { share: "5%", months: 12 },
      { share: "15%", months: 12 },
      { share: "40%", months: 6, times: 2 },
      { share: "40%", months: 6, times: 2 },
    ],
    [
      { share: "25%", months: 12 },
      { share: "75%", months: 1, times: 36 },
    ],
    [
      { share: "1/3", on: "2026-12-31" },
      { share: "1/3", milestone: "target" },
      { share: "1/3", months: 6, times: 3 },
    ],
    [{ milestone: "target" }],
  ]);
  return {
    schedule,
    ...(random.chance(40)
      ? { cliff: random.pick([{ months: 12 }, { months: 6 }, { days: 90 }, { months: 0 }]) }
      : {}),
    ...(random.chance(50)
      ? { day: random.pick(["start-day", "day-before-start-day", 1, 15, 29, 30, 31] as const) }
      : {}),
    ...(random.chance(80) ? { unitRounding: random.pick(UNIT_ROUNDINGS) } : {}),
    ...(random.chance(15) ? { decimals: random.pick([0, 2]) } : {}),
    ...(random.chance(20) ? { heldUntil: random.some(["listing", "change"], 1, 2) } : {}),
    ...(random.chance(50)
      ? {
          performance: {
            ...(random.chance(50) ? { most: "150%" } : {}),
            ...(random.chance(30) ? { least: "50%" } : {}),
            ...(random.chance(50) ? { rounding: random.pick(ROUNDING_MODES) } : {}),
          },
        }
      : {}),
    ...(random.chance(60)
      ? {
          leave: {
            shifts: random.pick(["days", "months"] as const),
            ...(random.chance(40) ? { leastDays: 30 } : {}),
            ...(random.chance(40) ? { graceDays: random.pick([10, 45]) } : {}),
          },
        }
      : {}),
    ...(random.chance(50)
      ? {
          acceleration: [
            { milestone: "change", ...early(random) },
            {
              milestone: random.pick(["change", "listing"]),
              reasons: ["dismissed"],
              ...(random.chance(60) ? { withinMonths: 12 } : {}),
              ...early(random),
            },
          ],
        }
      : {}),
    ...(random.chance(70)
      ? {
          termination: [
            { reasons: ["cause"], exercise: { days: 0 } },
            { reasons: ["death"], accelerate: early(random), exercise: { months: 12 } },
            {
              ...(random.chance(80) ? {} : { reasons: ["resigned"] }),
              ...(random.chance(60) ? { exercise: { days: 90 } } : {}),
              ...(random.chance(40) ? { keepsServed: true } : {}),
            },
          ],
        }
      : {}),
  };
}

function planLife(
  random: Random,
  terms: VestingConfig,
  last: Stored | undefined,
  turn: number,
): VestingInput {
  const holding = last?.holding;
  const decimals = terms.decimals ?? (terms.unitRounding === "fractional" ? 10 : 0);
  const events: Event[] = [];
  let day: string = holding?.through ?? random.pick(STARTS);
  if (holding === undefined && (turn === 0 || random.chance(90)))
    events.push(planGrant(random, day, decimals));
  for (let left = random.pick([0, 1, 1, 2]); left > 0; left -= 1) {
    day = later(random, day);
    events.push(planEvent(random, day, decimals));
  }
  if (random.chance(2)) events.push({ kind: "milestone", on: daysAfter(day, -40), milestone: "listing" });
  return {
    ...(holding === undefined ? {} : { holding }),
    ...(events.length === 0 && random.chance(50) ? {} : { events }),
    ...(random.chance(60) ? { at: random.chance(97) ? later(random, day) : daysAfter(day, -1) } : {}),
  };
}

/** A later day: often one on which months end. */
function later(random: Random, day: string): string {
  const months = monthsAfter(day, random.pick([0, 1, 3, 6, 12, 12, 24]));
  return daysAfter(months, random.pick([0, 0, 0, 1, 10, random.int(0, 40)]));
}

function planGrant(random: Random, on: string, decimals: number): Event {
  const fine = decimals === 0 ? [] : ["100.5", "33.33"];
  return {
    kind: "grant",
    on,
    units: random.pick([
      18,
      100,
      4800,
      997,
      1,
      "1e15",
      ...fine,
      ...(random.chance(15) ? ["0.00000000001"] : []),
    ]),
    ...(random.chance(60)
      ? { instrument: random.pick(["options", "options", "restricted-units"] as const) }
      : {}),
    ...(random.chance(30) ? { start: random.pick(STARTS) } : {}),
    ...(random.chance(30) ? { exercisePrice: "12.50", id: "grant-1" } : {}),
    ...(random.chance(30)
      ? { expires: random.chance(95) ? monthsAfter(on, random.pick([18, 48, 120])) : daysAfter(on, -1) }
      : {}),
  };
}

function planEvent(random: Random, on: string, decimals: number): Event {
  const all: readonly (() => Event)[] = [
    () => ({
      kind: "leave",
      on,
      to: random.chance(97) ? daysAfter(on, random.pick([5, 29, 30, 45, 100, 200])) : daysAfter(on, -1),
    }),
    () => ({ kind: "milestone", on, milestone: random.chance(95) ? random.pick(MILESTONES) : "unknown" }),
    () => ({ kind: "milestone", on, milestone: random.pick(MILESTONES) }),
    () => ({
      kind: "performance",
      on,
      factor: random.pick(["0.8", 1, "1.5", "4/3", "0.5", random.chance(30) ? 3 : 1]),
      ...(random.chance(30) ? { tranches: random.chance(80) ? [1] : [999] } : {}),
    }),
    () => ({ kind: "accelerate", on, ...early(random) }),
    () => ({
      kind: "accelerate",
      on,
      units: random.pick([1, 5, random.chance(20) ? 1_000_000 : 2]),
      ...(random.chance(50) ? { taking: random.pick(["earliest", "latest"] as const) } : {}),
    }),
    () => ({
      kind: "exercise",
      on,
      units: random.pick([1, 1, decimals === 0 ? 2 : "0.5", random.chance(30) ? 10_000 : 3]),
    }),
    () => ({ kind: "exercise", on, units: 1 }),
    () =>
      random.chance(50)
        ? {
            kind: "terminate",
            on,
            ...(random.chance(90)
              ? { reason: random.pick(["cause", "death", "resigned", "dismissed"]) }
              : {}),
          }
        : { kind: "exercise", on, units: 1 },
    () => ({ ...planGrant(random, on, 0) }),
  ];
  return random.pick(random.chance(15) ? all : all.slice(0, -1))();
}
