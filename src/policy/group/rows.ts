import { compareIds } from "../../kernel/apportion.js";
import type { Issue } from "../../kernel/errors.js";
import { createReport } from "../../kernel/report.js";
import { type Checked, parseShape } from "../../kernel/schema.js";
import { show } from "../../kernel/show.js";
import type { CheckedPolicy } from "../policy.js";
import { attributesOf } from "../review.js";
import type { ReviewInput, reviewInput } from "../review-input.js";
import { type GroupMember, groupMember } from "./input.js";

/** One of the people: the row of the input that it is from, and the input of the own review as far as it is known. */
export interface Row {
  readonly index: number;
  readonly input: ReviewInput;
  /** The same after the check, with defaults filled in. */
  readonly known: Checked<typeof reviewInput>;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The problems of rows, by their numbers. */
export type Problems = Map<number, readonly Issue[]>;

/** Notes problems of a row, with its number before their paths. */
export function reject(problems: Problems, index: number, issues: readonly Issue[]): void {
  if (issues.length === 0) return;
  const here = issues.map((issue) => ({ ...issue, path: ["people", index, ...issue.path] }));
  problems.set(index, [...(problems.get(index) ?? []), ...here]);
}

/** Notes the problems that a calculator has with a list of rows; one that is of no single row is a problem of each. */
export function rejectAmong(problems: Problems, rows: readonly Row[], issues: readonly Issue[]): void {
  for (const issue of issues) {
    const [, place, ...path] = issue.path;
    const row = typeof place === "number" ? rows[place] : undefined;
    if (row === undefined) for (const { index } of rows) reject(problems, index, [{ ...issue, path: [] }]);
    else reject(problems, row.index, [{ ...issue, path: inMember(path) }]);
  }
}

/** A number that people are ranked by, and that is not there, is a fact. */
function inMember(path: Issue["path"]): Issue["path"] {
  return path[0] === "keys" ? ["facts", ...path.slice(1)] : path;
}

/** The ids of all rows that have one, sound or not. */
export function namedIn(people: readonly unknown[]): ReadonlySet<string> {
  return new Set(
    people.flatMap((given) => {
      const id = (given as Partial<GroupMember> | null)?.person?.id;
      return typeof id === "string" ? [id] : [];
    }),
  );
}

/** Reads the rows, each alone; a person who is there twice is in neither. */
export function readRows(
  people: readonly unknown[],
  period: string,
  policy: CheckedPolicy,
  problems: Problems,
): readonly Row[] {
  const rows = people.flatMap((given, index): readonly Row[] => {
    const report = createReport("invalid-input", "reviewGroup");
    const member = parseShape(groupMember(), given, report);
    const input = { ...(given as GroupMember), period };
    const attributes = member === undefined ? {} : attributesOf(input, report);
    if (member !== undefined) checkGroups(policy, attributes, report);
    reject(problems, index, report.issues());
    return member === undefined ? [] : [{ index, input, known: { ...member, period }, attributes }];
  });
  const byId = grouped(rows, ({ input }) => input.person.id);
  for (const [id, same] of byId) {
    if (same.length === 1) continue;
    const message = `${show(id)} is there ${same.length} times: expected each person once`;
    for (const { index } of same)
      reject(problems, index, [{ path: ["person", "id"], code: "duplicate-id", message, params: { id } }]);
  }
  return rows.filter(({ index }) => !problems.has(index));
}

function checkGroups(
  { comparedWithin, places }: CheckedPolicy,
  attributes: Row["attributes"],
  report: ReturnType<typeof createReport>,
): void {
  for (const name of new Set([comparedWithin, places?.within])) {
    if (name === undefined || Object.hasOwn(attributes, name)) continue;
    const message = `the policy puts people together by their ${show(name)}: say which this person has`;
    report.add(["attributes", name], "missing", message, { attribute: name });
  }
}

/** The rows with the same value of an attribute, by the values; all rows where there is no attribute. */
export function groupedBy<R extends Pick<Row, "attributes">>(
  rows: readonly R[],
  attribute: string | undefined,
): readonly (readonly [string | undefined, readonly R[]])[] {
  if (attribute === undefined) return rows.length === 0 ? [] : [[undefined, rows]];
  const groups = grouped(rows, ({ attributes }) => attributes[attribute] as string);
  return [...groups].sort(([a], [b]) => compareIds(a, b));
}

function grouped<T>(items: readonly T[], nameOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = nameOf(item);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [item]);
    else group.push(item);
  }
  return groups;
}
