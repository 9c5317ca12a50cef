import { checkEquityGrant } from "../incentives/equity/equity-grant.js";
import { checkTrainingPlan } from "../incentives/training/plan-check.js";
import { checkIds } from "../kernel/ids.js";
import type { Report } from "../kernel/report.js";
import { notAmong } from "../kernel/show.js";
import { checkKnownIn } from "./check-eligibility.js";
import { namedItems } from "./describe-matrix.js";
import type { CheckedPolicy } from "./policy.js";

/** Notes what is wrong with a policy's rules of equity and with its training. */
export function checkGrants(policy: CheckedPolicy, report: Report): void {
  const { equity, training, currency, tiers } = policy;
  if ((equity !== undefined || training !== undefined) && currency === undefined)
    report.add(["currency"], "missing", "a policy with equity or training says in which currency");
  checkIds(equity, ["equity"], report);
  const tierIds = report.sound(["tiers"]) ? tiers.map(({ id }) => id) : undefined;
  for (const [index, rule] of report.items(equity, ["equity"])) {
    const here = ["equity", index];
    checkEquityGrant(rule, here, report);
    checkKnownIn(policy, rule.eligibility, [...here, "eligibility"], report);
    if (tierIds === undefined || !report.sound([...here, "size"])) continue;
    for (const [row, { tier }] of rule.size.rows.entries()) {
      if (tier !== undefined && !tierIds.includes(tier))
        report.add(
          [...here, "size", "rows", row, "tier"],
          "unknown-tier",
          notAmong(tierIds, "a tier of this policy", tier),
          { tier },
        );
    }
  }
  if (training !== undefined && report.readable(["training"])) checkTraining(policy, training, report);
}

function checkTraining(
  policy: CheckedPolicy,
  training: NonNullable<CheckedPolicy["training"]>,
  report: Report,
): void {
  const { axes } = policy;
  const currency = report.sound(["currency"]) ? policy.currency : undefined;
  checkTrainingPlan({ ...training, currency }, ["training"], report);
  const named = report.sound(["axes"])
    ? axes.flatMap((axis) => [axis.id, ...namedItems(axis).map(({ id }) => id)])
    : undefined;
  for (const [index, course] of report.items(training.catalogue, ["training", "catalogue"]))
    checkKnownIn(policy, course.eligibility, ["training", "catalogue", index, "eligibility"], report);
  for (const [index, { eligibility, weak }] of report.items(training.needs, ["training", "needs"])) {
    const here = ["training", "needs", index];
    checkKnownIn(policy, eligibility, [...here, "eligibility"], report);
    if (weak === undefined || named === undefined || !report.sound([...here, "weak"])) continue;
    if (!named.includes(weak.indicator))
      report.add(
        [...here, "weak", "indicator"],
        "unknown-indicator",
        notAmong([...new Set(named)], "an axis or an indicator of this policy", weak.indicator),
      );
  }
}
