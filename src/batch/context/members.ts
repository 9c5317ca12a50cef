import { isKey } from "../../kernel/fields.js";
import { show } from "../../kernel/show.js";
import type { CheckedPolicy } from "../../policy/policy.js";
import { valuesOf } from "../columns/rows.js";
import { readLabels } from "../groups/labels.js";
import { addProblems, keyIssues, type RowProblems, twinIssue } from "../groups/problems.js";
import { attributeColumn } from "./groups.js";
import type { Columns } from "./scoring.js";

/** The rows whose people are there twice or have no id that can be one, and those without a value of what people are compared within. */
export function memberIssues({ comparedWithin }: CheckedPolicy, columns: Columns, rows: number): RowProblems {
  const problems: RowProblems = new Map();
  noteIds(columns, rows, problems);
  if (comparedWithin === undefined) return problems;
  const valueAt = valuesOf(columns[attributeColumn(comparedWithin)] ?? []);
  const message = `the policy puts people together by their ${show(comparedWithin)}: say which this person has`;
  const issue = {
    path: ["attributes", comparedWithin],
    code: "missing" as const,
    message,
    params: { attribute: comparedWithin },
  };
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
  const { codes, labels } = readLabels(columns.id, rows);
  const counts = new Int32Array(labels.length);
  for (const code of codes) if (code >= 0) counts[code] = (counts[code] as number) + 1;
  const issues = labels.map((id, code) => [
    ...(isKey(id) ? [] : keyIssues("id", id)),
    ...((counts[code] as number) > 1 ? [twinIssue(String(id), counts[code] as number)] : []),
  ]);
  for (let row = 0; row < rows; row += 1) {
    const code = codes[row] as number;
    if (code >= 0) addProblems(problems, row, issues[code] ?? []);
  }
}
