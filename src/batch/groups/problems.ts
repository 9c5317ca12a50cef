import type { Issue } from "../../kernel/errors.js";
import { key } from "../../kernel/fields.js";
import { createReport, type Report } from "../../kernel/report.js";
import { lazySchema, parseShape } from "../../kernel/schema.js";
import { show } from "../../kernel/show.js";
import type { RowIssues } from "../outcome/result.js";

/** What is wrong with rows, by their numbers. */
export type RowProblems = Map<number, readonly Issue[]>;

/** What is wrong with a group, so that its rows have no result. */
export interface GroupIssues {
  readonly group?: string;
  readonly issues: readonly Issue[];
}

/** How many rows took which path. */
export interface GroupPaths {
  /** Their group was worked out in whole numbers of 53 bits. */
  readonly columns: number;
  /** Their group was worked out by the function of one group, in exact fractions. */
  readonly exact: number;
  /** Without a result: each, or its group, has its issues. */
  readonly failed: number;
}

export function addProblems(problems: RowProblems, row: number, issues: readonly Issue[]): void {
  if (issues.length > 0) problems.set(row, [...(problems.get(row) ?? []), ...issues]);
}

/** In the order of the rows. */
export function rowIssues(problems: RowProblems): readonly RowIssues[] {
  return [...problems].sort(([a], [b]) => a - b).map(([row, issues]) => ({ row, issues }));
}

/** What `work` notes, as issues. */
export function issuesOf(work: (report: Report) => void): readonly Issue[] {
  const report = createReport("invalid-input", "batch");
  work(report);
  return report.issues();
}

const keySchema = /* @__PURE__ */ lazySchema(() => key());

/** What is wrong with a value that is no key, such as an id or the name of a group. */
export function keyIssues(field: string, value: unknown): readonly Issue[] {
  const issues = issuesOf((report) => parseShape(keySchema(), value ?? undefined, report));
  return issues.map((issue) => ({ ...issue, path: [field] }));
}

export function twinIssue(id: string, count: number): Issue {
  const message = `${show(id)} is there ${count} times: expected each once`;
  return { path: ["id"], code: "duplicate-id", message, params: { id } };
}

/** A part that has more units than a floating-point number holds exactly. */
export function tooLarge(): Issue {
  const message = "more units than a column of whole numbers holds: use the function of one group";
  return { path: [], code: "too-large", message, params: {} };
}

/** Counts rows by the path of their group; all others failed. */
export function pathsOf(
  groups: readonly { readonly path: "columns" | "exact"; readonly rows: number }[],
  rows: number,
): GroupPaths {
  const count = (path: "columns" | "exact") =>
    groups.reduce((all, group) => all + (group.path === path ? group.rows : 0), 0);
  const [columns, exact] = [count("columns"), count("exact")];
  return { columns, exact, failed: rows - columns - exact };
}
