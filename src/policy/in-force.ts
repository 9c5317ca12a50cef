import { periodEnd, periodStart, periodUnit } from "../kernel/calendar.js";
import type { Report } from "../kernel/report.js";
import { show } from "../kernel/show.js";
import type { CheckedPolicy } from "./policy.js";

/** Which periods a review takes: those of which the policy holds on some day, or any, to try what it would say. */
export type ReviewedPeriods = "in-force" | "any";

/** Notes a period of which the policy holds on no day. */
export function checkInForce(
  { effectiveFrom, effectiveTo }: Pick<CheckedPolicy, "effectiveFrom" | "effectiveTo">,
  period: string,
  report: Report,
): void {
  const [first, last] = [periodStart(period), periodEnd(period)];
  const note = (why: string) =>
    report.add(
      ["period"],
      "policy-not-in-force",
      `${period} is from ${first} to ${last}, and this version of the policy ${why}: policyAt({ policies })({ on: ${show(last)} }) finds the one that holds`,
      { period, effectiveFrom, ...(effectiveTo === undefined ? {} : { effectiveTo }) },
    );
  if (last < effectiveFrom) note(`begins on ${effectiveFrom}`);
  else if (effectiveTo !== undefined && first > effectiveTo) note(`ends on ${effectiveTo}`);
}

/** Notes a period that the people of a policy are not reviewed for: one of another length, or of which the policy holds on no day. */
export function checkGroupPeriod(policy: CheckedPolicy, period: string, report: Report): void {
  const { cycle } = policy.adjustment;
  const message = `expected a ${cycle}, as the rules review by ${cycle}, got ${show(period)}`;
  if (periodUnit(period) === cycle) checkInForce(policy, period, report);
  else report.add(["period"], "wrong-cycle", message);
}
