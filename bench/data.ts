import { closeSync, openSync, readSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { ATTAINMENTS, POINTS, RATINGS, TIERS } from "./policy.js";

/** Columns of people, by the names of `batch`; all contestants read the same ones. */
export interface Data {
  readonly rows: number;
  readonly numbers: { readonly [column: string]: Float64Array };
  /** Positions in the policy's tiers. */
  readonly tiers: Uint8Array;
}

/** Evidence with two decimals, the same for the same seed; of fewer rows, the first ones. */
export function dataOf(rows: number, seed: number): Data {
  const generator = xoroshiro128plus(seed);
  const columns = RANGES.map(([name, least, most]) => ({ name, least, most, to: new Float64Array(rows) }));
  const tiers = new Uint8Array(rows);
  for (let row = 0; row < rows; row += 1) {
    for (const { least, most, to } of columns) to[row] = uniformInt(generator, least * 100, most * 100) / 100;
    tiers[row] = uniformInt(generator, 0, TIERS.length - 1);
  }
  return { rows, numbers: Object.fromEntries(columns.map(({ name, to }) => [name, to])), tiers };
}

/** The columns of evidence, with the least and the most that each may be. */
const RANGES: readonly (readonly [string, number, number])[] = [
  ...RATINGS.map((id) => [`evidence.${id}`, 1, 5] as const),
  ...ATTAINMENTS.flatMap(
    (id) =>
      [
        [`evidence.${id}.actual`, 30_000, 150_000],
        [`evidence.${id}.target`, 80_000, 120_000],
      ] as const,
  ),
  ...POINTS.map((id) => [`evidence.${id}`, 0, 100] as const),
];

/** Writes each column as a file of a folder, as its bytes. */
export function writeData({ numbers, tiers }: Data, folder: string): void {
  for (const [name, column] of Object.entries(numbers)) writeFileSync(join(folder, name), column);
  writeFileSync(join(folder, "tier"), tiers);
}

/** The first rows of what `writeData` has written. */
export function readData(folder: string, rows: number): Data {
  const column = (name: string) => {
    const to = new Float64Array(rows);
    readInto(join(folder, name), new Uint8Array(to.buffer));
    return [name, to] as const;
  };
  const tiers = new Uint8Array(rows);
  readInto(join(folder, "tier"), tiers);
  return { rows, numbers: Object.fromEntries(RANGES.map(([name]) => column(name))), tiers };
}

function readInto(file: string, bytes: Uint8Array): void {
  const opened = openSync(file, "r");
  for (let at = 0; at < bytes.length; ) {
    const read = readSync(opened, bytes, at, bytes.length - at, at);
    if (read === 0) throw new Error(`${file} has fewer rows`);
    at += read;
  }
  closeSync(opened);
}

/** The same, in which every so many rows a number has as many digits as fit, so that no whole numbers hold it. */
export function withLongNumbers(data: Data, every: number): Data {
  const name = "evidence.satisfaction";
  const long = Float64Array.from(columnOf(data, name), (value, row) =>
    row % every === 0 ? value / 3 + 1 / 7 : value,
  );
  return { ...data, numbers: { ...data.numbers, [name]: long } };
}

/** The same, in which every number has as many digits as fit. */
export function withLongNumbersOnly(data: Data): Data {
  const middle = (name: string) => (name.includes(".", 9) ? 100_000 : 3);
  const long = Object.entries(data.numbers).map(([name, column]) => [
    name,
    Float64Array.from(column, (value) => value - (value - middle(name)) / 3e11),
  ]);
  return { ...data, numbers: Object.fromEntries(long) };
}

/** The first rows of data. */
export function firstRows({ numbers, tiers }: Data, rows: number): Data {
  return {
    rows,
    numbers: Object.fromEntries(
      Object.entries(numbers).map(([name, column]) => [name, column.subarray(0, rows)]),
    ),
    tiers: tiers.subarray(0, rows),
  };
}

export function columnOf({ numbers }: Data, name: string): Float64Array {
  const column = numbers[name];
  if (column === undefined) throw new Error(`there is no column ${name}`);
  return column;
}
