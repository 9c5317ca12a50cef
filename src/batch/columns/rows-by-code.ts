/** The rows of each code, in their order, as parts of one list; a row without a code, -1, is in none. */
export function rowsByCode(codes: Int32Array, count: number): readonly Int32Array[] {
  const starts = new Int32Array(count + 1);
  for (let row = 0; row < codes.length; row += 1) {
    const after = (codes[row] as number) + 1;
    if (after > 0) starts[after] = (starts[after] as number) + 1;
  }
  for (let code = 0; code < count; code += 1)
    starts[code + 1] = (starts[code + 1] as number) + (starts[code] as number);
  const rows = new Int32Array(starts[count] as number);
  const ends = starts.slice();
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row] as number;
    if (code < 0) continue;
    const at = ends[code] as number;
    rows[at] = row;
    ends[code] = at + 1;
  }
  return Array.from({ length: count }, (_, code) => rows.subarray(starts[code], starts[code + 1]));
}
