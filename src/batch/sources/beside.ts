import { type Rational, rationalText } from "../../kernel/rational.js";
import type { InputColumn, ListColumn } from "../columns/columns.js";
import { presenceIn } from "../columns/kinds.js";
import { type ValueAt, valuesOf } from "../columns/rows.js";
import {
  ceilingDivide,
  fits,
  floorDivide,
  greater,
  lesser,
  type Source,
  withCommonDenominator,
} from "../forms/forms.js";
import type { Beside, ByLabel } from "./inputs.js";
import type { MadeSource } from "./sources.js";

type Columns = Readonly<Record<string, InputColumn>>;

/** What stands in where a part of evidence is not said. */
export interface Filling {
  /** Whether a row has another part. */
  readonly has: (row: number) => boolean;
  readonly numbers: readonly Rational[];
  /** Which of the numbers counts in a row; where none does, the row is set aside. */
  readonly at: (row: number) => number;
  /** What becomes of a row without any part. */
  readonly missing: "stays" | "set-aside";
}

/** Whether rows have another part of the same evidence: all, none, or it depends. */
export function othersOf({ paths }: Beside, columns: Columns): "all" | "none" | ((row: number) => boolean) {
  const found = paths.flatMap((path) =>
    Object.hasOwn(columns, path) ? [presenceIn(columns[path] as InputColumn)] : [],
  );
  if (found.length === 0) return "none";
  const some = found.flatMap((one) => one ?? []);
  return some.length < found.length ? "all" : (row) => some.some((has) => has(row));
}

/** The numbers that stand in, and which of them does in a row. */
export function numbersOf(
  otherwise: Rational | ByLabel | undefined,
  columns: Columns,
): Pick<Filling, "numbers" | "at"> {
  if (otherwise === undefined) return { numbers: [], at: () => -1 };
  if ("n" in otherwise) return { numbers: [otherwise], at: () => 0 };
  const { path, rows } = otherwise;
  const labelAt = valuesOf(columns[path] ?? []);
  const places = new Map<unknown, number>(rows.map(({ is }, place) => [is, place] as const));
  return { numbers: rows.map(({ number }) => number), at: (row) => places.get(labelAt(row)) ?? -1 };
}

/** A source of whole numbers in which such rows have what stands in; undefined where whole numbers cannot hold it. */
export function filledSource(made: MadeSource, filling: Filling): MadeSource | undefined {
  const { numbers, at, has, missing } = filling;
  const { den, whole } = withCommonDenominator(numbers, made.den);
  const times = den / made.den;
  const { source } = made;
  const ends = [source.least * times, source.most * times, ...whole];
  if (!fits(...ends)) return undefined;
  const values = Float64Array.from(whole, Number);
  const filled: Source = {
    from: 0,
    least: lesser(ends),
    most: greater(ends),
    read(n, aside, count) {
      source.from = this.from;
      source.least = ceilingDivide(this.least, times);
      source.most = floorDivide(this.most, times);
      source.read(n, aside, count);
      const [factor, least, most] = [times, this.least, this.most].map(Number) as [number, number, number];
      for (let row = 0; row < count; row += 1) {
        if (!Number.isNaN(n[row])) n[row] = factor * (n[row] as number);
        else if (has(this.from + row)) {
          const value = values[at(this.from + row)] ?? Number.NaN;
          n[row] = value;
          if (!(value >= least && value <= most)) aside[row] = 1;
        } else if (missing === "set-aside") aside[row] = 1;
      }
    },
  };
  return { den, source: filled, mayMiss: made.mayMiss };
}

/** The same as a column with a value in each such row: what stands in, or what is no number where the row is to be set aside. */
export function filledColumn(
  column: InputColumn | ValueAt | undefined,
  { numbers, at, has }: Filling,
  rows: number,
): ListColumn {
  const valueAt = typeof column === "function" ? column : valuesOf(column ?? []);
  const texts = numbers.map(rationalText);
  return Array.from({ length: rows }, (_, row) => {
    const value = valueAt(row) ?? (has(row) ? (texts[at(row)] ?? Number.NaN) : null);
    return value as ListColumn[number];
  });
}
