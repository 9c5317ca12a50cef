import * as z from "zod/mini";
import type { Path } from "../../kernel/errors.js";
import { configRatio, decimals, id, roundingMode, wholeNumber } from "../../kernel/fields.js";
import { readRatio } from "../../kernel/number.js";
import { compare } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { type Checked, described, lazySchema, list } from "../../kernel/schema.js";
import { checkSchedule, checkSpan, scheduleFields, timeSpanFields } from "./schedule.js";
import { unitRounding } from "./unit-rounding.js";
import { vestingDay } from "./vesting-dates.js";

/** The fields that say how much vests early, and of which tranches. */
export function accelerationFields() {
  return {
    share: z.optional(
      described(
        configRatio({ above: 0, most: 1 }),
        "What part of the units that are not vested vests at once.",
      ),
    ),
    ...earlyFields(),
  };
}

/** The same without the share. */
export function earlyFields() {
  return {
    months: z.optional(
      described(wholeNumber(1, 1200), "What would vest within so many months vests at once."),
    ),
    taking: described(
      z._default(z.enum(["each", "earliest", "latest"]), "each"),
      "Which tranches a share is taken from: each in proportion, the earliest first or the latest first.",
    ),
    rounding: z._default(roundingMode(), "down"),
  };
}

/** The schema of the terms of a grant. */
export const vestingTerms = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    ...scheduleFields(),
    day: vestingDay(),
    unitRounding: unitRounding(),
    decimals: z.optional(
      described(decimals(), "The decimals of the smallest unit: 0, or 10 where fractions of units vest."),
    ),
    heldUntil: z.optional(
      described(list(id(), 1), "Milestones before which nothing vests, whatever is due."),
    ),
    performance: z.optional(
      described(
        z.strictObject({
          least: z._default(configRatio({ least: 0 }), 0),
          most: z.optional(configRatio({ least: 0 })),
          rounding: z._default(roundingMode(), "down"),
        }),
        "The least and the most that the factor of performance may be, and how the units that it makes are rounded.",
      ),
    ),
    leave: z.optional(
      described(
        z.strictObject({
          shifts: described(
            z.enum(["days", "months"]),
            "What a leave moves the tranches by: its days, or its whole months.",
          ),
          leastDays: z._default(described(wholeNumber(1, 36_600), "A leave of fewer days moves nothing."), 1),
          graceDays: z._default(
            described(wholeNumber(0, 36_600), "So many first days of a leave do not count."),
            0,
          ),
        }),
        "How a leave moves what is not vested. Without it, leave moves nothing.",
      ),
    ),
    acceleration: z.optional(
      described(
        list(
          z.strictObject({
            milestone: described(id(), "The milestone that is the first trigger."),
            reasons: z.optional(
              described(
                list(id(), 1),
                "The second trigger: the service ends for one of these reasons, after the milestone.",
              ),
            ),
            withinMonths: z.optional(
              described(wholeNumber(0, 1200), "Within how many months after the milestone it has to end."),
            ),
            ...accelerationFields(),
          }),
          1,
        ),
        "What vests early at a milestone, or when the service ends after it.",
      ),
    ),
    termination: z.optional(
      described(
        list(
          z.strictObject({
            reasons: z.optional(
              described(list(id(), 1), "For which reasons; without them for all that no row before names."),
            ),
            accelerate: z.optional(z.strictObject(accelerationFields())),
            exercise: z.optional(
              described(
                z.strictObject(timeSpanFields()),
                "How long after the last day of service vested options can be exercised.",
              ),
            ),
            keepsServed: z.optional(
              described(
                z.boolean(),
                "What is due and only waits for a milestone is kept, and vests with it.",
              ),
            ),
          }),
          1,
        ),
        "What happens when the service ends, by reason; the first row that fits. What is not vested is forfeited.",
      ),
    ),
  }),
);

/** The terms with their defaults. */
export type VestingTerms = Checked<typeof vestingTerms>;

/** How much vests early. */
export type Acceleration = NonNullable<NonNullable<VestingTerms["termination"]>[number]["accelerate"]>;

/** Notes what the schema cannot see in the terms of a grant. */
export function checkTerms(terms: VestingTerms, report: Report): void {
  checkSchedule(terms, report);
  for (const [index, row] of report.items(terms.acceleration, ["acceleration"])) {
    const here = ["acceleration", index];
    if (!report.sound(here)) continue;
    checkAcceleration(row, here, report);
    if (row.withinMonths !== undefined && row.reasons === undefined)
      report.add([...here, "reasons"], "missing", "this is required: the reasons of the second trigger");
  }
  for (const [index, row] of report.items(terms.termination, ["termination"])) {
    const here = ["termination", index];
    if (!report.sound(here)) continue;
    if (row.accelerate !== undefined) checkAcceleration(row.accelerate, [...here, "accelerate"], report);
    if (row.exercise !== undefined) checkSpan(row.exercise, [...here, "exercise"], report);
  }
  const { performance } = terms;
  if (performance?.most === undefined || !report.sound(["performance"])) return;
  const { least = 0, most } = performance;
  if (compare(readRatio(least), readRatio(most)) > 0)
    report.add(["performance", "most"], "range-empty", `expected at least ${least}, got ${most}`);
}

/** Notes an acceleration that says no amount, or two. */
export function checkAcceleration(
  { share, months }: { readonly share?: unknown; readonly months?: unknown },
  path: Path,
  report: Report,
): void {
  if ((share === undefined) === (months === undefined))
    report.add(path, "one-of", "expected a share or months");
}

/** The milestones that terms name. */
export function milestonesOf({
  schedule,
  heldUntil = [],
  acceleration = [],
}: VestingTerms): readonly string[] {
  const named = [
    ...schedule.flatMap(({ milestone }) => milestone ?? []),
    ...heldUntil,
    ...acceleration.map(({ milestone }) => milestone),
  ];
  return [...new Set(named)];
}
