import { createReport } from "../kernel/report.js";
import { show } from "../kernel/show.js";
import type { Policy } from "../policy/policy.js";
import { canonicalHash, plainJson } from "./canonical.js";

/**
 * The hash of a policy document as it is written: SHA-256 of its canonical JSON (RFC 8785), 64 hexadecimal digits. Any other tool that knows both finds the same.
 *
 * White space and the order of properties do not matter; how a number is written does (`0.25` is not `"25%"`), and so does a default that is said.
 * It does not check the policy. What is no object is an error (`wrong-type`), and so is what JSON cannot say: `not-plain-data`, `number-not-finite`, `text-not-unicode`.
 *
 * @example
 * ```ts
 * import { policyHash } from "tierwise/audit";
 * import { keyAccountManagers } from "tierwise/presets";
 *
 * const { format, id, ...rest } = keyAccountManagers;
 * policyHash({ ...rest, id, format }) === policyHash(keyAccountManagers); // => true
 * policyHash(keyAccountManagers).length; // => 64
 * ```
 */
export function policyHash(policy: Policy): string {
  return canonicalHash(readDocument(policy, "policyHash"));
}

/** The document of a policy as plain JSON; throws what is none. */
export function readDocument(given: unknown, subject: string): unknown {
  const report = createReport("invalid-input", subject);
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    report.add([], "wrong-type", `expected a policy, which is an object, got ${show(given)}`);
    report.stop();
  }
  return plainJson(given, report);
}
