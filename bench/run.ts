import { checkContestants } from "./check.js";
import { ENTRIES } from "./contestants/all.js";
import { duckdb, duckdbOutputs } from "./contestants/duckdb.js";
import { HYPERFORMULA_ENTRY, hyperformulaOutputs } from "./contestants/hyperformula.js";
import { numpy, numpyOutputs } from "./contestants/numpy.js";
import { outputsOf, tierwiseBatch } from "./contestants/tierwise.js";
import { type Data, dataOf, firstRows, readData, writeData } from "./data.js";
import { FOOTPRINT_HEAD, footprints } from "./footprint/footprint.js";
import { GOALS, measured } from "./goals.js";
import { type Contestant, measure, spread, type Times } from "./measure.js";
import { memoryPerPerson } from "./memory.js";
import { sizes as fileSizes, timings } from "./once.js";
import { differences } from "./outputs.js";
import { startProcesses } from "./processes.js";
import { measureSizes } from "./sizes.js";
import { ratioTable, table, timingTable } from "./table.js";

/** Memory is looked at after each small space of objects, which takes long. */
const FOOTPRINT_ROWS = 200_000;

export interface BenchOptions {
  readonly rows: number;
  /** The numbers of people of which batch is measured besides. */
  readonly sizes: readonly number[];
  readonly rounds: number;
  /** Seconds for which each contestant runs before it is timed. */
  readonly warmUp: number;
  readonly seed: number;
  /** Whether what happens once is measured too: `npm start`, imports, the memory of each group function. */
  readonly once: boolean;
  /** Where the contestants read their columns, and what is timed writes its files. */
  readonly folder: string;
}

/** Checks the contestants, measures them and tells the result as Markdown. */
export async function bench(options: BenchOptions): Promise<string> {
  const { rows, sizes, rounds, seed, once, folder } = options;
  writeData(dataOf(Math.max(rows, ...sizes), seed), folder);
  const data = readData(folder, rows);
  const wrong = checkContestants(data);
  const others = otherProjects(data, folder);
  const { contestants, close } = await startProcesses(ENTRIES, rows, options);
  const timesOfAll = await measure([...contestants, ...others.contestants], rounds);
  close();
  const ofSizes = await measureSizes(sizes, rounds, options);
  const times: Times = new Map([...timesOfAll, ...ofSizes.times]);
  const perRow = [...times].map(([name, own]) => {
    const { least, median, most } = spread(own);
    return [name, ...[least, median, most].map((one) => String(Math.round(one)))];
  });
  const part = (count: number, of: number) => `${count} of ${of} rows (${((100 * count) / of).toFixed(2)} %)`;
  return [
    `${rows} rows with the seed ${seed}, ${rounds} rounds, Node ${process.versions.node}.`,
    ratioTable([...measured(GOALS, times), ...ofSizes.lines]),
    table(["nanoseconds per row", "least", "median", "most"], perRow),
    `The exact contestants have the same results. float64 by hand is wrong in ${part(wrong.floor, rows)}.`,
    ...others.wrong.map(({ name, count, of }) => `${name} is wrong in ${part(count, of)}.`),
    `Memory of batch beyond inputs and outputs: ${memoryPerPerson(data).toFixed(1)} bytes a person.`,
    ...(once ? [table(FOOTPRINT_HEAD, footprints(Math.min(rows, FOOTPRINT_ROWS), seed))] : []),
    ...(others.absent.length > 0
      ? [`Not measured, as they are not installed: ${others.absent.join(", ")}.`]
      : []),
    ...(once ? [timingTable(timings(Math.min(rounds, 3), folder)), table(["size", ""], fileSizes())] : []),
  ].join("\n\n");
}

interface OtherProjects {
  /** Those that are not in ENTRIES, as they run in processes of Python. */
  readonly contestants: readonly Contestant[];
  readonly wrong: readonly { readonly name: string; readonly count: number; readonly of: number }[];
  readonly absent: readonly string[];
}

/** Contestants of other projects where they are installed, and in how many rows each differs from batch. */
function otherProjects(data: Data, folder: string): OtherProjects {
  const { rows } = data;
  const few = firstRows(data, Math.max(1, Math.floor(rows / 100)));
  const python = [
    { name: "NumPy", of: rows, found: numpy(rows, folder), outputs: () => numpyOutputs(data, folder) },
    { name: "DuckDB", of: rows, found: duckdb(data, folder), outputs: () => duckdbOutputs(data, folder) },
  ];
  const all = [
    ...python,
    {
      name: "HyperFormula",
      of: few.rows,
      found: HYPERFORMULA_ENTRY,
      outputs: () => hyperformulaOutputs(few),
    },
  ];
  const exact = outputsOf(tierwiseBatch(data));
  return {
    contestants: python.flatMap(({ found }) => found),
    wrong: all
      .filter(({ found }) => found.length > 0)
      .map(({ name, of, outputs }) => ({ name, of, count: differences(outputs() ?? exact, exact) })),
    absent: all.filter(({ found }) => found.length === 0).map(({ name }) => name),
  };
}
