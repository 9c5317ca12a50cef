import type { CheckedPolicy } from "../../policy/policy.js";
import { evidenceNames, scoredNames } from "../../scoring/check-items.js";
import type { IndicatorItem, WeightSchemaItem } from "../../scoring/items.js";
import { payNames } from "./pay-names.js";

/** The names that a policy has a use for. */
export interface KnownNames {
  readonly evidence: ReadonlySet<string>;
  /** What has earlier scores: indicators, composites too. */
  readonly scored: ReadonlySet<string>;
  readonly axes: ReadonlySet<string>;
  readonly lists: ListShapes;
  /** What pay depends on; empty where it is not asked for. */
  readonly paid: ReadonlySet<string>;
  /** What pay would depend on, where it is not asked for. */
  readonly unpaid: ReadonlySet<string>;
}

/** The indicators whose lists are not just of numbers. */
export interface ListShapes {
  readonly rated: ReadonlySet<string>;
  readonly goals: ReadonlySet<string>;
}

export function listShapes(policy: CheckedPolicy): ListShapes {
  const leaves = schemasOf(policy).flatMap(({ indicators }) => leavesIn(indicators));
  const idsOf = (some: readonly WeightSchemaItem[]) => new Set(some.map(({ id }) => id));
  return {
    rated: idsOf(leaves.filter(({ raters }) => raters !== undefined)),
    goals: idsOf(leaves.filter(({ measure }) => measure?.kind === "goal-attainment")),
  };
}

function leavesIn(items: readonly WeightSchemaItem[]): readonly IndicatorItem[] {
  return items.flatMap((item) => {
    if (item.indicators !== undefined) return leavesIn(item.indicators);
    return item.measure?.kind === "composite" ? leavesIn(item.measure.indicators) : [item];
  });
}

function schemasOf(policy: CheckedPolicy): readonly Schema[] {
  return policy.axes.flatMap(({ variants = [], ...axis }) => [axis, ...variants]) as readonly Schema[];
}

/** The column of an attribute. */
export function attributeColumn(attribute: string): string {
  return attribute === "tier" ? "tier" : `attributes.${attribute}`;
}

export function knownNames(policy: CheckedPolicy, pays: boolean): KnownNames {
  const schemas = schemasOf(policy);
  return {
    evidence: new Set(schemas.flatMap(evidenceNames)),
    scored: new Set(schemas.flatMap(scoredNames)),
    lists: listShapes(policy),
    axes: new Set(policy.axes.map(({ id }) => id)),
    paid: pays ? payNames(policy) : new Set(),
    unpaid: pays || policy.incentives === undefined ? new Set() : payNames(policy),
  };
}

type Schema = Parameters<typeof evidenceNames>[0];
