import { checkBasePay } from "../incentives/base-pay/check.js";
import { checkBenefits } from "../incentives/benefits/items.js";
import { checkPerformanceBonus } from "../incentives/bonus/check.js";
import { checkYearEndRows, YEAR_END_MONEY } from "../incentives/bonus/year-end-rows.js";
import { checkCommission } from "../incentives/commission/check.js";
import { checkDeductions } from "../incentives/deductions/rules.js";
import { checkEligibility, type EligibilityCondition } from "../incentives/eligibility-conditions.js";
import { checkHonours } from "../incentives/honours/check.js";
import { checkStatedMoney } from "../incentives/money.js";
import { checkSpiff } from "../incentives/spiff/config.js";
import { checkTeamPool } from "../incentives/team-pool/rules.js";
import type { Path } from "../kernel/errors.js";
import type { Report } from "../kernel/report.js";
import { notAmong, show, showChoices } from "../kernel/show.js";
import { amountsOf } from "./amounts.js";
import { checkBonusPool } from "./check-bonus-pool.js";
import { checkKnownIn } from "./check-eligibility.js";
import { type CheckedIncentive, incentiveId, type OfUse } from "./incentives.js";
import { schemasOf } from "./parts.js";
import type { CheckedPolicy } from "./policy.js";

/** Notes what is wrong with incentives: each calculator's own checks, and names that are not there. */
export function checkIncentives(
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
    if (report.readable([...here, "id"])) {
      const id = incentiveId(incentive);
      if (ids.has(id)) report.add([...here, LISTS.includes(id) ? "use" : "id"], "duplicate-id", twice(id));
      ids.add(id);
    }
    checkIncentive(policy, incentive, here, report);
  }
  checkLineIds(incentives, report);
}

/** Those that are lists of items, with an id for each. */
const LISTS = ["benefits", "deductions", "honours"];

function twice(id: string): string {
  return `${show(id)} is there twice: ${LISTS.includes(id) ? "put all in one list" : "give each incentive an id"}`;
}

/** Notes a benefit, a suspension or a deduction whose line another incentive's has the id of. */
function checkLineIds(incentives: readonly CheckedIncentive[], report: Report): void {
  const seen = new Map<string, string>();
  for (const [index, incentive] of report.items(incentives, ["incentives"])) {
    if (!report.readable(["incentives", index, "use"])) continue;
    for (const [id, path] of lineIds(incentive, ["incentives", index], report)) {
      const other = seen.get(id);
      if (other !== undefined && other !== incentive.use)
        report.add(path, "duplicate-id", `${show(id)} is a line of ${show(other)} already`, { id });
      seen.set(id, incentive.use);
    }
  }
}

function lineIds(
  incentive: CheckedIncentive,
  path: Path,
  report: Report,
): readonly (readonly [string, Path])[] {
  const idsOf = (items: readonly { readonly id: string }[] | undefined, name: string) =>
    report
      .items(items, [...path, name])
      .filter(([index]) => report.readable([...path, name, index, "id"]))
      .map(([index, { id }]) => [id, [...path, name, index, "id"]] as const);
  switch (incentive.use) {
    case "benefits":
      return idsOf(incentive.items, "items");
    case "honours":
      return idsOf(incentive.honours, "honours");
    case "deductions":
      return [...idsOf(incentive.suspensions, "suspensions"), ...idsOf(incentive.deductions, "deductions")];
    default:
      return report.readable([...path, "id"]) ? [[incentiveId(incentive), [...path, "id"]]] : [];
  }
}

function checkIncentive(
  policy: CheckedPolicy,
  incentive: CheckedIncentive,
  path: Path,
  report: Report,
): void {
  const { axes, tiers, currency } = policy;
  const axesKnown = report.sound(["axes"]);
  const tierIds = report.sound(["tiers"]) ? tiers.map(({ id }) => id) : undefined;
  switch (incentive.use) {
    case "basePay":
      checkBasePay(incentive, path, report);
      checkTiers(incentive.table, tierIds, [...path, "table"], report);
      break;
    case "performanceBonus":
      checkPerformanceBonus(incentive, path, report);
      if (axesKnown && report.readable([...path, "axis"]) && !axes.some(({ id }) => id === incentive.axis)) {
        const known = axes.map(({ id }) => id);
        report.add([...path, "axis"], "unknown-axis", unknown(incentive.axis, "an axis", known));
      }
      checkTiers(incentive.target, tierIds, [...path, "target"], report);
      break;
    case "commission":
      checkCommission({ ...incentive, currency }, path, report);
      if (axesKnown) checkAmount(axes, incentive.on, [...path, "on"], report);
      break;
    case "yearEndBonus":
      checkYearEnd(policy, incentive, path, report);
      checkStatedMoney({ ...incentive, currency }, YEAR_END_MONEY, path, report);
      break;
    case "benefits":
      checkBenefits({ ...incentive, currency }, path, report);
      for (const [index, item] of report.items(incentive.items, [...path, "items"])) {
        checkKnownIn(policy, item.eligibility, [...path, "items", index, "eligibility"], report);
        checkBenefitTiers(item, tierIds, [...path, "items", index, "pays"], report);
      }
      break;
    case "deductions":
      checkDeductions({ ...incentive, currency }, path, report);
      break;
    case "teamPool":
      checkTeamPool({ ...incentive, currency }, path, report);
      checkKnownIn(policy, incentive.eligibility, [...path, "eligibility"], report);
      checkTierPoints(incentive, tierIds, path, report);
      break;
    case "bonusPool":
      checkBonusPool(incentive, axesKnown ? axes.map(({ id }) => id) : undefined, path, report);
      checkKnownIn(policy, incentive.eligibility, [...path, "eligibility"], report);
      checkTargets(incentive, tierIds, path, report);
      break;
    case "spiff":
      checkSpiff({ ...incentive, currency }, path, report);
      checkKnownIn(policy, incentive.eligibility, [...path, "eligibility"], report);
      break;
    case "honours":
      checkHonours({ ...incentive, currency }, path, report);
      for (const [index, { eligibility }] of report.items(incentive.honours, [...path, "honours"]))
        checkKnownIn(policy, eligibility, [...path, "honours", index, "eligibility"], report);
  }
}

function checkYearEnd(
  policy: CheckedPolicy,
  { pays, eligibility, per = "year" }: OfUse<"yearEndBonus">,
  path: Path,
  report: Report,
): void {
  const here = [...path, "pays"];
  checkYearEndRows(pays, here, report);
  checkEligibility(eligibility, [...path, "eligibility"], report);
  checkKnownIn(policy, eligibility, [...path, "eligibility"], report);
  if (report.sound(["tiers"]) && report.sound(here) && report.sound([...path, "eligibility"])) {
    const tierIds = allowedTiers(
      policy.tiers.map(({ id }) => id),
      eligibility,
    );
    const rows = pays.flatMap(({ tier }) => (tier === undefined ? [] : [{ tier }]));
    checkTierNames(
      pays,
      policy.tiers.map(({ id }) => id),
      here,
      report,
    );
    if (rows.length === pays.length) checkEveryTier(rows, tierIds, here, report);
  }
  const { cycle } = policy.adjustment ?? {};
  if (!report.sound(["adjustment", "cycle"]) || !report.readable([...path, "per"])) return;
  if (MONTHS[per] >= MONTHS[cycle]) return;
  const message = `a ${per} is shorter than the ${cycle} by which the policy reviews: nothing is paid more than once in a review`;
  report.add([...path, "per"], "wrong-cycle", message);
}

const MONTHS = { month: 1, quarter: 3, "half-year": 6, year: 12 };

/** The tiers that conditions leave. */
function allowedTiers(
  tiers: readonly string[],
  conditions: readonly EligibilityCondition[] | undefined = [],
): readonly string[] {
  return tiers.filter((tier) => conditions.every((one) => !("tier" in one) || one.tier.includes(tier)));
}

/** Every tier that shares a pool by its tier has points, and points are for tiers that are there. */
function checkTierPoints(
  { sharedBy, eligibility }: OfUse<"teamPool">,
  tiers: readonly string[] | undefined,
  path: Path,
  report: Report,
): void {
  for (const [index, factor] of report.items(sharedBy, [...path, "sharedBy"])) {
    const here = [...path, "sharedBy", index];
    if (!report.sound(here) || !report.sound([...path, "eligibility"]) || factor.by !== "tier") continue;
    checkTierRows(factor.points, tiers, eligibility, [...here, "points"], report);
  }
}

/** Every tier that can have the benefit has an amount, and amounts are for tiers that are there. */
function checkBenefitTiers(
  { pays, eligibility }: OfUse<"benefits">["items"][number],
  tiers: readonly string[] | undefined,
  path: Path,
  report: Report,
): void {
  if (!report.sound(path) || pays.kind !== "by-tier") return;
  if (report.sound([...path.slice(0, -1), "eligibility"]))
    checkTierRows(pays.amounts, tiers, eligibility, [...path, "amounts"], report);
}

/** Rows, each of some tiers: tiers that are there, and all that conditions leave. */
function checkTierRows(
  rows: readonly { readonly of: readonly string[] }[],
  tiers: readonly string[] | undefined,
  eligibility: readonly EligibilityCondition[] | undefined,
  path: Path,
  report: Report,
): void {
  if (tiers === undefined) return;
  for (const [index, { of }] of rows.entries()) {
    for (const [place, tier] of of.entries()) {
      if (!tiers.includes(tier))
        report.add([...path, index, "of", place], "unknown-tier", unknown(tier, "a tier", tiers), { tier });
    }
  }
  const named = rows.flatMap(({ of }) => of.map((tier) => ({ tier })));
  checkEveryTier(named, allowedTiers(tiers, eligibility), path, report);
}

/** Notes an indicator that is not there, or that has no single amount in some weight schema. */
function checkAmount(axes: CheckedPolicy["axes"], on: string, path: Path, report: Report): void {
  if (!report.readable(path)) return;
  const indicators = axes.flatMap(schemasOf).flatMap(({ indicators: items }) => amountsOf(items));
  const without = new Set(indicators.flatMap(([id, read]) => (read === undefined ? [id] : [])));
  const paid = [...new Set(indicators.map(([id]) => id))].filter((id) => !without.has(id));
  if (without.has(on)) {
    if (!report.clean(["axes"])) return;
    const message = `${show(on)} is not one number, so there is no amount to pay on: ${expected(paid)}`;
    report.add(path, "not-a-choice", message, { indicator: on });
  } else if (!paid.includes(on)) {
    report.add(
      path,
      "unknown-indicator",
      `${show(on)} is not an indicator of this policy: ${expected(paid)}`,
    );
  }
}

function expected(choices: readonly string[]): string {
  return choices.length === 0
    ? "no indicator of this policy has an amount"
    : `expected ${showChoices(choices)}`;
}

/** Every tier that can have a bonus of the pool has a target, and every target a tier. */
function checkTargets(
  { target, eligibility }: OfUse<"bonusPool">,
  tiers: readonly string[] | undefined,
  path: Path,
  report: Report,
): void {
  const here = [...path, "target"];
  if (tiers === undefined || !report.sound(here) || !report.sound([...path, "eligibility"])) return;
  checkTierNames(target, tiers, here, report);
  checkEveryTier(target, allowedTiers(tiers, eligibility), here, report);
}

/** Every tier of the policy has a row, and every row a tier. */
function checkTiers(
  rows: readonly { readonly tier: string }[],
  tiers: readonly string[] | undefined,
  path: Path,
  report: Report,
): void {
  if (tiers === undefined || !report.sound(path)) return;
  checkTierNames(rows, tiers, path, report);
  checkEveryTier(rows, tiers, path, report);
}

function checkTierNames(
  rows: readonly { readonly tier?: string | undefined }[],
  tiers: readonly string[],
  path: Path,
  report: Report,
): void {
  for (const [index, { tier }] of rows.entries()) {
    if (tier !== undefined && !tiers.includes(tier))
      report.add([...path, index, "tier"], "unknown-tier", unknown(tier, "a tier", tiers), { tier });
  }
}

function checkEveryTier(
  rows: readonly { readonly tier: string }[],
  tiers: readonly string[],
  path: Path,
  report: Report,
): void {
  for (const tier of tiers) {
    if (!rows.some((row) => row.tier === tier))
      report.add(path, "row-missing", `the tier ${show(tier)} has no row`, { tier });
  }
}

function unknown(name: string, what: string, known: readonly string[]): string {
  return notAmong([...new Set(known)], `${what} of this policy`, name);
}
