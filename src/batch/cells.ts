/** Columns by name, which come about cell by cell; null where there is nothing. */
export interface CellsByName {
  put(name: string, row: number, value: unknown): void;
  get(name: string): unknown[] | undefined;
  /** Whether any column has something in a row. */
  has(row: number): boolean;
  entries(): readonly (readonly [string, unknown[]])[];
}

export function cellsBy(rows: number): CellsByName {
  const columns = new Map<string, unknown[]>();
  return {
    put(name, row, value) {
      let column = columns.get(name);
      if (column === undefined) {
        column = new Array(rows).fill(null);
        columns.set(name, column);
      }
      column[row] = value;
    },
    get: (name) => columns.get(name),
    has: (row) => [...columns.values()].some((column) => column[row] !== null && column[row] !== undefined),
    entries: () => [...columns],
  };
}
