/** What every contestant comes to: scores and bonus as whole hundredths, the cell as 3 x capability + performance. */
export interface Outputs {
  readonly capability: Float64Array;
  readonly performance: Float64Array;
  readonly cell: Uint8Array;
  readonly blocked: Uint8Array;
  readonly bonus: Float64Array;
}

export function emptyOutputs(rows: number): Outputs {
  return {
    capability: new Float64Array(rows),
    performance: new Float64Array(rows),
    cell: new Uint8Array(rows),
    blocked: new Uint8Array(rows),
    bonus: new Float64Array(rows),
  };
}

/** In how many of the rows that both have two contestants differ. */
export function differences(one: Outputs, other: Outputs): number {
  const columns = ["capability", "performance", "cell", "blocked", "bonus"] as const;
  const rows = Math.min(one.cell.length, other.cell.length);
  let found = 0;
  for (let row = 0; row < rows; row += 1)
    if (columns.some((column) => one[column][row] !== other[column][row])) found += 1;
  return found;
}
