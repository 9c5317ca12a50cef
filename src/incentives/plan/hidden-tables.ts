import { readRatio } from "../../kernel/number.js";
import { compare } from "../../kernel/rational.js";
import type { CheckedCommission, Condition } from "../commission/plan.js";

/** Tables of a plan of which all deals go to one earlier table. */
export function hiddenTables(
  tables: NonNullable<CheckedCommission["tables"]>,
): readonly { readonly index: number; readonly by: string }[] {
  return tables.flatMap(({ when }, index) => {
    const earlier = tables.slice(0, index).find((one) => takesAll(one.when ?? [], when ?? []));
    return earlier === undefined ? [] : [{ index, by: earlier.id }];
  });
}

/** Whether whatever fits `later` fits `earlier`: each condition of the one follows from one of the other. */
function takesAll(earlier: readonly Condition[], later: readonly Condition[]): boolean {
  return earlier.every((wide) => later.some((narrow) => follows(wide, narrow)));
}

function follows(wide: Condition, narrow: Condition): boolean {
  if ("attribute" in wide)
    return (
      "attribute" in narrow &&
      narrow.attribute === wide.attribute &&
      narrow.is.every((value) => wide.is.includes(value))
    );
  if (!("deal" in narrow) || narrow.deal !== wide.deal) return false;
  return (
    isAtMost(wide.atLeast, narrow.atLeast, wide.atLeast) && isAtMost(narrow.atMost, wide.atMost, wide.atMost)
  );
}

type Limit = number | string | undefined;

/** Whether one limit is at most another; always where the wide one is none, and never where only the narrow one is. */
function isAtMost(low: Limit, high: Limit, wide: Limit): boolean {
  if (wide === undefined) return true;
  return low !== undefined && high !== undefined && compare(readRatio(low), readRatio(high)) <= 0;
}
