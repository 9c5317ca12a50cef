import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../kernel/calculator.js";
import { period as periodText } from "../kernel/fields.js";
import { lazySchema } from "../kernel/schema.js";
import { checkPolicyParts } from "../policy/check.js";
import { compile } from "../policy/compile.js";
import { type Policy, policySchema } from "../policy/policy.js";
import { checkPay } from "./input/check-input.js";
import { paidColumns } from "./input/paid-columns.js";
import { type BatchColumn, scoreColumns } from "./input/policy-columns.js";

const columnsInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({ pay: z._default(z.boolean(), false), period: z.optional(periodText()) }),
);

/** What of a batch is asked for. */
export interface BatchColumnsInput {
  /** Whether pay is worked out too: then there is a period. */
  readonly pay?: boolean;
  readonly period?: string;
}

/**
 * The columns that `batch` of a policy reads, for the header of a file, a form, or the check of either: each with its name, what it holds, and whether a row without it has no result; with `pay: true` also those that the pay of the period depends on. Each name is there once, in the order of the policy.
 *
 * None of several columns is required alone where any of them will do: kinds of raters, events, an amount that commission is paid on and the evidence that counts else. Of what pay depends on only the tier is required: which of the others a row needs depends on its lines. Evidence that has a number for `actual` alone may stand in one column, `evidence.sales` in place of
 * `evidence.sales.actual`. Facts, attributes and certificates in conditions of incentives that have no columns (`notOverColumns` of a batch) are not listed.
 *
 * Errors of the input are those of `batch`: pay without a period (`missing`), or by a policy that pays nothing (`unknown-property`).
 *
 * @example
 * ```ts
 * import { batchColumns } from "tierwise/batch";
 *
 * const columns = batchColumns({
 *   format: 1, id: "small", effectiveFrom: "2026-01-01", currency: "USD",
 *   axes: [{
 *     id: "results", bands: [{ id: "any" }],
 *     indicators: [
 *       { id: "sales", label: "Sales of the quarter", weight: "80%", measure: { kind: "attainment" } },
 *       { id: "care", weight: "20%", measure: { kind: "points" }, missing: { kind: "zero" } },
 *     ],
 *   }],
 *   tiers: [{ id: "junior" }], matrix: {}, adjustment: { cycle: "quarter" },
 *   incentives: [{ use: "basePay", table: [{ tier: "junior", amount: 4000 }] }],
 * });
 * columns({}).map(({ name, required }) => `${name}${required ? "" : "?"}`); // => ["id?", "tier?", "evidence.sales.actual", "evidence.sales.target", "evidence.care?"]
 * columns({})[2]; // => { name: "evidence.sales.actual", holds: "number", required: true, label: "Sales of the quarter" }
 * columns({ pay: true, period: "2026-Q3" }).slice(-2).map(({ name }) => name); // => ["experienceYears", "share"]
 * ```
 */
export const batchColumns: CalculatorFactory<Policy, BatchColumnsInput, readonly BatchColumn[]> =
  /* @__PURE__ */ defineFactory({
    title: "batchColumns",
    config: policySchema,
    check: checkPolicyParts,
    compile(policy) {
      const { parts, pay: pays } = compile(policy);
      return defineCalculator({
        title: "batchColumns",
        input: columnsInput,
        run(input, report) {
          checkPay(pays, input, report);
          report.stop();
          const { pay, period = "" } = input;
          return eachOnce([...scoreColumns(policy, parts), ...(pay ? paidColumns(policy, period) : [])]);
        },
      });
    },
  });

/** Columns that are there several times as one, required where one of them is, with the labels of all. */
function eachOnce(columns: readonly BatchColumn[]): readonly BatchColumn[] {
  const found = new Map<string, BatchColumn>();
  for (const column of columns) {
    const before = found.get(column.name);
    const labels = [...new Set([...(before?.labels ?? []), ...(column.labels ?? [])])];
    found.set(column.name, {
      ...column,
      ...before,
      required: column.required || before?.required === true,
      ...(labels.length === 0 ? {} : { labels }),
    });
  }
  return [...found.values()];
}
