import type { Batch } from "tierwise/batch";
import { startWorkers } from "tierwise/workers";
import type { Data } from "../data.js";
import { policy } from "../policy.js";
import { inputOf } from "./tierwise.js";

/** Batch over so many workers that are started already, on columns of shared memory. */
export async function overWorkers(data: Data, workers: number): Promise<() => Promise<Batch>> {
  const input = inputOf({
    ...data,
    numbers: Object.fromEntries(Object.entries(data.numbers).map(sharedColumn)),
  });
  const review = (await startWorkers({ workers })).batch(policy);
  return () => review(input);
}

function sharedColumn([name, column]: readonly [string, Float64Array]) {
  const shared = new Float64Array(new SharedArrayBuffer(column.byteLength));
  shared.set(column);
  return [name, shared] as const;
}
