import type { Path } from "../../kernel/errors.js";
import { checkIds } from "../../kernel/ids.js";
import { readNumber, readRatio } from "../../kernel/number.js";
import { compare, ONE, rationalText, sum } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { show } from "../../kernel/show.js";
import { checkCurve, type PayoutCurve } from "./curve.js";
import type { BonusRules } from "./fields.js";

/** Notes what the schema cannot see in a bonus. */
export function checkPerformanceBonus(config: BonusRules, path: Path, report: Report): void {
  checkTarget(config, [...path, "target"], report);
  checkTiersOnce(config.modifiers ?? [], [...path, "modifiers"], report);
  checkCurve(config, path, report);
  checkMultipliers(config, path, report);
  const { floor, cap } = config;
  if (
    floor === undefined ||
    cap === undefined ||
    !report.sound([...path, "floor"]) ||
    !report.sound([...path, "cap"])
  )
    return;
  if (compare(readRatio(floor), readRatio(cap)) > 0)
    report.add([...path, "cap"], "range-empty", `expected at least the floor, ${floor}, got ${cap}`);
}

function checkTarget({ target }: BonusRules, at: Path, report: Report): void {
  checkTiersOnce(target, at, report);
  for (const [index, { amount, share }] of report.items(target, at)) {
    if (report.sound([...at, index]) && (amount === undefined) === (share === undefined))
      report.add([...at, index], "one-of", "expected either an amount or a share of the salary");
  }
}

function checkTiersOnce(rows: readonly { readonly tier: string }[], at: Path, report: Report): void {
  if (!report.sound(at)) return;
  const seen = new Set<string>();
  for (const [index, { tier }] of rows.entries()) {
    if (seen.has(tier))
      report.add([...at, index, "tier"], "row-twice", `the tier ${show(tier)} is there twice`);
    seen.add(tier);
  }
}

/** Notes rows out of order, and what is wrong with the curve of a row. */
function checkMatrix(
  { rows }: NonNullable<NonNullable<BonusRules["multipliers"]>[number]["byScore"]>,
  curve: Omit<PayoutCurve, "payout">,
  path: Path,
  report: Report,
): void {
  const at = [...path, "rows"];
  for (const [index, { score, payout }] of report.items(rows, at)) {
    const before = rows[index - 1];
    if (before !== undefined && compare(readNumber(before.score), readNumber(score)) >= 0) {
      const message = `expected scores in rising order: ${score} is not above ${before.score}`;
      report.add([...at, index, "score"], "points-unsorted", message);
    }
    checkCurve({ ...curve, payout }, [...at, index], report);
  }
}

function checkMultipliers(
  { multipliers = [], weight, combine = "multiply" }: BonusRules,
  path: Path,
  report: Report,
): void {
  const at = [...path, "multipliers"];
  if (!report.sound(at) || !report.sound([...path, "weight"]) || !report.sound([...path, "combine"])) return;
  checkIds(multipliers, at, report);
  for (const [index, { payout, byScore, required, ...curve }] of multipliers.entries()) {
    if (payout !== undefined) checkCurve({ ...curve, payout }, [...at, index], report);
    if (byScore !== undefined) checkMatrix(byScore, curve, [...at, index, "byScore"], report);
    if (payout !== undefined && byScore !== undefined)
      report.add([...at, index], "one-of", "expected either one payout curve or one by score");
    if (required && combine === "multiply") {
      const message = "a payout of 0 leaves nothing wherever payouts are multiplied: take this away";
      report.add([...at, index, "required"], "one-of", message);
    }
  }
  const weights = [weight, ...multipliers.map((one) => one.weight)];
  const stated = weights.filter((one) => one !== undefined);
  if (stated.length === 0) return;
  const missing = weights.indexOf(undefined);
  if (combine === "multiply" || multipliers.length === 0) {
    report.add(
      [...path, "combine"],
      "one-of",
      "weights are for payouts that are added: take them away, or add",
    );
  } else if (missing >= 0) {
    const where = missing === 0 ? [...path, "weight"] : [...at, missing - 1, "weight"];
    report.add(where, "missing", "other payouts have a weight: each has one, or none");
  } else {
    const total = sum(stated.map(readRatio));
    if (compare(total, ONE) !== 0)
      report.add(at, "weights-sum", `expected weights that sum to 1, they sum to ${rationalText(total)}`);
  }
}
