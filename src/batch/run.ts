import type { CheckedMatrix } from "../classification/matrix.js";
import type { CompiledPolicy } from "../policy/compile.js";
import type { CheckedPolicy } from "../policy/policy.js";
import type { BatchInput } from "./input.js";
import { compileRow, type OddRows } from "./one-by-one.js";
import { emptyOutcome, type Outcome } from "./outcome.js";
import { compilePlanner, type Planner } from "./planned.js";
import type { Batch, BatchPaths, RowIssues } from "./result.js";
import { type Done, runColumns } from "./run-columns.js";
import { runVariants } from "./run-variants.js";
import { compileParting } from "./variants.js";

/** Compiles how a policy runs over columns that have been checked: the rows that it can over columns, all others one by one. */
export function compileRun(
  policy: CheckedPolicy,
  compiled: CompiledPolicy,
): (input: BatchInput, rows: number, odd?: OddRows) => Batch {
  const matrix = compiled.parts.matrix as CheckedMatrix;
  const runOver = compileColumns(policy, compiled, matrix);
  return (input, rows, odd = {}) => {
    const outcome = emptyOutcome(policy, matrix, input, rows);
    const { exact, left, without } = runOver(input, rows, outcome, odd);
    const review = compileRow(policy, compiled, input, outcome, odd);
    const issues = left.flatMap((row): readonly RowIssues[] => {
      const wrong = review(row);
      return wrong === undefined ? [] : [{ row, issues: wrong }];
    });
    const byPerson = { person: left.length - issues.length, failed: issues.length };
    const paths = { columns: rows - exact - left.length, exact, ...byPerson };
    return {
      ...batchOf(outcome, rows, paths, issues),
      ...(without === undefined ? {} : { notOverColumns: without }),
    };
  };
}

/** Works out over columns what can be: all rows with one planner, or those of each variant with its own. */
function compileColumns(
  policy: CheckedPolicy,
  compiled: CompiledPolicy,
  matrix: CheckedMatrix,
): (input: BatchInput, rows: number, outcome: Outcome, odd: OddRows) => Done {
  const parted = compileParting(policy, compiled.parts);
  const plannerOf = (axes: CompiledPolicy["parts"]["axes"]) =>
    compilePlanner(policy, { ...compiled.parts, axes }, matrix);
  const planners = new Map<string, Planner>();
  const plannerFor = (key: string, axes: CompiledPolicy["parts"]["axes"]) => {
    const planner = planners.get(key) ?? plannerOf(axes);
    planners.set(key, planner);
    return planner;
  };
  return (input, rows, outcome, odd) => {
    const shared = { matrix, empty: (count: number) => emptyOutcome(policy, matrix, input, count) };
    if (parted === undefined)
      return runColumns(
        { ...shared, planner: plannerFor("", compiled.parts.axes) },
        input,
        rows,
        outcome,
        odd,
      );
    const groups = parted(input.columns, rows).map(({ key, axes, rows: own }) => ({
      job: { ...shared, planner: plannerFor(key, axes) },
      rows: own,
    }));
    return runVariants(groups, input, rows, outcome, odd);
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
