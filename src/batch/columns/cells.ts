import type { InputColumn } from "./columns.js";
import { type InOrder, inOrder, next } from "./in-order.js";
import { bitsOf } from "./kinds.js";

/** Columns by name, which come about cell by cell. */
export interface CellsByName {
  put(name: string, row: number, value: unknown): void;
  /** The cells of a name, for whoever puts many of them. */
  cellsOf(name: string): Cells;
  /** A column as it is written, null where there is nothing, to put further cells in. */
  listed(name: string): unknown[] | undefined;
  /** Whether any column has something in a row. */
  has(row: number): boolean;
  entries(): readonly (readonly [string, InputColumn])[];
}

/** Numbers as long as there are no other values, which then stand in a list. */
export interface Cells {
  /** NaN where there is nothing. */
  readonly numbers: Float64Array;
  list: unknown[] | undefined;
}

export function cellsBy(rows: number): CellsByName {
  const columns = new Map<string, Cells>();
  const found = inOrder((name) => columns.get(name) ?? startCells(columns, name, rows));
  const cells: NamedCells = { rows, columns, found, put, cellsOf, listed, has, entries };
  return cells;
}

interface NamedCells extends CellsByName {
  readonly rows: number;
  readonly columns: Map<string, Cells>;
  readonly found: InOrder<Cells>;
}

function startCells(columns: Map<string, Cells>, name: string, rows: number): Cells {
  const column = { numbers: new Float64Array(rows).fill(Number.NaN), list: undefined };
  columns.set(name, column);
  return column;
}

function put(this: NamedCells, name: string, row: number, value: unknown): void {
  putCell(next(this.found, name) as Cells, row, value);
}

function cellsOf(this: NamedCells, name: string): Cells {
  return this.columns.get(name) ?? startCells(this.columns, name, this.rows);
}

function listed(this: NamedCells, name: string): unknown[] | undefined {
  const column = this.columns.get(name);
  return column === undefined ? undefined : listOf(column);
}

function has(this: NamedCells, row: number): boolean {
  return [...this.columns.values()].some((column) => hasCell(column, row));
}

function entries(this: NamedCells): readonly (readonly [string, InputColumn])[] {
  return [...this.columns].map(([name, column]) => [name, columnOf(column)] as const);
}

/** Puts a value into cells. */
export function putCell(cells: Cells, row: number, value: unknown): void {
  if (typeof value === "number" && cells.list === undefined && !Number.isNaN(value))
    cells.numbers[row] = value;
  else listOf(cells)[row] = value;
}

function listOf(column: Cells): unknown[] {
  if (column.list !== undefined) return column.list;
  const list: unknown[] = new Array(column.numbers.length).fill(null);
  for (let row = 0; row < list.length; row += 1) {
    const value = column.numbers[row] as number;
    if (!Number.isNaN(value)) list[row] = value;
  }
  column.list = list;
  return list;
}

function hasCell({ numbers, list }: Cells, row: number): boolean {
  if (list === undefined) return !Number.isNaN(numbers[row] as number);
  return list[row] !== null && list[row] !== undefined;
}

function columnOf({ numbers, list }: Cells): InputColumn {
  if (list !== undefined) return list as InputColumn;
  return numbers.includes(Number.NaN)
    ? { values: numbers, valid: bitsOf(numbers.length, (row) => !Number.isNaN(numbers[row])) }
    : numbers;
}
