/** Those rows of which something is true. What a typed array has for this makes a list of them first, of three times their size. */
export function rowsWhere(rows: Int32Array, is: (row: number) => boolean): Int32Array {
  const found = new Int32Array(rows.length);
  let count = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] as number;
    if (!is(row)) continue;
    found[count] = row;
    count += 1;
  }
  return count === rows.length ? rows : found.slice(0, count);
}

/** All rows from the first through the last. */
export function allRows(rows: number): Int32Array {
  const found = new Int32Array(rows);
  for (let row = 0; row < rows; row += 1) found[row] = row;
  return found;
}

/** The rows of several lists, one list after another. */
export function joinedRows(lists: readonly { readonly rows: Int32Array }[]): Int32Array {
  const [first] = lists;
  if (lists.length === 1 && first !== undefined) return first.rows;
  const all = new Int32Array(lists.reduce((count, { rows }) => count + rows.length, 0));
  let from = 0;
  for (const { rows } of lists) {
    all.set(rows, from);
    from += rows.length;
  }
  return all;
}
