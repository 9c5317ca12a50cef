import type { Path } from "../../kernel/errors.js";
import { checkHeadCountBound } from "../../kernel/head-count.js";
import { checkIds } from "../../kernel/ids.js";
import { checkOrderKeys } from "../../kernel/order-keys.js";
import type { Report } from "../../kernel/report.js";
import { notAmong, show } from "../../kernel/show.js";
import { checkEligibility } from "../eligibility-conditions.js";
import { checkStatedMoney, type WithCurrency } from "../money.js";
import { checkRows } from "../rows.js";
import type { CheckedHonours, HonourRule } from "./rules.js";

/** Notes what the schema cannot see in honours. */
export function checkHonours(
  config: Omit<CheckedHonours, "currency"> & WithCurrency,
  path: Path,
  report: Report,
): void {
  checkStatedMoney(config, ["honours.*.prize.money.*", "honours.*.events.*.money"], path, report);
  const at = [...path, "honours"];
  checkIds(config.honours, at, report);
  const before: string[] = [];
  for (const [index, honour] of report.items(config.honours, at)) {
    checkHonour(honour, before, [...at, index], report);
    if (report.sound([...at, index, "id"])) before.push(honour.id);
  }
}

function checkHonour(honour: HonourRule, before: readonly string[], path: Path, report: Report): void {
  const { by, winners, quotas, within, events, prize, notWith } = honour;
  checkOrderKeys(by, [...path, "by"], report);
  checkEligibility(honour.eligibility, [...path, "eligibility"], report);
  checkHeadCountBound(winners, [...path, "winners"], report);
  checkQuotas(quotas, [...path, "quotas"], report);
  if (!report.sound(path)) return;
  if ((winners !== undefined || quotas !== undefined) && by === undefined)
    report.add([...path, "by"], "missing", "where not all win, say by what people are ranked");
  if (quotas !== undefined && within === undefined)
    report.add([...path, "within"], "missing", "quotas are for units: say which attribute names the unit");
  if (events !== undefined) checkEvents(honour, path, report);
  if (prize !== undefined && prize.money === undefined && prize.points === undefined)
    report.add([...path, "prize"], "one-of", "expected money, points or both");
  for (const [index, name] of (notWith ?? []).entries()) {
    if (!before.includes(name))
      report.add(
        [...path, "notWith", index],
        "unknown-honour",
        notAmong(before, "an honour that comes before", name),
      );
  }
}

/** A reward for events is for all, whatever their rank. */
function checkEvents(
  { events = [], by, winners, quotas, prize }: HonourRule,
  path: Path,
  report: Report,
): void {
  checkRows(events, [...path, "events"], report);
  const other = Object.entries({ by, winners, quotas, prize }).find(([, value]) => value !== undefined);
  if (other !== undefined)
    report.add([...path, other[0]], "one-of", "a reward for events has no ranks: take this away");
  for (const [index, { money, points }] of events.entries()) {
    if (money === undefined && points === undefined)
      report.add([...path, "events", index], "one-of", "expected money, points or both");
  }
}

function checkQuotas(quotas: HonourRule["quotas"], path: Path, report: Report): void {
  const seen = new Set<string>();
  for (const [index, { unit, winners }] of report.items(quotas, path)) {
    checkHeadCountBound(winners, [...path, index, "winners"], report);
    if (!report.sound([...path, index, "unit"])) continue;
    if (seen.has(unit)) report.add([...path, index, "unit"], "duplicate-id", `${show(unit)} is there twice`);
    seen.add(unit);
  }
}
