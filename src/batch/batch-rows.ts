import { type Calculator, type CalculatorFactory, defineFactory, withSafe } from "../kernel/calculator.js";
import { createReport } from "../kernel/report.js";
import { show } from "../kernel/show.js";
import { checkPolicyParts } from "../policy/check.js";
import { compile } from "../policy/compile.js";
import { type Policy, policySchema } from "../policy/policy.js";
import { knownNames } from "./columns/names.js";
import { compileCheckInput } from "./input/check-input.js";
import type { BatchInput } from "./input/input.js";
import { type BatchRow, columnsOf, personOf } from "./input/people.js";
import type { Batch } from "./outcome/result.js";
import { compileRun } from "./run/run.js";

/** Many people as objects, one for each, and what is the same for all. */
export interface BatchRowsInput extends Omit<BatchInput, "columns"> {
  readonly rows: readonly BatchRow[];
}

/** Scores, places and pays many people at once, given as objects. */
export type BatchRowsReviewer = Calculator<BatchRowsInput, Batch>;

/**
 * Scores and places many people at once, and with `pay: true` pays them, as `batch` does, from objects: each row as the one-person functions take it. The result has columns, in the order of the rows. Whatever a
 * one-person function takes may stand in a row, such as ratings by several raters; reading objects takes longer than columns.
 *
 * What is wrong with a row, a misspelt property too, is among `issues`, and harms no other. Errors of the input: rows that are no list (`wrong-type`), and those of `batch` for what is the same for all.
 *
 * @example
 * ```ts
 * import { batchRows } from "tierwise/batch";
 *
 * const review = batchRows({
 *   format: 1, id: "small", effectiveFrom: "2026-01-01",
 *   axes: [{
 *     id: "results", bands: [{ id: "low" }, { id: "high", from: 80 }],
 *     indicators: [{ id: "sales", weight: 1, measure: { kind: "attainment" } }],
 *   }],
 *   tiers: [{ id: "junior" }], matrix: {}, adjustment: { cycle: "quarter" },
 * });
 * const { scores, bands, issues } = review({
 *   rows: [
 *     { evidence: { sales: { actual: 90, target: 100 } } },
 *     { evidence: { sales: { actual: "79.995", target: 100 } } },
 *     { evidence: { sale: { actual: 90, target: 100 } } },
 *   ],
 * });
 * Array.from(scores.results?.units ?? []); // => [9000, 8000, NaN]
 * Array.from(bands.results?.codes ?? []); // => [1, 1, -1]
 * issues.map(({ row, issues }) => [row, issues[0]?.path]); // => [[2, ["evidence", "sale"]]]
 * ```
 */
export const batchRows: CalculatorFactory<Policy, BatchRowsInput, Batch> = /* @__PURE__ */ defineFactory({
  title: "batchRows",
  config: policySchema,
  check: checkPolicyParts,
  compile(policy) {
    const compiled = compile(policy);
    const run = compileRun(policy, compiled);
    const checkInput = compileCheckInput(policy, compiled, "batchRows");
    return withSafe((input) => {
      const { rows, ...shared } = checkRows(input);
      const known = knownNames(policy, shared.pay === true);
      const { columns, refused, aside } = columnsOf(rows, known, shared.pay === true);
      checkInput({ ...shared, columns: {} });
      return run({ ...shared, columns }, rows.length, {
        personAt: (row) => personOf(rows[row]),
        refused,
        aside,
      });
    });
  },
});

function checkRows(input: BatchRowsInput): BatchRowsInput {
  const report = createReport("invalid-input", "batchRows");
  if (typeof input !== "object" || input === null)
    report.add([], "wrong-type", `expected { rows, period? }, got ${show(input)}`);
  else if (!Array.isArray(input.rows))
    report.add(["rows"], "wrong-type", `expected a list of people, got ${show(input.rows)}`);
  report.stop();
  return input;
}
