import { checkCurve } from "../incentives/bonus/curve.js";
import type { Path } from "../kernel/errors.js";
import type { Report } from "../kernel/report.js";
import { notAmong } from "../kernel/show.js";
import type { OfUse } from "./incentives.js";

/** Notes targets with neither or both of an amount and a share, tiers that are there twice, and what is wrong with the payout and its axis. */
export function checkBonusPool(
  { target, multiplier }: OfUse<"bonusPool">,
  axes: readonly string[] | undefined,
  path: Path,
  report: Report,
): void {
  const seen = new Set<string>();
  for (const [index, { tier, amount, share }] of report.items(target, [...path, "target"])) {
    const here = [...path, "target", index];
    if (!report.readable(here)) continue;
    if ((amount === undefined) === (share === undefined))
      report.add(here, "one-of", "expected either an amount or a share of the salary");
    if (seen.has(tier)) report.add([...here, "tier"], "row-twice", `${tier} has a target already`);
    seen.add(tier);
  }
  if (multiplier === undefined || !report.readable([...path, "multiplier"])) return;
  checkCurve(multiplier, [...path, "multiplier"], report);
  const { axis } = multiplier;
  if (axes === undefined || axes.includes(axis) || !report.readable([...path, "multiplier", "axis"])) return;
  report.add([...path, "multiplier", "axis"], "unknown-axis", notAmong(axes, "an axis of this policy", axis));
}
