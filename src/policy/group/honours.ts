import { honours } from "../../incentives/honours/honours.js";
import type { HonoursInput } from "../../incentives/honours/input.js";
import type { Honours } from "../../incentives/honours/result.js";
import type { StatementLine } from "../../incentives/line.js";
import { comparePeriods, periodContains, periodEnd, periodUnit } from "../../kernel/calendar.js";
import type { Issue } from "../../kernel/errors.js";
import type { OfUse } from "../incentives.js";
import type { PolicyParts } from "../parts.js";
import type { CheckedPolicy } from "../policy.js";
import type { GroupPayInput } from "./pay-input.js";
import { type GroupPerson, type Shared, sortIssues, statedFacts } from "./pay-people.js";
import type { ReviewedRow } from "./places.js";
import type { Problems } from "./rows.js";

type Entry = NonNullable<GroupPayInput["honours"]>[number];

/** A time whose honours are given, and where the input has it. */
interface Time {
  readonly entry: Entry;
  readonly index: number | undefined;
}

type Won = Map<string, readonly { readonly honour: string; readonly on: string }[]>;

/** Compiles the honours of a policy: those of the period itself, and those of other times for which the input has figures or events, one after the other. */
export function compileHonours(
  incentive: OfUse<"honours">,
  { adjustment }: CheckedPolicy,
  parts: PolicyParts,
  personOf: (row: ReviewedRow) => GroupPerson,
): (
  period: string,
  rows: readonly ReviewedRow[],
  entries: readonly Entry[],
  problems: Problems,
) => Shared<Honours> {
  const give = honours(parts.incentives.honours as Parameters<typeof honours>[0]);
  const units = new Set<string>(incentive.honours.map(({ per }) => per));
  return (period, rows, entries, problems) => {
    const results: Honours[] = [];
    const lines: Shared<Honours>["lines"][number][] = [];
    const issues: Issue[] = [];
    const won: Won = new Map();
    for (const { entry, index } of timesOf(period, entries, units, issues)) {
      const { facts, events = [] } = entry;
      const competing = rows.filter(
        ({ input }) => facts === undefined || Object.hasOwn(facts, input.person.id),
      );
      const people = competing.map((row) => competitor(personOf(row), row, entry, adjustment, won));
      const given = {
        period: entry.period,
        people,
        events: events.filter(({ person }) => hasRow(rows, person)),
      };
      const outcome = give.safe(given as HonoursInput);
      if (!outcome.ok) {
        const left = sortIssues(outcome.error.issues, competing, ["people"], problems);
        const place = index === undefined ? ["honours"] : ["honours", index];
        issues.push(...left.map((issue) => ({ ...issue, path: [...place, ...issue.path] })));
        continue;
      }
      results.push(outcome.value);
      for (const { id, lines: own, honours: added } of outcome.value.people) {
        won.set(id, [...(won.get(id) ?? []), ...added]);
        const row = competing.find(({ input }) => input.person.id === id) as ReviewedRow;
        lines.push(...own.map((line) => ({ row, line: ofTime(line, period, entry.period) })));
      }
    }
    return { results, lines, issues };
  };
}

/** In the order of their ends, shorter times first. */
function timesOf(
  period: string,
  entries: readonly Entry[],
  units: ReadonlySet<string>,
  issues: Issue[],
): readonly Time[] {
  const seen = new Set<string>();
  const times = entries.flatMap((entry, index): readonly Time[] => {
    const problem = timeProblem(period, entry.period, seen);
    seen.add(entry.period);
    if (problem === undefined) return [{ entry, index }];
    issues.push({ path: ["honours", index, "period"], params: {}, ...problem });
    return [];
  });
  const own = units.has(periodUnit(period)) && !seen.has(period);
  return [...times, ...(own ? [{ entry: { period, events: [] }, index: undefined }] : [])].sort((a, b) =>
    byEnd(a.entry.period, b.entry.period),
  );
}

function timeProblem(
  period: string,
  time: string,
  seen: ReadonlySet<string>,
): Pick<Issue, "code" | "message"> | undefined {
  if (seen.has(time)) return { code: "duplicate-id", message: `${time} is there twice` };
  if (periodContains(period, periodEnd(time))) return undefined;
  return { code: "wrong-cycle", message: `expected a time that ends within ${period}, got ${time}` };
}

function byEnd(one: string, other: string): number {
  const [a, b] = [periodEnd(one), periodEnd(other)];
  return a === b ? -comparePeriods(one, other) : a < b ? -1 : 1;
}

/** With the facts of the time, and the honours that were won before, in this review too. */
function competitor(
  person: GroupPerson,
  row: ReviewedRow,
  { facts }: Entry,
  adjustment: CheckedPolicy["adjustment"],
  won: Won,
): GroupPerson {
  const before = [...(person.honours ?? []), ...(won.get(person.id) ?? [])];
  const own = facts === undefined ? undefined : { ...statedFacts(row, adjustment), ...facts[person.id] };
  return { ...person, ...(own === undefined ? {} : { facts: own }), honours: before };
}

function hasRow(rows: readonly ReviewedRow[], person: string): boolean {
  return rows.some(({ input }) => input.person.id === person);
}

/** A line of another time has that in its id, so that a statement can have several. */
function ofTime(line: StatementLine, period: string, time: string): StatementLine {
  return period === time ? line : { ...line, id: `${line.id}.${time}` };
}
