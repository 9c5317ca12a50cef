import type { CheckedMatrix } from "../classification/matrix.js";
import type { CompiledPolicy } from "../policy/compile.js";
import type { CheckedPolicy } from "../policy/policy.js";
import { runBlocks } from "./blocks.js";
import type { BatchInput } from "./input.js";
import { compileRow, type OddRows } from "./one-by-one.js";
import { emptyOutcome, type Outcome } from "./outcome.js";
import { payWriter } from "./pay/write.js";
import { compilePlanner, type Planned, type Planner } from "./planned.js";
import { runRest } from "./rest.js";
import type { Batch, BatchPaths, RowIssues } from "./result.js";
import { blockWriter, type WriteBlock } from "./write.js";

/** Compiles how a policy runs over columns that have been checked: the rows that it can over columns, all others one by one. */
export function compileRun(
  policy: CheckedPolicy,
  compiled: CompiledPolicy,
): (input: BatchInput, rows: number, odd?: OddRows) => Batch {
  const matrix = compiled.parts.matrix as CheckedMatrix;
  const planner = compilePlanner(policy, compiled, matrix);
  return (input, rows, odd = {}) => {
    const job = { planner, empty: (count: number) => emptyOutcome(policy, matrix, input, count), matrix };
    const outcome = job.empty(rows);
    const planned = planner.plan(input, rows);
    const { exact, left } =
      "because" in planned
        ? { exact: 0, left: Array.from({ length: rows }, (_, row) => row) }
        : runColumns(job, planned, input, rows, outcome, odd);
    const review = compileRow(policy, compiled, input, outcome, odd);
    const issues = left.flatMap((row): readonly RowIssues[] => {
      const wrong = review(row);
      return wrong === undefined ? [] : [{ row, issues: wrong }];
    });
    const byPerson = { person: left.length - issues.length, failed: issues.length };
    const paths = { columns: rows - exact - left.length, exact, ...byPerson };
    return {
      ...batchOf(outcome, rows, paths, issues),
      ...("because" in planned ? { notOverColumns: planned } : {}),
    };
  };
}

function batchOf(
  { placement, pay }: Outcome,
  rows: number,
  paths: BatchPaths,
  issues: readonly RowIssues[],
): Batch {
  return { kind: "batch", rows, ...placement, ...(pay === undefined ? {} : { pay }), paths, issues };
}

/** A policy, and how its columns are planned and filled. */
interface Job {
  readonly planner: Planner;
  readonly matrix: CheckedMatrix;
  empty(rows: number): Outcome;
}

/** Works out what columns can, and then again what was set aside; gives the rows that are left, and how many were not worked out in whole numbers of 53 bits alone. */
function runColumns(
  { planner, matrix, empty }: Job,
  planned: Planned,
  input: BatchInput,
  rows: number,
  outcome: Outcome,
  { refused, aside }: OddRows,
): { readonly exact: number; readonly left: readonly number[] } {
  const writersOf = ({ plan, lines }: Planned, { placement, pay }: Outcome): readonly WriteBlock[] => [
    blockWriter(plan, matrix, placement),
    ...(pay === undefined ? [] : [payWriter(plan, lines, pay)]),
  ];
  const isOdd = (row: number) => refused?.has(row) === true || aside?.has(row) === true;
  const oddRows = [...(refused?.keys() ?? []), ...(aside ?? [])];
  const first = runBlocks(planned, writersOf(planned, outcome), rows);
  const again = oddRows.length === 0 ? first : first.filter((row) => !isOdd(row));
  const rest = runRest({ planRest: planner.planRest, empty, writersOf }, input, again, outcome);
  const left = [...new Set([...rest, ...oddRows])].sort((a, b) => a - b);
  const over = planned.plan.isWhole ? 0 : rows - new Set([...first, ...oddRows]).size;
  return { exact: over + again.length - rest.length, left };
}
