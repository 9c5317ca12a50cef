import { compareIds } from "../../kernel/apportion.js";
import { isKey } from "../../kernel/fields.js";
import type { InputColumn } from "../columns/columns.js";
import { valuesOf } from "../columns/rows.js";
import { allRows, rowsWhere } from "../columns/rows-where.js";
import type { RowOrder } from "./first-rows.js";
import type { Columns } from "./input.js";
import { readLabels } from "./labels.js";
import { addProblems, keyIssues, type RowProblems, twinIssue } from "./problems.js";
import { type GroupRows, rowsByGroup } from "./rows-by-group.js";
import { twinsAmong } from "./twins.js";

/** Rows by group, without those whose id or group is none. */
export interface Members {
  readonly idAt: (row: number) => string;
  /** By id, by code point. */
  readonly order: RowOrder;
  readonly groups: readonly GroupRows[];
}

/** Finds the rows of each group; groups are the labels of the column `by`, or all rows are one where there is none. An id that a group has twice is a problem of both rows. */
export function readMembers(
  columns: Columns,
  rows: number,
  by: string,
  named: readonly (string | undefined)[],
  problems: RowProblems,
): Members {
  const idAt = idsOf(columns.id);
  const groups = groupsBy(columns[by], by, rows, named, idAt, problems);
  const known = idAt as (row: number) => string;
  return {
    idAt: known,
    order: (a, b) => compareIds(known(a), known(b)),
    groups: groups.map((group) => withoutTwins(group, known, problems)),
  };
}

function groupsBy(
  column: InputColumn | undefined,
  by: string,
  rows: number,
  named: readonly (string | undefined)[],
  idAt: (row: number) => unknown,
  problems: RowProblems,
): readonly GroupRows[] {
  const { codes, labels } = column === undefined ? oneGroup(rows) : readLabels(column, rows);
  const isName = labels.map((label) => column === undefined || isKey(label));
  for (let row = 0; row < rows; row += 1) {
    const [id, code] = [idAt(row), codes[row] as number];
    if (isKey(id) && code >= 0 && isName[code]) continue;
    if (!isKey(id)) addProblems(problems, row, keyIssues("id", id));
    if (column !== undefined && !(code >= 0 && isName[code]))
      addProblems(problems, row, keyIssues(by, labels[code]));
    codes[row] = -1;
  }
  if (column === undefined) return [{ rows: rowsWhere(allRows(rows), (row) => codes[row] === 0) }];
  const names = named.filter((name) => name !== undefined);
  return rowsByGroup(codes, labels, names);
}

function oneGroup(rows: number) {
  return { codes: new Int32Array(rows), labels: [undefined] };
}

function idsOf(column: InputColumn | undefined): (row: number) => unknown {
  return column === undefined ? () => undefined : valuesOf(column);
}

/** A group without the rows of ids that it has twice. */
function withoutTwins(group: GroupRows, idAt: (row: number) => string, problems: RowProblems): GroupRows {
  const rows = soleRows(group.rows, idAt, problems);
  return rows.length === group.rows.length ? group : { ...group, rows };
}

/** Those rows whose id no other has; the others are a problem. */
export function soleRows(rows: Int32Array, idAt: (row: number) => string, problems: RowProblems): Int32Array {
  const twins = twinsAmong(rows, idAt);
  if (twins.size === 0) return rows;
  return rowsWhere(rows, (row) => {
    const count = twins.get(idAt(row));
    if (count !== undefined) addProblems(problems, row, [twinIssue(idAt(row), count)]);
    return count === undefined;
  });
}
