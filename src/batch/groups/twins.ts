type ValueAt = (row: number) => unknown;

/**
 * The values that several of the rows have, and how many have each. Texts are found in a table of rows (open addressing), eight to sixteen bytes for each: a set of the texts themselves takes five times as
 * much.
 */
export function twinsAmong(rows: Int32Array, valueAt: ValueAt): ReadonlyMap<unknown, number> {
  const twins = new Map<unknown, number>();
  const others = new Set<unknown>();
  const places = new Int32Array(2 ** Math.ceil(Math.log2(2 * rows.length + 1))).fill(-1);
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] as number;
    const value = valueAt(row);
    if (value === undefined || value === null) continue;
    const isThere = typeof value === "string" ? isIn(places, row, value, valueAt) : others.has(value);
    if (isThere) twins.set(value, (twins.get(value) ?? 1) + 1);
    else if (typeof value !== "string") others.add(value);
  }
  return twins;
}

/** Whether a row in the table has a text; if none has, the one that is given is put there. */
function isIn(places: Int32Array, row: number, text: string, textAt: ValueAt): boolean {
  const last = places.length - 1;
  for (let place = hashOf(text) & last; ; place = (place + 1) & last) {
    const other = places[place] as number;
    if (other >= 0 && textAt(other) === text) return true;
    if (other >= 0) continue;
    places[place] = row;
    return false;
  }
}

/** A number of 32 bits in which every bit depends on all of a text: FNV-1a, and a last round that mixes its bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 16);
}
