import type { SpiffInput } from "../../incentives/spiff/config.js";
import { type Spiff, spiff } from "../../incentives/spiff/spiff.js";
import type { Issue } from "../../kernel/errors.js";
import { incentiveId, type OfUse } from "../incentives.js";
import type { PolicyParts } from "../parts.js";
import type { GroupPayInput } from "./pay-input.js";
import { type GroupPerson, type Shared, sortIssues } from "./pay-people.js";
import type { ReviewedRow } from "./places.js";
import type { Problems } from "./rows.js";

/** What a sales incentive of a policy pays. */
export interface PaidSpiff extends Spiff {
  /** The incentive's id. */
  readonly id: string;
}

/**
 * Compiles a sales incentive of a policy. Deals of people who are not in the group have no line; they count for what all share, unless the plan asks
 * who is eligible, which is not known of them.
 */
export function compileSpiff(
  incentive: OfUse<"spiff">,
  parts: PolicyParts,
  personOf: (row: ReviewedRow) => GroupPerson,
): (
  period: string,
  rows: readonly ReviewedRow[],
  deals: NonNullable<GroupPayInput["deals"]>[string] | undefined,
  problems: Problems,
) => Shared<PaidSpiff> {
  const id = incentiveId(incentive);
  const pay = spiff(parts.incentives[id] as Parameters<typeof spiff>[0]);
  return (period, rows, deals, problems) => {
    if (deals === undefined) return { results: [], lines: [], issues: [] };
    const byId = new Map(rows.map((row) => [row.input.person.id, row]));
    const numbered = deals
      .map((deal, index) => ({ deal, index }))
      .filter(({ deal }) => incentive.eligibility === undefined || byId.has(deal.person));
    const given = { period, deals: numbered.map(({ deal }) => deal), people: rows.map(personOf) };
    const outcome = pay.safe(given as SpiffInput);
    if (!outcome.ok) {
      const left = sortIssues(outcome.error.issues, rows, ["people"], problems);
      const placed = ({ path: [door, place, ...path], ...issue }: Issue): Issue =>
        door === "deals" && typeof place === "number"
          ? { ...issue, path: [door, id, numbered[place]?.index ?? place, ...path] }
          : { ...issue, path: ["deals", id] };
      return { results: [], lines: [], issues: left.map(placed) };
    }
    return {
      results: [{ id, ...outcome.value }],
      lines: outcome.value.people.flatMap(({ id: person, line }) => {
        const row = byId.get(person);
        return row === undefined ? [] : [{ row, line }];
      }),
      issues: [],
    };
  };
}
