import * as z from "zod/mini";
import { monthsAfter, periodEnd } from "../kernel/calendar.js";
import type { Path } from "../kernel/errors.js";
import { wholeNumber } from "../kernel/fields.js";
import type { Report } from "../kernel/report.js";
import { described } from "../kernel/schema.js";
import { checkConditions, type NamedAxis } from "./conditions/check.js";
import { judgeCondition } from "./conditions/condition.js";
import type { ConditionResult, Situation } from "./conditions/result.js";
import { type Condition, conditionsSchema } from "./conditions/schema.js";
import type { CheckedInput } from "./input.js";
import type { CheckedRules } from "./rules.js";

/** The schema of a trial period. */
export function trialSchema() {
  return described(
    z.strictObject({
      months: described(wholeNumber(1, 120), "How long the trial period is."),
      pass: z.optional(
        conditionsSchema(
          "What passes the trial; all of it. Without it: that no condition of a demotion is met.",
        ),
      ),
      extensions: z.optional(
        described(
          z.strictObject({ most: wholeNumber(1, 100), months: wholeNumber(1, 120) }),
          "How often a trial that is not passed goes on, and for how many months each time.",
        ),
      ),
    }),
    "The trial period on entry: no condition moves the tier in it; a person who does not pass is proposed for exit.",
  );
}

/** What came of a trial period at this review. */
export interface TrialResult {
  readonly until: string;
  readonly status: "open" | "passed" | "extended" | "failed";
  /** How often it went on. */
  readonly extensions?: number | undefined;
  /** What passes it, where the rules say so and it was judged. */
  readonly conditions?: readonly ConditionResult[];
}

/** Notes what is wrong with the conditions of a trial. */
export function checkTrial(
  trial: CheckedRules["trial"],
  axes: readonly NamedAxis[] | undefined,
  path: Path,
  report: Report,
): void {
  if (trial === undefined || !report.readable(path)) return;
  checkConditions(trial.pass as readonly Condition[] | undefined, axes, [...path, "pass"], report);
}

/** What comes of the person's trial at this review: it is judged by the first review that ends on its last day or later and is not skipped. */
export function judgeTrial(
  { standing, period }: CheckedInput,
  { trial: terms }: CheckedRules,
  conditions: readonly ConditionResult[],
  situation: Situation,
  skipped: boolean,
): TrialResult | undefined {
  const { trial } = standing;
  if (trial === undefined) return undefined;
  if (skipped || periodEnd(period) < trial.until) return { ...trial, status: "open" };
  const judged = terms?.pass?.map((one) => judgeCondition(one as Condition, "requirement", situation));
  const passed =
    judged?.every(({ met }) => met) ?? !conditions.some(({ purpose, now }) => purpose === "down" && now);
  const shown = judged === undefined ? {} : { conditions: judged };
  if (passed) return { ...trial, status: "passed", ...shown };
  const used = trial.extensions ?? 0;
  const { most = 0, months = 0 } = terms?.extensions ?? {};
  if (used >= most) return { ...trial, status: "failed", ...shown };
  return { until: monthsAfter(trial.until, months), extensions: used + 1, status: "extended", ...shown };
}
