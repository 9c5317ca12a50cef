import { isKey } from "../../kernel/fields.js";
import type { CheckedPolicy } from "../../policy/policy.js";
import { attributeColumn } from "../columns/names.js";
import { valuesOf } from "../columns/rows.js";
import { allRows } from "../columns/rows-where.js";
import { addProblems, keyIssues, type RowProblems, twinIssue } from "../groups/problems.js";
import { twinsAmong } from "../groups/twins.js";
import { groupless } from "../input/group-issues.js";
import type { Columns } from "./scoring.js";

/** The rows whose people are there twice or have no id that can be one, and those without a value of what people are compared within. */
export function memberIssues({ comparedWithin }: CheckedPolicy, columns: Columns, rows: number): RowProblems {
  const problems: RowProblems = new Map();
  noteIds(columns, rows, problems);
  if (comparedWithin === undefined) return problems;
  const valueAt = valuesOf(columns[attributeColumn(comparedWithin)] ?? []);
  const issue = groupless(comparedWithin);
  const unsound = (value: unknown) =>
    keyIssues(comparedWithin, value).map((own) => ({ ...own, path: issue.path }));
  for (let row = 0; row < rows; row += 1) {
    const value = valueAt(row);
    if (isKey(value)) continue;
    addProblems(problems, row, value === undefined || value === null ? [issue] : unsound(value));
  }
  return problems;
}

function noteIds(columns: Columns, rows: number, problems: RowProblems): void {
  if (columns.id === undefined) return;
  const idAt = valuesOf(columns.id);
  const twins = twinsAmong(allRows(rows), idAt);
  for (let row = 0; row < rows; row += 1) {
    const id = idAt(row);
    const count = twins.size === 0 ? undefined : twins.get(id);
    if (id === undefined || id === null || (isKey(id) && count === undefined)) continue;
    addProblems(problems, row, isKey(id) ? [] : keyIssues("id", id));
    addProblems(problems, row, count === undefined ? [] : [twinIssue(String(id), count)]);
  }
}
