import type { CheckedMatrix } from "../../classification/matrix.js";
import type { Outcome } from "../outcome/outcome.js";
import type { NotOverColumns } from "../outcome/result.js";
import { payWriters } from "../pay/write.js";
import { blockWriters, type WriteBlock } from "../plan/write.js";
import { runBlocks } from "./blocks.js";
import type { OddRows } from "./one-by-one.js";
import type { GroupedInput, Planned, Planner } from "./planned.js";
import { runRest } from "./rest.js";

/** How columns are planned and filled. */
export interface Job {
  readonly planner: Planner;
  readonly matrix: CheckedMatrix;
  empty(rows: number): Outcome;
}

/** What columns came to. */
export interface Done {
  /** How many rows were not worked out in whole numbers of 53 bits alone. */
  readonly exact: number;
  /** The rows that were not worked out, in their order. */
  readonly left: readonly number[];
  /** Why rows could not be. */
  readonly without?: NotOverColumns;
}

/** Works out what columns can, and then again what was set aside. */
export function runColumns(
  { planner, matrix, empty }: Job,
  input: GroupedInput,
  rows: number,
  outcome: Outcome,
  odd: OddRows,
): Done {
  const planned = planner.plan(input, rows);
  if ("because" in planned)
    return { exact: 0, left: Array.from({ length: rows }, (_, row) => row), without: planned };
  const writersOf = ({ plan, lines }: Planned, { placement, pay }: Outcome): readonly WriteBlock[] => [
    ...blockWriters(plan, matrix, placement),
    ...(pay === undefined ? [] : payWriters(plan, lines, pay)),
  ];
  const oddRows = new Set(oddRowsOf(odd));
  const first = runBlocks(planned, writersOf(planned, outcome), rows);
  const again = oddRows.size === 0 ? first : first.filter((row) => !oddRows.has(row));
  const rest = runRest({ planRest: planner.planRest, empty, writersOf }, input, again, outcome);
  const left = [...rest, ...oddRows].sort((a, b) => a - b);
  const over = planned.plan.isWhole ? 0 : rows - again.length - oddRows.size;
  return { exact: over + again.length - rest.length, left };
}

/** Rows that columns do not say whole. */
export function oddRowsOf({ refused, aside }: OddRows): readonly number[] {
  return [...(refused?.keys() ?? []), ...(aside ?? [])];
}
