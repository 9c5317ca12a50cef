import {
  ALL_LONG,
  BATCH,
  DECIMAL,
  FLOOR,
  ONE_LOOP,
  ONE_PERSON,
  ONE_WORKER,
  ONLY_LONG,
  READING,
  ROWS,
  SOME_LONG,
  TWO_WORKERS,
  UNDECIDED,
  UNROUNDED,
} from "./contestants/all.js";
import { DUCKDB, DUCKDB_CLOCK } from "./contestants/duckdb.js";
import { NUMPY } from "./contestants/numpy.js";
import { ratios, type Spread, type Times } from "./measure.js";

/** What one contestant may take, in units of another; of several, the dearest in units of the cheapest. */
export interface Goal {
  readonly name: string;
  readonly of: readonly string[];
  readonly by: readonly string[];
  readonly atMost?: number;
  readonly atLeast?: number;
}

export const GOALS: readonly Goal[] = [
  { name: "batch / float64 by hand", of: [BATCH], by: [FLOOR], atMost: 0.75 },
  { name: `batch / ${ONE_LOOP}`, of: [BATCH], by: [ONE_LOOP] },
  { name: "batch / float64 without indicator roundings", of: [BATCH], by: [UNROUNDED], atMost: 1.3 },
  { name: `${SOME_LONG} / float64 by hand`, of: [SOME_LONG], by: [FLOOR], atMost: 1 },
  { name: `${ALL_LONG} / float64 by hand`, of: [ALL_LONG], by: [FLOOR], atMost: 6 },
  { name: `${ONLY_LONG} / float64 by hand`, of: [ONLY_LONG], by: [FLOOR], atMost: 6 },
  { name: `${UNDECIDED} / float64 by hand`, of: [UNDECIDED], by: [FLOOR], atMost: 6 },
  { name: "decimal.js / batch", of: [DECIMAL], by: [BATCH], atLeast: 300 },
  { name: "NumPy / batch", of: [NUMPY], by: [BATCH], atLeast: 3 },
  { name: "DuckDB DECIMAL / batch, 1 thread", of: [DUCKDB], by: [BATCH], atLeast: 6 },
  { name: "DuckDB DECIMAL / batch, 2 threads", of: [DUCKDB_CLOCK], by: [TWO_WORKERS], atLeast: 6 },
  { name: "1 worker / 2 workers", of: [ONE_WORKER], by: [TWO_WORKERS] },
  { name: "batchRows / float64 by hand", of: [ROWS], by: [FLOOR], atMost: 5 },
  { name: "objects that are only read / float64 by hand", of: [READING], by: [FLOOR] },
  { name: "review with trace / decimal.js without", of: [ONE_PERSON], by: [DECIMAL], atMost: 1 },
];

/** One line of the table. */
export interface Measured extends Spread {
  readonly name: string;
  /** Empty for what is only told. */
  readonly goal: string;
  readonly isMet?: boolean;
}

/** The ratios of which the times have all sides. */
export function measured(goals: readonly Goal[], times: Times): readonly Measured[] {
  return goals
    .filter(({ of, by }) => [...of, ...by].every((name) => times.has(name)))
    .map(({ name, of, by, atMost, atLeast }) => {
      const found = ratios(times, of, by);
      if (atMost === undefined && atLeast === undefined) return { name, ...found, goal: "" };
      const goal = atMost === undefined ? `at least ${atLeast}` : `at most ${atMost}`;
      const isMet = atMost === undefined ? found.median >= (atLeast as number) : found.median <= atMost;
      return { name, ...found, goal, isMet };
    });
}
