import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../kernel/calculator.js";
import { dayAfter, daysAfter, nextPeriod, periodEnd, periodOf, periodUnit } from "../kernel/calendar.js";
import { date } from "../kernel/fields.js";
import { lazySchema, type Written } from "../kernel/schema.js";
import { notAmong, show } from "../kernel/show.js";
import { skipsPeriod } from "./protections.js";
import { type AdjustmentRules, adjustmentRulesSchema, type CheckedRules, checkAdjustment } from "./rules.js";
import { standingSchema } from "./standing.js";
import { checkContradictions, lastReviewed } from "./standing-check.js";

const scheduleInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({ standing: standingSchema(), on: date() }),
);

/**
 * A standing, and the day on which one looks.
 *
 * @useDeclaredType
 */
export type ReviewScheduleInput = Written<typeof scheduleInput>;

/** The reviews of a person that wait on a day. */
export interface ReviewSchedule {
  readonly kind: "review-schedule";
  /** The periods that are over and have no review yet, the oldest first; a review that is late is not among them. */
  readonly due: readonly string[];
  /** Those that should have been reviewed by now. */
  readonly late: readonly string[];
  /** Those that are over and that a protection of the standing skips. */
  readonly skipped: readonly string[];
  /** The first period that is not over and not skipped, and the day from which it can be reviewed. */
  readonly next: { readonly period: string; readonly from: string };
}

/**
 * Says which reviews of a person are due on a day: those of the cycle's periods after the last review or, before there was any, from the one in which the
 * person entered the tier. A period can be reviewed from the day after it on; its review is late after `lateAfterDays` days more, where the rules say so. It takes
 * the same rules as `adjuster`.
 *
 * Errors of the input: an unknown tier (`unknown-tier`), a last review of another length than the cycle (`wrong-cycle`), a standing of which not all
 * can be true (`standing-contradiction`).
 *
 * @example
 * ```ts
 * import { reviewSchedule } from "tierwise";
 *
 * const schedule = reviewSchedule({ tiers: [{ id: "junior" }], cycle: "quarter", lateAfterDays: 45 });
 * const { due, late, next } = schedule({ standing: { tier: "junior", since: "2025-01-01", reviewed: "2025-Q3" }, on: "2026-05-10" });
 * [late, due, next]; // => [["2025-Q4"], ["2026-Q1"], { period: "2026-Q2", from: "2026-07-01" }]
 * ```
 */
export const reviewSchedule: CalculatorFactory<AdjustmentRules, ReviewScheduleInput, ReviewSchedule> =
  /* @__PURE__ */ defineFactory({
    title: "reviewSchedule",
    config: adjustmentRulesSchema,
    check: (config, report) => checkAdjustment(config, [], report),
    compile: compileSchedule,
  });

function compileSchedule(rules: CheckedRules) {
  const { tiers, cycle, lateAfterDays } = rules;
  return defineCalculator({
    title: "reviewSchedule",
    input: scheduleInput,
    run({ standing, on }, report): ReviewSchedule {
      const { tier, since, protections = [] } = standing;
      const reviewed = lastReviewed(standing);
      const known = tiers.map(({ id }) => id);
      if (!known.includes(tier))
        report.add(["standing", "tier"], "unknown-tier", notAmong(known, "a tier", tier), { tier });
      if (reviewed !== undefined && periodUnit(reviewed) !== cycle) {
        const message = `expected a ${cycle}, got ${show(reviewed)}`;
        report.add(["standing", "reviewed"], "wrong-cycle", message);
      }
      checkContradictions(standing, ["standing"], report);
      report.stop();
      const isLate = (period: string) =>
        lateAfterDays !== undefined && daysAfter(periodEnd(period), lateAfterDays) < on;
      const lists = { due: [] as string[], late: [] as string[], skipped: [] as string[] };
      let period = reviewed === undefined ? periodOf(since, cycle) : nextPeriod(reviewed);
      for (; dayAfter(period) <= on; period = nextPeriod(period))
        lists[skipsPeriod(protections, rules, period) ? "skipped" : isLate(period) ? "late" : "due"].push(
          period,
        );
      while (skipsPeriod(protections, rules, period)) period = nextPeriod(period);
      return { kind: "review-schedule", ...lists, next: { period, from: dayAfter(period) } };
    },
  });
}
