import type { CheckedMatrix } from "../../classification/matrix.js";
import { type Calculator, type CalculatorFactory, defineFactory, withSafe } from "../../kernel/calculator.js";
import { checkPolicyParts } from "../../policy/check.js";
import { type CompiledPolicy, compile } from "../../policy/compile.js";
import { type CheckedPolicy, type Policy, policySchema } from "../../policy/policy.js";
import { allRows, rowsWhere } from "../columns/rows-where.js";
import { addProblems, type RowProblems, rowIssues } from "../groups/problems.js";
import { compileCheckInput } from "../input/check-input.js";
import type { BatchInput } from "../input/input.js";
import type { RowIssues } from "../outcome/result.js";
import { relativeAxes, withBands } from "./bands.js";
import { comparesAll, compileGroups, contextOf, type Group, type NoteRow } from "./groups.js";
import { memberIssues } from "./members.js";
import { scoredAxes, scoringColumns, scoringOf } from "./scoring.js";
import { compileTies } from "./tied.js";

/** The period, and the people as the columns that `batch` takes. */
export type BatchContextInput = Pick<BatchInput, "period" | "columns">;

/** What people are compared with, ready for `batch`. */
export interface BatchContext {
  readonly kind: "batch-context";
  readonly rows: number;
  /** To be spread into the input of `batch`: `cohort` and `bands`, or `groups` where not all are compared with each other. */
  readonly context: Pick<BatchInput, "cohort" | "bands" | "groups">;
  /** By row, in their order: what is wrong with those that cannot be compared. They count nowhere. */
  readonly issues: readonly RowIssues[];
}

/** Works out what many people are compared with. */
export type BatchContextMaker = Calculator<BatchContextInput, BatchContext>;

/**
 * Makes the contexts of a policy's people from the columns that `batch` takes: first the cohort, for measures that compare people and for medians, and from the scores then where relative bands
 * begin (M5, M17). They are what `cohortContext` and `bandContext` make of the same people, and `reviewGroup` compares them by: people of one value of `comparedWithin`, and of one weight schema.
 *
 * A row that cannot be scored, or lacks what ties are broken by, is among `issues` and counts nowhere, as in `reviewGroup`; so does a person who is there twice (`duplicate-id`) or without a value of `comparedWithin` (`missing`). Where a
 * group's scores are all the same, so that no mean deviates (`cohort-constant`), each of its rows has the issue. Ties that further keys break want the column `id`, and columns of the facts that are keys. The result does not depend on the order of the rows.
 *
 * Errors of the input: those of `batch`.
 *
 * @example
 * ```ts
 * import { batch, batchContext } from "tierwise/batch";
 *
 * const policy = {
 *   format: 1, id: "small", effectiveFrom: "2026-01-01",
 *   axes: [{
 *     id: "results",
 *     indicators: [{ id: "sales", weight: 1, measure: { kind: "percentile-rank", definition: "mid" } }],
 *     bands: [{ id: "others" }, { id: "best" }],
 *     relative: { kind: "top-share", cuts: [{ band: "best", share: "25%" }], ties: "all-in" },
 *   }],
 *   tiers: [{ id: "junior" }], matrix: {}, adjustment: { cycle: "quarter" },
 * } as const;
 * const columns = { "evidence.sales": Float64Array.of(120, 80.5, 120, 95) };
 * const { context, issues } = batchContext(policy)({ columns });
 * context.cohort?.indicators.sales?.values?.[0]; // => { value: "80.5", count: 1 }
 * context.bands?.axes.results; // => { count: 4, bands: [{ band: "best", from: "75" }] }
 * const { scores, bands } = batch(policy)({ columns, ...context });
 * Array.from(scores.results?.units ?? []); // => [7500, 1250, 7500, 3750]
 * Array.from(bands.results?.codes ?? []); // => [1, 0, 1, 0]
 * issues; // => []
 * ```
 */
export const batchContext: CalculatorFactory<Policy, BatchContextInput, BatchContext> =
  /* @__PURE__ */ defineFactory({
    title: "batchContext",
    config: policySchema,
    check: checkPolicyParts,
    compile(policy) {
      const compiled = compile(policy);
      const checkInput = compileCheckInput(policy, compiled, "batchContext");
      const make = compileContexts(policy, compiled);
      return withSafe((input) => {
        const pays = compiled.pay !== undefined && input.period !== undefined;
        return make(input, checkInput({ ...input, ...(pays ? { pay: true } : {}) }));
      });
    },
  });

function compileContexts(
  policy: CheckedPolicy,
  { parts }: CompiledPolicy,
): (input: BatchContextInput, rows: number) => BatchContext {
  const relative = relativeAxes(parts.matrix as CheckedMatrix);
  const groupsOf = compileGroups(policy, parts);
  const isOne = comparesAll(policy, parts);
  const score = scoringOf(policy, scoredAxes(policy));
  const breakTies = compileTies(policy, parts, relative);
  return ({ period, columns }, rows) => {
    const shared = { ...(period === undefined ? {} : { period }), columns: scoringColumns(columns) };
    const problems = memberIssues(policy, columns, rows);
    const scoresOf = (groups: readonly Group[], note: NoteRow) => {
      const { scores, issues } = score({ ...shared, ...contextOf(groups, isOne) }, { refused: problems });
      for (const { row, issues: own } of issues) note(row, own);
      return scores;
    };
    for (;;) {
      const known = rowsWithout(problems, rows);
      const found: RowProblems = new Map();
      const note: NoteRow = (row, issues) => problems.has(row) || addProblems(found, row, issues);
      const groups = groupsOf({ ...shared, rows }, known, note);
      const scored = scoresOf(groups, note);
      const scores = found.size > 0 ? scored : breakTies(columns, scored, known, note);
      const isSound = found.size === 0;
      const compared = isSound ? withBands(groups, relative, { columns, scores }, note) : groups;
      for (const [row, issues] of found) problems.set(row, issues);
      if (!isSound) continue;
      return {
        kind: "batch-context",
        rows,
        context: contextOf(compared, isOne),
        issues: rowIssues(problems),
      };
    }
  };
}

function rowsWithout(problems: RowProblems, rows: number): Int32Array {
  const all = allRows(rows);
  return problems.size === 0 ? all : rowsWhere(all, (row) => !problems.has(row));
}
