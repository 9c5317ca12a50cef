/** Counts one more of a kind, if a condition is met. A kind that is not listed is a mistake of the check itself. */
export type Count = (group: string, kind: string, met?: boolean) => void;

export interface Coverage {
  readonly count: Count;
  /** The kinds that were never met. */
  missing(): readonly string[];
  /** All counts, a line for each group. */
  print(): string;
}

/** Counts of kinds that are listed by group. */
export function coverage(listed: Readonly<Record<string, readonly string[]>>): Coverage {
  const counts = new Map(
    Object.entries(listed).map(([group, kinds]) => [group, new Map(kinds.map((kind) => [kind, 0]))]),
  );
  return {
    count(group, kind, met = true) {
      const kinds = counts.get(group);
      const before = kinds?.get(kind);
      if (kinds === undefined || before === undefined) throw new Error(`${group}: ${kind} is not listed`);
      if (met) kinds.set(kind, before + 1);
    },
    missing: () =>
      [...counts].flatMap(([group, kinds]) =>
        [...kinds].filter(([, times]) => times === 0).map(([kind]) => `${group}: ${kind}`),
      ),
    print: () =>
      [...counts]
        .map(
          ([group, kinds]) =>
            `  ${group}: ${[...kinds].map(([kind, times]) => `${kind} ${times}`).join(", ")}`,
        )
        .join("\n"),
  };
}
