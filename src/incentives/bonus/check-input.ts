import type * as z from "zod/mini";
import { type NumberInput, readNumber } from "../../kernel/number.js";
import { compare, ZERO } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import type { Plain } from "../../kernel/schema.js";
import { show, showChoices } from "../../kernel/show.js";
import type { Stretch } from "../presence.js";
import type { BonusRules, performanceBonusInputSchema } from "./fields.js";
import { isFactor } from "./program.js";

type BonusInput = Plain<z.output<ReturnType<typeof performanceBonusInputSchema>>>;

/** What holds in a stretch of a period. */
export type BonusPlace = Pick<BonusInput, "tier" | "salary">;

/** Notes multipliers and a period that the plan needs and the input does not say, and multipliers that the plan does not have. */
export function checkBonusInput({ multipliers = [] }: BonusRules, input: BonusInput, report: Report): void {
  const { period, employment, absences, changes } = input;
  if (period === undefined && (employment !== undefined || absences.length + changes.length > 0))
    report.add(["period"], "missing", "this is required: the period of which days are paid");
  checkMultipliers(multipliers, input.multipliers, report);
}

/** Notes multipliers that a plan needs and that are not given, factors below zero, and multipliers that the plan does not have. */
export function checkMultipliers(
  multipliers: NonNullable<BonusRules["multipliers"]>,
  given: Readonly<Record<string, NumberInput>>,
  report: Report,
): void {
  for (const one of multipliers) {
    const { id } = one;
    const at = ["multipliers", id];
    const value = Object.hasOwn(given, id) ? given[id] : undefined;
    if (value === undefined) report.add(at, "missing", `this is required: the multiplier ${show(id)}`);
    else if (isFactor(one) && compare(readNumber(value), ZERO) < 0)
      report.add(at, "out-of-range", `expected a factor of at least 0, got ${show(value)}`);
  }
  const known = multipliers.map(({ id }) => id);
  for (const id of Object.keys(given)) {
    if (known.includes(id)) continue;
    const message = known.length === 0 ? "the plan has none" : `expected ${showChoices(known)}`;
    report.add(["multipliers", id], "unknown-multiplier", `${show(id)} is not a multiplier: ${message}`);
  }
}

/** Notes a tier without a target, and a target of a salary that is not given. */
export function checkBonusPlace(
  { target }: BonusRules,
  { values: { tier, salary }, path }: Stretch<BonusPlace>,
  report: Report,
): void {
  const row = target.find((one) => one.tier === tier);
  if (row === undefined) {
    const tiers = target.map((one) => one.tier);
    const message = `${show(tier)} has no target amount: expected ${showChoices(tiers)}`;
    report.add([...path, "tier"], "unknown-tier", message, { tier });
  } else if (row.share !== undefined && salary === undefined) {
    report.add(["salary"], "missing", `this is required: the target of ${show(tier)} is a part of it`);
  }
}
