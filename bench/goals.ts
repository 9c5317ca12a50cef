import {
  ALL_LONG,
  BATCH,
  DECIMAL,
  FLOOR,
  ONE_PERSON,
  ONLY_LONG,
  SMALL_BATCH,
  SOME_LONG,
  UNROUNDED,
} from "./contestants/all.js";
import { DUCKDB, DUCKDB_CLOCK } from "./contestants/duckdb.js";
import { FLOOR_BESIDE, READING, ROWS, UNDECIDED } from "./contestants/objects.js";
import { ONE_WORKER, TWO_WORKERS } from "./contestants/workers.js";
import { ratios, type Spread, type Times } from "./measure.js";

/** What one contestant may take, in units of another. */
interface Goal {
  readonly name: string;
  readonly of: string;
  readonly by: string;
  readonly atMost?: number;
  readonly atLeast?: number;
}

const GOALS: readonly Goal[] = [
  { name: "batch / float64 by hand", of: BATCH, by: FLOOR, atMost: 0.75 },
  { name: "batch / float64 without indicator roundings", of: BATCH, by: UNROUNDED, atMost: 1.3 },
  { name: `${SOME_LONG} / float64 by hand`, of: SOME_LONG, by: FLOOR, atMost: 1 },
  { name: `${ALL_LONG} / float64 by hand`, of: ALL_LONG, by: FLOOR, atMost: 6 },
  { name: `${ONLY_LONG} / float64 by hand`, of: ONLY_LONG, by: FLOOR, atMost: 6 },
  { name: `${UNDECIDED} / float64 by hand`, of: UNDECIDED, by: FLOOR_BESIDE, atMost: 6 },
  { name: "decimal.js / batch", of: DECIMAL, by: BATCH, atLeast: 300 },
  { name: "NumPy / batch", of: "NumPy float64, the same roundings", by: BATCH, atLeast: 3 },
  { name: "batch, a row of a tenth / a row of all", of: SMALL_BATCH, by: BATCH, atMost: 1.5 },
  { name: "DuckDB DECIMAL / batch, 1 thread", of: DUCKDB, by: BATCH, atLeast: 6 },
  { name: "DuckDB DECIMAL / batch, 2 threads", of: DUCKDB_CLOCK, by: TWO_WORKERS, atLeast: 6 },
  { name: "1 worker / 2 workers", of: ONE_WORKER, by: TWO_WORKERS, atLeast: 1.7 },
  { name: "batchRows / float64 by hand", of: ROWS, by: FLOOR_BESIDE, atMost: 5 },
  { name: "objects that are only read / float64 by hand", of: READING, by: FLOOR_BESIDE },
  { name: "review with trace / decimal.js without", of: ONE_PERSON, by: DECIMAL, atMost: 1 },
];

/** One line of the table. */
export interface Measured extends Spread {
  readonly name: string;
  /** Empty for what is only told. */
  readonly goal: string;
  readonly isMet?: boolean;
}

/** The ratios of which the times have both sides. */
export function measured(times: Times): readonly Measured[] {
  return GOALS.filter(({ of, by }) => times.has(of) && times.has(by)).map(
    ({ name, of, by, atMost, atLeast }) => {
      const found = ratios(times, of, by);
      if (atMost === undefined && atLeast === undefined) return { name, ...found, goal: "" };
      const goal = atMost === undefined ? `at least ${atLeast}` : `at most ${atMost}`;
      const isMet = atMost === undefined ? found.median >= (atLeast as number) : found.median <= atMost;
      return { name, ...found, goal, isMet };
    },
  );
}
