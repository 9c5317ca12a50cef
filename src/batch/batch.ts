import type { CheckedMatrix } from "../classification/matrix.js";
import { defineFactory, type Factory } from "../kernel/calculator.js";
import type { Issue } from "../kernel/errors.js";
import { checkPolicyParts } from "../policy/check.js";
import { type CompiledPolicy, compile } from "../policy/compile.js";
import { type CheckedPolicy, type Policy, policySchema } from "../policy/policy.js";
import { checkInput } from "./check-input.js";
import { BLOCK, type NumberForm } from "./forms.js";
import type { BatchInput } from "./input.js";
import { type LeftoverCheck, leftoverChecks } from "./leftover.js";
import { setMissingAside } from "./number-kernels.js";
import { openInputs } from "./open.js";
import { compilePerson } from "./person.js";
import { type Plan, planProgram } from "./plan.js";
import { policyProgram } from "./policy-program.js";
import { emptyColumns, type PlacementColumns, writePerson } from "./results.js";
import { rowReader } from "./rows.js";
import { blockWriter } from "./write.js";

/** What is wrong with one row. */
export interface RowIssues {
  readonly row: number;
  readonly issues: readonly Issue[];
}

/** How many rows took which path. */
export interface BatchPaths {
  /** Worked out in whole numbers of 53 bits, over columns. */
  readonly columns: number;
  /** Worked out by the one-person functions. */
  readonly person: number;
  /** Without a result: each has its issues. */
  readonly failed: number;
}

/** Many people scored and placed. */
export interface Batch extends PlacementColumns {
  readonly kind: "batch";
  readonly rows: number;
  readonly paths: BatchPaths;
  /** Why no row was worked out over columns: what the policy has that only the one-person functions can do; absent where rows could be. */
  readonly notOverColumns?: { readonly because: string; readonly what: string };
  /** By row, in their order: what is wrong with those that have no result. */
  readonly issues: readonly RowIssues[];
}

/** Scores and places many people at once. */
export type BatchReviewer = (input: BatchInput) => Batch;

/**
 * Scores and places many people at once, from columns to columns, with exactly the results of `policy.score` and `policy.classify` for each of them.
 *
 * Numbers are worked out as whole numbers below 2^53, of which the compiler proves beforehand that none is ever greater; rows with a number that has more digits
 * than the others of its column, or that anything is wrong with, go to the one-person functions, which give the result or say what is wrong. One bad row harms no other.
 *
 * Errors of the input: a column that the policy has no use for (`unknown-column`), columns of different lengths (`column-length`). What is wrong with a row is among
 * `issues`, and its numbers are NaN, its labels -1.
 *
 * @example
 * ```ts
 * import { batch } from "tierwise/batch";
 *
 * const bands = [{ id: "low", from: 0 }, { id: "high", from: 80 }];
 * const review = batch({
 *   format: 1, id: "small", effectiveFrom: "2026-01-01",
 *   axes: [
 *     { id: "capability", bands, indicators: [{ id: "skill", weight: 1, measure: { kind: "points" } }] },
 *     { id: "performance", bands, indicators: [{ id: "sales", weight: 1, measure: { kind: "attainment" } }] },
 *   ],
 *   tiers: [{ id: "junior" }, { id: "senior" }], matrix: {}, adjustment: { cycle: "quarter" },
 * });
 * const { scores, cell, issues } = review({
 *   columns: {
 *     "evidence.skill": Float64Array.of(79.995, 80, 120),
 *     "evidence.sales.actual": [70, "85.5", 90],
 *     "evidence.sales.target": [100, 100, 100],
 *   },
 * });
 * Array.from(scores.performance?.units ?? []); // => [7000, 8550, NaN]
 * Array.from(cell.codes, (code) => cell.dictionary[code]); // => ["high x low", "high x high", undefined]
 * issues.map(({ row, issues }) => [row, issues[0]?.code]); // => [[2, "out-of-range"]]
 * ```
 */
export const batch: Factory<Policy, BatchReviewer> = /* @__PURE__ */ defineFactory({
  title: "batch",
  config: policySchema,
  check: checkPolicyParts,
  compile: (policy) => compileBatch(policy),
});

function compileBatch(policy: CheckedPolicy): BatchReviewer {
  const compiled = compile(policy);
  const matrix = compiled.parts.matrix as CheckedMatrix;
  return (input) => {
    const rows = checkInput(policy, compiled, input);
    return runBatch(policy, compiled, matrix, input, rows);
  };
}

function runBatch(
  policy: CheckedPolicy,
  compiled: CompiledPolicy,
  matrix: CheckedMatrix,
  input: BatchInput,
  rows: number,
): Batch {
  const decimals = new Map(
    policy.axes.map(({ id, scoreDecimals }) => [id, scoreDecimals as number] as const),
  );
  const columns = emptyColumns(matrix, decimals, rows);
  const planned = planFor(policy, compiled, matrix, input, rows);
  const issues: RowIssues[] = [];
  const { period, cohort, bands } = input;
  const review = compilePerson(policy, compiled, { period, cohort, bands });
  const personAt = rowReader(input.columns);
  let byPerson = 0;
  const reviewRow = (row: number) => {
    byPerson += 1;
    clearRow(columns, row);
    const person = review(personAt(row));
    if ("issues" in person) issues.push({ row, issues: person.issues });
    else if (!writePerson(columns, row, person.scores, person.placement))
      issues.push({ row, issues: [tooLong()] });
  };
  if ("because" in planned) for (let row = 0; row < rows; row += 1) reviewRow(row);
  else runBlocks(planned, blockWriter(planned.plan, matrix, columns), rows, reviewRow);
  return {
    kind: "batch",
    rows,
    ...columns,
    paths: { columns: rows - byPerson, person: byPerson - issues.length, failed: issues.length },
    ...("because" in planned ? { notOverColumns: planned } : {}),
    issues,
  };
}

interface Planned {
  readonly plan: Plan;
  readonly sources: readonly { from: number }[];
  readonly required: readonly string[];
  readonly checks: readonly LeftoverCheck[];
}

function planFor(
  policy: CheckedPolicy,
  { parts }: CompiledPolicy,
  matrix: CheckedMatrix,
  input: BatchInput,
  rows: number,
): Planned | { readonly because: string; readonly what: string } {
  const varied = policy.axes.find(({ variants = [] }) => variants.length > 0);
  if (varied !== undefined) return { because: "variants", what: varied.id };
  const { period, bands, columns } = input;
  const made = policyProgram(parts, matrix, { period, bands, has: (path) => Object.hasOwn(columns, path) });
  if ("because" in made) return made;
  const opened = openInputs(made, columns, rows);
  if ("because" in opened) return opened;
  const plan = planProgram(made.program, opened.forms, [...new Set([...made.outputs, ...made.required])]);
  if ("because" in plan) return { because: plan.because, what: plan.column };
  const known = new Map(policy.axes.map(({ id, bands: own }) => [id, new Set(own.map((band) => band.id))]));
  return {
    plan,
    sources: opened.sources,
    required: made.required,
    checks: leftoverChecks(columns, opened.read, known),
  };
}

function runBlocks(
  { plan, sources, required, checks }: Planned,
  write: (from: number, count: number) => void,
  rows: number,
  reviewRow: (row: number) => void,
): void {
  const scores = required
    .map((column) => plan.outputs.get(column) as NumberForm)
    .filter(({ mayMiss }) => mayMiss);
  for (let from = 0; from < rows; from += BLOCK) {
    const count = Math.min(BLOCK, rows - from);
    for (const source of sources) source.from = from;
    plan.aside.fill(0);
    for (const operate of plan.operations) operate(count);
    for (const check of checks) check(from, plan.aside, count);
    for (const { n } of scores) setMissingAside(plan.aside, n, count);
    write(from, count);
    for (let row = plan.aside.indexOf(1); row >= 0 && row < count; row = plan.aside.indexOf(1, row + 1))
      reviewRow(from + row);
  }
}

/** Takes away what the columns wrote for a row. */
function clearRow(
  { scores, bands, cell, promotionBlocked, vetoed, capTier }: PlacementColumns,
  row: number,
): void {
  for (const { units } of Object.values(scores)) units[row] = Number.NaN;
  for (const { codes } of [...Object.values(bands), cell, capTier]) codes[row] = -1;
  promotionBlocked[row] = 0;
  vetoed[row] = 0;
}

function tooLong(): Issue {
  const message =
    "a score has more digits than a column of whole numbers holds: use the one-person functions";
  return { path: [], code: "too-large", message, params: {} };
}
