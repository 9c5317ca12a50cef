import { createReport } from "../kernel/report.js";
import { type AuditRecord, checkRecordHash, readRecord, sealed } from "./record.js";

/**
 * An audit record without what names people, for an auditor, a court or research (M8): the id and the label of the person, the names of raters, and the ids, authors
 * and reasons of events become pseudonyms, and the record's salt, without which no pseudonym can be guessed, is taken away.
 *
 * The redacted record replays to `same`, and **its hash is that of the original**: a record's hash is taken over its pseudonyms, so whoever has noted the hash of
 * the original can see that the redacted record is that record, and nothing in it was changed. Records with the same salt have the same pseudonym for the same
 * person. All that decides stays as it is: the evidence with its raw numbers, the standing, attributes, dates. Without them nothing could
 * be replayed; in a small group they may tell who it is, so a redacted record is still personal data in law.
 *
 * Errors: what is no record, by its shape; a record whose content is not what was hashed (`record-changed`).
 *
 * @example
 * ```ts
 * import { auditRecord, redact, replay } from "tierwise/audit";
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
 *   input: { person: { id: "ann", label: "Ann Li" }, period: "2026-03", standing: { tier: "first", since: "2025-01-01" }, evidence: { audits: 84 } },
 * });
 * const redacted = redact(record);
 * JSON.stringify(redacted).includes("Ann"); // => false
 * redacted.hash === record.hash; // => true
 * replay(redacted).same; // => true
 * ```
 */
export function redact(record: AuditRecord): AuditRecord {
  const given = readRecord(record, "redact");
  const report = createReport("invalid-input", "redact");
  checkRecordHash(given, report);
  report.stop();
  return sealed(given);
}
