import type { RaterKind } from "./raters.js";

/** What becomes of the ratings of one kind. */
export interface Pool {
  /** The kinds, by their positions, whose ratings are summarised together; none where they do not count. */
  readonly of: readonly number[];
  /** The kind whose summary it is. */
  readonly by: number;
  readonly outcome: "counted" | "merged" | "dropped" | "too-few";
}

/** Which ratings count together, by how many of each kind there are. */
export function poolsOf(
  kinds: readonly Pick<RaterKind, "id" | "minimum" | "belowMinimum">[],
  counts: readonly number[],
): readonly Pool[] {
  const joinedBy = kinds.map(({ minimum, belowMinimum }, at) =>
    belowMinimum.kind === "merge" && (counts[at] as number) < minimum
      ? kinds.findIndex(({ id }) => id === belowMinimum.into)
      : at,
  );
  return kinds.map(({ minimum, belowMinimum }, at): Pool => {
    const by = joinedBy[at] as number;
    const joining = joinedBy.flatMap((into, other) => (into === by && other !== by ? [other] : []));
    const of = [by, ...joining];
    const count = of.reduce((all, one) => all + (counts[one] as number), 0);
    const least = Math.max(...of.map((one) => (kinds[one] as RaterKind).minimum));
    if (joining.length > 0 && count >= least) return { of, by, outcome: at === by ? "counted" : "merged" };
    if (at === by && (counts[at] as number) >= minimum) return { of: [at], by, outcome: "counted" };
    const isError = at === by && belowMinimum.kind === "error";
    return { of: [], by, outcome: isError ? "too-few" : "dropped" };
  });
}
