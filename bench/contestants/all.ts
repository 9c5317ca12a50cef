import { type Data, withLongNumbers, withLongNumbersOnly } from "../data.js";
import { decimalPerson } from "./decimal.js";
import type { Entry } from "./entry.js";
import { floor, floorInOneLoop, unroundedFloor } from "./floor.js";
import { HYPERFORMULA_ENTRY } from "./hyperformula.js";
import { objectsOf, readObjects, tierwiseRows } from "./objects.js";
import { compileUndecided, onePerson, tierwiseBatch } from "./tierwise.js";
import { overWorkers } from "./workers.js";

export const FLOOR = "float64 by hand";
export const ONE_LOOP = "float64 by hand, in one loop";
export const UNROUNDED = "float64 by hand, indicators not rounded";
export const DECIMAL = "decimal.js, straightforward";
export const BATCH = "batch";
export const SOME_LONG = "batch, a long number in 1 % of rows";
export const ALL_LONG = "batch, a long number in every row";
export const ONLY_LONG = "batch, no number that is not long";
export const UNDECIDED = "batch, a number in every row that only fractions decide";
export const ONE_PERSON = "review, one person after the other, with trace";
export const ONE_WORKER = "batch, 1 worker, by the clock";
export const TWO_WORKERS = "batch, 2 workers, by the clock";
export const ROWS = "batchRows, people as objects";
export const READING = "people as objects, read by hand and nothing else";

const on = (name: string, run: (data: Data) => unknown): Entry => ({
  name,
  prepare: (data) => () => run(data),
});

/** All that run in a process of their own, those of other projects too where they are installed. */
export const ENTRIES: readonly Entry[] = [
  on(FLOOR, floor),
  on(ONE_LOOP, floorInOneLoop),
  on(UNROUNDED, unroundedFloor),
  on(BATCH, tierwiseBatch),
  batchOf(SOME_LONG, (data) => withLongNumbers(data, 100)),
  batchOf(ALL_LONG, (data) => withLongNumbers(data, 1)),
  batchOf(ONLY_LONG, withLongNumbersOnly),
  { name: UNDECIDED, part: 0.1, prepare: compileUndecided },
  { name: ONE_PERSON, part: 0.01, prepare: (data) => everybody(data, onePerson(data)) },
  { name: DECIMAL, part: 0.01, prepare: (data) => everybody(data, decimalPerson(data)) },
  { name: ONE_WORKER, byClock: true, prepare: (data) => overWorkers(data, 1) },
  { name: TWO_WORKERS, byClock: true, prepare: (data) => overWorkers(data, 2) },
  { name: ROWS, part: 0.25, prepare: (data) => given(objectsOf(data), tierwiseRows) },
  { name: READING, part: 0.25, prepare: (data) => given(objectsOf(data), readObjects) },
  ...HYPERFORMULA_ENTRY,
];

export function contestant(name: string): Entry {
  const found = ENTRIES.find((entry) => entry.name === name);
  if (found === undefined) throw new Error(`there is no contestant ${name}`);
  return found;
}

function batchOf(name: string, changed: (data: Data) => Data): Entry {
  return { name, prepare: (data) => given(changed(data), tierwiseBatch) };
}

function given<T>(input: T, run: (input: T) => unknown): () => unknown {
  return () => run(input);
}

function everybody({ rows }: Data, person: (row: number) => unknown): () => void {
  return () => {
    for (let row = 0; row < rows; row += 1) person(row);
  };
}
