import {
  ALL_LONG,
  BATCH,
  DECIMAL,
  FLOOR,
  ONE_PERSON,
  SMALL_BATCH,
  SOME_LONG,
  UNROUNDED,
} from "./contestants/all.js";
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
  { name: "batch, 1 % of rows one by one / float64 by hand", of: SOME_LONG, by: FLOOR, atMost: 1 },
  { name: "batch, every row one by one / float64 by hand", of: ALL_LONG, by: FLOOR, atMost: 6 },
  { name: "decimal.js / batch", of: DECIMAL, by: BATCH, atLeast: 300 },
  { name: "NumPy / batch", of: "NumPy float64, the same roundings", by: BATCH, atLeast: 3 },
  { name: "batch, a row of a tenth / a row of all", of: SMALL_BATCH, by: BATCH, atMost: 1.5 },
  { name: "review with trace / decimal.js without", of: ONE_PERSON, by: DECIMAL, atMost: 1 },
];

/** One line of the table. */
export interface Measured extends Spread {
  readonly name: string;
  readonly goal: string;
  readonly isMet: boolean;
}

/** The ratios of which the times have both sides. */
export function measured(times: Times): readonly Measured[] {
  return GOALS.filter(({ of, by }) => times.has(of) && times.has(by)).map(
    ({ name, of, by, atMost, atLeast }) => {
      const found = ratios(times, of, by);
      const goal = atMost === undefined ? `at least ${atLeast}` : `at most ${atMost}`;
      const isMet = atMost === undefined ? found.median >= (atLeast as number) : found.median <= atMost;
      return { name, ...found, goal, isMet };
    },
  );
}
