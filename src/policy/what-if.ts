import * as z from "zod/mini";
import type { Decision } from "../adjustment/adjuster.js";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../kernel/calculator.js";
import type { Decimal } from "../kernel/decimal.js";
import type { Issue, Path } from "../kernel/errors.js";
import { id, inputNumber, key, period } from "../kernel/fields.js";
import { label } from "../kernel/label.js";
import type { NumberInput } from "../kernel/number.js";
import type { Report } from "../kernel/report.js";
import { lazySchema } from "../kernel/schema.js";
import { show } from "../kernel/show.js";
import { type CarryOverChange, compileCarryOver } from "./carry-over.js";
import { checkPolicyParts } from "./check.js";
import { triedReviewer } from "./compile.js";
import { type CheckedPolicy, type Policy, policySchema } from "./policy.js";
import type { Review } from "./review.js";
import type { ReviewInput } from "./review-input.js";
import { comesBack, policyStandingSchema } from "./standing.js";

const pastReviews = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    reviews: z.array(
      z.object({
        input: z.looseObject({
          person: z.looseObject({ id: key() }),
          period: period(),
          standing: policyStandingSchema(),
        }),
        result: z.object({
          person: z.optional(z.looseObject({ id: key() })),
          period: z.optional(period()),
          decision: z.object({
            outcome: z.string(),
            from: id(),
            to: id(),
            toLabel: z.optional(label()),
          }),
          statement: z.optional(z.object({ total: inputNumber() })),
        }),
      }),
    ),
  }),
);

/** A review that took place: its input, and what came of it, which may have been stored as JSON. An audit record is one. */
export interface PastReviewResult {
  readonly input: ReviewInput;
  readonly result: {
    readonly person?: { readonly id: string };
    readonly period?: string;
    readonly decision: Pick<Decision, "outcome" | "from" | "to" | "toLabel">;
    readonly statement?: { readonly total: NumberInput };
  };
}

/** Reviews that took place. */
export interface WhatIfInput {
  readonly reviews: readonly PastReviewResult[];
}

/** A decision in short, with the pay of the period where there is any. */
export interface DecisionInShort extends Pick<Decision, "outcome" | "from" | "to" | "toLabel"> {
  readonly total?: Decimal | string;
}

/** One past review under the policy that is tried. */
export interface WhatIfReview {
  readonly person: string;
  readonly period: string;
  /** What was decided. */
  readonly before: DecisionInShort;
  /** What would have been decided; absent where the policy cannot review the input. */
  readonly after?: DecisionInShort;
  /** Whether the person would have come to another tier, or not been decided on at all. */
  readonly differs: boolean;
  /** What carrying the standing over changed. */
  readonly carriedOver: readonly CarryOverChange[];
  /** The whole review under the policy. */
  readonly review?: Review;
  /** Why the policy cannot review the input. */
  readonly issues?: readonly Issue[];
}

/** Past decisions and those of another policy side by side. */
export interface WhatIf {
  readonly kind: "what-if";
  readonly reviews: readonly WhatIfReview[];
  /** How many people would have come to the same tier, to another, or could not be decided on. */
  readonly counts: { readonly same: number; readonly other: number; readonly refused: number };
}

/**
 * What a policy would have decided on reviews that took place (M8): each with its own evidence and the standing of then, carried over where it is of another
 * version. The reviews are taken one by one, also those of periods in which the policy is not in force; the standing that the tried policy leaves does not go into the next.
 *
 * An input that the policy cannot review (an indicator that it has and the evidence lacks, say, or a standing of a later version) is a row with its `issues`; none
 * is left out.
 * Errors of the input: a result of another person or period than its input (`record-mismatch`), and the same review twice (`duplicate-id`).
 * Errors of the config: those of `compilePolicy`.
 *
 * @example
 * ```ts
 * import { compilePolicy, whatIf, type Policy, type ReviewInput } from "tierwise";
 *
 * const policy: Policy = {
 *   format: 1,
 *   id: "desk",
 *   effectiveFrom: "2026-01-01",
 *   axes: [{
 *     id: "quality",
 *     indicators: [{ id: "audits", weight: 1, measure: { kind: "points" } }],
 *     bands: [{ id: "low" }, { id: "good", from: 80 }],
 *   }],
 *   tiers: [{ id: "first" }, { id: "second" }],
 *   matrix: { cells: [{ at: { quality: "low" }, move: "stay" }, { at: { quality: "good" }, move: "up" }] },
 *   adjustment: { cycle: "month", promote: { when: [{ kind: "cell" }] } },
 * };
 * const input: ReviewInput = {
 *   person: { id: "ann" },
 *   period: "2026-03",
 *   standing: { tier: "first", since: "2025-01-01" },
 *   evidence: { audits: 84 },
 * };
 * const stricter: Policy = { ...policy, effectiveFrom: "2026-04-01", adjustment: { cycle: "month", promote: { when: [{ kind: "cell", periods: 2 }] } } };
 * const { counts, reviews } = whatIf(stricter)({ reviews: [{ input, result: compilePolicy(policy).review(input) }] });
 * counts; // => { same: 0, other: 1, refused: 0 }
 * [reviews[0]?.before.to, reviews[0]?.after?.to]; // => ["second", "first"]
 * ```
 */
export const whatIf: CalculatorFactory<Policy, WhatIfInput, WhatIf> = /* @__PURE__ */ defineFactory({
  title: "whatIf",
  config: policySchema,
  check: checkPolicyParts,
  compile: compileWhatIf,
}) as unknown as CalculatorFactory<Policy, WhatIfInput, WhatIf>;

function compileWhatIf(policy: CheckedPolicy) {
  const review = triedReviewer(policy as Policy);
  const carry = compileCarryOver(policy);
  return defineCalculator({
    title: "whatIf",
    input: pastReviews,
    run({ reviews }, report): WhatIf {
      checkPast(reviews as unknown as readonly PastReviewResult[], report);
      report.stop();
      const tried = (reviews as unknown as readonly PastReviewResult[]).map((past): WhatIfReview => {
        const { input, result } = past;
        const common = {
          person: input.person.id,
          period: input.period,
          before: inShort(result),
        };
        const refused = (issues: readonly Issue[], carriedOver: readonly CarryOverChange[] = []) => {
          return { ...common, differs: true, carriedOver, issues };
        };
        const carried = comesBack(input.standing, policy, input.period)
          ? { ok: true as const, value: { standing: input.standing, changes: [] } }
          : carry.safe(input.standing);
        if (!carried.ok)
          return refused(carried.error.issues.map((one) => ({ ...one, path: ["standing", ...one.path] })));
        const { standing, changes } = carried.value;
        const made = review.safe({ ...input, standing });
        if (!made.ok) return refused(made.error.issues, changes);
        const after = inShort(made.value);
        const differs = after.to !== common.before.to;
        return { ...common, after, differs, carriedOver: changes, review: made.value };
      });
      const refused = tried.filter(({ after }) => after === undefined).length;
      const differing = tried.filter(({ differs }) => differs).length;
      return {
        kind: "what-if",
        reviews: tried,
        counts: { same: tried.length - differing, other: differing - refused, refused },
      };
    },
  });
}

/** Notes a result of another person or period than its input, and a review that is there twice. */
function checkPast(reviews: readonly PastReviewResult[], report: Report): void {
  const seen = new Set<string>();
  for (const [index, { input, result }] of reviews.entries()) {
    const compare = (path: Path, asked: string, found: string | undefined) => {
      if (found === undefined || found === asked) return;
      const message = `expected a result of ${show(asked)}, as its input is, got one of ${show(found)}`;
      report.add(["reviews", index, "result", ...path], "record-mismatch", message);
    };
    compare(["person", "id"], input.person.id, result.person?.id);
    compare(["period"], input.period, result.period);
    const name = JSON.stringify([input.person.id, input.period]);
    if (seen.has(name)) {
      const message = `the review of ${show(input.person.id)} for ${input.period} is there twice`;
      report.add(["reviews", index, "input"], "duplicate-id", message, { id: input.person.id });
    }
    seen.add(name);
  }
}

function inShort({ decision, statement }: PastReviewResult["result"]): DecisionInShort {
  const { outcome, from, to, toLabel } = decision;
  return {
    outcome,
    from,
    to,
    ...(toLabel === undefined ? {} : { toLabel }),
    ...(statement === undefined ? {} : { total: statement.total as Decimal }),
  };
}
