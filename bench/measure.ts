/** Somebody who does the work, on as many rows as they have time for. */
export interface Contestant {
  readonly name: string;
  readonly rows: number;
  /** Does the work once, and says how many seconds it took. */
  readonly seconds: () => number | Promise<number>;
}

/** How many times as long one takes as another, per row, over all rounds. */
export interface Spread {
  readonly least: number;
  readonly median: number;
  readonly most: number;
}

/** Nanoseconds per row, by contestant, one for each round. */
export type Times = ReadonlyMap<string, readonly number[]>;

/** Runs the contestants in turn, round after round. */
export async function measure(contestants: readonly Contestant[], rounds: number): Promise<Times> {
  const times = new Map(contestants.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round += 1)
    for (const { name, rows, seconds } of contestants)
      times.get(name)?.push(((await seconds()) * 1e9) / rows);
  return times;
}

/** Ratios of rounds, each to the same round of the others: the dearest of some to the cheapest of others. */
export function ratios(times: Times, some: readonly string[], others: readonly string[]): Spread {
  const rounds = Math.min(...[...some, ...others].map((name) => times.get(name)?.length ?? 0));
  const at = (names: readonly string[], round: number) => names.map((name) => times.get(name)?.[round] ?? 0);
  return spread(
    Array.from(
      { length: rounds },
      (_, round) => Math.max(...at(some, round)) / Math.min(...at(others, round)),
    ),
  );
}

export function spread(numbers: readonly number[]): Spread {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.round(part * (sorted.length - 1))] ?? Number.NaN;
  return { least: at(0), median: at(0.5), most: at(1) };
}
