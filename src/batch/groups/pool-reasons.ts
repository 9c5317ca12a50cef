import { judgeEligibility } from "../../incentives/eligibility.js";
import type { EligibilityCondition } from "../../incentives/eligibility-conditions.js";
import type { CheckedTeamPool } from "../../incentives/team-pool/rules.js";
import { reasonsOfEmployment } from "../../incentives/team-pool/sharer.js";
import { EMPLOYMENT, tableOf } from "./aspects.js";
import { excludeByLabel, excludeByNumber, type JudgedRows } from "./judged-rows.js";
import { limitsOf } from "./limits.js";
import type { ReadColumns } from "./read-columns.js";

/** The place of a reason in a dictionary, at whose end it is put where it is new. */
export function placeIn(reasons: string[], reason: string): number {
  const place = reasons.indexOf(reason);
  return place < 0 ? reasons.push(reason) - 1 : place;
}

/** Excludes those who are not employed in the period, or joined or left in it; the first reason of each is kept. */
export function excludeByEmployment(
  config: CheckedTeamPool,
  period: string,
  { aspect }: ReadColumns,
  judged: JudgedRows,
  reasons: string[],
): void {
  const employment = aspect(EMPLOYMENT);
  const found = tableOf(employment, (member) => {
    const reason = reasonsOfEmployment(config, member, period)[0]?.kind;
    return reason === undefined ? -1 : placeIn(reasons, reason);
  });
  excludeByLabel(judged, employment, found);
}

/** Excludes those who are not eligible; the first reason of each is kept. */
export function excludeIneligible(
  conditions: readonly EligibilityCondition[] | undefined,
  period: string,
  { aspect, fact }: ReadColumns,
  judged: JudgedRows,
  reasons: string[],
): void {
  const place = (reason: string | undefined) => (reason === undefined ? -1 : placeIn(reasons, reason));
  for (const condition of (conditions ?? []).flatMap(single)) {
    if ("fact" in condition) {
      const numbers = fact(condition.fact);
      excludeByNumber(judged, numbers, limitsOf(condition, numbers.den), place("ineligible-fact"));
      continue;
    }
    const of = aspect(aspectOf(condition));
    const failed = tableOf(of, (member, report) =>
      place(judgeEligibility([condition], { ...member, period }, [], report).failed[0]?.kind),
    );
    excludeByLabel(judged, of, failed);
  }
}

/** A condition on the bands of several axes as one for each. */
function single(condition: EligibilityCondition): readonly EligibilityCondition[] {
  if (!("at" in condition)) return [condition];
  return Object.entries(condition.at).map(([axis, bands]) => ({ at: { [axis]: bands } }));
}

function aspectOf(condition: EligibilityCondition): string {
  if ("tier" in condition) return "tier";
  if ("attribute" in condition) return `attributes.${condition.attribute}`;
  if ("certificate" in condition) return `certificates.${condition.certificate}`;
  return "at" in condition ? `at.${Object.keys(condition.at)[0]}` : EMPLOYMENT;
}
