import type { CompiledPolicy } from "../../policy/compile.js";
import type { CheckedPolicy } from "../../policy/policy.js";
import { comparesPeople } from "../../scoring/cohort.js";
import type { WeightSchema } from "../../scoring/schema.js";
import type { BatchGroup, BatchInput } from "./input.js";
import type { RowsOfSchemas, Within } from "./variants.js";

/** What the rows of a group are compared with. */
export type Compared = Pick<BatchInput, "cohort" | "bands">;

/** What rows are compared with whose group is none of those given. */
export const NO_GROUP: Compared = {};

/** The axes of which a weight schema, their own or a variant's, compares people. */
export function comparingAxes(
  { axes }: Pick<CheckedPolicy, "axes">,
  parts: CompiledPolicy["parts"],
): readonly string[] {
  return axes.flatMap(({ id }) => {
    const schemas = [parts.axes[id] as WeightSchema, ...Object.values(parts.variants[id] ?? {})];
    return schemas.some(comparesPeople) ? [id] : [];
  });
}

/** The values of the attribute within which people are compared, where there are groups by it. */
export function withinOf(
  { comparedWithin }: CheckedPolicy,
  groups: readonly BatchGroup[] | undefined,
): Within | undefined {
  if (comparedWithin === undefined || groups === undefined) return undefined;
  const values = new Set(groups.flatMap(({ within }) => within ?? []));
  return { attribute: comparedWithin, values: [...values] };
}

/** The same for the same group: the value within which its people are compared, and their variants on the axes that compare. */
export function groupKey(
  { within, variants }: Partial<Pick<RowsOfSchemas, "within" | "variants">>,
  comparing: readonly string[],
): string {
  return JSON.stringify([within, ...comparing.map((axis) => variants?.[axis] ?? null)]);
}

/** Finds what rows are compared with: their own group, or what is the same for all. */
export function comparedOf(
  { cohort, bands, groups }: BatchInput,
  comparing: readonly string[],
): (rows: Pick<RowsOfSchemas, "variants" | "within"> | undefined) => Compared {
  const same = { ...(cohort === undefined ? {} : { cohort }), ...(bands === undefined ? {} : { bands }) };
  if (groups === undefined) return () => same;
  const found = new Map(groups.map((group) => [groupKey(group, comparing), group] as const));
  return (rows) => {
    const group = found.get(groupKey(rows ?? {}, comparing));
    if (group === undefined) return NO_GROUP;
    const { cohort, bands } = group;
    return { ...(cohort === undefined ? {} : { cohort }), ...(bands === undefined ? {} : { bands }) };
  };
}
