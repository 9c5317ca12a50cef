export {
  type Corrected,
  type CorrectedValue,
  type Correction,
  type CorrectionInput,
  correction,
  explainCorrection,
} from "./correction.js";
export { policyHash } from "./policy-hash.js";
export { AUDIT_FORMAT, type AuditInput, type AuditRecord, auditRecord, type HashedPolicy } from "./record.js";
export { redact } from "./redact.js";
export { type HashComparison, type Replay, type ReplayDifference, replay } from "./replay.js";
