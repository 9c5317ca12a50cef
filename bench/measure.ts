import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** Somebody who does the work, on as many rows as they have time for. */
export interface Contestant {
  readonly name: string;
  readonly rows: number;
  readonly run: () => unknown;
  /** Seconds as the contestant says them, where it runs in a process of its own. */
  readonly seconds?: () => number;
  /** Whether the clock counts, not the processor: where the work is shared among threads. */
  readonly byClock?: true;
}

/** How many times as long one takes as another, per row, over all rounds. */
export interface Spread {
  readonly least: number;
  readonly median: number;
  readonly most: number;
}

/** Nanoseconds of processor time per row, by contestant, one for each round. */
export type Times = ReadonlyMap<string, readonly number[]>;

/** The rounds that do not count: code that runs often is compiled in them. */
const WARM_UP = 2;

/** Runs the contestants in turn, round after round, after some that do not count. Each begins without the garbage of those before. */
export async function measure(contestants: readonly Contestant[], rounds: number): Promise<Times> {
  const times = new Map(contestants.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < WARM_UP + rounds; round += 1)
    for (const { name, rows, run, seconds, byClock } of contestants) {
      collectGarbage();
      const taken = seconds?.() ?? (await (byClock === true ? clockSeconds(run) : processorSeconds(run)));
      if (round >= WARM_UP) times.get(name)?.push((taken * 1e9) / rows);
    }
  return times;
}

/** Processor time, since the clock of a machine that does other things too says little. */
function processorSeconds(run: () => unknown): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

async function clockSeconds(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return (performance.now() - start) / 1e3;
}

/** Ratios of rounds, each to the same round of the other. */
export function ratios(times: Times, name: string, to: string): Spread {
  const others = times.get(to) ?? [];
  return spread((times.get(name) ?? []).map((time, round) => time / (others[round] as number)));
}

export function spread(numbers: readonly number[]): Spread {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.round(part * (sorted.length - 1))] ?? Number.NaN;
  return { least: at(0), median: at(0.5), most: at(1) };
}
