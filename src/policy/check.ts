import { checkAdjustment } from "../adjustment/rules.js";
import { checkAxes, checkCells } from "../classification/matrix.js";
import { checkBasePay } from "../incentives/base-pay.js";
import { checkCommission } from "../incentives/commission.js";
import { checkPerformanceBonus } from "../incentives/performance-bonus.js";
import type { Path } from "../kernel/errors.js";
import { checkIds } from "../kernel/ids.js";
import { readNumber } from "../kernel/number.js";
import { compare } from "../kernel/rational.js";
import type { Report } from "../kernel/report.js";
import { show, showChoices } from "../kernel/show.js";
import { checkWeightSchema, scorer } from "../scoring/scorer.js";
import { scorerPart } from "./parts.js";
import { type CheckedIncentive, type CheckedPolicy, incentiveId } from "./policy.js";

/** Notes what the schema cannot see in a policy: each part's own checks, and what parts say of each other. */
export function checkPolicyParts(policy: CheckedPolicy, report: Report): void {
  checkAxes(policy.axes, ["axes"], report);
  if (report.readable(["axes"])) {
    for (const [index, axis] of report.items(policy.axes, ["axes"]))
      checkWeightSchema(axis, ["axes", index], report);
    checkIndicatorsOnce(policy, report);
    for (const [index, axis] of report.items(policy.axes, ["axes"]))
      checkLowestBand(axis, ["axes", index], report);
  }
  checkIds(policy.tiers, ["tiers"], report);
  if (report.readable(["matrix"])) {
    checkIds(policy.matrix.gates, ["matrix", "gates"], report);
    if (report.sound(["axes"]) && report.sound(["tiers"]))
      checkCells({ ...policy.matrix, ...policy }, ["matrix", "cells"], report);
    checkGateIndicators(policy, report);
  }
  if (report.readable(["adjustment"])) {
    const axes = report.sound(["axes"]) ? policy.axes.map(({ id, label }) => ({ id, label })) : undefined;
    checkAdjustment({ ...policy.adjustment, tiers: [], axes }, ["adjustment"], report);
  }
  if (policy.incentives !== undefined && report.readable(["incentives"]))
    checkIncentives(policy, policy.incentives, report);
}

function checkIndicatorsOnce({ axes }: CheckedPolicy, report: Report): void {
  const seen = new Map<string, string>();
  for (const [axisIndex, axis] of report.items(axes, ["axes"])) {
    const at = ["axes", axisIndex, "indicators"];
    for (const [index, { id }] of report.items(axis.indicators, at)) {
      const other = seen.get(id);
      if (other !== undefined && other !== axis.id) {
        report.add(
          [...at, index, "id"],
          "duplicate-id",
          `the indicator ${show(id)} is in ${show(other)} already`,
          { id },
        );
      }
      seen.set(id, axis.id);
    }
  }
}

function checkLowestBand(axis: CheckedPolicy["axes"][number], path: Path, report: Report): void {
  const lowest = report.clean(path) ? axis.bands[0]?.from : undefined;
  if (lowest === undefined) return;
  const least = scorer(scorerPart(axis)).range.lowest;
  if (compare(readNumber(lowest), readNumber(least)) <= 0) return;
  const message = `a score can be ${least}, and no band holds below ${lowest}: begin the lowest band there, or leave its "from" away`;
  report.add([...path, "bands", 0, "from"], "bands-hole", message);
}

function checkGateIndicators({ axes, matrix }: CheckedPolicy, report: Report): void {
  const at = ["matrix", "gates"];
  if (!report.sound(["axes"])) return;
  const indicators = axes.flatMap((axis) => axis.indicators.map(({ id }) => id));
  for (const [index, { indicator }] of report.items(matrix.gates, at)) {
    if (indicators.includes(indicator)) continue;
    report.add(
      [...at, index, "indicator"],
      "unknown-indicator",
      unknown(indicator, "an indicator", indicators),
    );
  }
}

function checkIncentives(
  policy: CheckedPolicy,
  incentives: readonly CheckedIncentive[],
  report: Report,
): void {
  if (incentives.length > 0 && policy.currency === undefined) {
    report.add(["currency"], "missing", "a policy with incentives says in which currency it pays");
  }
  const ids = new Set<string>();
  for (const [index, incentive] of report.items(incentives, ["incentives"])) {
    const here = ["incentives", index];
    if (!report.readable([...here, "use"])) continue;
    const id = incentiveId(incentive);
    if (ids.has(id))
      report.add([...here, "id"], "duplicate-id", `${show(id)} is there twice: give each incentive an id`);
    ids.add(id);
    checkIncentive(policy, incentive, here, report);
  }
}

function checkIncentive(
  { axes, tiers }: CheckedPolicy,
  incentive: CheckedIncentive,
  path: Path,
  report: Report,
): void {
  const filled = { ...incentive, currency: "XXX" };
  const axesKnown = report.sound(["axes"]);
  const tierIds = report.sound(["tiers"]) ? tiers.map(({ id }) => id) : undefined;
  switch (filled.use) {
    case "basePay":
      checkBasePay(filled, path, report);
      checkTiers(filled.table, tierIds, [...path, "table"], report);
      break;
    case "performanceBonus":
      checkPerformanceBonus(filled, path, report);
      if (axesKnown && !axes.some(({ id }) => id === filled.axis)) {
        const known = axes.map(({ id }) => id);
        report.add([...path, "axis"], "unknown-axis", unknown(filled.axis, "an axis", known));
      }
      checkTiers(filled.target, tierIds, [...path, "target"], report);
      break;
    case "commission": {
      checkCommission(filled, path, report);
      if (!axesKnown) break;
      const indicators = axes.flatMap((axis) => axis.indicators.map(({ id }) => id));
      if (!indicators.includes(filled.on)) {
        report.add([...path, "on"], "unknown-indicator", unknown(filled.on, "an indicator", indicators));
      }
    }
  }
}

/** Every tier of the policy has a row, and every row a tier. */
function checkTiers(
  rows: readonly { readonly tier: string }[],
  tiers: readonly string[] | undefined,
  path: Path,
  report: Report,
): void {
  if (tiers === undefined || !report.sound(path)) return;
  for (const [index, { tier }] of rows.entries()) {
    if (!tiers.includes(tier))
      report.add([...path, index, "tier"], "unknown-tier", unknown(tier, "a tier", tiers), { tier });
  }
  for (const tier of tiers) {
    if (!rows.some((row) => row.tier === tier))
      report.add(path, "row-missing", `the tier ${show(tier)} has no row`, { tier });
  }
}

function unknown(name: string, what: string, known: readonly string[]): string {
  return `${show(name)} is not ${what} of this policy: expected ${showChoices(known)}`;
}
