import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../kernel/calculator.js";
import { date, id } from "../kernel/fields.js";
import { copyPlain } from "../kernel/plain.js";
import { createReport, type Report } from "../kernel/report.js";
import { judged, lazySchema, parseShape } from "../kernel/schema.js";
import { show } from "../kernel/show.js";
import type { Stored } from "../kernel/stored.js";
import { checkPolicyParts } from "../policy/check.js";
import { compilePolicy } from "../policy/compile.js";
import { type Policy, policySchema } from "../policy/policy.js";
import type { Review } from "../policy/review.js";
import type { ReviewInput } from "../policy/review-input.js";
import type { PolicyVersion } from "../policy/standing.js";
import { canonicalHash, plainJson } from "./canonical.js";
import { withPseudonyms } from "./personal.js";
import { policyHash } from "./policy-hash.js";

/** The format of audit records that this version writes and reads. */
export const AUDIT_FORMAT = 1;

const SHORTEST_SALT = 16;

/** A version of a policy and its hash. */
export interface HashedPolicy extends PolicyVersion {
  /** What `policyHash` gives for the document. */
  readonly hash: string;
}

/** One review as evidence of how it was decided: plain JSON, which says the same after any store. */
export interface AuditRecord {
  readonly kind: "audit-record";
  readonly format: typeof AUDIT_FORMAT;
  /** The policy; its document may be taken away where it is kept elsewhere under its hash. */
  readonly policy: HashedPolicy & { readonly document?: Policy };
  /** The input of the review with its context, and each `Decimal` as its text. */
  readonly input: Stored<ReviewInput>;
  /** The review; `explain` says it. */
  readonly result: Stored<Review>;
  /** The secret with which pseudonyms are made; a redacted record has none. */
  readonly salt?: string;
  /** SHA-256 of the canonical JSON of the record as it is when it is redacted, without the hash itself and the policy's document. */
  readonly hash: string;
}

/** What a record is made of. */
export interface AuditInput {
  /** The input of the review. */
  readonly input: ReviewInput;
  /** A secret of at least 16 characters, random, for each record or for each person; the record keeps it, and `redact` takes it away. */
  readonly salt: string;
}

/** A salt; what was given in its place is a secret too, and is not shown. */
function salt() {
  const expected = `expected a salt, a text of at least ${SHORTEST_SALT} random characters`;
  return judged<string>(
    (value) => {
      if (value === undefined) return { code: "missing", message: expected };
      if (typeof value !== "string") return { code: "wrong-type", message: `${expected}, got no text` };
      const { length } = value;
      if (length >= SHORTEST_SALT) return undefined;
      const got = length === 0 ? "an empty text" : `a text of ${length}`;
      return { code: "too-small", message: `${expected}, got ${got}` };
    },
    { type: "string", minLength: SHORTEST_SALT },
  );
}

const auditInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({ input: z.record(z.string(), z.unknown()), salt: salt() }),
);

function hash() {
  return judged<string>(
    (value) =>
      typeof value === "string" && /^[0-9a-f]{64}$/.test(value)
        ? undefined
        : { code: "wrong-type", message: `expected a hash of 64 hexadecimal digits, got ${show(value)}` },
    { type: "string", pattern: "^[0-9a-f]{64}$" },
  );
}

/** The schema of a record; what is in its input and result, a replay finds out. */
export function recordSchema() {
  return z.strictObject({
    kind: z.literal("audit-record"),
    format: judged<typeof AUDIT_FORMAT>(
      (value) =>
        value === AUDIT_FORMAT
          ? undefined
          : {
              code: "unknown-format",
              message: `expected a record of format ${AUDIT_FORMAT}, got ${show(value)}`,
            },
      { const: AUDIT_FORMAT },
    ),
    policy: z.strictObject({
      id: id(),
      effectiveFrom: date(),
      hash: hash(),
      document: z.optional(z.record(z.string(), z.unknown())),
    }),
    input: z.record(z.string(), z.unknown()),
    result: z.record(z.string(), z.unknown()),
    salt: z.optional(salt()),
    hash: hash(),
  });
}

const record = /* @__PURE__ */ lazySchema(recordSchema);

/**
 * Reviews one person and keeps the review as an audit record (M8): the policy with its hash, the input, the result and the record's own hash, as plain JSON.
 *
 * The record's `result` is the review itself: `result.standing` goes into the next one, and `explain(result)` says it. `replay` runs it again, at any time;
 * `redact` takes out whom it is about, and the hash stays the same. Numbers of a result are decimal texts, so that a record has the same hash after it was stored.
 *
 * Errors of the config: those of `compilePolicy`. Errors of the input: those of `review` below `input`, and a `salt` that is too short (`too-small`).
 *
 * @example
 * ```ts
 * import { auditRecord, replay } from "tierwise/audit";
 * import { keyAccountManagers } from "tierwise/presets";
 *
 * const record = auditRecord(keyAccountManagers)({
 *   salt: "5b1f0c7a9e2d4483",
 *   input: {
 *     person: { id: "k17", experienceYears: 4 },
 *     period: "2026-Q3",
 *     standing: { tier: "intermediate", since: "2025-01-01" },
 *     evidence: {
 *       communication: 4.5, relationships: 4, "market-development": 4, "business-knowledge": 4, adaptability: 4, teamwork: 5,
 *       sales: { actual: 1_080_000, target: 1_000_000 }, customers: { actual: 42, target: 40 }, satisfaction: 88,
 *       growth: { actual: 9, target: 10 }, delivery: 91,
 *     },
 *   },
 * });
 * record.result.scores.capability?.value; // => "80.63"
 * replay(JSON.parse(JSON.stringify(record))).same; // => true
 * ```
 */
export const auditRecord: CalculatorFactory<Policy, AuditInput, AuditRecord> = /* @__PURE__ */ defineFactory({
  title: "auditRecord",
  config: policySchema,
  check: checkPolicyParts,
  compile: (_checked, policy) => compileAuditRecord(policy as Policy),
}) as unknown as CalculatorFactory<Policy, AuditInput, AuditRecord>;

function compileAuditRecord(policy: Policy) {
  const { review } = compilePolicy(policy);
  const source = { ...hashedPolicy(policy), document: policy };
  return defineCalculator({
    title: "auditRecord",
    input: auditInput,
    run({ input: given, salt: secret }, report): AuditRecord {
      const input = report.within(["input"], () => plainJson(given, createReport("invalid-input", "input")));
      const result = input && report.within(["input"], () => review(input as ReviewInput));
      report.stop();
      const made: AuditRecord = {
        kind: "audit-record",
        format: AUDIT_FORMAT,
        policy: source,
        input: input as AuditRecord["input"],
        result: storedReview(result as Review),
        salt: secret,
        hash: "",
      };
      return { ...made, hash: recordHash(made) };
    },
  });
}

/** The version of a policy, with its hash. */
export function hashedPolicy(policy: Policy): HashedPolicy {
  return { id: policy.id, effectiveFrom: policy.effectiveFrom, hash: policyHash(policy) };
}

/** A review as plain JSON. */
export function storedReview(review: Review): Stored<Review> {
  return plainJson(review, createReport("invalid-input", "review")) as Stored<Review>;
}

/** The record without what names people. */
export function sealed({ salt: secret, ...rest }: AuditRecord): AuditRecord {
  return secret === undefined ? rest : withPseudonyms(rest, secret);
}

/** The hash that a record must have: the same before and after it is redacted, with the policy's document or without. */
export function recordHash(given: AuditRecord): string {
  const { hash: _hash, policy, ...rest } = sealed(given);
  const { document: _document, ...source } = policy;
  return canonicalHash({ ...rest, policy: source });
}

/** Reads a record that comes from a store; throws what is wrong with its shape. */
export function readRecord(given: unknown, subject: string): AuditRecord {
  const report = createReport("invalid-input", subject);
  const copied = copyPlain(given, report, { decimals: false });
  const shaped = parseShape(record(), copied, report);
  report.stop();
  plainJson(shaped, report);
  return shaped as unknown as AuditRecord;
}

/** Notes a record whose content is not what was hashed. */
export function checkRecordHash(given: AuditRecord, report: Report): void {
  const computed = recordHash(given);
  if (computed === given.hash) return;
  const message = `the content of the record is not what its hash says: expected ${computed}, got ${given.hash}`;
  report.add(["hash"], "record-changed", message, { computed });
}
