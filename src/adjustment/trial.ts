import { monthsAfter, periodEnd } from "../kernel/calendar.js";
import { judgeConditions } from "./conditions/condition.js";
import type { ConditionResult, Situation } from "./conditions/result.js";
import type { CheckedInput } from "./input.js";
import type { CheckedRules } from "./rules.js";

/** What came of a trial period at this review. */
export interface TrialResult {
  readonly until: string;
  readonly status: "open" | "passed" | "extended" | "failed";
  /** How often it went on. */
  readonly extensions?: number | undefined;
  /** What passes it, where the rules say so and it was judged. */
  readonly conditions?: readonly ConditionResult[];
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
  const judged = terms?.pass && judgeConditions(terms.pass, "requirement", situation);
  const passed =
    judged?.every(({ met }) => met) ?? !conditions.some(({ purpose, now }) => purpose === "down" && now);
  const shown = judged === undefined ? {} : { conditions: judged };
  if (passed) return { ...trial, status: "passed", ...shown };
  const used = trial.extensions ?? 0;
  const { most = 0, months = 0 } = terms?.extensions ?? {};
  if (used >= most) return { ...trial, status: "failed", ...shown };
  return { until: monthsAfter(trial.until, months), extensions: used + 1, status: "extended", ...shown };
}
