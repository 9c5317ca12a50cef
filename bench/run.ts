import { absent } from "./absent.js";
import { checkContestants, contestants } from "./contestants/all.js";
import { numpy } from "./contestants/numpy.js";
import { dataOf } from "./data.js";
import { measured } from "./goals.js";
import { measure, spread } from "./measure.js";
import { memoryPerPerson } from "./memory.js";
import { sizes, timings } from "./once.js";
import { ratioTable, table, timingTable } from "./table.js";

export interface BenchOptions {
  readonly rows: number;
  readonly rounds: number;
  readonly seed: number;
  /** Whether what happens once is timed too: `npm start`, imports. */
  readonly once: boolean;
  /** Where NumPy reads its columns, and what is timed writes its files. */
  readonly folder: string;
}

/** Checks the contestants, measures them and tells the result as Markdown. */
export function bench({ rows, rounds, seed, once, folder }: BenchOptions): string {
  const data = dataOf(rows, seed);
  const wrong = checkContestants(data);
  const other = numpy(data, folder);
  const all = [...contestants(data), ...(other === undefined ? [] : [other])];
  const times = measure(all, rounds);
  const perRow = all.map(({ name }) => {
    const { least, median, most } = spread(times.get(name) ?? []);
    return [name, ...[least, median, most].map((one) => String(Math.round(one)))];
  });
  const absents = [...(other === undefined ? ["NumPy: not installed"] : []), ...absent()];
  return [
    `${rows} rows with the seed ${seed}, ${rounds} rounds, Node ${process.versions.node}.`,
    ratioTable(measured(times)),
    table(["nanoseconds of processor time per row", "least", "median", "most"], perRow),
    `The exact contestants have the same results. float64 by hand is wrong in ${wrong.floor} of ${rows} rows (${((100 * wrong.floor) / rows).toFixed(2)} %).`,
    `Memory of batch beyond inputs and outputs: ${memoryPerPerson(data).toFixed(1)} bytes a person.`,
    `Not measured: ${absents.join("; ")}.`,
    ...(once ? [timingTable(timings(Math.min(rounds, 3), folder)), table(["size", ""], sizes())] : []),
  ].join("\n\n");
}
