import type { Issue, Path } from "../kernel/errors.js";
import { createReport } from "../kernel/report.js";
import { triedReviewer } from "../policy/compile.js";
import type { Policy } from "../policy/policy.js";
import type { ReviewInput } from "../policy/review-input.js";
import { policyHash, readDocument } from "./policy-hash.js";
import { type AuditRecord, readRecord, recordHash, storedReview } from "./record.js";
import { valueDifferences } from "./value-differences.js";

/** A hash as the record has it, and as it is worked out from what is there. */
export interface HashComparison {
  readonly recorded: string;
  readonly computed: string;
  readonly same: boolean;
}

/** A value of the result that came out otherwise; one that is not there is left out. */
export interface ReplayDifference {
  readonly path: Path;
  readonly recorded?: unknown;
  readonly replayed?: unknown;
}

/** What came of running a record's review again. */
export interface Replay {
  readonly kind: "replay";
  /** Whether all is as it was: the content of the record, the policy, and every value of the result. */
  readonly same: boolean;
  /** Whether the record is what was hashed. */
  readonly record: HashComparison;
  /** Whether the policy is the one of the record. */
  readonly policy: HashComparison;
  /** Whether the document in the record is still that policy, where the record holds one. */
  readonly document?: HashComparison;
  /** Where the result differs. */
  readonly differences: readonly ReplayDifference[];
  /** Why the review could not be run again, where it could not. */
  readonly issues: readonly Issue[];
}

/**
 * Runs the review of an audit record again and says whether the same comes out, or where it differs (M8). The policy is the one in the record, or the
 * one that is given, which may be kept elsewhere; with another version it shows what that would have changed.
 *
 * The answer is `same` only where the content of the record fits its hash, the policy fits its hash, and every value of the result is as it was. A
 * redacted record replays as well.
 *
 * Errors: what is no record, by its shape; a policy that is given and is no object (`wrong-type`); a record without its policy's document, where none is given (`policy-missing`).
 *
 * @example
 * ```ts
 * import { auditRecord, replay } from "tierwise/audit";
 * import type { Policy } from "tierwise";
 *
 * const policy: Policy = {
 *   format: 1,
 *   id: "desk",
 *   effectiveFrom: "2026-01-01",
 *   axes: [{ id: "quality", indicators: [{ id: "audits", weight: 1, measure: { kind: "points" } }], bands: [{ id: "all" }] }],
 *   tiers: [{ id: "first" }],
 *   matrix: { cells: [{ at: { quality: "all" }, move: "stay" }] },
 *   adjustment: { cycle: "month" },
 * };
 * const record = auditRecord(policy)({
 *   salt: "0123456789abcdef",
 *   input: { person: { id: "ann" }, period: "2026-03", standing: { tier: "first", since: "2025-01-01" }, evidence: { audits: 84 } },
 * });
 * replay(record).same; // => true
 * const forged = { ...record, input: { ...record.input, evidence: { audits: 85 } } };
 * const { same, record: own, differences } = replay(forged);
 * [same, own.same]; // => [false, false]
 * differences.find(({ path }) => path.join(".") === "scores.quality.value"); // => { path: ["scores", "quality", "value"], recorded: "84", replayed: "85" }
 * ```
 */
export function replay(record: AuditRecord, policy?: Policy): Replay {
  const given = readRecord(record, "replay");
  const report = createReport("invalid-input", "replay");
  if (policy !== undefined) report.within(["policy"], () => readDocument(policy, "replay"));
  report.stop();
  const used = policy === undefined ? given.policy.document : policy;
  if (used === undefined) {
    const message = "the record does not hold its policy: give the document, replay(record, policy)";
    report.add(["policy", "document"], "policy-missing", message, { hash: given.policy.hash });
    report.stop();
  }
  const chosen = used as Policy;
  const own = compared(given.hash, recordHash(given));
  const source = compared(given.policy.hash, policyHash(chosen));
  const { document } = given.policy;
  const kept = document === undefined ? undefined : compared(given.policy.hash, policyHash(document));
  const { differences, issues } = replayed(given, chosen);
  const hashesSame = own.same && source.same && kept?.same !== false;
  return {
    kind: "replay",
    same: hashesSame && differences.length === 0 && issues.length === 0,
    record: own,
    policy: source,
    ...(kept === undefined ? {} : { document: kept }),
    differences,
    issues,
  };
}

function compared(recorded: string, computed: string): HashComparison {
  return { recorded, computed, same: recorded === computed };
}

function replayed(record: AuditRecord, policy: Policy): Pick<Replay, "differences" | "issues"> {
  const problems = triedReviewer.check(policy);
  if (problems.length > 0) return { differences: [], issues: problems };
  const outcome = triedReviewer(policy).safe(record.input as ReviewInput);
  if (!outcome.ok) return { differences: [], issues: outcome.error.issues };
  const differences = valueDifferences(record.result, storedReview(outcome.value)).map(
    ({ path, other, ...rest }): ReplayDifference => ({
      path,
      ...rest,
      ...(other === undefined ? {} : { replayed: other }),
    }),
  );
  return { differences, issues: [] };
}
