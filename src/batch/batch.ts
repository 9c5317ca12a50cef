import {
  type Calculator,
  type CalculatorFactory,
  defineFactory,
  type Factory,
  withSafe,
} from "../kernel/calculator.js";
import { checkPolicyParts } from "../policy/check.js";
import { compile } from "../policy/compile.js";
import { type Policy, policySchema } from "../policy/policy.js";
import { compileCheckInput } from "./input/check-input.js";
import type { BatchInput } from "./input/input.js";
import type { Batch } from "./outcome/result.js";
import { compileBatch } from "./run/run.js";

/** Scores, places and pays many people at once. */
export type BatchReviewer = Calculator<BatchInput, Batch>;

/**
 * Scores and places many people at once, from columns to columns, with exactly the results of `policy.score` and `policy.classify` for each of them; with `pay: true` pays them too,
 * as `policy.pay` does.
 *
 * Numbers are worked out as whole numbers below 2^53, of which the compiler proves beforehand that none is ever greater; what these cannot hold in floating point with error bounds, and as exact
 * fractions where these do not decide. Rows that anything is wrong with go to the one-person functions, which say what. One bad row harms no other.
 *
 * Errors of the input: a column that the policy has no use for, or a field that no credit has (`unknown-column`), columns of different lengths, or with lists beyond their items (`column-length`), pay without a period (`missing`) or by a policy that pays nothing (`unknown-property`). What is wrong with a row is among
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
export const batch: CalculatorFactory<Policy, BatchInput, Batch> = /* @__PURE__ */ defineFactory({
  title: "batch",
  config: policySchema,
  check: checkPolicyParts,
  compile(policy) {
    const run = compileBatch(policy);
    return withSafe((input) => run(input));
  },
});

/** Checks an input as a whole, and gives the number of its rows; none of them is looked at. */
export const batchRowCount: Factory<Policy, (input: BatchInput) => number> = /* @__PURE__ */ defineFactory({
  title: "batch",
  config: policySchema,
  check: checkPolicyParts,
  compile(policy) {
    return compileCheckInput(policy, compile(policy));
  },
});
