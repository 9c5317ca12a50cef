import { startWorkers } from "tierwise/workers";
import type { Data } from "../data.js";
import type { Contestant } from "../measure.js";
import { policy } from "../policy.js";
import { inputOf } from "./tierwise.js";

export const ONE_WORKER = "batch, 1 worker, by the clock";
export const TWO_WORKERS = "batch, 2 workers, by the clock";

/** One and two workers that are started already, on columns of shared memory; `close` ends them. */
export async function workerContestants(
  data: Data,
): Promise<{ readonly contestants: readonly Contestant[]; readonly close: () => Promise<void> }> {
  const shared = { ...data, numbers: Object.fromEntries(Object.entries(data.numbers).map(sharedColumn)) };
  const input = inputOf(shared);
  const pools = [
    { name: ONE_WORKER, pool: await startWorkers({ workers: 1 }) },
    { name: TWO_WORKERS, pool: await startWorkers({ workers: 2 }) },
  ];
  return {
    contestants: pools.map(({ name, pool }) => {
      const review = pool.batch(policy);
      return { name, rows: data.rows, run: () => review(input), byClock: true };
    }),
    close: async () => {
      for (const { pool } of pools) await pool.close();
    },
  };
}

function sharedColumn([name, column]: readonly [string, Float64Array]) {
  const shared = new Float64Array(new SharedArrayBuffer(column.byteLength));
  shared.set(column);
  return [name, shared] as const;
}
