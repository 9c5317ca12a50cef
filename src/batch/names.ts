import type { CheckedPolicy } from "../policy/policy.js";
import { evidenceNames, scoredNames } from "../scoring/check-items.js";
import { payNames } from "./pay/names.js";

/** The names that a policy has a use for. */
export interface KnownNames {
  readonly evidence: ReadonlySet<string>;
  /** What has earlier scores: indicators, composites too. */
  readonly scored: ReadonlySet<string>;
  readonly axes: ReadonlySet<string>;
  /** What pay depends on; empty where it is not asked for. */
  readonly paid: ReadonlySet<string>;
}

export function knownNames(policy: CheckedPolicy, pays: boolean): KnownNames {
  const schemas = policy.axes.flatMap(({ variants = [], ...axis }) => [
    axis,
    ...variants,
  ]) as readonly Schema[];
  return {
    evidence: new Set(schemas.flatMap(evidenceNames)),
    scored: new Set(schemas.flatMap(scoredNames)),
    axes: new Set(policy.axes.map(({ id }) => id)),
    paid: pays ? payNames(policy) : new Set(),
  };
}

type Schema = Parameters<typeof evidenceNames>[0];
