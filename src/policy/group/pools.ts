import { type TeamPool, type TeamPoolInput, teamPool } from "../../incentives/team-pool/team-pool.js";
import type { Issue, Path } from "../../kernel/errors.js";
import { createReport } from "../../kernel/report.js";
import { show } from "../../kernel/show.js";
import { incentiveId, type OfUse } from "../incentives.js";
import type { PolicyParts } from "../parts.js";
import type { GroupPayInput } from "./pay-input.js";
import { type GroupPerson, type Shared, sortIssues } from "./pay-people.js";
import type { ReviewedRow } from "./places.js";
import { type Problems, reject } from "./rows.js";

type Entry = NonNullable<GroupPayInput["pools"]>[string][number];

/** Compiles a team pool of a policy: each entry of the input is shared among the people of its team. */
export function compilePool(
  incentive: OfUse<"teamPool">,
  parts: PolicyParts,
  personOf: (row: ReviewedRow) => GroupPerson,
): (
  period: string,
  rows: readonly ReviewedRow[],
  entries: readonly Entry[],
  problems: Problems,
) => Shared<TeamPool> {
  const id = incentiveId(incentive);
  const { within } = incentive;
  const share = teamPool(parts.incentives[id] as Parameters<typeof teamPool>[0]);
  return (period, rows, entries, problems) => {
    const path = ["pools", id];
    const wrong = checkTeams(within, entries, path);
    if (wrong.length > 0 || entries.length === 0) return { results: [], lines: [], issues: wrong };
    if (within !== undefined) checkTeamNamed(within, rows, problems);
    const made = entries.map((entry, index) => {
      const members = rows.filter(
        ({ attributes }) => within === undefined || attributes[within] === entry.team,
      );
      const people = members.map((row) => memberOf(row, personOf(row)));
      const outcome = share.safe({ period, ...entry, members: people } as TeamPoolInput);
      if (!outcome.ok) {
        const left = sortIssues(outcome.error.issues, members, ["members"], problems);
        return {
          lines: [],
          issues: left.map((issue) => ({ ...issue, path: [...path, index, ...issue.path] })),
        };
      }
      const byId = new Map(members.map((row) => [row.input.person.id, row]));
      const lines = outcome.value.members.map(({ id: member, line }) => ({
        row: byId.get(member) as ReviewedRow,
        line,
      }));
      return { result: outcome.value, lines, issues: [] };
    });
    return {
      results: made.flatMap(({ result }) => result ?? []),
      lines: made.flatMap(({ lines }) => lines),
      issues: made.flatMap(({ issues }) => issues),
    };
  };
}

function memberOf({ input }: ReviewedRow, person: GroupPerson): TeamPoolInput["members"][number] {
  const absences = input.pay?.absences?.map(({ from, to }) => ({ from, to }));
  return { ...person, ...(absences === undefined ? {} : { absences }) } as TeamPoolInput["members"][number];
}

/** Notes entries without a team, or with one that is there already or not asked for. */
function checkTeams(within: string | undefined, entries: readonly Entry[], path: Path): readonly Issue[] {
  const report = createReport("invalid-input", "reviewGroup");
  const seen = new Set<string | undefined>();
  for (const [index, { team }] of entries.entries()) {
    const here = [...path, index, "team"];
    if (within === undefined && team !== undefined)
      report.add(here, "unknown-property", "the policy shares this pool among all: take this away");
    else if (within !== undefined && team === undefined)
      report.add(here, "missing", `the policy shares this pool by ${show(within)}: say whose it is`);
    else if (seen.has(team)) report.add(here, "duplicate-id", `${show(team)} is there twice`);
    seen.add(team);
  }
  return report.issues();
}

/** Everybody is in some team, where pools are shared within teams. */
function checkTeamNamed(within: string, rows: readonly ReviewedRow[], problems: Problems): void {
  for (const { index, attributes } of rows) {
    if (Object.hasOwn(attributes, within)) continue;
    const message = `a pool is shared by ${show(within)}: say which this person has`;
    reject(problems, index, [{ path: ["attributes", within], code: "missing", message, params: {} }]);
  }
}
