import { BATCH, contestant, ONE_WORKER, TWO_WORKERS } from "./contestants/all.js";
import { type Goal, type Measured, measured } from "./goals.js";
import { measure, type Times } from "./measure.js";
import { startProcesses } from "./processes.js";

const SIZES = [10_000, 100_000, 1_000_000, 10_000_000];

/** What contestants of all sizes need at once, for each row of the largest: columns, results, and both once more in the workers' processes. */
const BYTES_PER_ROW = 1000;

/** The numbers of people that so much memory allows. */
export function sizesWithin(bytes: number, most: number): readonly number[] {
  return SIZES.filter((size) => size <= most && size * BYTES_PER_ROW <= bytes);
}

/** How batch does with few people and with many, and what a second worker brings with the most. */
export async function measureSizes(
  sizes: readonly number[],
  rounds: number,
  options: { readonly folder: string; readonly warmUp: number },
): Promise<{ readonly times: Times; readonly lines: readonly Measured[] }> {
  const largest = Math.max(...sizes);
  const groups = [
    ...sizes.map((rows) => ({ rows, names: [BATCH] })),
    { rows: largest, names: [ONE_WORKER, TWO_WORKERS] },
  ];
  const started = [];
  for (const { rows, names } of groups) {
    const { contestants, close } = await startProcesses(names.map(contestant), rows, options);
    started.push({ close, contestants: contestants.map((one) => ({ ...one, name: sized(one.name, rows) })) });
  }
  const times = await measure(
    started.flatMap(({ contestants }) => contestants),
    rounds,
  );
  for (const { close } of started) close();
  return { times, lines: measured(goalsOf(sizes), times) };
}

function goalsOf(sizes: readonly number[]): readonly Goal[] {
  const all = sizes.map((rows) => sized(BATCH, rows));
  const largest = Math.max(...sizes);
  return [
    {
      name: `batch, the dearest row of ${inWords(Math.min(...sizes))} to ${inWords(largest)} / the cheapest`,
      of: all,
      by: all,
      atMost: 1.5,
    },
    {
      name: `1 worker / 2 workers, ${inWords(largest)} rows`,
      of: [sized(ONE_WORKER, largest)],
      by: [sized(TWO_WORKERS, largest)],
      atLeast: 1.7,
    },
  ];
}

function sized(name: string, rows: number): string {
  return `${name}, ${inWords(rows)} rows`;
}

function inWords(rows: number): string {
  return rows.toLocaleString("en");
}
