import * as z from "zod/mini";
import type { Path } from "../../kernel/errors.js";
import { configRatio, date, id, wholeNumber } from "../../kernel/fields.js";
import { readRatio } from "../../kernel/number.js";
import { compare, divide, ONE, type Rational, rational, rationalText, sum } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { described, list } from "../../kernel/schema.js";
import { type VestingDay, vestingDate } from "./vesting-dates.js";

/** So many months, or so many days. */
export interface TimeSpan {
  readonly months?: number | undefined;
  readonly days?: number | undefined;
}

/** A part of a schedule: tranches of equal share, one after another. */
export interface SchedulePart extends TimeSpan {
  readonly share?: number | string | undefined;
  readonly times?: number | undefined;
  readonly on?: string | undefined;
  readonly milestone?: string | undefined;
}

/** The fields of a span of time. */
export function timeSpanFields() {
  return { months: z.optional(wholeNumber(0, MOST_MONTHS)), days: z.optional(wholeNumber(0, MOST_DAYS)) };
}

const MOST_MONTHS = 1200;
const MOST_DAYS = 36_600;
const MOST_TRANCHES = 1200;

/** The fields that say when how much of a grant vests. */
export function scheduleFields() {
  return {
    schedule: described(
      list(
        z.strictObject({
          share: z.optional(
            described(configRatio({ above: 0 }), "What part of the grant these tranches are together."),
          ),
          ...timeSpanFields(),
          times: described(
            z._default(wholeNumber(1, MOST_TRANCHES), 1),
            "How many tranches, each so many months or days after the one before.",
          ),
          on: z.optional(described(date(), "A date of the calendar in place of months or days.")),
          milestone: z.optional(described(id(), "The milestone with which it vests.")),
        }),
        1,
      ),
      "The parts of the schedule, one after another; each begins where the one before ends. Their shares sum to 1.",
    ),
    cliff: z.optional(
      described(
        z.strictObject(timeSpanFields()),
        "Up to when after the start nothing vests; what came due before vests with it.",
      ),
    ),
  };
}

interface Schedule {
  readonly schedule: readonly SchedulePart[];
  readonly cliff?: TimeSpan | undefined;
}

/** Notes what the schema cannot see in a schedule. */
export function checkSchedule({ schedule, cliff }: Schedule, report: Report): void {
  for (const [index, part] of report.items(schedule, ["schedule"])) {
    const here = ["schedule", index];
    if (!report.sound(here)) continue;
    const named = [part.months, part.days, part.on, part.milestone].filter((one) => one !== undefined);
    if (named.length !== 1)
      report.add(here, "one-of", "expected one of months, days, on and milestone", { count: named.length });
    const repeats = (part.times ?? 1) > 1;
    if (repeats && !(part.months ?? part.days))
      report.add([...here, "times"], "out-of-range", "several tranches need months or days between them");
    if (part.share === undefined && schedule.length > 1)
      report.add(
        [...here, "share"],
        "missing",
        "this is required: the share of each part, where there are several",
      );
  }
  if (report.clean(["schedule"])) checkSums(schedule, report);
  if (cliff !== undefined && report.sound(["cliff"])) checkSpan(cliff, ["cliff"], report);
}

/** Notes a span of time that says no unit, or two. */
export function checkSpan({ months, days }: TimeSpan, path: Path, report: Report): void {
  if ((months === undefined) === (days === undefined)) report.add(path, "one-of", "expected months or days");
}

function checkSums(schedule: readonly SchedulePart[], report: Report): void {
  const shares = sum(schedule.map(shareOf));
  if (compare(shares, ONE) !== 0)
    report.add(["schedule"], "shares-sum", `expected shares that sum to 1, got ${rationalText(shares)}`);
  const tranches = schedule.reduce((count, { times = 1 }) => count + times, 0);
  if (tranches > MOST_TRANCHES)
    report.add(["schedule"], "out-of-range", `expected at most ${MOST_TRANCHES} tranches, got ${tranches}`);
  const months = schedule.reduce((total, part) => total + (part.months ?? 0) * (part.times ?? 1), 0);
  const days = schedule.reduce((total, part) => total + (part.days ?? 0) * (part.times ?? 1), 0);
  if (months > MOST_MONTHS || days > MOST_DAYS) {
    const expected = `expected at most ${MOST_MONTHS} months and ${MOST_DAYS} days in all`;
    report.add(["schedule"], "out-of-range", `${expected}, got ${months} and ${days}`);
  }
}

function shareOf({ share }: SchedulePart): Rational {
  return share === undefined ? ONE : readRatio(share);
}

/** A tranche of a schedule: its share of the grant, and when it vests. */
export interface PlannedTranche {
  readonly share: Rational;
  readonly months: number;
  readonly days: number;
  readonly on?: string;
  readonly milestone?: string;
}

/** The tranches of a schedule in their order, each counted from the start. */
export function plannedTranches(schedule: readonly SchedulePart[]): readonly PlannedTranche[] {
  let [months, days] = [0, 0];
  return schedule.flatMap((part) => {
    const { times = 1, on, milestone } = part;
    const share = divide(shareOf(part), rational(BigInt(times)));
    if (on !== undefined) return [{ share, months: 0, days: 0, on }];
    if (milestone !== undefined) return [{ share, months: 0, days: 0, milestone }];
    return Array.from({ length: times }, () => {
      months += part.months ?? 0;
      days += part.days ?? 0;
      return { share, months, days };
    });
  });
}

/** A tranche with its units. */
export interface SizedTranche extends PlannedTranche {
  readonly units: bigint;
}

/** The tranches that begin at a start, with those that come due up to the cliff put together as its first. */
export function withCliff(
  tranches: readonly SizedTranche[],
  cliff: TimeSpan | undefined,
  start: string,
  day: VestingDay,
): readonly SizedTranche[] {
  if (cliff === undefined) return tranches;
  const { months = 0, days = 0 } = cliff;
  const end = vestingDate(start, months, days, day);
  const isHeld = (one: SizedTranche) => {
    const due = one.on ?? vestingDate(start, one.months, one.days, day);
    return one.milestone === undefined && due !== undefined && end !== undefined && due <= end;
  };
  const held = tranches.filter(isHeld);
  if (held.length === 0) return tranches;
  const first = {
    share: sum(held.map(({ share }) => share)),
    units: held.reduce((total, { units }) => total + units, 0n),
    months,
    days,
  };
  return [first, ...tranches.filter((one) => !isHeld(one))];
}
