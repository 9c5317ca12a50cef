/** Orders two rows: below zero where the first of them comes first; never zero. */
export type RowOrder = (a: number, b: number) => number;

const FEW = 600;

/** Puts the `count` rows that come first before all others, in any order (quickselect); a list whose middle never halves it is sorted. */
export function putFirstRows(rows: Int32Array, count: number, order: RowOrder): void {
  let [from, to] = [0, rows.length];
  for (let rounds = 0; from < count && count < to; rounds += 1) {
    if (to - from <= FEW || rounds > 60) {
      rows.subarray(from, to).sort(order);
      return;
    }
    const pivot = middleOf(rows, from, to, order);
    const place = partition(rows, from, to, pivot, order);
    if (place >= count) to = place;
    else from = place + 1;
  }
}

/** Which of the first, the middle and the last row is between the others. */
function middleOf(rows: Int32Array, from: number, to: number, order: RowOrder): number {
  const places = [from, (from + to) >> 1, to - 1];
  places.sort((a, b) => (a === b ? 0 : order(rows[a] as number, rows[b] as number)));
  return places[1] as number;
}

/** Puts the rows before the one at a place before it, all others after it; gives the place where it is then. */
function partition(rows: Int32Array, from: number, to: number, pivot: number, order: RowOrder): number {
  const row = rows[pivot] as number;
  swap(rows, pivot, to - 1);
  let place = from;
  for (let at = from; at < to - 1; at += 1) {
    if (order(rows[at] as number, row) >= 0) continue;
    swap(rows, at, place);
    place += 1;
  }
  swap(rows, place, to - 1);
  return place;
}

function swap(rows: Int32Array, a: number, b: number): void {
  const row = rows[a] as number;
  rows[a] = rows[b] as number;
  rows[b] = row;
}
