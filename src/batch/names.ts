import type { CheckedPolicy } from "../policy/policy.js";
import { evidenceNames } from "../scoring/check-items.js";
import { payNames } from "./pay/names.js";

/** The names that a policy has a use for. */
export interface KnownNames {
  readonly evidence: ReadonlySet<string>;
  readonly axes: ReadonlySet<string>;
  /** What pay depends on; empty where it is not asked for. */
  readonly paid: ReadonlySet<string>;
}

export function knownNames(policy: CheckedPolicy, pays: boolean): KnownNames {
  const evidence = policy.axes.flatMap(({ variants = [], ...axis }) =>
    [axis, ...variants].flatMap((schema) => evidenceNames(schema as Parameters<typeof evidenceNames>[0])),
  );
  return {
    evidence: new Set(evidence),
    axes: new Set(policy.axes.map(({ id }) => id)),
    paid: pays ? payNames(policy) : new Set(),
  };
}
