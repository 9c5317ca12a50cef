import { cellsOf } from "../../classification/classifier.js";
import type { CheckedMatrix } from "../../classification/matrix.js";
import { type CompiledPolicy, compile } from "../../policy/compile.js";
import type { CheckedPolicy } from "../../policy/policy.js";
import { compileCheckInput } from "../input/check-input.js";
import type { BatchInput } from "../input/input.js";
import { type Compared, comparedOf, comparingAxes, withinOf } from "../input/own-groups.js";
import { compileParting } from "../input/variants.js";
import { emptyOutcome, type Outcome } from "../outcome/outcome.js";
import type { Batch, BatchPaths, RowIssues } from "../outcome/result.js";
import { compileRow, type OddRows } from "./one-by-one.js";
import { compilePlanner, type Planner } from "./planned.js";
import { type Done, runColumns } from "./run-columns.js";
import { runVariants } from "./run-variants.js";

/** Compiles a policy to what checks an input and works it out. */
export function compileBatch(policy: CheckedPolicy): (input: BatchInput, odd?: OddRows) => Batch {
  const compiled = compile(policy);
  const run = compileRun(policy, compiled);
  const checkInput = compileCheckInput(policy, compiled);
  return (input, odd) => run(input, checkInput(input), odd);
}

/** Compiles how a policy runs over columns that have been checked: the rows that it can over columns, all others one by one. */
export function compileRun(
  policy: CheckedPolicy,
  compiled: CompiledPolicy,
): (input: BatchInput, rows: number, odd?: OddRows) => Batch {
  const matrix = compiled.parts.matrix as CheckedMatrix;
  const cells = cellsOf(matrix);
  const runOver = compileColumns(policy, compiled, matrix);
  return (input, rows, odd = {}) => {
    const outcome = emptyOutcome(policy, matrix, input, rows);
    const { exact, left, without, comparedAt } = runOver(input, rows, outcome, odd);
    const review = compileRow(policy, compiled, input, outcome, odd, comparedAt);
    const issues = left.flatMap((row): readonly RowIssues[] => {
      const wrong = review(row);
      return wrong === undefined ? [] : [{ row, issues: wrong }];
    });
    const byPerson = { person: left.length - issues.length, failed: issues.length };
    const paths = { columns: rows - exact - left.length, exact, ...byPerson };
    return {
      ...batchOf(outcome, rows, paths, issues, cells),
      ...(without === undefined ? {} : { notOverColumns: without }),
    };
  };
}

/** What columns came to, and what each row is compared with. */
interface ComparedDone extends Done {
  readonly comparedAt: (row: number) => Compared;
}

/** Works out over columns what can be: all rows with one planner, or those of each variant with its own. */
function compileColumns(
  policy: CheckedPolicy,
  compiled: CompiledPolicy,
  matrix: CheckedMatrix,
): (input: BatchInput, rows: number, outcome: Outcome, odd: OddRows) => ComparedDone {
  const part = compileParting(policy, compiled.parts);
  const comparing = comparingAxes(policy, compiled.parts);
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
    const { groups: _groups, ...ungrouped } = input;
    const compared = comparedOf(input, comparing);
    const parted = part(input.columns, rows, withinOf(policy, input.groups));
    if (parted === undefined) {
      const own = compared(undefined);
      const job = { ...shared, planner: plannerFor("", compiled.parts.axes) };
      return {
        ...runColumns(job, { ...ungrouped, ...own }, rows, outcome, odd),
        comparedAt: () => own,
      };
    }
    const groups = parted.map((one) => ({
      job: { ...shared, planner: plannerFor(one.key, one.axes) },
      key: one.key,
      rows: one.rows,
      compared: compared(one),
    }));
    return {
      ...runVariants(groups, ungrouped, rows, outcome, odd),
      comparedAt: comparedAtRow(groups, rows),
    };
  };
}

/** What each row is compared with. */
function comparedAtRow(
  groups: readonly { readonly rows: Int32Array; readonly compared: Compared }[],
  rows: number,
): (row: number) => Compared {
  const groupOf = new Int32Array(rows);
  for (const [place, group] of groups.entries()) for (const row of group.rows) groupOf[row] = place;
  return (row) => groups[groupOf[row] as number]?.compared ?? {};
}

function batchOf(
  { placement, pay }: Outcome,
  rows: number,
  paths: BatchPaths,
  issues: readonly RowIssues[],
  cells: Batch["cells"],
): Batch {
  return { kind: "batch", rows, ...placement, cells, ...(pay === undefined ? {} : { pay }), paths, issues };
}
