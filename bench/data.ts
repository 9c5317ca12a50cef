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

/** Evidence with two decimals, the same for the same seed. */
export function dataOf(rows: number, seed: number): Data {
  const generator = xoroshiro128plus(seed);
  const column = (least: number, most: number) =>
    Float64Array.from({ length: rows }, () => uniformInt(generator, least * 100, most * 100) / 100);
  const numbers: Record<string, Float64Array> = {};
  for (const id of RATINGS) numbers[`evidence.${id}`] = column(1, 5);
  for (const id of ATTAINMENTS) {
    numbers[`evidence.${id}.actual`] = column(30_000, 150_000);
    numbers[`evidence.${id}.target`] = column(80_000, 120_000);
  }
  for (const id of POINTS) numbers[`evidence.${id}`] = column(0, 100);
  return {
    rows,
    numbers,
    tiers: Uint8Array.from({ length: rows }, () => uniformInt(generator, 0, TIERS.length - 1)),
  };
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
