import { gather } from "../columns/gather.js";
import { joinedRows, rowsWhere } from "../columns/rows-where.js";
import type { BatchInput } from "../input/input.js";
import { copyRows, type Outcome } from "../outcome/outcome.js";
import { firstReason, type NotOverColumns } from "../outcome/result.js";
import { groupColumns } from "./group-columns.js";
import type { OddRows } from "./one-by-one.js";
import type { GroupedInput } from "./planned.js";
import { type AtOnce, type RowsOfGroup, rowsAtOnce } from "./rows-at-once.js";
import { type Done, oddRowsOf, runColumns } from "./run-columns.js";

/** Works out the rows of each variant for themselves, and groups of few rows together: gathered, so many at a time, and put back where they were. */
export function runVariants(
  groups: readonly RowsOfGroup[],
  input: BatchInput,
  rows: number,
  outcome: Outcome,
  odd: OddRows,
): Done {
  const [only] = groups;
  if (only?.rows.length === rows)
    return runColumns(only.job, { ...input, ...only.compared }, rows, outcome, odd);
  const oddRows = new Set(oddRowsOf(odd));
  const left: number[] = [...oddRows];
  let exact = 0;
  let without: NotOverColumns | undefined;
  for (const atOnce of rowsAtOnce(withoutRows(groups, oddRows))) {
    const [{ job }] = atOnce as readonly [RowsOfGroup];
    const chunk = joinedRows(atOnce);
    const found = job.empty(chunk.length);
    const done = runColumns(job, inputOf(atOnce, chunk, input), chunk.length, found, {});
    copyRows(found, outcome, chunk);
    exact += done.exact;
    without = firstReason(without, done.without);
    for (const at of done.left) left.push(chunk[at] as number);
  }
  left.sort((a, b) => a - b);
  return { exact, left, ...(without === undefined ? {} : { without }) };
}

function withoutRows(groups: readonly RowsOfGroup[], odd: ReadonlySet<number>): readonly RowsOfGroup[] {
  if (odd.size === 0) return groups;
  return groups.map((group) => ({ ...group, rows: rowsWhere(group.rows, (row) => !odd.has(row)) }));
}

function inputOf(groups: AtOnce, rows: Int32Array, input: BatchInput): GroupedInput {
  const columns = gather(input.columns, rows);
  const [only] = groups;
  if (groups.length === 1) return { ...input, ...only?.compared, columns };
  const places = new Int32Array(rows.length);
  let from = 0;
  for (const [place, { rows: own }] of groups.entries()) {
    places.fill(place, from, from + own.length);
    from += own.length;
  }
  const together = groups.map(({ compared }) => compared);
  return { ...input, together, columns: { ...columns, ...groupColumns(places, together, columns) } };
}
