import { gather } from "../columns/gather.js";
import { copyRows, type Outcome } from "../outcome/outcome.js";
import type { NotOverColumns } from "../outcome/result.js";
import type { WriteBlock } from "../plan/write.js";
import { runBlocks } from "./blocks.js";
import type { GroupedInput, Planned } from "./planned.js";

/** So many rows are gathered at a time, so that they take little memory. */
export const CHUNK = 32_768;

/** How rows that were set aside are worked out again. */
export interface RestPlan {
  planRest(input: GroupedInput, rows: number): Planned | NotOverColumns;
  empty(rows: number): Outcome;
  writersOf(planned: Planned, outcome: Outcome): readonly WriteBlock[];
}

/** Works out rows that were set aside, now with numbers of any size; gives those that are set aside again. */
export function runRest(
  { planRest, empty, writersOf }: RestPlan,
  input: GroupedInput,
  rows: readonly number[],
  outcome: Outcome,
): readonly number[] {
  const left: number[] = [];
  for (let from = 0; from < rows.length; from += CHUNK) {
    const chunk = rows.slice(from, from + CHUNK);
    const part = { ...input, columns: gather(input.columns, chunk) };
    const planned = planRest(part, chunk.length);
    if ("because" in planned) {
      left.push(...chunk);
      continue;
    }
    const found = empty(chunk.length);
    const aside = runBlocks(planned, writersOf(planned, found), chunk.length);
    copyRows(found, outcome, chunk);
    for (const at of aside) left.push(chunk[at] as number);
  }
  return left;
}
