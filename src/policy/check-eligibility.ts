import type { EligibilityCondition } from "../incentives/eligibility-conditions.js";
import type { Path } from "../kernel/errors.js";
import type { Report } from "../kernel/report.js";
import { notAmong } from "../kernel/show.js";
import type { CheckedPolicy } from "./policy.js";

/** Notes tiers, axes, bands and honours that conditions of eligibility name and the policy does not have. */
export function checkKnownIn(
  { axes, tiers, incentives }: CheckedPolicy,
  conditions: readonly EligibilityCondition[] | undefined,
  path: Path,
  report: Report,
): void {
  const tierIds = report.sound(["tiers"]) ? tiers.map(({ id }) => id) : undefined;
  const bands = report.sound(["axes"])
    ? new Map(axes.map((axis) => [axis.id, axis.bands.map(({ id }) => id)]))
    : undefined;
  for (const [index, condition] of report.items(conditions, path)) {
    const here = [...path, index];
    if (!report.sound(here)) continue;
    if ("tier" in condition && tierIds !== undefined) {
      for (const [place, tier] of condition.tier.entries()) {
        if (!tierIds.includes(tier))
          report.add([...here, "tier", place], "unknown-tier", ofPolicy(tierIds, "a tier", tier), { tier });
      }
    }
    if ("honours" in condition) checkHonourNames(condition.honours, incentives, [...here, "honours"], report);
    if ("at" in condition && bands !== undefined) checkBands(condition.at, bands, [...here, "at"], report);
  }
}

/** Where a policy gives honours, conditions are about those. */
function checkHonourNames(
  named: readonly string[],
  incentives: CheckedPolicy["incentives"],
  path: Path,
  report: Report,
): void {
  if (!report.sound(["incentives"])) return;
  const given = incentives?.flatMap((one) => (one.use === "honours" ? one.honours.map(({ id }) => id) : []));
  if (given === undefined || given.length === 0) return;
  for (const [place, honour] of named.entries()) {
    if (!given.includes(honour))
      report.add([...path, place], "unknown-honour", ofPolicy(given, "an honour", honour));
  }
}

function checkBands(
  at: Readonly<Record<string, readonly string[]>>,
  known: ReadonlyMap<string, readonly string[]>,
  path: Path,
  report: Report,
): void {
  for (const [axis, named] of Object.entries(at)) {
    const bands = known.get(axis);
    if (bands === undefined) {
      report.add([...path, axis], "unknown-axis", ofPolicy([...known.keys()], "an axis", axis));
      continue;
    }
    for (const [place, band] of named.entries()) {
      if (!bands.includes(band))
        report.add([...path, axis, place], "unknown-band", notAmong(bands, `a band of ${axis}`, band));
    }
  }
}

function ofPolicy(known: readonly string[], what: string, name: string): string {
  return notAmong(known, `${what} of this policy`, name);
}
