import { checkContestants, contestants } from "./contestants/all.js";
import { duckdb, duckdbOutputs } from "./contestants/duckdb.js";
import { hyperformula, hyperformulaOutputs } from "./contestants/hyperformula.js";
import { numpy, numpyOutputs } from "./contestants/numpy.js";
import { objectContestants } from "./contestants/objects.js";
import { outputsOf, tierwiseBatch } from "./contestants/tierwise.js";
import { workerContestants } from "./contestants/workers.js";
import { type Data, dataOf, firstRows } from "./data.js";
import { measured } from "./goals.js";
import { type Contestant, measure, spread, type Times } from "./measure.js";
import { memoryPerPerson } from "./memory.js";
import { sizes, timings } from "./once.js";
import { differences } from "./outputs.js";
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
export async function bench({ rows, rounds, seed, once, folder }: BenchOptions): Promise<string> {
  const data = dataOf(rows, seed);
  const wrong = checkContestants(data);
  const others = otherProjects(data, folder);
  const { contestants: ofWorkers, close } = await workerContestants(data);
  const first = [...contestants(data), ...ofWorkers, ...others.contestants];
  const timesOfFirst = await measure(first, rounds);
  await close();
  const ofObjects = [...objectContestants(data), ...others.sheets];
  const times: Times = new Map([...timesOfFirst, ...(await measure(ofObjects, rounds))]);
  const all = [...first, ...ofObjects];
  const perRow = all.map(({ name }) => {
    const { least, median, most } = spread(times.get(name) ?? []);
    return [name, ...[least, median, most].map((one) => String(Math.round(one)))];
  });
  const part = (count: number, of: number) => `${count} of ${of} rows (${((100 * count) / of).toFixed(2)} %)`;
  return [
    `${rows} rows with the seed ${seed}, ${rounds} rounds, Node ${process.versions.node}.`,
    ratioTable(measured(times)),
    table(["nanoseconds per row", "least", "median", "most"], perRow),
    `The exact contestants have the same results. float64 by hand is wrong in ${part(wrong.floor, rows)}.`,
    ...others.wrong.map(({ name, count, of }) => `${name} is wrong in ${part(count, of)}.`),
    `Memory of batch beyond inputs and outputs: ${memoryPerPerson(data).toFixed(1)} bytes a person.`,
    ...(others.absent.length > 0
      ? [`Not measured, as they are not installed: ${others.absent.join(", ")}.`]
      : []),
    ...(once ? [timingTable(timings(Math.min(rounds, 3), folder)), table(["size", ""], sizes())] : []),
  ].join("\n\n");
}

const SHEET = "HyperFormula";

interface OtherProjects {
  readonly contestants: readonly Contestant[];
  /** Those that fill this process with objects. */
  readonly sheets: readonly Contestant[];
  readonly wrong: readonly { readonly name: string; readonly count: number; readonly of: number }[];
  readonly absent: readonly string[];
}

/** Contestants of other projects where they are installed, and in how many rows each differs from batch. */
function otherProjects(data: Data, folder: string): OtherProjects {
  const few = firstRows(data, Math.max(1, Math.floor(data.rows / 100)));
  const found = [
    {
      name: "NumPy",
      of: data.rows,
      contestants: [numpy(data, folder)],
      outputs: () => numpyOutputs(data, folder),
    },
    {
      name: "DuckDB",
      of: data.rows,
      contestants: duckdb(data, folder),
      outputs: () => duckdbOutputs(data, folder),
    },
    {
      name: SHEET,
      of: few.rows,
      contestants: [hyperformula(few)],
      outputs: () => hyperformulaOutputs(few),
    },
  ].map((one) => ({ ...one, contestants: one.contestants.filter((other) => other !== undefined) }));
  const exact = outputsOf(tierwiseBatch(data));
  const installed = found.filter(({ contestants: own }) => own.length > 0);
  return {
    contestants: installed.filter(({ name }) => name !== SHEET).flatMap(({ contestants: own }) => own),
    sheets: installed.filter(({ name }) => name === SHEET).flatMap(({ contestants: own }) => own),
    wrong: installed.map(({ name, of, outputs }) => ({
      name,
      of,
      count: differences(outputs() ?? exact, exact),
    })),
    absent: found.filter(({ contestants: own }) => own.length === 0).map(({ name }) => name),
  };
}
