import { misspeltFor } from "../../kernel/show.js";
import type { CheckedPlaces } from "./rules.js";

/** A group with places of its own in which none of the people is: it is empty just now, or its name is misspelt. */
export interface EmptyGroup {
  readonly group: string;
  /** The group of some of the people that is perhaps meant. */
  readonly meant?: string;
}

/** Groups with quotas in which nobody is. */
export interface WithEmptyGroups {
  /** In the order of the quotas; absent where each has somebody. */
  readonly emptyGroups?: readonly EmptyGroup[];
}

/** Finds the groups of quotas that none of the people's groups is. */
export function emptyGroupsOf(
  quotas: CheckedPlaces["quotas"],
  groups: readonly (string | undefined)[],
): WithEmptyGroups {
  const named = new Set(quotas.flatMap(({ group }) => group ?? []));
  const others = groups.flatMap((group) => (group === undefined || named.has(group) ? [] : [group]));
  const emptyGroups = [...named]
    .filter((group) => !groups.includes(group))
    .map((group): EmptyGroup => {
      const meant = misspeltFor(group, others);
      return { group, ...(meant === undefined ? {} : { meant }) };
    });
  return emptyGroups.length === 0 ? {} : { emptyGroups };
}
