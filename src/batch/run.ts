import type { CheckedMatrix } from "../classification/matrix.js";
import type { Issue } from "../kernel/errors.js";
import type { CompiledPolicy } from "../policy/compile.js";
import type { CheckedPolicy } from "../policy/policy.js";
import { BLOCK, type NumberForm } from "./forms.js";
import type { BatchInput } from "./input.js";
import type { LeftoverCheck } from "./leftover.js";
import { setMissingAside } from "./number-kernels.js";
import { clearPay, emptyPay, type PayColumns, writeStatement } from "./pay/columns.js";
import { compilePayPerson } from "./pay/person.js";
import { payWriter } from "./pay/write.js";
import { compilePerson } from "./person.js";
import { compilePlanner, type NotPlanned, type Planned } from "./planned.js";
import type { Batch, RowIssues } from "./result.js";
import { clearRow, emptyColumns, type PlacementColumns, writePerson } from "./results.js";
import { type PersonInput, rowReader } from "./rows.js";
import { blockWriter, type WriteBlock } from "./write.js";

/** Rows that do not come from columns alone. */
export interface OddRows {
  /** A row as the one-person functions take it, where that is not what the columns say. */
  readonly personAt?: (row: number) => PersonInput;
  /** Rows without a result, and what is wrong with them. */
  readonly refused?: ReadonlyMap<number, readonly Issue[]>;
  /** Rows that the columns do not say whole. */
  readonly aside?: ReadonlySet<number>;
}

/** Compiles how a policy runs over columns that have been checked: the rows that it can over columns, all others one by one. */
export function compileRun(
  policy: CheckedPolicy,
  compiled: CompiledPolicy,
): (input: BatchInput, rows: number, odd?: OddRows) => Batch {
  const matrix = compiled.parts.matrix as CheckedMatrix;
  const plan = compilePlanner(policy, compiled, matrix);
  return (input, rows, odd) =>
    runBatch({ policy, compiled, matrix, planned: plan(input, rows) }, input, rows, odd);
}

/** A policy, and how the columns of an input are worked out. */
interface Job {
  readonly policy: CheckedPolicy;
  readonly compiled: CompiledPolicy;
  readonly matrix: CheckedMatrix;
  readonly planned: Planned | NotPlanned;
}

function runBatch(
  { policy, compiled, matrix, planned }: Job,
  input: BatchInput,
  rows: number,
  odd: OddRows = {},
): Batch {
  const columns = emptyColumns(matrix, policy.axes, rows);
  const pay = input.pay === true ? emptyPay(policy, input.period ?? "", rows) : undefined;
  const issues: RowIssues[] = [];
  const reviewRow = compileRow(policy, compiled, input, { columns, pay }, odd);
  let byPerson = 0;
  const review = (row: number) => {
    byPerson += 1;
    const wrong = reviewRow(row);
    if (wrong !== undefined) issues.push({ row, issues: wrong });
  };
  if ("because" in planned) for (let row = 0; row < rows; row += 1) review(row);
  else {
    const writers = [blockWriter(planned.plan, matrix, columns)];
    if (pay !== undefined) writers.push(payWriter(planned.plan, planned.lines, pay));
    const checks = [...planned.checks, oddCheck(odd)];
    runBlocks({ ...planned, checks }, writers, rows, review);
  }
  return {
    kind: "batch",
    rows,
    ...columns,
    ...(pay === undefined ? {} : { pay }),
    paths: { columns: rows - byPerson, person: byPerson - issues.length, failed: issues.length },
    ...("because" in planned ? { notOverColumns: planned } : {}),
    issues,
  };
}

/** What the one-person functions find for a row is written in place of what columns wrote; what is wrong with it comes back. */
function compileRow(
  policy: CheckedPolicy,
  compiled: CompiledPolicy,
  input: BatchInput,
  { columns, pay }: { readonly columns: PlacementColumns; readonly pay: PayColumns | undefined },
  { personAt = rowReader(input.columns), refused }: OddRows,
): (row: number) => readonly Issue[] | undefined {
  let review: ReturnType<typeof compilePerson> | undefined;
  return (row) => {
    clearRow(columns, row);
    if (pay !== undefined) clearPay(pay, row);
    const wrong = refused?.get(row);
    if (wrong !== undefined) return wrong;
    review ??= compileReview(policy, compiled, input);
    const person = review(personAt(row));
    if ("issues" in person) return person.issues;
    const { scores, placement, statement } = person;
    const isWritten =
      writePerson(columns, row, scores, placement) &&
      (pay === undefined || statement === undefined || writeStatement(pay, row, statement));
    if (isWritten) return undefined;
    clearRow(columns, row);
    return [tooLong()];
  };
}

/** What one row takes is compiled where one asks for it; in most files few do. */
function compileReview(
  policy: CheckedPolicy,
  compiled: CompiledPolicy,
  { period, cohort, bands, pay }: BatchInput,
): ReturnType<typeof compilePerson> {
  const paid = pay === true ? compilePayPerson(policy, compiled, period ?? "") : undefined;
  return compilePerson(policy, compiled, { period, cohort, bands }, paid);
}

/** Sets aside the rows that columns do not say. */
function oddCheck({ refused, aside }: OddRows): LeftoverCheck {
  const rows = Int32Array.from([...(refused?.keys() ?? []), ...(aside ?? [])]).sort();
  let next = 0;
  return (from, set, count) => {
    for (; next < rows.length && (rows[next] as number) < from + count; next += 1)
      set[(rows[next] as number) - from] = 1;
  };
}

function runBlocks(
  { plan, sources, required, checks }: Planned,
  writers: readonly WriteBlock[],
  rows: number,
  reviewRow: (row: number) => void,
): void {
  const needed = required
    .map((column) => plan.outputs.get(column) as NumberForm)
    .filter(({ mayMiss }) => mayMiss);
  for (let from = 0; from < rows; from += BLOCK) {
    const count = Math.min(BLOCK, rows - from);
    for (const source of sources) source.from = from;
    plan.aside.fill(0);
    for (const operate of plan.operations) operate(count);
    for (const check of checks) check(from, plan.aside, count);
    for (const { n } of needed) setMissingAside(plan.aside, n, count);
    for (const write of writers) write(from, count);
    for (let row = plan.aside.indexOf(1); row >= 0 && row < count; row = plan.aside.indexOf(1, row + 1))
      reviewRow(from + row);
  }
}

function tooLong(): Issue {
  const message =
    "a number has more digits than a column of whole numbers holds: use the one-person functions";
  return { path: [], code: "too-large", message, params: {} };
}
