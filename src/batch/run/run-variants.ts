import { gather } from "../columns/gather.js";
import type { BatchInput } from "../input/input.js";
import type { Compared } from "../input/own-groups.js";
import { copyRows, type Outcome } from "../outcome/outcome.js";
import { firstReason, type NotOverColumns } from "../outcome/result.js";
import type { OddRows } from "./one-by-one.js";
import { CHUNK } from "./rest.js";
import { type Done, type Job, oddRowsOf, runColumns } from "./run-columns.js";

/** Rows that are worked out in the same way. */
interface Group {
  readonly job: Job;
  readonly rows: readonly number[];
  readonly compared: Compared;
}

/** Works out the rows of each variant for themselves: gathered, so many at a time, and put back where they were. */
export function runVariants(
  groups: readonly Group[],
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
  for (const { job, rows: all, compared } of groups) {
    const own = oddRows.size === 0 ? all : all.filter((row) => !oddRows.has(row));
    for (let from = 0; from < own.length; from += CHUNK) {
      const chunk = own.slice(from, from + CHUNK);
      const part = { ...input, ...compared, columns: gather(input.columns, chunk) };
      const found = job.empty(chunk.length);
      const done = runColumns(job, part, chunk.length, found, {});
      copyRows(found, outcome, chunk);
      exact += done.exact;
      without = firstReason(without, done.without);
      for (const at of done.left) left.push(chunk[at] as number);
    }
  }
  left.sort((a, b) => a - b);
  return { exact, left, ...(without === undefined ? {} : { without }) };
}
