import * as z from "zod/mini";
import { explainDecision } from "../adjustment/explain.js";
import { decisionParts } from "../adjustment/result-parts.js";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../kernel/calculator.js";
import { type Decimal, exactDecimal } from "../kernel/decimal.js";
import { type Path, pathText } from "../kernel/errors.js";
import { inWords } from "../kernel/in-words.js";
import { type Label, labelText } from "../kernel/label.js";
import { readNumber } from "../kernel/number.js";
import { subtract } from "../kernel/rational.js";
import { createReport, type Report } from "../kernel/report.js";
import { lazySchema, list, schemaAt } from "../kernel/schema.js";
import { show } from "../kernel/show.js";
import type { Stored } from "../kernel/stored.js";
import { checkPolicyParts } from "../policy/check.js";
import { compilePolicy } from "../policy/compile.js";
import { en, type Locale } from "../policy/locale.js";
import { type Policy, policySchema } from "../policy/policy.js";
import type { Review } from "../policy/review.js";
import { type ReviewInput, reviewInput } from "../policy/review-input.js";
import type { PolicyStanding } from "../policy/standing.js";
import { valueText } from "../policy/value-text.js";
import { plainJson } from "./canonical.js";
import {
  type AuditRecord,
  checkRecordHash,
  type HashedPolicy,
  hashedPolicy,
  readRecord,
  recordSchema,
} from "./record.js";
import { valueDifferences } from "./value-differences.js";

const correctionInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({ record: recordSchema(), input: z.record(z.string(), z.unknown()) }),
);

/** The record of a past review, and what its input should have been. */
export interface CorrectionInput {
  readonly record: AuditRecord;
  readonly input: ReviewInput | AuditRecord["input"];
}

/** What was recorded, and what it should have been. */
export interface Corrected<Recorded, Now = Recorded> {
  readonly recorded: Recorded;
  readonly corrected: Now;
}

/** A value of the input that was corrected; one that is not there is left out. */
export interface CorrectedValue extends Partial<Corrected<unknown>> {
  readonly path: Path;
}

/** A decision about the difference that a correction makes. It stands beside the record and changes nothing in it. */
export interface Correction {
  readonly kind: "correction";
  /** The hash of the record that it is about. */
  readonly of: string;
  readonly person: Review["person"];
  readonly period: string;
  readonly policy: Corrected<HashedPolicy>;
  /** What was corrected in the input. */
  readonly input: readonly CorrectedValue[];
  /** The scores that come out otherwise. */
  readonly scores: readonly (Corrected<string> & { readonly axis: string; readonly label?: Label })[];
  readonly decision: Corrected<Stored<Review>["decision"], Review["decision"]>;
  /** Whether the tier after the period is another. */
  readonly differs: boolean;
  /** The pay of the period and what is still to be paid, or taken back where it is negative; absent where the policy pays nothing. */
  readonly pay?: Corrected<string> & { readonly difference: Decimal; readonly currency: string };
  /** The whole review on the corrected input. */
  readonly review: Review;
  /** The standing that goes into the next review now. */
  readonly standing: PolicyStanding;
}

/**
 * Recalculates a past decision on a corrected input (M8), as after an appeal: what was recorded, what should have been decided, the difference in scores, tier and
 * pay, and the standing that holds now. The record is not changed; the result names its hash. `explainCorrection` says it.
 *
 * The policy is that of the record, or another version of it where the policy itself was corrected: then `policy` has two hashes. Reviews after the period
 * were decided on the old standing: correct them in turn, each with its own input and the `standing` of the correction before it.
 *
 * Errors of the config: those of `compilePolicy`. Errors of the input: a record that is not what was hashed (`record-changed`), of another policy, or of another
 * person or period than the corrected input (`record-mismatch`), and those of `review` below `input`.
 *
 * @example
 * ```ts
 * import { auditRecord, correction, explainCorrection } from "tierwise/audit";
 * import type { Policy } from "tierwise";
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
 * const input = { person: { id: "ann" }, period: "2026-03", standing: { tier: "first", since: "2025-01-01" }, evidence: { audits: 74 } };
 * const record = auditRecord(policy)({ salt: "0123456789abcdef", input });
 * const difference = correction(policy)({ record, input: { ...input, evidence: { audits: 84 } } });
 * difference.standing.tier; // => "second"
 * explainCorrection(difference)[1]; // => "Input evidence.audits: 74 is corrected to 84."
 * ```
 */
export const correction: CalculatorFactory<Policy, CorrectionInput, Correction> =
  /* @__PURE__ */ defineFactory({
    title: "correction",
    config: policySchema,
    check: checkPolicyParts,
    compile: (_checked, policy) => compileCorrection(policy as Policy),
  }) as unknown as CalculatorFactory<Policy, CorrectionInput, Correction>;

function compileCorrection(policy: Policy) {
  const { review } = compilePolicy(policy);
  const source = hashedPolicy(policy);
  return defineCalculator({
    title: "correction",
    input: correctionInput,
    run(given, report): Correction {
      const record = report.within(["record"], () => checkedRecord(given.record));
      const input = report.within(["input"], () =>
        plainJson(given.input, createReport("invalid-input", "input")),
      );
      const corrected = input && report.within(["input"], () => review(input as ReviewInput));
      report.stop();
      const [past, now] = [record as AuditRecord, corrected as Review];
      checkSameReview(past, now, source, report);
      report.stop();
      return correctionOf(past, input, now, source);
    },
  });
}

function checkedRecord(given: unknown): AuditRecord {
  const record = readRecord(given, "record");
  const report = createReport("invalid-input", "record");
  checkRecordHash(record, report);
  report.stop();
  return record;
}

/** Notes a correction of something else than what was recorded. */
function checkSameReview(record: AuditRecord, now: Review, policy: HashedPolicy, report: Report): void {
  const same = (path: Path, recorded: unknown, corrected: string) => {
    if (recorded === corrected) return;
    const message = `expected ${show(recorded)}, as in the record, got ${show(corrected)}`;
    report.add(path, "record-mismatch", message, { recorded });
  };
  if (record.policy.id !== policy.id) {
    const message = `expected a record of the policy ${show(policy.id)}, got one of ${show(record.policy.id)}`;
    report.add(["record", "policy", "id"], "record-mismatch", message);
  }
  same(["input", "person", "id"], record.input.person?.id, now.person.id);
  same(["input", "period"], record.input.period, now.period);
}

function correctionOf(record: AuditRecord, input: unknown, review: Review, policy: HashedPolicy): Correction {
  const { document: _document, ...recordedPolicy } = record.policy;
  const { result } = record;
  const paid = payOf(result, review);
  return {
    kind: "correction",
    of: record.hash,
    person: review.person,
    period: review.period,
    policy: { recorded: recordedPolicy, corrected: policy },
    input: valueDifferences(record.input, input).map(({ other, ...rest }) => ({
      ...rest,
      ...(other === undefined ? {} : { corrected: other }),
    })),
    scores: review.placement.axes.flatMap(({ axis, label }) => {
      const [recorded, corrected] = [result.scores[axis]?.value, review.scores[axis]?.value.toFixed()];
      if (recorded === undefined || corrected === undefined || recorded === corrected) return [];
      return [{ axis, ...(label === undefined ? {} : { label }), recorded, corrected }];
    }),
    decision: { recorded: result.decision, corrected: review.decision },
    differs: result.decision.to !== review.decision.to,
    ...(paid === undefined ? {} : { pay: paid }),
    review,
    standing: review.standing,
  };
}

function payOf(recorded: Stored<Review>, { statement }: Review): Correction["pay"] {
  if (statement === undefined || recorded.statement === undefined) return undefined;
  const [before, after] = [recorded.statement.total, statement.total.toFixed()];
  return {
    recorded: before,
    corrected: after,
    difference: exactDecimal(subtract(readNumber(after), readNumber(before))),
    currency: statement.currency,
  };
}

/**
 * Says a correction in sentences: what was corrected, the scores that come out otherwise, the decision of the record and the one on the corrected input, the
 * difference in pay, and the standing now. Every value in them is in the result.
 *
 * @example
 * ```ts
 * import { explainCorrection, type Correction } from "tierwise/audit";
 * import { zhTW } from "tierwise/locales";
 *
 * const lastSentence = (difference: Correction) => explainCorrection(difference, { locale: zhTW }).at(-1);
 * ```
 */
export function explainCorrection(
  result: Correction,
  options: { readonly locale?: Locale } = {},
): readonly string[] {
  return sayCorrection(result, options);
}

function isName(key: string | number): key is string {
  return typeof key === "string";
}

const sayCorrection = /* @__PURE__ */ inWords({
  title: "explainCorrection",
  result: () =>
    z.looseObject({
      kind: z.literal("correction"),
      person: z.looseObject({ id: z.string() }),
      period: z.string(),
      policy: z.looseObject({ recorded: z.looseObject({}), corrected: z.looseObject({}) }),
      input: list(z.looseObject({ path: list(z.unknown()) })),
      scores: list(z.looseObject({ axis: z.string() })),
      decision: z.looseObject({ recorded: decisionParts(), corrected: decisionParts() }),
      standing: z.looseObject({ tier: z.string(), since: z.string() }),
    }),
  english: en,
  say(result: Correction, { locale }): readonly string[] {
    const words = locale.change;
    const tag = locale.languageTag;
    const { person, period, policy, decision, pay, standing } = result;
    const text = (value: unknown, path: Path) => {
      const schema = schemaAt(reviewInput(), path, value);
      return valueText(value, { schema, property: String(path.filter(isName).at(-1)), locale });
    };
    const outcome = (one: Review["decision"]) => explainDecision(one, { locale })[0] ?? "";
    const tier = labelText(decision.corrected.toLabel, tag, standing.tier);
    return [
      words.correction({ person: labelText(person.label, tag, person.id), period }),
      ...(policy.recorded.hash === policy.corrected.hash ? [] : [words.policyCorrected()]),
      ...result.input.map(({ path, recorded, corrected }) =>
        words.inputCorrected({
          path: pathText(path),
          recorded: text(recorded, path),
          corrected: text(corrected, path),
        }),
      ),
      ...result.scores.map(({ axis, label, recorded, corrected }) =>
        words.scoreCorrected({ axis: labelText(label, tag, axis), recorded, corrected }),
      ),
      words.recordedDecision({ decision: outcome(decision.recorded as unknown as Review["decision"]) }),
      words.correctedDecision({ decision: outcome(decision.corrected) }),
      ...(result.differs ? [] : [words.sameDecision()]),
      ...(pay === undefined ? [] : [words.payCorrected({ ...pay, difference: pay.difference.toFixed() })]),
      words.standingNow({ tier, since: standing.since }),
    ];
  },
});
